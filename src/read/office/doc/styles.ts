import { type Header, PART, viewOf } from './header.ts'
import { type Modifier, modifiersOf } from './modifiers.ts'

/** What a paragraph style changes, and the style it is based on. */
export interface Style {
  readonly parent: number
  readonly modifiers: readonly Modifier[]
}

const PARAGRAPH_STYLE = 1

/** One style: fixed part, name, then its paragraph properties. */
function styleOf(bytes: Uint8Array, fixed: number): Style | null {
  const view = viewOf(bytes)
  const kind = view.getUint16(2, true)
  if ((kind & 0xf) !== PARAGRAPH_STYLE) return null
  const properties = fixed + 2 + 2 * view.getUint16(fixed, true) + 2
  const size = view.getUint16(properties, true)
  // Its own number stands before the modifiers.
  return { parent: kind >> 4, modifiers: modifiersOf(bytes.subarray(properties + 4, properties + 2 + size)) }
}

/** Reads the style sheet; a broken one is none, because text does not depend on it. */
export function readStyles(table: Uint8Array, header: Header): ReadonlyMap<number, Style> {
  const styles = new Map<number, Style>()
  const { at, length } = header.part(PART.styles)
  if (length === 0) return styles
  try {
    const view = viewOf(table)
    const [count, fixed] = [view.getUint16(at + 2, true), view.getUint16(at + 4, true)]
    let next = at + 2 + view.getUint16(at, true)
    for (let number = 0; number < count; number++) {
      const size = view.getUint16(next, true)
      const style = size > fixed + 4 ? styleOf(table.subarray(next + 2, next + 2 + size), fixed) : null
      if (style !== null) styles.set(number, style)
      next += 2 + size
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return styles
}
