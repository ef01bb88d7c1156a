import type { CellObject, WorkSheet } from '@e965/xlsx'
import { ordinary } from '../../pdf/characters.ts'
import { cellText } from './cell-text.ts'

/** A row of a sheet as a person sees it, '' where blank. */
export interface SheetRow {
  /** 1-based, as the sheet counts. */
  readonly no: number
  readonly cells: readonly string[]
}

export interface VisibleSheet {
  readonly rows: readonly SheetRow[]
  readonly hiddenRows: number
  readonly hiddenColumns: number
  /** Rows beyond what any form needs. */
  readonly cut: number
}

/** No form is wider or longer; sheets that claim to be were formatted to the edge. */
const MOST = { columns: 256, rows: 20_000, merges: 20_000 }

/** Places that a merged cell covers; only its first one is shown. */
function coveredBy(sheet: WorkSheet): ReadonlySet<string> {
  const covered = new Set<string>()
  for (const { s, e } of (sheet['!merges'] ?? []).slice(0, MOST.merges))
    for (let r = s.r; r <= Math.min(e.r, s.r + MOST.columns); r++)
      for (let c = s.c; c <= Math.min(e.c, s.c + MOST.columns); c++) if (r !== s.r || c !== s.c) covered.add(`${r},${c}`)
  return covered
}

const isHidden = (info: readonly ({ hidden?: boolean } | undefined)[] | undefined, i: number): boolean => info?.[i]?.hidden === true

/** What a sheet shows: hidden rows and columns, and what lies under merged cells, are left out. */
export function visibleRows(sheet: WorkSheet): VisibleSheet {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const covered = coveredBy(sheet)
  const hiddenColumns = new Set<number>()
  const rows: SheetRow[] = []
  let hiddenRows = 0
  let cut = 0
  // Sparse: only what exists is visited.
  data.forEach((cells, r) => {
    const shown: string[] = []
    cells?.forEach((cell, c) => {
      const text = c < MOST.columns && !covered.has(`${r},${c}`) ? ordinary(cellText(cell)) : ''
      if (text === '') return
      if (isHidden(sheet['!cols'], c)) hiddenColumns.add(c)
      else shown[c] = text
    })
    if (shown.length === 0) return
    if (isHidden(sheet['!rows'], r)) hiddenRows++
    else if (rows.length >= MOST.rows) cut++
    else rows.push({ no: r + 1, cells: shown })
  })
  return { rows: onGrid(rows, (c) => isHidden(sheet['!cols'], c)), hiddenRows, hiddenColumns: hiddenColumns.size, cut }
}

/** All rows to one width, without hidden columns. */
function onGrid(rows: readonly SheetRow[], isHiddenColumn: (c: number) => boolean): SheetRow[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, c) => c).filter((c) => !isHiddenColumn(c))
  return rows.map(({ no, cells }) => ({ no, cells: columns.map((c) => cells[c] ?? '') }))
}
