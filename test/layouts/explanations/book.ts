import { chance } from '../../check/planter/accounts.ts'
import { type Accounts, basicOf, generalOf, type Item, incomeOf, projectOf, spentOf, sum, total } from '../accounts.ts'

/** An item, a 类 or a thing of the 三公 with what it cost, what was planned and what it cost the year before. */
export interface Told {
  readonly subject: string
  readonly name: string
  readonly final: number
  readonly budget: number
  readonly prior: number
}
export interface ItemTold extends Told {
  readonly cls: string
  readonly section: string
  readonly basic: number
  readonly project: number
}

/** Everything that an explanation tells of invented accounts. */
export interface Book {
  readonly a: Accounts
  readonly year: number
  readonly department: string
  readonly both: Told
  readonly fiscalBoth: Told
  readonly revenue: Told
  readonly sources: readonly Told[]
  /** The sources with the fiscal money in one. */
  readonly fewSources: readonly Told[]
  readonly spent: Told
  readonly natures: readonly Told[]
  readonly fiscalRevenue: Told
  readonly fiscalSpent: Told
  readonly general: Told
  readonly classes: readonly Told[]
  readonly items: readonly ItemTold[]
  readonly basic: Told
  readonly project: Told
  readonly personnel: Told
  readonly office: Told
  readonly heads: readonly Told[]
  readonly fund: Told
  readonly fundItems: readonly ItemTold[]
  readonly capital: Told
  readonly three: Told
  readonly overseas: Told
  readonly vehicles: Told
  readonly purchase: Told
  readonly operation: Told
  readonly reception: Told
  readonly operating: Told
  readonly procurement: Told
  readonly goods: number
  readonly works: number
  readonly services: number
  readonly sme: number
  readonly micro: number
  readonly opening: number
  readonly closing: number
  /** 外事接待 of the receptions. */
  readonly foreign: number
  readonly groups: number
  readonly travellers: number
  readonly bought: number
  readonly kept: number
  readonly batches: number
  readonly guests: number
  /** 机要通信, 应急保障, 其他. */
  readonly cars: readonly [number, number, number]
}

