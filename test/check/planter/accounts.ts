/** Invented accounts that add up: what the synthetic reports of every layout print. Amounts are whole hundredths of the unit. */

/** A repeatable source of chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface Item {
  readonly code: string
  readonly name: string
  readonly basic: number
  readonly project: number
  readonly budget: number
}

export interface Group {
  readonly code: string
  readonly name: string
  readonly items: readonly Item[]
}

/** A 类 with its one 款. */
export interface ClassGroup {
  readonly code: string
  readonly name: string
  readonly section: Group
}

export interface Detail {
  readonly code: string
  readonly name: string
  readonly amount: number
}

export interface Accounts {
  readonly department: string
  readonly year: number
  readonly classes: readonly ClassGroup[]
  readonly fund: ClassGroup
  readonly other: number
  readonly opening: number
  readonly closing: number
  readonly economic: readonly (Detail & { readonly details: readonly Detail[] })[]
  readonly threePublic: {
    readonly budget: readonly [overseas: number, purchase: number, operation: number, reception: number]
    readonly final: readonly [overseas: number, purchase: number, operation: number, reception: number]
    readonly prior: readonly [overseas: number, purchase: number, operation: number, reception: number]
  }
  readonly prior: { readonly both: number; readonly fiscal: number; readonly general: number; readonly operating: number }
  readonly procurement: readonly [goods: number, works: number, services: number]
  readonly small: number
  readonly micro: number
  readonly vehicles: readonly [confidential: number, emergency: number, others: number]
  readonly projects: readonly { readonly name: string; readonly amount: number; readonly budget: number }[]
}

interface Profile {
  readonly department: string
  readonly year: number
  readonly core: readonly [code: string, name: string, section: string, sectionName: string]
  readonly scale: number
}

export const PROFILES: readonly Profile[] = [
  { department: '江城市云溪区地方文史馆', year: 2021, core: ['201', '一般公共服务支出', '20129', '群众团体事务'], scale: 1 },
  { department: '上海市临港区水文总站', year: 2023, core: ['213', '农林水支出', '21303', '水利'], scale: 3 },
  { department: '国家古籍修复中心', year: 2022, core: ['205', '教育支出', '20501', '教育管理事务'], scale: 17 },
  { department: '北岭省云中市司法鉴定局', year: 2020, core: ['204', '公共安全支出', '20406', '司法'], scale: 4100 },
]

const COMMON: readonly (readonly [string, string, string, string, readonly (readonly [string, string])[]])[] = [
  [
    '208',
    '社会保障和就业支出',
    '20805',
    '行政事业单位养老支出',
    [
      ['2080501', '行政单位离退休'],
      ['2080505', '机关事业单位基本养老保险缴费支出'],
      ['2080506', '机关事业单位职业年金缴费支出'],
    ],
  ],
  [
    '210',
    '卫生健康支出',
    '21011',
    '行政事业单位医疗',
    [
      ['2101101', '行政单位医疗'],
      ['2101103', '公务员医疗补助'],
    ],
  ],
  [
    '221',
    '住房保障支出',
    '22102',
    '住房改革支出',
    [
      ['2210201', '住房公积金'],
      ['2210203', '购房补贴'],
    ],
  ],
]

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
export const itemTotal = (item: Item): number => item.basic + item.project
export const groupTotal = (group: ClassGroup, of: (item: Item) => number = itemTotal): number => sum(group.section.items.map(of))
export const allTotal = (accounts: Accounts, of: (item: Item) => number = itemTotal): number =>
  sum(accounts.classes.map((group) => groupTotal(group, of)))

/** `whole` cut into as many parts as `names`, none of them small. */
function split(random: () => number, whole: number, count: number): number[] {
  const weights = Array.from({ length: count }, () => 1 + random() * 3)
  const parts = weights.slice(1).map((weight) => Math.floor((whole * weight) / sum(weights)))
  return [whole - sum(parts), ...parts]
}

const PERSONNEL: readonly (readonly [string, string])[] = [
  ['30101', '基本工资'],
  ['30102', '津贴补贴'],
  ['30103', '奖金'],
  ['30108', '机关事业单位基本养老保险缴费'],
  ['30113', '住房公积金'],
]
const RETIRED: readonly (readonly [string, string])[] = [
  ['30302', '退休费'],
  ['30304', '抚恤金'],
]
const OFFICE: readonly (readonly [string, string])[] = [
  ['30201', '办公费'],
  ['30211', '差旅费'],
  ['30217', '公务接待费'],
  ['30228', '工会经费'],
  ['30231', '公务用车运行维护费'],
]

