import type { StandardSubject } from '../../domain/subject.ts'
import type { Meta } from './figures.ts'
import type { Group } from './lists.ts'
import type { Reading } from './measures.ts'
import type { Scope } from './scope.ts'

/** 财政拨款预算支出 says 财政拨款支出预算; behind 费 and 支出 the words are whole without. */
export const planned = (words: string): string =>
  words.replace(/(?<!支出|收入|费|公共|基金|经营)预算(支出|收入)((?:总计|合计|总额)?[为是]?)$/, '$1预算$2')

/** Who has the money, before 收入预算 or 支出预算: nothing, a mark, a year, 本年 or the end of a body's name. */
const OWNER = '(?:^|[，,。；;:、)\\s]|年度?|[局厅委院会部办处府校学司队站馆所园中心位道]|本级|机关)(?:本年|当年|总)?'
const TOTALS: readonly (readonly [RegExp, StandardSubject])[] = [
  [new RegExp(`${OWNER}(收入?[、和]支出?)$`), 'total.both'],
  [new RegExp(`${OWNER}(收入)$`), 'revenue.total'],
  [new RegExp(`${OWNER}(支出)$`), 'expenditure.total'],
]
/** In the part about revenue (expenditure) the plain word alone is the department's whole. */
const PLAIN_TOTAL: Readonly<Record<string, readonly [RegExp, StandardSubject]>> = {
  revenue: [/^(?:\d{4}年度?)?(?:本年|全年|(?:本|我)[部单局委厅院校]?[门位]?)?(收入)$/, 'revenue.total'],
  expenditure: [/^(?:\d{4}年度?)?(?:本年|全年|(?:本|我)[部单局委厅院校]?[门位]?)?(支出)$/, 'expenditure.total'],
}
const OVERALL: ReadonlySet<string> = new Set(['overall', 'revenue', 'expenditure', 'other', 'profile'])

/** 2025年某局收入预算3,121.42万元 speaks of all revenue; only a budget says it so plainly. */
export function budgetGroup(reading: Reading, scope: Scope, meta: Meta): Group | null {
  if (meta.kind !== 'budget' || !OVERALL.has(scope.topic)) return null
  const words = reading.rest.replace(/(?:预算)?(?:总计|合计|各|均)*$/, '')
  const total = reading.measure === 'budget' || /收[入]?、支[出]?$/.test(words)
  for (const [pattern, subject] of total ? TOTALS : []) {
    const item = pattern.exec(words)?.[1]
    if (item !== undefined) return scope.group(item, subject, 'money')
  }
  return null
}

/** 2016年收入决算4,258.39万元, in the part about revenue, speaks of all revenue. */
export function accountGroup(reading: Reading, scope: Scope, meta: Meta): Group | null {
  const plain = meta.kind !== 'budget' && reading.measure === 'final' && reading.said ? PLAIN_TOTAL[scope.topic] : undefined
  const item = plain?.[0].exec(reading.rest.replace(/^[，,;:、\s]+/, ''))?.[1]
  // Where an item is being spoken of, 支出决算 is that item's.
  return plain === undefined || item === undefined || (scope.current?.claims.size ?? 0) > 0 ? null : scope.group(item, plain[1], 'money')
}