/** What an explanation tells, the same for the same accounts. */
export function bookOf(a: Accounts, seed: number): Book {
  const random = chance(seed * 31 + 7)
  const near = (value: number): number => {
    const other = Math.round(value * (0.8 + random() * 0.4))
    return value > 0 && other === value ? value + 37 : other
  }
  const one = (subject: string, name: string, final: number, budget = near(final), prior = near(final)): Told => ({
    subject,
    name,
    final,
    budget,
    prior,
  })
  const whole = (subject: string, name: string, parts: readonly Told[]): Told =>
    one(subject, name, sum(parts.map((p) => p.final)), sum(parts.map((p) => p.budget)), sum(parts.map((p) => p.prior)))
  const came = incomeOf(a)
  const itemTold = (item: Item, of: (item: Item) => number): ItemTold => {
    const final = of(item)
    const even = random() < 0.3
    return {
      ...one(`code:${item.code}`, item.name, final, even ? final : near(final)),
      cls: a.names.get(item.code.slice(0, 3)) ?? '',
      section: a.names.get(item.section) ?? '',
      basic: item.general[0],
      project: item.general[1],
    }
  }
  const items = a.items.filter((item) => generalOf(item) > 0).map((item) => itemTold(item, generalOf))
  const codes = [...new Set(items.map(({ subject }) => subject.slice(0, 8)))]
  const classes = codes.map((code) =>
    whole(
      code,
      a.names.get(code.slice(5)) ?? '',
      items.filter(({ subject }) => subject.startsWith(code)),
    ),
  )
  const general = whole('generalBudget.expenditure', '一般公共预算财政拨款支出', items)
  const ownBasic = total(a, (item) => item.general[0])
  const amount = (heads: readonly string[]): number => sum(a.economic.filter(({ code }) => heads.includes(code)).map((head) => head.amount))
  const { budget, final, prior } = a.threePublic
  const keys = ['overseas', 'vehiclePurchase', 'vehicleOperation', 'reception'] as const
  const names = ['因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费']
  const [overseas, purchase, operation, reception] = keys.map((key, i) =>
    one(`threePublic.${key}`, names[i] ?? '', final[i] ?? 0, budget[i] ?? 0, prior[i] ?? 0),
  ) as [Told, Told, Told, Told]
  const vehicles = whole('threePublic.vehicles', '公务用车购置及运行维护费', [purchase, operation])
  const opening = sum(Object.values(a.carried).map(([value]) => value))
  const closing = sum(Object.values(a.carried).map(([, value]) => value))
  const spent = total(a, spentOf)
  const parts = (list: readonly (readonly [string, string, number])[]): Told[] => list.map(([key, name, value]) => one(key, name, value))
  const others = parts([
    ['revenue.superiorSubsidy', '上级补助收入', a.income.superior],
    ['revenue.undertaking', '事业收入', a.income.undertaking],
    ['revenue.business', '经营收入', came.business],
    ['revenue.subordinate', '附属单位上缴收入', a.income.subordinate],
    ['revenue.other', '其他收入', a.income.other],
  ])
  const purses = parts([
    ['generalBudget.revenue', '一般公共预算财政拨款收入', came.general],
    ['governmentFund.revenue', '政府性基金预算财政拨款收入', came.fund],
    ['stateCapital.revenue', '国有资本经营预算财政拨款收入', came.capital],
  ])
  const appropriation = whole('revenue.appropriation', '财政拨款收入', purses)
  const purchases = [Math.round(general.final * 0.05), Math.round(general.final * 0.02), Math.round(general.final * 0.04)] as const
  const fundItems = a.items.filter((item) => item.fund > 0).map((item) => itemTold(item, (x) => x.fund))
  const cars = [1, 1 + Math.floor(random() * 4), Math.floor(random() * 3)] as const
  return {
    a,
    year: a.year,
    department: a.department,
    both: one('total.both', '收、支总计', came.all + a.reserves[0] + opening),
    fiscalBoth: one('fiscal.both', '财政拨款收、支总计', came.fiscal + a.carried.general[0] + a.carried.fund[0]),
    revenue: one('revenue.total', '收入合计', came.all),
    sources: [...purses, ...others],
    fewSources: [appropriation, ...others],
    spent: one('expenditure.total', '支出合计', spent),
    natures: parts([
      ['expenditure.basic', '基本支出', total(a, basicOf)],
      ['expenditure.project', '项目支出', total(a, projectOf)],
      ['expenditure.toSuperior', '上缴上级支出', 0],
      ['expenditure.business', '经营支出', total(a, (item) => item.business)],
      ['expenditure.toSubordinate', '对附属单位补助支出', 0],
    ]),
    fiscalRevenue: { ...appropriation, subject: 'fiscal.revenue' },
    fiscalSpent: one(
      'fiscal.expenditure',
      '财政拨款支出',
      came.fiscal + a.carried.general[0] + a.carried.fund[0] - a.carried.general[1] - a.carried.fund[1],
    ),
    general,
    classes,
    items,
    basic: one('generalBudget.basic', '基本支出', ownBasic),
    project: one('generalBudget.project', '项目支出', general.final - ownBasic),
    personnel: one('personnel', '人员经费', amount(['301', '303'])),
    office: one('public', '公用经费', amount(['302', '310'])),
    heads: a.economic.filter((head) => head.amount > 0).map((head) => one(`economic:${head.code}`, head.name, head.amount)),
    fund: one(
      'governmentFund.expenditure',
      '政府性基金预算财政拨款支出',
      total(a, (item) => item.fund),
      sum(fundItems.map((i) => i.budget)),
    ),
    fundItems,
    capital: one(
      'stateCapital.expenditure',
      '国有资本经营预算财政拨款支出',
      total(a, (item) => item.capital),
    ),
    three: whole('threePublic.total', '“三公”经费', [overseas, vehicles, reception]),
    overseas,
    vehicles,
    purchase,
    operation,
    reception,
    operating: one('operating', '机关运行经费', amount(['302', '310'])),
    procurement: one('procurement.total', '政府采购支出总额', sum(purchases)),
    goods: purchases[0],
    works: purchases[1],
    services: purchases[2],
    sme: Math.round(sum(purchases) * 0.8),
    micro: Math.round(sum(purchases) * 0.3),
    opening,
    closing,
    foreign: random() < 0.5 ? Math.round(reception.final / 10) : 0,
    groups: final[0] > 0 ? 1 + Math.floor(random() * 3) : 0,
    travellers: final[0] > 0 ? 4 + Math.floor(random() * 9) : 0,
    bought: final[1] > 0 ? 1 : 0,
    kept: sum(cars),
    batches: 12 + Math.floor(random() * 60),
    guests: 130 + Math.floor(random() * 400),
    cars,
  }
}
