import type { Line } from '../../domain/document.ts'
import { plainMarkdown } from './clean.ts'
import { type Numbering, numberingOf } from './numbering.ts'

/** A printed line with what is needed to decide where paragraphs begin. */
export interface Prepared {
  readonly line: Line
  /** Without Markdown marks, blanks as they stand. */
  readonly body: string
  readonly strong: boolean
  readonly cells: readonly string[] | null
  readonly numbering: Numbering | null
  /** In half-width columns. */
  readonly width: number
  readonly indent: number
}

const PAGE_NUMBER = /^(?:[-—–－·\s]*\d{1,4}[-—–－·\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/
const RULE = /^[|\s:+=_-]*$/
const NUMBER = /^-?[\d,]*\d(?:\.\d+)?%?$/

/** Columns that a text takes on the page: a Chinese character takes two. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += char.charCodeAt(0) < 0x2e80 ? 1 : 2
  return width
}

/** `数量指标 组织培训 4 4 4`: a row of a table whose ruling was lost; its last words are bare numbers. */
function looseCells(body: string): string[] | null {
  if (body.length > 200 || /[，。；：]/.test(body)) return null
  const words = body.trim().split(/\s+/)
  const numbers = words.slice(-2).filter((word) => NUMBER.test(word)).length
  const longNumber = words.some((word) => /(万元|元|%)$/.test(word) && !NUMBER.test(word))
  return words.length >= 3 && numbers === 2 && !longNumber ? words : null
}

function cellsOf(line: Line): readonly string[] | null {
  const body = line.text.trim()
  if (line.cells) return line.cells.filter((cell) => cell.trim() !== '').length > 1 ? line.cells : null
  if (body.startsWith('|') && body.length > 1) return body.replace(/^\||\|$/g, '').split('|')
  if (body.includes('\t')) return line.text.split('\t')
  return looseCells(body)
}

function prepare(line: Line): Prepared | null {
  if (line.cells === null && (PAGE_NUMBER.test(line.text.slice(0, 30).trim()) || RULE.test(line.text.slice(0, 400)))) return null
  const cells = cellsOf(line)
  const { text: body, strong } = plainMarkdown(line.cells && !cells ? line.cells.join('') : line.text)
  if (body === '' && cells === null) return null
  const leading = /^[\s\u3000]{0,40}/.exec(line.text)?.[0] ?? ''
  return {
    line,
    body,
    strong,
    cells,
    numbering: cells ? null : numberingOf(body),
    width: widthOf(body),
    indent: line.box ? line.box.x / 6 : widthOf(leading),
  }
}

/** The lines of a run that carry something: no blank lines, no bare page numbers, no ruling. */
export const prepareRun = (run: readonly Line[]): Prepared[] => run.map(prepare).filter((line) => line !== null)

const NARROWEST = 40
const WIDEST = 150
const SPREAD = 3

/** The width at which the run's lines were wrapped (where most long lines end); Infinity where every line is a whole paragraph. */
export function wrapWidth(lines: readonly Prepared[]): number {
  const counts = new Map<number, number>()
  const widths = lines.filter((line) => line.cells === null && line.width >= NARROWEST).map((line) => line.width)
  if (widths.filter((width) => width > WIDEST).length * 4 > widths.length) return Number.POSITIVE_INFINITY
  for (const width of widths) for (let w = width; w <= width + SPREAD; w++) counts.set(w, (counts.get(w) ?? 0) + 1)
  let best = Number.POSITIVE_INFINITY
  let most = 2
  for (const [width, count] of counts) if (count > most || (count === most && width < best)) [best, most] = [width, count]
  return best
}
