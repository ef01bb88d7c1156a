import { chance } from '../check/planter/accounts.ts'

/** One invented coherent set of accounts with everything that a department can have. Amounts are whole hundredths of the unit. */

/** An item of the functional classification with what was spent on it, by who paid. */
export interface Item {
  readonly code: string
  readonly name: string
  readonly section: string
  readonly general: readonly [basic: number, project: number]
  /** Paid from income of its own. */
  readonly own: readonly [basic: number, project: number]
  readonly fund: number
  readonly capital: number
  readonly business: number
}

export interface Detail {
  readonly code: string
  readonly name: string
  readonly amount: number
}

/** 因公出国, 车辆购置, 车辆运行, 公务接待. */
export type ThreePublic = readonly [overseas: number, purchase: number, operation: number, reception: number]

/** Opening and closing balances by purse. */
export interface Carried {
  readonly general: readonly [opening: number, closing: number]
  readonly fund: readonly [opening: number, closing: number]
  readonly own: readonly [opening: number, closing: number]
}

export interface Accounts {
  readonly department: string
  readonly year: number
  readonly items: readonly Item[]
  readonly names: ReadonlyMap<string, string>
  readonly carried: Carried
  readonly income: { readonly superior: number; readonly undertaking: number; readonly subordinate: number; readonly other: number }
  /** 使用非财政拨款结余 and 结余分配. */
  readonly reserves: readonly [used: number, distributed: number]
  readonly economic: readonly (Detail & { readonly details: readonly Detail[] })[]
  readonly threePublic: { readonly budget: ThreePublic; readonly final: ThreePublic; readonly prior: ThreePublic }
  readonly meetings: readonly [meeting: number, training: number]
}

const DEPARTMENTS = ['江城市云溪区地方文史馆', '北岭省云中市司法鉴定局', '南湾省水文总站', '国家古籍修复中心', '西陵省青石县档案服务中心']

type Named = readonly [code: string, name: string]
interface Choice {
  readonly cls: Named
  readonly section: Named
  readonly items: readonly Named[]
}

const CORES: readonly Choice[] = [
  {
    cls: ['201', '一般公共服务支出'],
    section: ['20129', '群众团体事务'],
    items: [
      ['2012901', '行政运行'],
      ['2012902', '一般行政管理事务'],
      ['2012999', '其他群众团体事务支出'],
    ],
  },
  {
    cls: ['205', '教育支出'],
    section: ['20501', '教育管理事务'],
    items: [
      ['2050101', '行政运行'],
      ['2050199', '其他教育管理事务支出'],
    ],
  },
  {
    cls: ['213', '农林水支出'],
    section: ['21303', '水利'],
    items: [
      ['2130301', '行政运行'],
      ['2130304', '水利行业业务管理'],
      ['2130306', '水利工程运行与维护'],
    ],
  },
  {
    cls: ['204', '公共安全支出'],
    section: ['20406', '司法'],
    items: [
      ['2040601', '行政运行'],
      ['2040605', '普法宣传'],
      ['2040610', '社区矫正'],
    ],
  },
]
const COMMON: readonly Choice[] = [
  {
    cls: ['208', '社会保障和就业支出'],
    section: ['20805', '行政事业单位养老支出'],
    items: [
      ['2080501', '行政单位离退休'],
      ['2080505', '机关事业单位基本养老保险缴费支出'],
      ['2080506', '机关事业单位职业年金缴费支出'],
    ],
  },
  { cls: ['208', '社会保障和就业支出'], section: ['20808', '抚恤'], items: [['2080801', '死亡抚恤']] },
  {
    cls: ['210', '卫生健康支出'],
    section: ['21011', '行政事业单位医疗'],
    items: [
      ['2101101', '行政单位医疗'],
      ['2101103', '公务员医疗补助'],
    ],
  },
  {
    cls: ['221', '住房保障支出'],
    section: ['22102', '住房改革支出'],
    items: [
      ['2210201', '住房公积金'],
      ['2210203', '购房补贴'],
    ],
  },
]
const FUND: Choice = {
  cls: ['212', '城乡社区支出'],
  section: ['21208', '国有土地使用权出让收入安排的支出'],
  items: [['2120899', '其他国有土地使用权出让收入安排的支出']],
}
const CAPITAL: Choice = {
  cls: ['223', '国有资本经营预算支出'],
  section: ['22301', '解决历史遗留问题及改革成本支出'],
  items: [['2230105', '国有企业退休人员社会化管理补助支出']],
}

