import type { Topic } from '../../domain/report.ts'
import type { Subject } from '../../domain/subject.ts'
import { economicCode, functionalCode } from './classification.ts'

type Kind = 'money' | 'count'

interface SubjectRule {
  /** Ends with. */
  readonly words: RegExp
  /** null: the words are known to mean none of the standard things. */
  readonly subject: Subject | null
  /** Topics (or families `generalBudget`) in which the words mean this; none: everywhere. */
  readonly topics?: readonly string[]
  readonly kind?: Kind
}

const END = '(?:总额|总计|合计|金额|总数|情况)?$'
const words = (pattern: string): RegExp => new RegExp(`(?:${pattern})${END}`)
const GENERAL = ['generalBudget', 'basic']
const FUND = ['governmentFund']
const CAPITAL = ['stateCapital']
const REVENUE = ['overall', 'revenue', 'fiscalOverall', 'performance', 'other', 'attachment']

/** Item words → stable key, most special first. Fund and capital topics say 本年收入, 本年支出 and mean their own. */
const RULES: readonly SubjectRule[] = [
  { words: words('政府性基金(?:预算)?(?:(?:财政)?拨款)?(?:收入[、和及]?支出|收支|安排的支出)'), subject: 'governmentFund.expenditure' },
  { words: words('国有资本经营(?:预算)?(?:(?:财政)?拨款)?(?:收入[、和及]?支出|收支|安排的支出)'), subject: 'stateCapital.expenditure' },
  // In the parts about one expense the purses only say who paid it.
  {
    words: /^(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:财政拨款)?(?:安排的?)?(?:资金|支出)?$/,
    subject: null,
    topics: ['threePublic', 'operating', 'procurement', 'assets'],
  },
  { words: /(?:政府性基金|国有资本经营)[^，。；]{0,14}(?:基本支出|项目支出)$/, subject: null },
  { words: /财政拨款(?:收入|支出)(?:决算)?总计$/, subject: 'fiscal.both', topics: ['fiscalOverall'] },
  { words: /^(?:收入|支出)(?:决算)?总计$/, subject: 'fiscal.both', topics: ['fiscalOverall'] },
  { words: /(?<!本年|财政拨款)(?:收入|支出)(?:决算)?总计$/, subject: 'total.both', topics: ['overall'] },
  {
    words: words('财政拨款收入?(?:决算)?[、和与及]?支出?(?:决算)?(?:总计|合计)?|财政拨款收入总计、(?:财政拨款)?支出总计'),
    subject: 'fiscal.both',
    topics: ['fiscalOverall'],
  },
  { words: words('财政拨款收[入]?[、和]?支[出]?(?:总计|合计|总)?'), subject: 'fiscal.both' },
  {
    words: words('收入?(?:决算)?[、和与及]?支出?(?:决算)?(?:总计|合计)|收入总计[、和]支出总计|收、支'),
    subject: 'fiscal.both',
    topics: ['fiscalOverall'],
  },
  {
    words: words('收入?(?:决算)?[、和与及]?支出?(?:决算)?(?:总计|合计)|收入总计[、和]支出总计|收、支'),
    subject: 'total.both',
    topics: ['overall', 'other'],
  },

  { words: words('政府性基金(?:预算)?(?:(?:财政)?拨款)?(?:本年)?收入(?:决算)?'), subject: 'governmentFund.revenue' },
  { words: words('政府性基金(?:预算)?(?:(?:财政)?拨款)?(?:本年)?支出(?:决算)?'), subject: 'governmentFund.expenditure' },
  { words: words('国有资本经营(?:预算)?(?:(?:财政)?拨款)?(?:本年)?收入(?:决算)?'), subject: 'stateCapital.revenue' },
  { words: words('国有资本经营(?:预算)?(?:(?:财政)?拨款)?(?:本年)?支出(?:决算)?'), subject: 'stateCapital.expenditure' },
  { words: words('年初(?:财政拨款)?(?:结转和结余|结转结余|结转)'), subject: 'governmentFund.opening', topics: FUND },
  { words: words('年末(?:财政拨款)?(?:结转和结余|结转结余|结转)'), subject: 'governmentFund.closing', topics: FUND },
  { words: words('年初(?:财政拨款)?(?:结转和结余|结转结余|结转)'), subject: 'stateCapital.opening', topics: CAPITAL },
  { words: words('年末(?:财政拨款)?(?:结转和结余|结转结余|结转)'), subject: 'stateCapital.closing', topics: CAPITAL },
  { words: /^(?:本年度?)?收入(?:决算)?(?:数|合计|总计)?$/, subject: 'governmentFund.revenue', topics: FUND },
  // 收入10万元，支出收入10万元: a slip of the pen that several reports share.
  { words: /^(?:本年度?)?支出(?:决算|收入)?(?:数|合计|总计)?$/, subject: 'governmentFund.expenditure', topics: FUND },
  { words: /^(?:本年度?)?收入(?:决算)?(?:数|合计|总计)?$/, subject: 'stateCapital.revenue', topics: CAPITAL },
  { words: /^(?:本年度?)?支出(?:决算)?(?:数|合计|总计)?$/, subject: 'stateCapital.expenditure', topics: CAPITAL },
  { words: /^一般公共预算(?:财政拨款|资金)?$/, subject: 'generalBudget.revenue', topics: ['revenue'] },
  { words: /^政府性基金(?:预算)?(?:财政拨款|资金)?$/, subject: 'governmentFund.revenue', topics: ['revenue'] },
  { words: /^国有资本经营(?:预算)?(?:财政拨款|资金)?$/, subject: 'stateCapital.revenue', topics: ['revenue'] },
  // Beside 基本支出 and 项目支出 the word names what is neither, not the 类 229.
  { words: /^其他支出$/, subject: null, topics: ['expenditure'] },
  { words: words('年初结转(?:和|、)?结余'), subject: 'carry.opening' },
  { words: words('年末结转(?:和|、)?结余'), subject: 'carry.closing' },
  { words: words('使用非财政拨款(?:专用)?结余(?:[和及、](?:使用)?专用结余|\\(含专用结余\\))?'), subject: 'carry.used' },
  { words: words('结余分配'), subject: 'carry.distribution' },

  { words: words('[“"]?三公[”"]?经费[”"]?(?:财政拨款)?(?:预算)?(?:支出)?(?:预算)?'), subject: 'threePublic.total' },
  { words: words('因公出国(?:\\(境\\))?.{0,6}(?:团组|团次|批次)|出国(?:\\(境\\))?团组'), subject: 'count.overseasGroups', kind: 'count' },
  { words: words('因公出国(?:\\(境\\))?.{0,8}(?:人次|人数|人员|累计|参加)'), subject: 'count.overseasPersons', kind: 'count' },
  { words: words('因公出国(?:\\(境\\))?(?:费用?|经费)?(?:支出)?'), subject: 'threePublic.overseas', kind: 'money' },
  {
    words: words('公务(?:用)?车购置(?:费用?)?(?:及|和|与|、)(?:公务用车)?运行(?:维护)?(?:费用?|经费)?(?:支出)?'),
    subject: 'threePublic.vehicles',
    kind: 'money',
  },
  { words: words('公务用车(?:车辆)?购置(?:费用?|经费)?(?:支出)?'), subject: 'threePublic.vehiclePurchase', kind: 'money' },
  {
    words: words('公务(?:用)?车(?:车辆|用车)?运行(?:维护)?(?:费用?|经费)?(?:支出)?'),
    subject: 'threePublic.vehicleOperation',
    kind: 'money',
  },
  {
    words: words('(?<!国内|外事|外宾|境外|境\\)外|国外)公务接待(?:费用?|经费)?(?:支出)?'),
    subject: 'threePublic.reception',
    kind: 'money',
  },
  {
    words: words('(?:购置|更新|新购|购入).{0,8}(?:公务用车|车辆|公务车)|公务用车购置(?:数|数量)?'),
    subject: 'count.vehiclesBought',
    kind: 'count',
    topics: ['threePublic'],
  },
  { words: words('(?:公务用车|车辆|公务车).{0,6}保有量|保有(?:公务用车|车辆)?'), subject: 'count.vehiclesKept', kind: 'count' },
  { words: words('接待.{0,10}(?:批次|团组|批)'), subject: 'count.receptionBatches', kind: 'count', topics: ['threePublic'] },
  { words: words('接待.{0,10}(?:人次|人数|来宾)|来宾'), subject: 'count.receptionPersons', kind: 'count', topics: ['threePublic'] },

  // Beside their whole the two vehicle expenses are told by one word each.
  { words: /^购置(?:费用?|支出|费支出)$/, subject: 'threePublic.vehiclePurchase', kind: 'money', topics: ['threePublic'] },
  { words: /^运行(?:维护)?(?:费用?|支出|费支出)$/, subject: 'threePublic.vehicleOperation', kind: 'money', topics: ['threePublic'] },
  { words: words('机关运行(?:经费|费用?)(?:财政拨款)?(?:支出)?'), subject: 'operating' },
  { words: words('(?<!货物采购|工程采购|服务采购)授予中小(?:微)?企业(?:的)?(?:政府采购)?合同'), subject: 'procurement.sme' },
  { words: words('(?<!货物采购|工程采购|服务采购)授予小微企业(?:的)?(?:政府采购)?合同'), subject: 'procurement.micro' },
  { words: words('面向中小(?:微)?企业预留(?:的)?政府采购项目(?:预算)?'), subject: 'procurement.reservedSme' },
  {
    words: words('(?:面向小微企业预留|预留给小型和微型企业)(?:的)?政府采购项目(?:预算)?'),
    subject: 'procurement.reservedMicro',
  },
  { words: /其他政府采购项目$/, subject: 'procurement.otherSme', topics: ['procurement'] },
  { words: words('(?:政府采购)?货物(?:类)?(?:采购)?(?:支出|预算)?'), subject: 'procurement.goods', topics: ['procurement'] },
  { words: words('(?:政府采购)?工程(?:类)?(?:采购)?(?:支出|预算)?'), subject: 'procurement.works', topics: ['procurement'] },
  { words: words('(?:政府采购)?服务(?:类)?(?:采购)?(?:支出|预算)?'), subject: 'procurement.services', topics: ['procurement'] },
  { words: words('政府采购(?:货物)支出'), subject: 'procurement.goods' },
  { words: words('政府采购(?:工程)支出'), subject: 'procurement.works' },
  { words: words('政府采购(?:服务)支出'), subject: 'procurement.services' },
  {
    words: words('(?<!预留)政府采购(?:支出)?(?:总)?(?:规模|\\([^()]{1,20}\\))?'),
    subject: 'procurement.total',
    topics: ['procurement', 'other'],
  },
  {
    words: words('(?:当年|本年)?(?:购置|新增|新购|更新|报废|处置)[^，。]{0,20}(?:车辆|用车|设备)(?:\\(不含车辆\\))?'),
    subject: null,
    kind: 'count',
    topics: ['assets'],
  },
  // Without its limit (单价100万元以上) the word means all of them.
  { words: /^(?:专用|通用)设备$/, subject: null, kind: 'count' },
  { words: words('专用设备'), subject: 'assets.equipmentSpecial', kind: 'count' },
  { words: words('通用设备'), subject: 'assets.equipmentGeneral', kind: 'count' },
  {
    words: words('单[价位][^，。]{0,4}100万元[^，。]{0,8}设备(?:\\(不含车辆\\))?'),
    subject: 'assets.equipment',
    kind: 'count',
    topics: ['assets'],
  },
  {
    words: words('(?:本?部门|单位)?(?:共有|保有|实有)?(?:公务)?车辆|(?<!一般|其他)公务用车'),
    subject: 'assets.vehicles',
    kind: 'count',
    topics: ['assets'],
  },

  {
    words: words('(?:在职|在编)(?:在岗)?(?:在编)?(?:实有)?(?:人数|人员|职工|干部职工)?'),
    subject: 'staff.active',
    kind: 'count',
    topics: ['profile'],
  },
  { words: words('离退休(?:实有)?(?:人数|人员|职工|干部)?'), subject: 'staff.retired', kind: 'count', topics: ['profile'] },

  { words: words('一般公共预算(?:财政拨款)?基本支出'), subject: 'generalBudget.basic' },
  { words: words('一般公共预算(?:财政拨款)?项目支出'), subject: 'generalBudget.project' },
  { words: words('基本支出'), subject: 'generalBudget.basic', topics: GENERAL },
  { words: words('项目支出'), subject: 'generalBudget.project', topics: GENERAL },
  { words: words('基本支出'), subject: 'expenditure.basic' },
  { words: words('项目支出'), subject: 'expenditure.project' },
  { words: words('人员(?:经费|支出)'), subject: 'personnel', topics: GENERAL },
  { words: words('(?:日常)?公用(?:经费|支出)'), subject: 'public', topics: GENERAL },
  { words: words('一般公共预算(?:(?:财政)?拨款)?(?:预算)?(?:本年)?收入'), subject: 'generalBudget.revenue' },
  { words: words('一般公共预算(?:当年)?(?:(?:财政)?拨款|资金)?(?:安排)?(?:本年)?支出'), subject: 'generalBudget.expenditure' },
  { words: words('财政拨款(?:本年)?支出'), subject: 'generalBudget.expenditure', topics: GENERAL },
  { words: words('财政拨款(?:本年)?支出'), subject: 'fiscal.expenditure' },
  { words: words('财政拨款(?:本年)?收入'), subject: 'fiscal.revenue', topics: ['fiscalOverall'] },
  { words: words('财政拨款(?:本年)?收入'), subject: 'revenue.appropriation', topics: REVENUE },
  { words: /^财政拨款$/, subject: 'revenue.appropriation', topics: ['revenue'] },
  { words: words('上级补助收入'), subject: 'revenue.superiorSubsidy' },
  { words: words('附属单位(?:上缴|缴款)收入'), subject: 'revenue.subordinate' },
  { words: words('(?<!非)事业(?:单位)?(?:收入|预算收入)'), subject: 'revenue.undertaking' },
  { words: words('经营收入'), subject: 'revenue.business' },
  { words: words('其他收入'), subject: 'revenue.other' },
  { words: words('上缴上级支出'), subject: 'expenditure.toSuperior' },
  { words: words('对附属单位补助支出'), subject: 'expenditure.toSubordinate' },
  { words: words('经营支出'), subject: 'expenditure.business' },
  { words: /(?:本年)?总收入$/, subject: 'revenue.total', topics: ['revenue'] },
  { words: /(?:本年)?总支出$/, subject: 'expenditure.total', topics: ['expenditure'] },
  { words: /(?:本年)?(?:各项)?收入(?:决算)?(?:合计|总计)$/, subject: 'revenue.total', topics: ['revenue'] },
  { words: /(?:本年)?(?:各项)?支出(?:决算)?(?:合计|总计)$/, subject: 'expenditure.total', topics: ['expenditure'] },
  { words: /本年收入(?:合计)?$|^收入合计$/, subject: 'revenue.total', topics: REVENUE },
  { words: /本年支出(?:合计)?$|^支出合计$/, subject: 'expenditure.total', topics: [...REVENUE, 'expenditure'] },
]

