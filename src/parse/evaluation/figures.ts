import type { Line } from '../../domain/document.ts'
import { type Figure, figureOf } from '../../domain/figure.ts'
import type { Place } from '../../domain/report.ts'
import { squeeze } from '../text.ts'

/** A figure of a self-evaluation cell with the words before it in that cell. */
export interface CellFigure {
  readonly label: string
  readonly figure: Figure
  readonly where: Place
  readonly cell: number | null
}

const FIGURE = /(\d[\d,，]*(?:\.\d+)?)(万元|亿元|元|%|％|分|人次|人|个|次|家|件|批次|辆|台|套|项|篇|份|天)?/g

/** Splits a line without cells at blanks, keeping blanks that stand inside a number's damage together with their text. */
export const cellsOf = (line: Line): readonly string[] => line.cells ?? line.text.trim().split(/[ \t\u00a0\u3000]+/)

/** Every figure of a cell with its unit; dates, codes and list numbers are left to the caller's patterns. */
export function figuresIn(line: Line, cell: string, index: number | null, unit: string): CellFigure[] {
  const flat = squeeze(cell).replace(/％/g, '%')
  const out: CellFigure[] = []
  let from = 0
  for (const match of flat.matchAll(FIGURE)) {
    const [raw, digits, printed] = match
    const label = flat.slice(from, match.index)
    from = (match.index ?? 0) + raw.length
    const figure = figureOf(digits ?? '', printed ?? unit)
    if (figure && !/^年|^月|^日|^号/.test(flat.slice(from)))
      out.push({ label, figure, where: { page: line.page, line: line.no, raw }, cell: index })
  }
  return out
}

/** A cell that is nothing but one figure, a remark in brackets aside: 5.14万元（比率=100%）. */
export function plainFigure(line: Line, cell: string, index: number | null, unit: string): CellFigure | null {
  const flat = squeeze(cell)
  if (
    !/^[≥≤><=]?-?\d[\d,，]*(?:\.\d+)?(?:万元|亿元|元|%|％|分|人次|人|个|次|家|件|批次|辆|台|套|项|篇|份|天)?(?:[（(][^）)]*[）)])?$/.test(
      flat,
    )
  )
    return null
  return figuresIn(line, flat, index, unit)[0] ?? null
}
