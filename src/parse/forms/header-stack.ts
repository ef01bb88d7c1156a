import type { Line } from '../../domain/document.ts'
import { squeeze } from '../text.ts'

/** The header words over a grid column, top down; a merged cell speaks for the blanks to its right, within the cell above it. */
export function headerStack(lines: readonly Line[], at: number): string[] {
  let from = 0
  return lines.map((line) => {
    for (let i = at; i >= from; i--) {
      const words = squeeze(line.cells?.[i] ?? '')
      if (words === '') continue
      from = i
      return words
    }
    return ''
  })
}
