import { evaluationKey } from '../../domain/fact.ts'
import type { Place } from '../../domain/report.ts'
import { inUnit } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { type Expr, fact } from '../expression.ts'
import { groupedBy } from '../grouping.ts'
import { judge } from '../judge.ts'
import { equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'

/** One amount said of a project somewhere. */
interface Mention {
  readonly name: string
  readonly what: 'budget' | 'execution'
  readonly expr: Expr
  readonly where: Place
  /** In words, in the project's own table, or in the list of all projects. */
  readonly source: 'said' | 'table' | 'summary'
}

/** What is left of a project's name when the words that come and go are taken off. */
const core = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s()“”"《》]/g, '')
    .replace(/(?:项目|经费|支出|工作)+$/, '')

function mentions(books: Books): readonly Mention[] {
  const said = books.said.flatMap((one): Mention[] => {
    const { claim, subject } = one
    if (!subject?.startsWith('project:') || !books.isOfTheYear(one) || !/元$/.test(claim.figure.unit)) return []
    const what = claim.measure === 'budget' ? 'budget' : ['final', 'execution', 'amount'].includes(claim.measure) ? 'execution' : null
    return what === null ? [] : [{ name: core(subject.slice('project:'.length)), what, expr: one.expr, where: claim.where, source: 'said' }]
  })
  const summaries = new Set(books.report.evaluations.filter((one) => /^合计|^总计/.test(one.project)).map((one) => one.table))
  const tables = books.report.evaluations.flatMap((evaluation): Mention[] => {
    const { column, scope, indicator, project } = evaluation
    if (
      scope !== 'project' ||
      indicator !== null ||
      !/元$/.test(evaluation.figure.unit) ||
      (column !== 'budget' && column !== 'execution') ||
      /^合计/.test(project)
    )
      return []
    const figure = inUnit(evaluation.figure, books.report.meta.unit)
    const expr = fact({
      key: evaluationKey(evaluation),
      what: `自评表“${project}”${column === 'budget' ? '预算数' : '执行数'}`,
      figure,
      printed: evaluation.figure,
      where: evaluation.where,
    })
    return [
      { name: core(project), what: column, expr, where: evaluation.where, source: summaries.has(evaluation.table) ? 'summary' : 'table' },
    ]
  })
  return [...said, ...tables].filter((mention) => mention.name.length >= 3)
}

/**
 * One project's mentions: same name, or the only longer name that ends in it (机关群团活动 and 群团活动).
 * A short form is something that running text uses; two tables with names alike are two projects.
 */
function familyOf(all: readonly Mention[], mention: Mention): string {
  const { name } = mention
  const wider = new Set(
    all
      .filter((other) => other.name !== name && other.name.endsWith(name) && (mention.source === 'said' || other.source === 'said'))
      .map((other) => other.name),
  )
  const [only, ...more] = wider
  return only !== undefined && more.length === 0 && name.length >= 4 ? only : name
}

/** Several tables of one name belong to several bodies of the department: which of them the words mean nobody can tell. */
const ambiguous = (group: readonly Mention[]): boolean =>
  (['table', 'summary'] as const).some((source) => group.filter((mention) => mention.source === source).length > 1)

function sameProject(books: Books): Outcome[] {
  const all = mentions(books)
  const groups = groupedBy(all, (mention) => `${familyOf(all, mention)}|${mention.what}`)
  return [...groups.values()].flatMap((whole): Outcome[] => {
    const group = ambiguous(whole) ? whole.filter((mention) => mention.source === 'said') : whole
    if (group.length < 2) return whole.length > 1 ? [unchecked('同名项目不止一个')] : []
    const standard = mostAgreed(group)
    return group.filter((mention) => mention !== standard).map((mention) => equal(mention.expr, standard.expr))
  })
}

function mostAgreed(group: readonly Mention[]): Mention {
  const votes = group.map((one) => group.filter((other) => judge(equal(one.expr, other.expr)).judgement === 'passed').length)
  const best = group[votes.indexOf(Math.max(...votes))] ?? group[0]
  if (!best) throw new Error('a group has members')
  return best
}

/** Projects that are named and sized in several places. */
export const projects: readonly Relation[] = [
  {
    id: 'project.repeated',
    title: '同一项目的预算数、执行数各处一致',
    kind: 'budget-execution',
    compares: '说明、绩效自评综述、自评表、汇总表中同名项目的预算数和执行（决算）数',
    applies: '项目名称相同（去掉“项目”“经费”等尾词），或只有一个更长的名称以它结尾；往年的数字不比',
    wording: SHOULD_EQUAL,
    origin: '公开样式',
    outcomes: sameProject,
  },
]