/** Words that say themselves that they are classified, in any part of the report. */
const LEVELLED = /\([类款项]\)/
const CLASSIFIED: ReadonlySet<string> = new Set([
  'generalBudget',
  'overall',
  'expenditure',
  'fiscalOverall',
  'governmentFund',
  'stateCapital',
])
const ECONOMIC_TOPICS: ReadonlySet<string> = new Set(['basic', 'operating', 'generalBudget'])
const VEHICLE = /([^，。；、:()]{2,14}(?:\([省部]\))?[^，。；、:()]{0,10}(?:用车|车辆|车))$/

const FUNDS: ReadonlySet<string> = new Set(['governmentFund', 'stateCapital'])

const family = (topic: Topic): string => topic.split('.')[0] ?? topic
const inTopic = (rule: SubjectRule, topic: Topic): boolean => rule.topics === undefined || rule.topics.includes(family(topic))

export interface Named {
  readonly subject: Subject | null
  /** The item, shortened to the words that name the subject where a department's name stands before them. */
  readonly item: string
}

/** A remark in brackets behind the item: 政府采购金额(以合同签订为准). */
const REMARK = /\((?![类款项境])[^()]{2,30}\)$/
const LONG_ITEM = 8

const shortened = (item: string, match: RegExpExecArray | null): string =>
  match && item.length > LONG_ITEM && match.index > 3 ? item.slice(match.index) : item

