import type { Line } from '../../domain/document.ts'
import { squeeze } from '../text.ts'

/** Cells of a ruled row touch each other; where nothing but alignment makes the columns, there are gaps between them. */
const TOUCH = 2

const gapped = ({ cellBoxes }: Line): boolean =>
  cellBoxes?.some((box, i) => {
    const next = cellBoxes[i + 1]
    return box && next && next.x - (box.x + box.width) > TOUCH
  }) ?? false

/** A row of a header says nothing over columns where only a title, a department or a unit stands in it. */
const isHead = (line: Line): boolean => {
  const [only, ...more] = (line.cells ?? []).map(squeeze).filter((words) => words !== '')
  return (
    only !== undefined && !/(?:部门|单位)(?:名称)?[:：]|公开\d+表/.test([only, ...more].join('')) && (more.length > 0 || !/表$/.test(only))
  )
}

/** The rows of a header that stand in a grid. */
export const headRows = (header: readonly Line[]): Line[] => header.filter((line) => line.cells !== null && isHead(line))

/**
 * The header words over a grid column, top down; a merged cell speaks for the blanks to its right, within the cell above it.
 * Where no rulings show what is merged, words stand over their own column alone.
 */
export function headerStack(lines: readonly Line[], at: number): string[] {
  const apart = lines.some(gapped)
  let from = 0
  return lines.map(({ cells, cellBoxes }) => {
    for (let i = at; i >= from; i--) {
      const words = squeeze(cells?.[i] ?? '')
      if (words === '') {
        // A blank cell with a box of its own is no part of its neighbour.
        if (apart || cellBoxes?.[i]) return ''
        continue
      }
      from = i
      return words
    }
    return ''
  })
}
