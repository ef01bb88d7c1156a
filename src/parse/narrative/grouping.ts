import type { Measure, Topic } from '../../domain/report.ts'
import { type StandardSubject, SUBJECTS, type Subject } from '../../domain/subject.ts'
import { moneyOfCount, threePublicCount } from './counts.ts'
import type { Spot } from './figures.ts'
import { itemOf, projectName } from './items.ts'
import type { Group } from './lists.ts'
import type { Reading, UnitKind } from './measures.ts'
import type { Scope } from './scope.ts'
import { nameOf } from './subjects.ts'

const DERIVED: ReadonlySet<Measure> = new Set(['change', 'growth', 'completion', 'prior'])
const LONGEST_TAIL = 14
/** The counted thing right behind the unit, up to a mark or a verb. */
const COUNTED = /^(?!以上|以下|以内)[^，,。；;、:()\d“《]{2,14}/
const VERB =
  /(?:的(?:绩效|自评)|进行|开展|到|完成|获得|提前|达到|被|均|参加|踊跃|结合|始终|已|按|共|专题|对|向|和|及|与|使用|安排|的?情况).*$/
const POINTS_BACK = /^收入?、?支出?$|^收入?、支出?总计$/

/** Words of the performance part that mean its own figures. */
const PERFORMANCE: readonly (readonly [RegExp, RegExp, StandardSubject])[] = [
  [/(?:自评|涉及|一级|^)(?:的)?(?:\d{4}年度?)?(?:个|一级)?项目$/, /^[个项]$/, 'performance.projects'],
  [/(?:资金|金额|预算资金|预算金额)$/, /元$/, 'performance.funds'],
]

/** `涉及预算金额`: the money of the projects counted just before. */
const CONCERNED = /(?:涉及|涉及的)(?:的)?(?:项目)?(?:预算)?(?:金额|资金|支出)?[为共计约]*$/

