import { walkXml } from '../xml.ts'
import { levelNumber } from './numbering.ts'

/** What a paragraph style says about numbering; null where it says nothing. */
export interface Style {
  parent: string | null
  list: string | null
  level: number | null
}

/** Reads the paragraph styles of styles.xml. */
export function readStyles(xml: Uint8Array): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style = { parent: null, list: null, level: null }
  walkXml(xml, {
    open({ name, get }) {
      if (name === 'style') {
        style = { parent: null, list: null, level: null }
        styles.set(get('styleId') ?? '', style)
      } else if (name === 'basedOn') style.parent = get('val') ?? null
      else if (name === 'numId') style.list = get('val') ?? null
      else if (name === 'ilvl') style.level = levelNumber(get('val'))
    },
    close() {},
    text() {},
  })
  return styles
}

/** The list of a style or of the nearest one it is based on, with the style that names it. */
export function listOfStyle(
  styles: ReadonlyMap<string, Style>,
  id: string | null,
): { list: string; level: number | null; style: string } | null {
  let at = id
  for (let steps = 0; at !== null && steps < 20; steps++) {
    const style = styles.get(at)
    if (style === undefined) return null
    if (style.list !== null) return { list: style.list, level: style.level, style: at }
    at = style.parent
  }
  return null
}