/** The stable key that an item's words name in this part of the report; null when they name none. */
export function nameOf(item: string, topic: Topic, kind: Kind, parentCode: string | null = null): Named {
  const named = nameWords(item, topic, kind, parentCode)
  const short = named.subject === null ? item.replace(REMARK, '') : item
  if (short === item || short === '') return named
  const again = nameWords(short, topic, kind, parentCode)
  return again.subject === null ? named : again
}

function nameWords(item: string, topic: Topic, kind: Kind, parentCode: string | null): Named {
  for (const rule of RULES) {
    if ((rule.kind ?? kind) !== kind || !inTopic(rule, topic)) continue
    const match = rule.words.exec(item)
    // In a fund's own part 基本支出 is the fund's, not the department's.
    const ofFund = FUNDS.has(family(topic)) && rule.subject?.startsWith('expenditure.')
    if (match) return { subject: ofFund ? null : rule.subject, item: shortened(item, match) }
  }
  if (kind === 'count') {
    const vehicle = topic === 'assets' ? VEHICLE.exec(item) : null
    return vehicle ? { subject: `vehicles:${vehicle[1] ?? ''}`, item: vehicle[1] ?? item } : { subject: null, item }
  }
  if (CLASSIFIED.has(family(topic)) || LEVELLED.test(item)) {
    const code = functionalCode(item, parentCode)
    if (code !== null) return { subject: `code:${code}`, item }
  }
  const economic = ECONOMIC_TOPICS.has(family(topic)) ? economicCode(item) : null
  return { subject: economic === null ? null : `economic:${economic}`, item }
}
