import type { Mend, Span } from '../../domain/outline.ts'
import { cleanLine } from './clean.ts'
import { type Block, continues, extend, startBlock } from './join.ts'
import { type Prepared, wrapWidth } from './lines.ts'
import { type Numbering, numberingOf } from './numbering.ts'

/** A paragraph before its headings are known. */
export interface Draft {
  readonly text: string
  readonly spans: readonly Span[]
  readonly mends: readonly Mend[]
  readonly cells: readonly string[] | null
  readonly numbering: Numbering | null
  readonly strong: boolean
}

const LATIN = /[A-Za-z0-9]/

function rowDraft(line: Prepared): Draft {
  const cells = (line.cells ?? []).map((cell) => cleanLine(cell).text)
  const { no, page } = line.line
  return { text: cells.join('\t'), spans: [{ start: 0, line: no, page }], mends: [], cells, numbering: null, strong: false }
}

function textDraft(block: Block): Draft {
  const pieces: string[] = []
  const spans: Span[] = []
  const mends: Mend[] = []
  let length = 0
  let last = ''
  for (const { body, line } of block.lines) {
    const clean = cleanLine(body)
    // Two Latin words or two numbers on either side of a line break stay two.
    const glue = LATIN.test(last) && LATIN.test(clean.text.charAt(0)) ? ' ' : ''
    length += glue.length
    spans.push({ start: length, line: line.no, page: line.page })
    for (const mend of clean.mends) mends.push({ start: mend.start + length, raw: mend.raw })
    pieces.push(glue, clean.text)
    length += clean.text.length
    last = clean.text.at(-1) ?? ''
  }
  const text = pieces.join('')
  return { text, spans, mends, cells: null, numbering: numberingOf(text), strong: block.lines.some((line) => line.strong) }
}

/** Joins the lines of one run into paragraphs and rows. */
export function draftsOf(lines: readonly Prepared[]): Draft[] {
  const wrap = wrapWidth(lines)
  const drafts: Draft[] = []
  let block: Block | null = null
  const close = (): void => {
    if (block) drafts.push(textDraft(block))
    block = null
  }
  for (const line of lines) {
    if (line.cells) {
      close()
      drafts.push(rowDraft(line))
    } else if (block && continues(block, line, wrap)) extend(block, line)
    else {
      close()
      block = startBlock(line)
    }
  }
  close()
  return drafts
}
