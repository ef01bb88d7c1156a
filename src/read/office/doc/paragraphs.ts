import { type Modifier, operandValue, SPRM } from './modifiers.ts'
import type { Characters } from './pieces.ts'
import type { Properties } from './properties.ts'

/** A paragraph of a .doc with its place in tables. */
export interface DocParagraph {
  readonly text: string
  readonly style: number
  readonly modifiers: readonly Modifier[]
  /** 0 outside tables, 1 in a table, 2 in a table inside a cell … */
  readonly depth: number
  readonly ends: 'paragraph' | 'cell' | 'row'
}

const MARK = { paragraph: '\r', cell: '\u0007', page: '\f', code: '\u0013', result: '\u0014', end: '\u0015' }
const SHOWN: Readonly<Record<string, string>> = { '\u000b': '\n', '\u000e': '\n', '\u001e': '-', '\u00a0': ' ' }
const PICTURE = /[\u0001\u0008]/
/** Deeper than any table goes. */
const DEEPEST = 30

const isSet = (modifiers: readonly Modifier[], code: number): boolean => (operandValue(modifiers, code) ?? 0) !== 0

function depthOf(modifiers: readonly Modifier[]): number {
  const depth = Math.min(operandValue(modifiers, SPRM.depth) ?? 0, DEEPEST)
  return depth > 0 ? depth : isSet(modifiers, SPRM.inTable) ? 1 : 0
}

function endOf(mark: string, modifiers: readonly Modifier[], depth: number): DocParagraph['ends'] {
  if (depth === 0) return 'paragraph'
  if (isSet(modifiers, depth > 1 ? SPRM.innerRowEnd : SPRM.rowEnd)) return 'row'
  if (depth > 1) return isSet(modifiers, SPRM.innerCellEnd) ? 'cell' : 'paragraph'
  return mark === MARK.cell ? 'cell' : 'paragraph'
}

/** Fields hold a code, which is not shown, and its result; they nest. */
class Fields {
  readonly #open: ('code' | 'result')[] = []
  #codes = 0

  get inCode(): boolean {
    return this.#codes > 0
  }

  /** Takes a field mark; false for any other character. */
  take(char: string): boolean {
    if (char !== MARK.code && char !== MARK.result && char !== MARK.end) return false
    const ended = char === MARK.code ? undefined : this.#open.pop()
    if (ended === 'code') this.#codes--
    if (char === MARK.code) this.#codes++
    if (char !== MARK.end) this.#open.push(char === MARK.code ? 'code' : 'result')
    return true
  }
}

/** Asks for each character in reading order whether it is shown; properties hold for long runs of bytes. */
function visibility(properties: Properties): (byte: number) => boolean {
  let run: ReturnType<Properties> = null
  return (byte) => {
    if (run === null || byte < run.from || byte >= run.to) run = properties(byte)
    return run === null || !(isSet(run.modifiers, SPRM.deleted) || isSet(run.modifiers, SPRM.hidden))
  }
}

const isParagraphEnd = (char: string): boolean => char === MARK.paragraph || char === MARK.cell || char === MARK.page

/** Reads characters `from` up to `to` as paragraphs: field codes, deleted and hidden text left out. */
export function readParagraphs(
  characters: Characters,
  [from, to]: readonly [number, number],
  properties: { readonly paragraphs: Properties; readonly characters: Properties },
): { readonly paragraphs: DocParagraph[]; readonly pictures: number } {
  const paragraphs: DocParagraph[] = []
  const fields = new Fields()
  const isShown = visibility(properties.characters)
  let pictures = 0
  let text = ''
  for (let i = from; i < Math.min(to, characters.text.length); i++) {
    const char = characters.text[i] ?? ''
    const byte = characters.byteAt(i)
    if (isParagraphEnd(char)) {
      const run = properties.paragraphs(byte)
      const modifiers = run?.modifiers ?? []
      const depth = depthOf(modifiers)
      paragraphs.push({ text, style: run?.style ?? 0, modifiers, depth, ends: endOf(char, modifiers, depth) })
      text = ''
    } else if (fields.take(char) || fields.inCode || !isShown(byte)) continue
    else if (PICTURE.test(char)) pictures++
    else if (char === '\t' || char >= ' ' || char in SHOWN) text += SHOWN[char] ?? char
  }
  if (text.trim() !== '') paragraphs.push({ text, style: 0, modifiers: [], depth: 0, ends: 'paragraph' })
  return { paragraphs, pictures }
}