export const defaultItem = (spot: Spot): string => {
  const heading = spot.paragraph.path.at(-1) ?? ''
  const words = heading.replace(/^[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?/, '').replace(/[。：:]$/, '')
  return words.slice(0, 30) || '（未写明项目）'
}

function performanceGroup(words: string, spot: Spot, scope: Scope, kind: Group['kind']): Group | null {
  if (scope.topic !== 'performance') return null
  const concerned = CONCERNED.test(spot.before) && kind === 'money'
  if (concerned && /共(?:计)?涉及/.test(spot.before)) return scope.group(SUBJECTS['performance.funds'], 'performance.funds', 'money')
  if (concerned) {
    const projects = scope.current?.kind === 'count' && /项目/.test(scope.current.item) ? scope.current : null
    const subject = projects === null || projects.subject === 'performance.projects' ? 'performance.funds' : null
    return scope.group(`${projects?.item ?? ''}涉及金额`, subject, 'money')
  }
  const plain = words.replace(/[为共计约是:]+$/, '')
  const unit = spot.figure.unit ?? '万元'
  const rule = PERFORMANCE.find(([ending, units]) => ending.test(plain) && units.test(unit))
  const whole = /整体/.test(spot.paragraph.path.at(-1) ?? '')
  return rule ? scope.group(itemOf(words) || SUBJECTS[rule[2]], whole ? null : rule[2], kind, kind === 'count' ? unit : '') : null
}

/** 国（境）外公务接待: its counts and amounts are not those of all receptions. */
const FOREIGN_GUESTS = '国（境）外公务接待'
const DOMESTIC_GUESTS = '国内公务接待'
/** Persons who are no guests of a domestic reception. */
const OTHER_PERSONS = /外事|外宾|境外|国\(境\)外|陪同|陪餐|随行/

const tailOf = (spot: Spot): string => {
  const counted = COUNTED.exec(spot.after)?.[0] ?? ''
  // What is too long to be seen whole (1家事业单位财政拨款的机关运行经费) ends before its last 的, never inside a word.
  const whole = counted.length < LONGEST_TAIL ? counted : counted.replace(/的[^的]*$/, '')
  const tail = whole.replace(VERB, '')
  return tail.length >= 2 ? tail : ''
}

function countGroup(spot: Spot, rest: string, scope: Scope): Group {
  const unit = spot.figure.unit ?? ''
  const own = itemOf(rest)
  const tail = tailOf(spot)
  if (scope.guests === 'foreign') return scope.group(own || tail || FOREIGN_GUESTS, null, 'count', unit)
  for (const words of [own, tail, `${own}${tail}`]) {
    const { subject, item } = nameOf(words, scope.topic, 'count')
    if (words !== '' && subject) return scope.group(item, subject, 'count', unit)
  }
  const performance = performanceGroup(tail || rest, spot, scope, 'count')
  if (performance) return performance
  if (scope.topic === 'threePublic' && !OTHER_PERSONS.test(own)) {
    const near =
      nameOf(own.replace(/(?:团组|批次|人次|人数)$/, ''), 'threePublic', 'money').subject ??
      scope.current?.subject ??
      scope.head?.subject ??
      null
    const spokenOf = scope.guests === 'domestic' ? 'threePublic.reception' : near
    const counted = threePublicCount(spokenOf, `${own}${tail}`, unit)
    if (counted) return scope.group(own || SUBJECTS[counted], counted, 'count', unit)
  }
  return scope.group(tail || own || scope.current?.item || defaultItem(spot), null, 'count', unit)
}

/** What an amount or percentage without an item of its own belongs to. */
function inherited(spot: Spot, measure: Measure, kind: UnitKind, scope: Scope): Group {
  const { current } = scope
  if (kind === 'count' && current?.kind === 'money') return scope.group(defaultItem(spot), null, 'count', spot.figure.unit ?? '')
  if (scope.reasons) return scope.group(scope.reason || defaultItem(spot), null, 'money')
  // 14批次。较上年减少0.37万元，下降27.24%: money, and the rate of the money, are not the batches'.
  const ofMoney = kind === 'money' || scope.moneyUnit !== null
  const money = current?.kind === 'count' && (ofMoney || (!DERIVED.has(measure) && measure !== 'share' && measure !== 'rate'))
  if (!money) return current ?? scope.head ?? scope.group(defaultItem(spot), null, 'money')
  // A budget is made for all receptions; what was spent can be told of some.
  if (scope.guests !== null && measure !== 'budget')
    return scope.group(scope.guests === 'foreign' ? FOREIGN_GUESTS : DOMESTIC_GUESTS, null, 'money')
  const subject = moneyOfCount(current.subject)
  if (subject) return scope.group(SUBJECTS[subject], subject, 'money')
  return scope.lastMoney ?? scope.head ?? scope.group(defaultItem(spot), null, 'money')
}

function inProjectList(own: string, scope: Scope): Subject | null {
  if (!scope.lists.innermost?.parent.subject?.endsWith('.project')) return null
  const plain = nameOf(own, scope.topic, 'money').subject
  return plain === null || /^(?:code|economic):/.test(plain) ? `project:${projectName(own)}` : null
}

/** Under 其他情况 the parts of 政府采购 are read as in its own part. */
const topicOfWhole = ({ topic, lists }: Scope): Topic =>
  topic === 'other' && lists.innermost?.parent.subject === 'procurement.total' ? 'procurement' : topic

/** 当年支出决算为…: the spending of the item just named, not of the department. */
const OWN_SPENDING = /^(?:当年|本年)支出$/
/** Is a functional item being spoken of? Then 支出决算 in a fund's part is that item's. */
const speaksOfItem = ({ current }: Scope): boolean =>
  current !== null && current.claims.size > 0 && (current.subject?.startsWith('code:') === true || /\([类款项]\)/.test(current.item))

/** 一般公共预算财政拨款本年收入…；本年支出…: of the purse that the paragraph began with. */
const BARE = /^(?:本年度?|全年|当年)?(收入|支出)(?:决算)?(?:数|合计)?$/
const PURSE = /^(fiscal|generalBudget|governmentFund|stateCapital)\.|^(revenue)\.appropriation$/

function ofSamePurse(own: string, scope: Scope): StandardSubject | null {
  const side = BARE.exec(own)?.[1]
  const [, named, appropriation] = PURSE.exec(scope.first?.subject ?? '') ?? []
  const purse = named ?? (appropriation !== undefined || scope.topic === 'fiscalOverall' ? 'fiscal' : undefined)
  if (side === undefined || purse === undefined || speaksOfItem(scope)) return null
  return `${purse}.${side === '收入' ? 'revenue' : 'expenditure'}` as StandardSubject
}

/** The item that a figure belongs to: the one its own words name, or the one that is being spoken of. */
export function groupFor(spot: Spot, reading: Reading, kind: UnitKind, scope: Scope): Group {
  if (kind === 'count' && !DERIVED.has(reading.measure)) return countGroup(spot, reading.rest, scope)
  const performance = performanceGroup(reading.rest, spot, scope, 'money')
  if (performance) return performance
  const own = itemOf(reading.rest)
  const words = own === '' ? reading.rest.replace(/^[，,；;、\s]+/, '') : own
  const twin = kind === 'count' ? null : ofSamePurse(words, scope)
  if (twin !== null) return scope.group(words, twin, 'money')
  if (own === '') {
    const bare = nameOf(words, scope.topic, 'money')
    const fund = bare.subject !== null && !speaksOfItem(scope) && /^(?:governmentFund|stateCapital)$/.test(scope.topic)
    return fund ? scope.group(bare.item, bare.subject, 'money') : inherited(spot, reading.measure, kind, scope)
  }
  const project = inProjectList(own, scope)
  if (project) return scope.group(own, project, 'money')
  if (scope.current && OWN_SPENDING.test(own) && speaksOfItem(scope)) return scope.current
  const named = nameOf(own, topicOfWhole(scope), 'money', scope.parentCode)
  const pointsBack = named.subject === null && scope.current !== null && DERIVED.has(reading.measure)
  if (pointsBack && scope.current && kind !== 'count' && (scope.reasons || own.length <= 3 || POINTS_BACK.test(own))) return scope.current
  if (kind === 'count') return scope.group(own, named.subject?.startsWith('count.') ? named.subject : null, 'count', spot.figure.unit ?? '')
  return scope.group(named.item, named.subject, 'money')
}
