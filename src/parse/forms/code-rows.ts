import type { Line } from '../../domain/document.ts'
import { narrowDigits, squeeze, tidy } from '../text.ts'
import { nameRows } from './code-names.ts'
import type { Token } from './tokens.ts'
import { tokensOf } from './tokens.ts'

/** A row of a form keyed by 类/款/项 code, before its figures are given columns. */
export interface CodeRow {
  readonly code: string | null
  readonly name: string
  readonly line: Line
  readonly figures: readonly Token[]
  /** The label is lost: it is 合计 only if it sums the rows. */
  readonly inferred?: boolean
  /** A narrow column broke its figures over two lines: what stands beside the name is only their beginning. */
  readonly broken?: boolean
}

export interface CodeTable {
  readonly header: readonly Line[]
  readonly rows: readonly CodeRow[]
  readonly tail: readonly Line[]
}

const CODE = /^2\d\d(?:\d\d){0,2}$/
const TOTAL = /^(?:本年)?(?:收入|支出)?(?:合计|总计|小计)$/
const NOTE = /^(?:注[:：\d]|说明[:：]|备注|本表)|^\d{1,2}栏(?:各行)?[＝=]/
const HEADER = /^(?:栏次|类款项|类|款|项|项目|科目名称|科目编码|功能分类.*)$/

interface Draft {
  code: string | null
  name: string
  line: Line
  figures: Token[]
  /** Words on lines of their own between this row and the next. */
  after: string[]
  inferred?: boolean
  broken?: boolean
}

/** The code at the start of a row; 类 款 项 printed apart (201 39 01) become one. */
function leadingCode(tokens: readonly Token[]): { code: string; taken: number } | null {
  const words = tokens.findIndex((t) => t.kind === 'text')
  const numbers = tokens.slice(0, words < 0 ? tokens.length : words).map((t) => narrowDigits(t.raw))
  const further = numbers.findIndex((raw, i) => i > 0 && !/^\d\d$/.test(raw))
  const parts = /^2\d\d(?:\d\d)?$/.test(numbers[0] ?? '') ? (further < 0 ? numbers.length : further) : 1
  const split = words > 0 ? numbers.length : Math.max(1, parts)
  const joined = numbers.slice(0, split).join('')
  if (CODE.test(joined) && numbers.slice(1, split).every((raw) => /^\d\d$/.test(raw))) return { code: joined, taken: split }
  return CODE.test(numbers[0] ?? '') ? { code: numbers[0] ?? '', taken: 1 } : null
}

const isFigure = (token: Token): boolean => token.kind !== 'text'

/** Does a line without a grid end the figures that the row above it begins: 15,78 over 6.99, 170.3 over 5? */
function endsFigures({ figures }: Draft, tokens: readonly Token[]): boolean {
  const begun = figures.filter((t) => t.kind === 'number')
  const ends = tokens.filter((t) => t.kind === 'number')
  return (
    begun.length > 0 &&
    begun.length === ends.length &&
    [...begun, ...ends].every((t) => t.cell === null) &&
    begun.every((t, i) => !/[.．]\d\d$/.test(t.raw) && /^-?[\d,，]+[.．]\d\d$/.test(t.raw + ends[i]?.raw))
  )
}

/**
 * Splits the lines of a form keyed by codes into header, rows and notes.
 * Names that wrap over lines are joined; a name printed before its code line goes to the row whose name is missing.
 */
export function readCodeRows(lines: readonly Line[]): CodeTable {
  const drafts: Draft[] = []
  const header: Line[] = []
  const tail: Line[] = []
  let open: Draft | null = null
  const printed = lines.filter((line) => squeeze(line.text) !== '')
  const headerEnd = lastHeaderLine(printed)
  for (const [index, line] of printed.entries()) {
    const flat = squeeze(line.text)
    if (index <= headerEnd) {
      header.push(line)
      continue
    }
    if (tail.length > 0 || NOTE.test(flat)) {
      tail.push(line)
      continue
    }
    const tokens = tokensOf(line)
    const lead = leadingCode(tokens)
    const words = tokens.filter((t) => t.kind === 'text')
    const label = words
      .map((t) => t.raw)
      .join('')
      .replace(/^类款项|^栏次/, '')
    if (lead !== null && lead.taken <= tokens.length) {
      const rest = tokens.slice(lead.taken)
      const name = rest
        .filter((t) => t.kind === 'text')
        .map((t) => t.raw)
        .join('')
      open = { code: lead.code, name, line, figures: rest.filter(isFigure), after: [] }
      drafts.push(open)
    } else if (TOTAL.test(label) && (tokens[0]?.kind === 'text' || line.cells !== null) && !isHeaderTotal(drafts, tokens, line)) {
      open = { code: null, name: label, line, figures: tokens.filter(isFigure), after: [] }
      drafts.push(open)
    } else if (drafts.length === 0 && words.length === 0 && tokens.some((t) => /\d[.．]\d/.test(t.raw))) {
      open = { code: null, name: '合计', line, figures: tokens.filter(isFigure), after: [], inferred: true }
      drafts.push(open)
    } else if (drafts.length === 0) header.push(line)
    else if (open !== null && endsFigures(open, tokens)) {
      open.broken = true
      open.figures.push(...tokens.filter(isFigure))
    } else if (/^\d{1,3}$/.test(flat)) tail.length === 0 && header.push(line)
    else if (words.length === tokens.length && !HEADER.test(flat)) {
      // A line of words only: the rest of a wrapped name above, or the start of one below.
      if (open === null || /^(?:部门|单位|公开|金额)/.test(flat)) continue
      if (open.figures.length === 0) open.name += tidy(label)
      else if (line.no === null || isNear(open.line, line) || isNear(line, printed[index + 1])) open.after.push(tidy(label))
    } else if (open !== null && open.figures.length === 0 && words.length <= 1) {
      open.name += label
      open.figures = tokens.filter(isFigure)
      open.line = open.figures.length > 0 ? line : open.line
    } else header.push(line)
  }
  nameRows(
    drafts,
    header.slice(-2).map((line) => squeeze(line.text)),
  )
  return { header, rows: drafts.map((d) => ({ ...d, name: squeeze(d.name) })), tail }
}

/** 类 款 项 / 栏次 1 2 3 closes the header: nothing above it is a row, whatever words it has. */
function lastHeaderLine(lines: readonly Line[]): number {
  const firstRow = lines.findIndex((line) => leadingCode(tokensOf(line)) !== null)
  const above = firstRow < 0 ? lines : lines.slice(0, firstRow)
  return above.findLastIndex((line) => /^(?:类款项)?栏次|^类款项/.test(squeeze(line.text)) && !/\d[.．]\d/.test(line.text))
}

/** 合计 inside a header (小计 基本支出 项目支出) is no row. */
function isHeaderTotal(drafts: readonly Draft[], tokens: readonly Token[], line: Line): boolean {
  if (drafts.length > 0) return false
  const figures = tokens.filter(isFigure)
  return (
    figures.length > 0 &&
    figures.every((t) => /^\d{1,2}$/.test(t.raw)) &&
    line.cells === null &&
    tokens.filter((t) => t.kind === 'text').length > 1
  )
}

const isNear = (above: Line, below: Line | undefined): boolean =>
  below !== undefined && above.no !== null && below.no !== null && below.no - above.no <= 4
