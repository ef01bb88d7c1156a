import { claimKey, type Fact } from '../../domain/fact.ts'
import { isMoneyUnit } from '../../domain/figure.ts'
import { normaliseName } from '../normalise.ts'
import type { Operation } from '../query.ts'
import { withoutFillers } from '../words/leftover.ts'
import type { ReportView } from './report-view.ts'

/** The search through all figures of one report by the report's own names, for what no list of words knows. */

export interface Wanted {
  /** What is asked for, without department, year and question words. */
  readonly phrase: string
  readonly columns: readonly string[]
  readonly unit: RegExp | null
}

const PLAIN: readonly string[] = ['final', 'total', 'amount', 'execution', 'budget', 'count', 'actual']

/** What tells the kind of figure: words, columns, units. The first row that the question holds wins. */
const KINDS: readonly (readonly [words: RegExp, columns: readonly string[], unit: RegExp | null])[] = [
  [/执行率|完成率|完成比例/, ['rate', 'completion'], /^[%倍]$/],
  [/得分|分数|多少分|几分|打了?分|评分/, ['score'], /分/],
  [/分值|满分|权重/, ['weight'], /分/],
  [/执行数|执行金额|执行了/, ['execution', 'actual', 'final'], /元$/],
  [/目标值?|指标值/, ['target'], null],
  [/人次/, ['count'], /人次$/],
  [/批次|[几多少]批/, ['count'], /批/],
  [/[几多少]辆|[几多少]台|辆数|车辆数/, ['count'], /[辆台]/],
  [/编制|人数|人员|[几多少]个?[人名]/, ['count'], /^[人名]$/],
  [/资金|金额|多少钱|万元|花了|用了|[款钱]$/, PLAIN, /元$/],
]
const BY_OPERATION: Partial<Record<Operation, readonly string[]>> = {
  budget: ['budget', 'adjusted'],
  completion: ['rate', 'completion'],
  share: ['share'],
  change: ['change', 'growth'],
}

/** Words that ask, wherever they stand. */
const ASKING =
  /(一共|总共)?(有|是|为|花了|用了|花|用)?(多少|几)(钱|万?元|人次|批次|批|个人|人|名|辆|台|个|家|次|分)?|(执行|完成)(率|比例)|执行数|执行金额|得分|分数|评分|年初?预算数?|预算数?|决算数?/g

/** What a question wants of the search; `money` where the words taken from the phrase asked for money. */
export function wantedOf(phrase: string, operation: Operation, money = false): Wanted {
  const kind = KINDS.find(([words]) => words.test(phrase))
  const bare = phrase.replace(ASKING, ' ').replace(/[^\p{L}\p{N}]/gu, '')
  const columns = operation === 'value' ? (kind?.[1] ?? PLAIN) : (BY_OPERATION[operation] ?? [])
  return {
    phrase: bare.length < 2 ? normaliseName(phrase) : bare,
    columns,
    unit: operation === 'value' ? (kind?.[2] ?? (money && kind === undefined ? /元$/ : null)) : null,
  }
}

/** Which characters of a text stand in another one as part of a run of at least two. */
function shared(text: string, other: string): boolean[] {
  const covered = [...text].map(() => false)
  for (let at = 0; at + 2 <= text.length; at++)
    if (other.includes(text.slice(at, at + 2))) {
      covered[at] = true
      covered[at + 1] = true
    }
  return covered
}

const runs = (text: string, covered: readonly boolean[]): string[] =>
  [...text]
    .map((character, i) => (covered[i] === true ? ' ' : character))
    .join('')
    .split(/ +/)

/** 人员 behind 退休 says only what is counted. */
const GENERIC = /^(人员|人数|人|实有|总|数|的|数量|经费|费用|支出|项目|资金)+$/
/** Around a project's name in the title of its evaluation. */
const TITLE = /^(人员|经费|费用|支出|项目|资金|绩效|自评|评价|报告|情况|结果|表|年度?|的|\d)+$/

/** Is a name said by these words, and not only a piece of it? 综合 is no 综合协调经费. */
export const saysName = (words: string, name: string): boolean =>
  name.includes(words) && name.split(words).every((piece) => piece === '' || TITLE.test(piece))

export interface Found {
  readonly fact: Fact
  /** The report's own name. */
  readonly name: string
  /** 0 … 1: how much of the name was said; above 1 where the question says it whole. */
  readonly score: number
}

/** The total of the list of evaluated projects is printed as 合计 alone. */
export const nameOf = ({ form, row }: Fact): string =>
  form === 'selfEvaluation' && row.parent === null && /^(合计|总计)$/.test(row.name) ? `绩效自评项目资金${row.name}` : row.name
const aroundOf = ({ row, section }: Fact, under: string): string => {
  const words = normaliseName(`${row.parent ?? ''} ${under} ${(section ?? '').split(' / ').slice(-2).join(' ')}`)
  return /用车|车辆|公车/.test(words) ? `${words}车辆公车公务用车用车` : words
}

function fits(fact: Fact, wanted: Wanted, under: string): Found | null {
  const name = normaliseName(nameOf(fact))
  const { phrase } = wanted
  const inName = shared(phrase, name)
  if (!inName.includes(true)) return null
  const around = shared(phrase, aroundOf(fact, under))
  const open = runs(
    phrase,
    inName.map((one, i) => one || around[i] === true),
  ).filter((run) => run !== '' && !GENERIC.test(run))
  const told = inName.filter(Boolean).length
  // 应急保障车 for 应急保障用车: one character of a long name.
  const explained = open.every((run) => withoutFillers(run) === '' || (run.length === 1 && told > 2 && name.includes(run)))
  if (!explained) return null
  const said = shared(name, phrase)
  const plain = runs(name, said).every((run) => run === '' || GENERIC.test(run))
  return {
    fact,
    name: nameOf(fact),
    score:
      name === phrase ? 3 : plain ? 2 : said.filter(Boolean).length / name.length + (phrase.length > 2 && name.includes(phrase) ? 1 : 0),
  }
}

/** All figures of the report's own year that the words fit, the best told first. */
export function searchFacts(view: ReportView, wanted: Wanted): Found[] {
  if (wanted.phrase.length < 2) return []
  const foreign = new Set(
    view.report.claims.filter(({ year }) => year !== null && year !== view.report.meta.fiscalYear).map((claim) => claimKey(claim)),
  )
  const { claims } = view.report
  const items = new Map(claims.map((claim) => [claim.id, claim.item]))
  const parents = new Map(claims.map((claim) => [claimKey(claim), items.get(claim.partOf ?? '') ?? '']))
  return [...view.facts.values()]
    .filter(
      (fact) =>
        !foreign.has(fact.key) &&
        // The points for the execution line alone are no project's score.
        !(fact.form === 'selfEvaluation' && fact.column === 'score' && fact.row.parent === null) &&
        wanted.columns.includes(fact.column) &&
        (wanted.unit === null ? isMoneyUnit(fact.figure.unit) || fact.figure.unit !== '' : wanted.unit.test(fact.figure.unit)),
    )
    .flatMap((fact) => fits(fact, wanted, parents.get(fact.key) ?? '') ?? [])
    .sort((a, b) => b.score - a.score)
}