/** Accounts of one department: every sum, share and change that a report owes can be printed from them. */
export function accountsOf(profile: Profile, seed: number): Accounts {
  const random = chance(seed)
  const amount = (low: number, high: number): number =>
    Math.round((low + random() * (high - low)) * 100 * profile.scale) + Math.floor(random() * 97)
  const [core, coreName, section, sectionName] = profile.core
  const coreItems: Item[] = [
    { code: `${section}01`, name: '行政运行', basic: amount(300, 700), project: 0, budget: 0 },
    { code: `${section}02`, name: '一般行政管理事务', basic: 0, project: amount(150, 400), budget: 0 },
  ].map((item) => ({ ...item, budget: Math.round((item.basic + item.project) * (0.9 + random() * 0.25)) }))
  const common = COMMON.map(
    ([code, name, sub, subName, items]): ClassGroup => ({
      code,
      name,
      section: {
        code: sub,
        name: subName,
        items: items.map(([itemCode, itemName]) => {
          const basic = amount(20, 120)
          return { code: itemCode, name: itemName, basic, project: 0, budget: Math.round(basic * (0.9 + random() * 0.25)) }
        }),
      },
    }),
  )
  const classes: ClassGroup[] = [
    { code: core, name: coreName, section: { code: section, name: sectionName, items: coreItems } },
    ...common,
  ].sort((a, b) => Number(a.code) - Number(b.code))
  const fundAmount = amount(60, 200)
  const fund: ClassGroup = {
    code: '212',
    name: '城乡社区支出',
    section: {
      code: '21208',
      name: '国有土地使用权出让收入安排的支出',
      items: [{ code: '2120899', name: '其他国有土地使用权出让收入安排的支出', basic: 0, project: fundAmount, budget: fundAmount }],
    },
  }
  const basic = sum(classes.map((group) => groupTotal(group, (item) => item.basic)))
  const project = sum(classes.map((group) => groupTotal(group, (item) => item.project)))
  const other = amount(5, 30)
  const opening = amount(20, 60)
  const closing = amount(5, 19)
  const office = Math.round(basic * 0.14)
  const equipment = Math.round(office * 0.07)
  const retired = Math.round(basic * 0.11)
  const head = (code: string, name: string, whole: number, names: readonly (readonly [string, string])[]) => {
    const parts = split(random, whole, names.length)
    return { code, name, amount: whole, details: names.map(([own, words], i) => ({ code: own, name: words, amount: parts[i] ?? 0 })) }
  }
  const economic = [
    head('301', '工资福利支出', basic - office - retired, PERSONNEL),
    head('302', '商品和服务支出', office - equipment, OFFICE),
    head('303', '对个人和家庭的补助', retired, RETIRED),
    head('310', '资本性支出', equipment, [['31002', '办公设备购置']]),
  ]
  const paid = (code: string): number => economic.flatMap((one) => one.details).find((one) => one.code === code)?.amount ?? 0
  const final = [amount(3, 8), amount(12, 20), paid('30231') + amount(1, 3), paid('30217') + amount(1, 2)] as const
  const moved = (by: number): readonly [number, number, number, number] => [
    Math.round(final[0] * (1 + by)),
    Math.round(final[1] * (1.05 + by)),
    Math.round(final[2] * (1.2 - by)),
    Math.round(final[3] * (1.1 + by)),
  ]
  const general = basic + project
  const both = general + fundAmount + other + closing
  const goods = amount(20, 60)
  const services = amount(30, 90)
  const works = amount(10, 40)
  const small = Math.round((goods + works + services) * 0.8)
  const names = ['古籍数字化', '馆藏修缮', '志书编纂']
  const amounts = split(random, project, names.length)
  return {
    department: profile.department,
    year: profile.year,
    classes,
    fund,
    other,
    opening,
    closing,
    economic,
    threePublic: { budget: moved(0.15), final, prior: moved(0.04) },
    prior: {
      both: Math.round(both * 0.93),
      fiscal: Math.round((both - other) * 0.92),
      general: Math.round(general * 0.95),
      operating: Math.round(office * 1.06),
    },
    procurement: [goods, works, services],
    small,
    micro: Math.round(small * 0.55),
    vehicles: [2, 1, 4],
    projects: names.map((name, i) => ({ name, amount: amounts[i] ?? 0, budget: Math.round((amounts[i] ?? 0) * 1.08) })),
  }
}
