import { Counter, LEVELS, type Numbering } from '../lists/counter.ts'
import { type Modifier, operandValue, SPRM } from './modifiers.ts'
import type { DocParagraph } from './paragraphs.ts'
import type { Style } from './styles.ts'

/** A paragraph's own properties first, then those of its style and of the styles it is based on. */
function inherited(styles: ReadonlyMap<number, Style>, paragraph: DocParagraph, code: number): number | null {
  let modifiers: readonly Modifier[] | undefined = paragraph.modifiers
  let next = paragraph.style
  for (let steps = 0; modifiers !== undefined && steps < 20; steps++) {
    const value = operandValue(modifiers, code)
    if (value !== null) return value
    const style = styles.get(next)
    modifiers = style?.modifiers
    next = style?.parent ?? next
  }
  return null
}

/** The automatic number of a paragraph, as Word prints it before its text. */
export function labelsOf(numbering: Numbering, styles: ReadonlyMap<number, Style>): (paragraph: DocParagraph) => string {
  const counter = new Counter(numbering)
  return (paragraph) => {
    const list = inherited(styles, paragraph, SPRM.list)
    const level = inherited(styles, paragraph, SPRM.listLevel) ?? 0
    return list === null || level >= LEVELS ? '' : counter.next(String(list), level)
  }
}
