import { coreOf, namesMeant } from './figures/named.ts'
import type { ReportView } from './figures/report-view.ts'
import { normaliseName } from './normalise.ts'
import type { Query } from './query.ts'

/** Measures of a self-evaluation are found by their columns, not by a name. */
const MEASURED = /得分|分数|评分|打分|分值|满分|权重|目标值?|指标|完成值|实际值|满意度/

export interface OwnName {
  readonly query: Query
  /** Money was asked for, and the report only counts. */
  readonly counted: boolean
}

/** A query read by the report's own name for what it asks; null where no name of the report, or more than one, is meant. */
export function byOwnName(view: ReportView, query: Query): OwnName | null {
  if (query.phrase === '' || MEASURED.test(query.phrase) || query.ranking !== null || query.span !== null || query.joined !== null)
    return null
  const { kind } = query
  const names = namesMeant(view, query.phrase, kind)
  const counted = names.length === 0 && kind === 'money'
  const [name, ...others] = counted ? namesMeant(view, query.phrase, 'count') : names
  if (name === undefined || others.length > 0 || (counted && query.operation !== 'value')) return null
  const said = coreOf(query.phrase)
  const same = coreOf(name) === said || normaliseName(name) === normaliseName(query.phrase)
  const meant: Query = {
    ...query,
    topic: 'item',
    items: [{ words: name, subjects: [], different: false }],
    phrase: name,
    rest: '',
    odd: '',
    mended: same ? query.mended : { said, meant: name },
  }
  return { query: meant, counted }
}