const HEADS: readonly (readonly [...Named, readonly Named[]])[] = [
  [
    '301',
    '工资福利支出',
    [
      ['30101', '基本工资'],
      ['30102', '津贴补贴'],
      ['30103', '奖金'],
      ['30107', '绩效工资'],
      ['30108', '机关事业单位基本养老保险缴费'],
      ['30113', '住房公积金'],
      ['30199', '其他工资福利支出'],
    ],
  ],
  [
    '302',
    '商品和服务支出',
    [
      ['30201', '办公费'],
      ['30207', '邮电费'],
      ['30211', '差旅费'],
      ['30213', '维修（护）费'],
      ['30217', '公务接待费'],
      ['30228', '工会经费'],
      ['30231', '公务用车运行维护费'],
      ['30299', '其他商品和服务支出'],
    ],
  ],
  [
    '303',
    '对个人和家庭的补助',
    [
      ['30302', '退休费'],
      ['30304', '抚恤金'],
    ],
  ],
  [
    '310',
    '资本性支出',
    [
      ['31002', '办公设备购置'],
      ['31003', '专用设备购置'],
    ],
  ],
]

export const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)

/** What a department can lack; chosen by chance. */
export interface Traits {
  readonly fund: boolean
  readonly capital: boolean
  readonly own: boolean
  readonly business: boolean
  readonly carried: boolean
  readonly year: number
  readonly scale: number
}

/** Cuts a whole into as many parts. */
function split(random: () => number, whole: number, count: number): number[] {
  const weights = Array.from({ length: count }, () => 1 + random() * 4)
  const parts = weights.slice(1).map((weight) => Math.floor((whole * weight) / sum(weights)))
  return [whole - sum(parts), ...parts]
}

