import { OWN_PART } from './headings.ts'
import { type Prepared, widthOf } from './lines.ts'

/** Lines that belong to one paragraph. */
export interface Block {
  readonly lines: Prepared[]
  /** Has a line so far the marks of running text? */
  running: boolean
}

const TERMINAL = /[。！？!?；;：:][”’"）)]*$/
const STOP = /[。！？!?][”’"）)]*$/
/** After these a sentence must go on. */
const OPEN_END = /[，,、（(“《—的为与和及较比由在占各共约达第]$/
const CAPTION = /^(?:附件|附表|图|表)\s*\d|^注\s*[:：]|^单位\s*[:：]|^部门\s*[:：]/
const CLOSED_TITLE = /(?:概况|情况|说明|表|解释|附件|报告|总结|结果)$/
/** The rest of a title that did not fit on its line. */
const TITLE_REST = /^[\u4e00-\u9fff“”（）()]{0,8}(?:情况|说明|概况|况|表|明|解释|告)。?$/
const RUNNING = /[，。；]/
/** What follows a number at the end of a line. */
const UNIT_START = /^(?:余|多)?(?:万|亿|千)?(?:元|%|人|名|个|家|次|项|件|条|份|篇|辆|台|套|户|批|场|期|所|处|分|年|月|日)/
/** An amount never begins a paragraph. */
const AMOUNT_START = /^-?[\d,]*\d(?:\.\d+)?\s*(?:亿|万|千)?元/
/** The figures of the item that the paragraph above named: 年初预算为…, 支出决算为…; below an item they never begin a paragraph of their own. */
const ITEM_FIGURES = /^(?:当年|本年)?(?:年初预算|支出决算|决算数|完成(?:了)?(?:年初|全年|调整)?预算)(?:数)?(?:为|是|\d|的|大于|小于|等于)/
const LEVELLED = /[（(][类款项][)）]/
/** The rows of a list of bodies: 1 甲中心, 2 乙中心. */
const ORDINAL_ROW = /^(\d{1,2})\s+(?=[\u4e00-\u9fff]{2})/
const FIGURE_END = /\d[^，。；]{0,6}$/

const firstToken = (text: string): string =>
  /^(?:[\d.,%]+|[A-Za-z]+|[“‘（《(]*.[，。；：、）”》]*)/u.exec(text.trimStart().slice(0, 40))?.[0] ?? ''
const lastBody = (block: Block): string => block.lines.at(-1)?.body ?? ''

/** Columns by which a line may fall short of the width; a paragraph's first line also lost its indent. */
const SLACK = 2
const INDENT = 4
/** Where lines are whole paragraphs, a line this long without an end was cut by a page break. */
const LONG_LINE = 60
/** A numbered line that fills less than this part of the width is a title. */
const TITLE = 0.7
/** An unfinished line that fills this much of the width goes on (wide punctuation and kerning make lines uneven). */
const NEARLY = 0.8

/** Would the first word of `next` still have fitted on the line above? If not, the break is only the page's width. */
function wrapped(block: Block, above: Prepared, next: Prepared, wrap: number): boolean {
  if (!Number.isFinite(wrap)) return above.width >= LONG_LINE && !TERMINAL.test(above.body)
  const short = block.lines.length === 1 ? SLACK + INDENT : SLACK
  return above.width + widthOf(firstToken(next.body)) > wrap - short
}

function continuesTitle(block: Block, next: Prepared): boolean {
  const first = block.lines[0]
  const text = lastBody(block)
  if (!first?.numbering || block.lines.length > 2 || TERMINAL.test(text) || next.width > 80 || RUNNING.test(next.body)) return false
  if (OWN_PART.test(next.body)) return false
  if (TITLE_REST.test(next.body) && !RUNNING.test(text)) return true
  return first.numbering.level === 0 && !CLOSED_TITLE.test(text) && CLOSED_TITLE.test(next.body)
}

/** A numbered title that is complete: what follows is its text, even where the line happens to be full. */
function isClosedTitle(block: Block): boolean {
  if (!block.lines[0]?.numbering || block.lines.length > 3) return false
  const text = block.lines.map((line) => line.body).join('')
  return text.length <= 60 && CLOSED_TITLE.test(text.replace(/。$/, '')) && !/[，；：。]./.test(text)
}

/** Does `next` begin the row behind the one that the block is? */
function isNextRow(block: Block, next: Prepared): boolean {
  const [above, below] = [ORDINAL_ROW.exec(block.lines[0]?.body ?? ''), ORDINAL_ROW.exec(next.body)]
  return above !== null && below !== null && Number(below[1]) === Number(above[1]) + 1
}

/** A paragraph that begins with this line. */
export const startBlock = (line: Prepared): Block => ({ lines: [line], running: RUNNING.test(line.body) })

export function extend(block: Block, line: Prepared): void {
  block.lines.push(line)
  block.running ||= RUNNING.test(line.body)
}

/** Does `next` go on with the paragraph that `block` has so far? */
export function continues(block: Block, next: Prepared, wrap: number): boolean {
  const above = block.lines.at(-1)
  if (!above || above.cells || next.cells || next.strong || next.numbering || CAPTION.test(next.body)) return false
  if (above.strong) return continuesTitle(block, next)
  // A part that nothing numbers opens after a sentence, even where that sentence happens to fill its line.
  if (OWN_PART.test(next.body) && STOP.test(above.body)) return false
  if (continuesTitle(block, next)) return true
  if (isClosedTitle(block)) return false
  if (isNextRow(block, next)) return false
  if (ITEM_FIGURES.test(next.body) && (block.lines[0]?.numbering || block.lines.some((line) => LEVELLED.test(line.body)))) return true
  if (AMOUNT_START.test(next.body) && !TERMINAL.test(above.body)) return true
  const fits = wrapped(block, above, next, wrap)
  if (STOP.test(above.body) && next.indent >= above.indent + 2.5) return false
  if (TERMINAL.test(above.body)) return fits
  if (CAPTION.test(block.lines[0]?.body ?? '') && !fits) return false
  // `一、敢于担当，勇于争先` alone on a short line is a title, although it has a comma.
  if (
    above.numbering &&
    !fits &&
    !OPEN_END.test(above.body) &&
    above.width < TITLE * Math.min(wrap, LONG_LINE) &&
    !FIGURE_END.test(above.body)
  )
    return false
  if (above.width >= NEARLY * wrap) return true
  if (/\d$/.test(above.body) && UNIT_START.test(next.body)) return true
  return fits || OPEN_END.test(above.body) || block.running
}
