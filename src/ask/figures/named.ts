import { claimKey, type Fact } from '../../domain/fact.ts'
import { isMoneyUnit } from '../../domain/figure.ts'
import { normaliseName } from '../normalise.ts'
import type { ReportView } from './report-view.ts'

/** The report's own names for what no list of words knows: 招商 for 重大项目招商及园区建设, 深改工作 for 全面深化改革及政研工作. */

/** Said of something that is spent on, around its name. */
const BEFORE =
  /^(?:[一二三四五六七八九十]是|购买|购置|采购|缴纳|上缴|聘用|聘请|雇用|雇佣|安排|用于|花在|用在|投入|举办|开展|建设|买|购|交|缴|雇|请|聘|发|给|办|搞|租|配|修|做)(?:了|的)?(?=\S{2})/
const BEHIND = /(?:(?:那|这)(?:个|笔|项|块)|上|方面|里|项目|工作|活动|经费|费用|支出|资金|开支|款项|(?<=.{3})费|的|钱)+$/
/** How it is asked for. */
const ASKED =
  /(?:一共|总共|到底|究竟)?(?:有没有|有|是|为)?(?:花|用|买|请|雇|发|交|配|办)?(?:了|掉|去|的)?(?:多少|几)(?:钱|万?元|个人|人次|人|名|位|个|件|台|辆|次|场|批次|批|项|支)?|(?:完成|执行)(?:率|情况|进度)|(?:年初|全年)?预算(?:和|与|及)?(?:决算|执行)?数?|决算数?|执行数|占比|人均|比上年|增减/g

/** What is asked for, without the words around its name. */
export function coreOf(phrase: string): string {
  let core = normaliseName(phrase.replace(ASKED, ' '))
  for (let before = ''; before !== core; ) {
    before = core
    core = core.replace(BEFORE, '')
    const shorter = core.replace(BEHIND, '')
    if (shorter.length >= 2) core = shorter
  }
  return core
}

const PLAIN = /^(final|total|amount|execution|budget|count|actual)$/
/** Names of the report's own year that carry an amount or a count; indicators of self-evaluations are none. */
function namedFacts(view: ReportView): Fact[] {
  const { claims, meta } = view.report
  const foreign = new Set(claims.filter(({ year }) => year !== null && year !== meta.fiscalYear).map((claim) => claimKey(claim)))
  return [...view.facts.values()].filter(
    ({ key, form, row, column, subject }) =>
      !foreign.has(key) &&
      (form === 'narrative' || (form === 'selfEvaluation' && row.parent === null)) &&
      PLAIN.test(column) &&
      (subject === null || subject === '' || subject.startsWith('project:')),
  )
}

/** The characters of an abbreviation stand in the name in its order and close together: 深改 in 深化改革. */
function abbreviates(short: string, name: string): boolean {
  const first = name.indexOf(short.charAt(0))
  if (short.length < 2 || short.length > 6 || first < 0) return false
  let at = first
  for (const character of short.slice(1)) {
    at = name.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return at - first <= 2 * short.length
}

export type Kind = 'money' | 'count' | null
const fits = (kind: Kind, { figure }: Fact): boolean =>
  kind === null || (kind === 'money') === isMoneyUnit(figure.unit) || (kind === 'count' && /^[人名个件台辆次场批支]/.test(figure.unit))

const MOST = 8
/** The names that words mean, those that hold them first; those that they only abbreviate where there are no others. */
export function namesMeant(view: ReportView, phrase: string, kind: Kind): string[] {
  const core = coreOf(phrase)
  if (core.length < 2) return []
  const facts = namedFacts(view).filter((fact) => fits(kind, fact))
  const names = [...new Set(facts.map(({ row }) => row.name))]
  const holding = names.filter((name) => normaliseName(name).includes(core))
  const found = holding.length > 0 ? holding : names.filter((name) => abbreviates(core, normaliseName(name)))
  // 日常行政经费 and 日常行政经费支出项目 are one thing: the shortest name stands for it.
  const ordered = [...found].sort((a, b) => a.length - b.length)
  const distinct = ordered.filter((name, i) => !ordered.slice(0, i).some((shorter) => coreOf(name).includes(coreOf(shorter))))
  return distinct.slice(0, MOST)
}