/** Accounts of an invented department, the same for the same seed. */
export function accountsOf(seed: number, fixed: Partial<Traits> = {}): Accounts {
  const random = chance(seed * 7919 + 13)
  const often = (share: number): boolean => random() < share
  const traits: Traits = {
    fund: often(0.6),
    capital: often(0.3),
    own: often(0.5),
    business: often(0.3),
    carried: often(0.7),
    year: 2020 + Math.floor(random() * 5),
    scale: [1, 3, 19, 240][Math.floor(random() * 4)] ?? 1,
    ...fixed,
  }
  const amount = (low: number, high: number): number =>
    Math.round((low + random() * (high - low)) * 100 * traits.scale) + Math.floor(random() * 97)
  const core = CORES[Math.floor(random() * CORES.length)] ?? CORES[0]
  const groups = [...(core ? [core] : []), ...COMMON.filter(() => often(0.85))]
  const names = new Map<string, string>()
  const items: Item[] = []
  const add = (choice: Choice, of: (item: Named, index: number) => Partial<Item>): void => {
    for (const [code, name] of [choice.cls, choice.section]) names.set(code, name)
    choice.items.forEach(([code, name], index) => {
      const none = { general: [0, 0], own: [0, 0], fund: 0, capital: 0, business: 0 } as const
      items.push({ code, name, section: choice.section[0], ...none, ...of([code, name], index) })
      names.set(code, name)
    })
  }
  for (const choice of groups)
    add(choice, (_, index) => {
      if (choice !== core) return { general: [amount(4, 90), 0] }
      const general: readonly [number, number] = index === 0 ? [amount(300, 700), often(0.3) ? amount(5, 50) : 0] : [0, amount(60, 300)]
      const own: readonly [number, number] = traits.own
        ? index === 0
          ? [amount(3, 30), 0]
          : index === 1
            ? [0, amount(8, 50)]
            : [0, 0]
        : [0, 0]
      return { general, own, business: traits.business && index === 1 ? amount(5, 40) : 0 }
    })
  if (traits.fund) add(FUND, () => ({ fund: amount(60, 200) }))
  if (traits.capital) add(CAPITAL, () => ({ capital: amount(10, 40) }))
  items.sort((a, b) => a.code.localeCompare(b.code))
  const owed = sum(items.flatMap((item) => item.own))
  const basic = sum(items.map((item) => item.general[0]))
  const office = Math.round(basic * 0.14)
  const equipment = often(0.8) ? Math.round(office * 0.07) : 0
  const retired = Math.round(basic * 0.09)
  const wholes: Readonly<Record<string, number>> = {
    '301': basic - office - retired,
    '302': office - equipment,
    '303': retired,
    '310': equipment,
  }
  const economic = HEADS.map(([code, name, details]) => {
    const parts = split(random, wholes[code] ?? 0, details.length)
    return {
      code,
      name,
      amount: wholes[code] ?? 0,
      details: details.map(([own, words], i) => ({ code: own, name: words, amount: parts[i] ?? 0 })),
    }
  })
  const paid = (code: string): number => economic.flatMap((head) => head.details).find((one) => one.code === code)?.amount ?? 0
  const final: ThreePublic = [
    often(0.5) ? amount(1, 8) : 0,
    often(0.5) ? amount(12, 20) : 0,
    paid('30231'),
    paid('30217') + (often(0.5) ? amount(1, 2) : 0),
  ]
  const moved = (by: number): ThreePublic => [
    Math.round(final[0] * (1 + by)),
    Math.round(final[1] * (1.05 + by)),
    Math.round(final[2] * (1.2 - by)),
    Math.round(final[3] * (1.1 + by)),
  ]
  const [used, openOwn] = traits.own && traits.carried ? [amount(1, 4), amount(2, 9)] : [0, 0]
  const distributed = traits.own && traits.business && used > 0 ? Math.floor(used / 2) : 0
  const [superior = 0, undertaking = 0, subordinate = 0, other = 0] = owed === 0 ? [] : split(random, owed, 4)
  return {
    department: DEPARTMENTS[Math.floor(random() * DEPARTMENTS.length)] ?? '',
    year: traits.year,
    items,
    names,
    carried: {
      general: traits.carried ? [amount(20, 60), amount(5, 19)] : [0, 0],
      fund: traits.carried && traits.fund ? [amount(5, 20), amount(1, 30)] : [0, 0],
      own: [openOwn, openOwn + used - distributed],
    },
    income: { superior, undertaking, subordinate, other },
    reserves: [used, distributed],
    economic,
    threePublic: { budget: moved(0.15), final, prior: moved(0.04) },
    meetings: [amount(1, 3), amount(2, 6)],
  }
}

export const generalOf = (item: Item): number => sum(item.general)
export const basicOf = (item: Item): number => item.general[0] + item.own[0]
export const projectOf = (item: Item): number => item.general[1] + item.own[1] + item.fund + item.capital
export const spentOf = (item: Item): number => basicOf(item) + projectOf(item) + item.business
export const total = (a: Accounts, of: (item: Item) => number): number => sum(a.items.map(of))

/** What came in during the year, by source. */
export function incomeOf(a: Accounts): { general: number; fund: number; capital: number; business: number; all: number; fiscal: number } {
  const came = ([opening, closing]: readonly [number, number]): number => closing - opening
  const general = total(a, generalOf) + came(a.carried.general)
  const fund = total(a, (item) => item.fund) + came(a.carried.fund)
  const capital = total(a, (item) => item.capital)
  const business = total(a, (item) => item.business)
  const fiscal = general + fund + capital
  return { general, fund, capital, business, fiscal, all: fiscal + business + sum(Object.values(a.income)) }
}
