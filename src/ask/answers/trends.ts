import type { Answer } from '../../domain/answer.ts'
import type { Department } from '../../store/interface.ts'
import { measureOf } from '../follow-up.ts'
import type { Asking } from '../knowledge.ts'
import type { Item, Query } from '../query.ts'
import { wayOf } from '../way.ts'
import { asksFigures, comparedItem } from './compare.ts'
import { groupNotes, guards, measuredNotes, missingNotes } from './guards.ts'
import type { Measured, Missing } from './measured.ts'
import { answerOf } from './parts.ts'
import { membersOf } from './ranking-scope.ts'
import { pickDepartment } from './resolve.ts'
import { figuresOver, type Moved, movedBetween, movedFigures, movedWords, yearsWanted } from './trend.ts'
import { ORIGIN_WORDS } from './year-figure.ts'

/** Several departments over the years: each one's own row, from its first year to its last. */

const MOST_DEPARTMENTS = 12

/** Is this a question about several years of several departments? */
export const isTrends = (query: Query): boolean => {
  const many = query.departments.length > 1 || query.group?.who === 'all' || query.group?.who === 'kind'
  return (
    asksFigures(query) &&
    many &&
    query.ranking === null &&
    (query.span !== null || (query.years.length > 1 && query.joined === null && !query.yearEach))
  )
}

interface Row {
  readonly department: Department
  readonly measured: readonly Measured[]
  readonly missing: readonly Missing[]
  readonly broader: readonly string[]
  readonly moved: Moved | null
}

async function rowOf(department: Department, query: Query, item: Item, asking: Asking): Promise<Row> {
  const years = await yearsWanted(query, asking, department)
  const found = await figuresOver(years, department, query, item, asking)
  return { department, ...found, moved: movedBetween(found.measured) }
}

const figuresOf = ({ measured }: Row): string =>
  measured.map(({ year, amount, origin }) => `${year}年度 ${amount}${ORIGIN_WORDS[origin]}`).join('，')
const rowWords = (row: Row): string => `${row.department.name} ${figuresOf(row)}${row.moved === null ? '' : `，${movedWords(row.moved)}`}`

export async function trendsAnswer(asked: Query, asking: Asking): Promise<Answer> {
  const query: Query = asked.operation === 'change' ? { ...asked, operation: 'value' } : asked
  const compared = comparedItem(query)
  if (compared === null) return answerOf('refused', '没看懂要看哪一项的变化。')
  const departments: Department[] = []
  const notes: string[] = []
  if (query.departments.length > 1)
    for (const words of query.departments) {
      const found = await pickDepartment(words, query, asking)
      if ('status' in found) {
        if (found.status === 'ambiguous') return found
        notes.push(found.headline.replace(/(名字相近的有|已收录的有)：$/, ''))
      } else departments.push(found.department)
    }
  else departments.push(...membersOf(query, asking))
  if (departments.length > MOST_DEPARTMENTS)
    return answerOf('refused', `部门太多（${departments.length}个），看不了每一个的变化，请写明几个部门，或者问某一年的排名。`)
  const rows = await Promise.all(departments.map((department) => rowOf(department, query, compared.item, asking)))
  const telling = rows.filter(({ measured }) => measured.length > 0)
  const sides = telling.flatMap(({ measured }) => measured)
  const words = sides[0]?.words ?? compared.item.words
  const context = { departments: departments.map(({ name }) => name), years: [], measure: measureOf(query), way: wayOf(query) }
  const without = rows.filter(({ measured }) => measured.length === 0).flatMap(({ missing }) => missing.slice(0, 1))
  // One year of several that nobody tells of is no gap of one department.
  const gaps = telling.flatMap(({ missing }) => (query.span === null ? missing : []))
  const all = [
    ...groupNotes(query.group, [departments.length, telling.length]),
    ...notes,
    ...compared.notes,
    ...new Set(rows.flatMap(({ broader }) => broader)),
  ]
  if (telling.length === 0)
    return answerOf('not-found', `没有哪个部门的报告有“${words}”这几年的数字。`, { notes: [...all, ...missingNotes(without)], context })
  return answerOf('answered', `${words}：${telling.map(rowWords).join('；')}。`, {
    table: {
      head: ['部门', words.length > 12 ? '数额' : words, '增减'],
      rows: telling.map((row) => [row.department.name, figuresOf(row), row.moved === null ? '只有一年' : movedWords(row.moved)]),
    },
    figures: telling.flatMap(({ measured, moved }) => [...measured.flatMap(({ figures }) => figures), ...movedFigures(moved, words)]),
    notes: [
      ...all,
      ...missingNotes([...without, ...gaps]),
      ...guards(sides).filter((note) => !note.startsWith('年度不同')),
      ...measuredNotes(sides),
    ],
    context,
  })
}
