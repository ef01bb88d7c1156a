import { ECONOMIC, FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import type { Line } from '../../domain/document.ts'
import type { FormId } from '../../domain/form.ts'
import type { Cell, FormRow, Unread } from '../../domain/report.ts'
import { placeOf } from '../forms/cells.ts'
import { type Money, moneyCell, numbersIn, tokensAt, unreadOf } from './cells.ts'
import type { Column } from './columns.ts'
import type { Grid } from './grid.ts'
import { type CodeSystem, isCodeOf, type Label, LabelReader } from './labels.ts'
import { type Lane, lanesOf } from './lanes.ts'
import { contradictColumns } from './sums.ts'

export interface ReadRows {
  readonly rows: readonly FormRow[]
  readonly unread: readonly Unread[]
}

export const UNSURE = '列位无法由表头或勾稽关系确定'
const NAMELESS = '没有行名，无法归入表中'

const read = (group: readonly number[], body: readonly Line[]): Label[] => {
  const reader = new LabelReader(group)
  return body.map((line) => reader.read(line))
}

/** Of two classifications printed side by side, the labels in the system of this form; of the two economic ones the department's own. */
function labelsOf(lane: Lane, body: readonly Line[], systems: readonly CodeSystem[]): readonly Label[] {
  const groups = lane.labels.map((group) => read(group, body))
  const coded = (labels: readonly Label[], system: CodeSystem): number => labels.filter((label) => isCodeOf(system, label.code)).length
  for (const system of systems) {
    const best = [...groups].sort((a, b) => coded(b, system) - coded(a, system))[0]
    if (best !== undefined && coded(best, system) > 0) return withSums(best, groups)
  }
  return groups[0] ?? body.map(() => ({ code: null, name: '' }))
}

/** 合计 stands in the first label column of the row, whichever classification that is. */
const withSums = (labels: readonly Label[], groups: readonly (readonly Label[])[]): Label[] =>
  labels.map((label, i) => (label.code === null && label.name === '' ? (groups.find((g) => g[i]?.name !== '')?.[i] ?? label) : label))

const officialName = (code: string): string => (FUNCTIONAL.get(code) ?? ECONOMIC.get(code))?.name ?? code

interface Draft {
  label: Label
  readonly line: Line
  readonly lane: Lane
}

/** A line of words alone goes on the name above it. */
function drafts(lane: Lane, body: readonly Line[], systems: readonly CodeSystem[]): Draft[] {
  const labels = labelsOf(lane, body, systems)
  const out: Draft[] = []
  body.forEach((line, i) => {
    const label = labels[i] ?? { code: null, name: '' }
    const money = lane.money.some((cell) => (line.cells?.[cell] ?? '').trim() !== '')
    const last = out.at(-1)
    const goesOn = label.code === null && !money && last !== undefined && last.label.code !== null && !/计$/.test(label.name)
    if (goesOn) last.label = { ...last.label, name: last.label.name + label.name }
    else if (label.code !== null || label.name !== '' || money) out.push({ label, line, lane })
  })
  return out
}

function rowOf(draft: Draft, columns: readonly Column[], money: Money): { row: FormRow; unread: Unread[] } {
  const cells: Record<string, Cell> = {}
  const unread: Unread[] = []
  for (const at of draft.lane.money) {
    const column = columns[at]
    const tokens = tokensAt(draft.line, at)
    if (column?.kind !== 'money' || cells[column.key] !== undefined) {
      unread.push(...unreadOf(tokens, column?.kind === 'aside' ? column.reason : UNSURE))
      continue
    }
    const cell = moneyCell(tokens, money)
    if (cell === null) unread.push(...unreadOf(tokens, '一格内有多个数字，无法确定'))
    else cells[column.key] = cell
  }
  const { code, name } = draft.label
  const row: FormRow = {
    code,
    name: name === '' && code !== null ? officialName(code) : name,
    parent: null,
    side: null,
    ordinal: null,
    cells,
    where: placeOf(draft.line, code ?? name),
  }
  return { row, unread }
}

/** A unit's number is no code of a classification: such a row is known by its name. */
const keyed = (row: FormRow, systems: readonly CodeSystem[]): FormRow =>
  systems.some((system) => isCodeOf(system, row.code)) ? row : { ...row, code: null }

/**
 * Reads the rows of one grid whose rows are items of a classification (or units of the department).
 * @param systems the classifications the form can be printed in, the wanted one first
 */
export function codeRows(
  id: Exclude<FormId, 'threePublic'>,
  grid: Grid,
  columns: readonly Column[],
  money: Money,
  systems: readonly CodeSystem[],
): ReadRows {
  const read = lanesOf(columns).flatMap((lane) =>
    drafts(lane, grid.body, systems).map((draft) => ({ draft, ...rowOf(draft, columns, money) })),
  )
  const named = read.filter(({ row }) => row.name !== '')
  const nameless = read.filter(({ row }) => row.name === '')
  const figures = (lines: typeof read) =>
    lines.flatMap(({ draft }) => draft.lane.money.flatMap((at) => numbersIn(tokensAt(draft.line, at))))
  const rows = named.map(({ row }) => keyed(row, systems))
  if (contradictColumns(id, rows)) return { rows: [], unread: unreadOf(figures(read), UNSURE) }
  return { rows, unread: [...named.flatMap(({ unread }) => unread), ...unreadOf(figures(nameless), NAMELESS)] }
}
