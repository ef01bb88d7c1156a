import { Counter, levelOfStyle, type Numbering } from '../lists/counter.ts'
import type { LabelOf } from './body.ts'
import { listOfStyle, type Style } from './styles.ts'

/** `0` takes a paragraph out of the list its style is in. */
const NO_LIST = '0'

/** Numbers of headings and lists are not in a paragraph's text: Word counts them as it prints. */
export function labelsOf(numbering: Numbering, styles: ReadonlyMap<string, Style>): LabelOf {
  const counter = new Counter(numbering)
  return (style, list, level) => {
    if (list === NO_LIST) return ''
    if (list !== null) return counter.next(list, level ?? 0)
    const found = listOfStyle(styles, style)
    if (found === null || found.list === NO_LIST) return ''
    return counter.next(found.list, level ?? found.level ?? levelOfStyle(numbering, found.list, style ?? found.style))
  }
}
