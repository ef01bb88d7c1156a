import type { Box, Line } from '../domain/document.ts'
import type { Finding } from '../domain/finding.ts'
import type { FormRow, Place, Report } from '../domain/report.ts'
import { displayWidth } from '../render/width.ts'

/** Where the characters that a finding is about stand on their pages. */
export interface Spot {
  readonly page: number
  readonly box: Box
  /** The whole line or row it stands in. */
  readonly line: Box
}

const bare = (text: string): string => text.replace(/[\s…]/g, '')

/** Part of a line's box, by how wide its characters are. */
function partOf(line: Box, text: string, from: number, to: number): Box {
  const whole = Math.max(1, displayWidth(text))
  const [before, own] = [displayWidth(text.slice(0, from)), displayWidth(text.slice(from, to))]
  return { ...line, x: line.x + (line.width * before) / whole, width: (line.width * own) / whole }
}

const PART_OF_FIGURE = /[\d.,，．]/
/** A figure inside a longer one is another figure. */
const standsAlone = (text: string, from: number, to: number): boolean =>
  !(/\d/.test(text[from] ?? '') && PART_OF_FIGURE.test(text[from - 1] ?? '')) &&
  !(/\d/.test(text[to - 1] ?? '') && /\d/.test(text[to] ?? ''))

/** Offsets at which the characters stand in a text. */
function offsetsOf(text: string, wanted: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (standsAlone(text, at, at + wanted.length)) found.push(at)
  return found
}

interface Hit {
  readonly line: Line
  readonly box: Box
  /** Offset in a line of text, index of the cell in a row. */
  readonly at: number
}

/** Every place in a line where the characters stand; in a row whole cells go before parts of cells. */
function hitsIn(line: Line, wanted: string): Hit[] {
  const { text, cells, box, cellBoxes } = line
  if (box === undefined) return []
  if (cells === null) {
    const plain = bare(text)
    return offsetsOf(plain, wanted).map((at) => ({ line, at, box: partOf(box, plain, at, at + wanted.length) }))
  }
  const boxed = cells.flatMap((cell, at) => {
    const own = cellBoxes?.[at]
    return own === undefined || own === null ? [] : [{ text: bare(cell), hit: { line, at, box: own } }]
  })
  const whole = boxed.filter((one) => one.text === wanted)
  return (whole.length > 0 ? whole : boxed.filter((one) => offsetsOf(one.text, wanted).length > 0)).map(({ hit }) => hit)
}

/** The hits inside the sentence of the claim that a place belongs to. */
function inSentence(place: Place, report: Report, hits: readonly Hit[]): Hit[] {
  const claim = report.claims.find(({ where }) => where === place)
  const paragraph = report.outline?.paragraphs.find(
    ({ firstSentence, sentences }) =>
      claim !== undefined && claim.sentence >= firstSentence && claim.sentence < firstSentence + sentences.length,
  )
  if (claim === undefined || paragraph === undefined) return []
  const [from = 0, to = 0] = paragraph.sentences[claim.sentence - paragraph.firstSentence] ?? []
  const [start, end] = [bare(paragraph.text.slice(0, from)).length, bare(paragraph.text.slice(0, to)).length]
  const whole = bare(paragraph.text)
  return hits.filter(({ line, at }) => {
    const begins = line.cells === null ? whole.indexOf(bare(line.text)) : -1
    return begins >= 0 && begins + at >= start && begins + at < end
  })
}

/** The row of a form whose cell stands at a place, and which of its cells with the same characters it is. */
function cellAt(place: Place, report: Report): { readonly row: FormRow; readonly nth: number } | null {
  for (const { rows } of report.forms)
    for (const row of rows) {
      const same = Object.values(row.cells).filter((cell) => 'where' in cell && cell.where.raw === place.raw)
      const nth = same.findIndex((cell) => 'where' in cell && cell.where === place)
      if (nth >= 0) return { row, nth }
    }
  return null
}

/** The hit in the row of the form's cell that a place belongs to. */
function inRow(place: Place, report: Report, hits: readonly Hit[]): Hit[] {
  const found = cellAt(place, report)
  if (found === null) return []
  const { row, nth } = found
  const own = hits.filter(({ line, at }) => {
    const cells = (line.cells ?? []).map(bare)
    const named = (cell: string): boolean => cell.includes(bare(row.name))
    const name = row.side === 'expenditure' ? cells.findLastIndex(named) : cells.findIndex(named)
    return name >= 0 && name < at && (row.code === null || cells.join('').includes(row.code))
  })
  return own.slice(nth, nth + 1)
}

/** How many of a line's words the finding says: the row of 行政运行 belongs to a finding about it. */
function kinship({ text }: Line, words: string): number {
  const names = (text.match(/\p{Script=Han}{2,}/gu) ?? []).filter((name) => words.includes(name))
  return names.reduce((sum, name) => sum + name.length, 0)
}

/** The hits of the line that says most of what the finding says. */
function byWords(hits: readonly Hit[], words: string): Hit[] {
  const scored = hits.map((hit) => ({ hit, score: kinship(hit.line, words) }))
  const [best] = scored.sort((a, b) => b.score - a.score)
  return scored.flatMap(({ hit }) => (hit.line === best?.hit.line ? [hit] : []))
}

/** Words that go on in the next line are found by their beginning. */
const SHORTER = [12, 6]

function spotsAt(place: Place, words: string, report: Report, lines: readonly Line[]): Spot[] {
  const { page } = place
  const whole = bare(place.raw)
  if (page === null || whole === '') return []
  for (const wanted of [whole, ...SHORTER.filter((length) => length < whole.length).map((length) => whole.slice(0, length))]) {
    const hits = lines.flatMap((line) => (line.page === page ? hitsIn(line, wanted) : []))
    const exact = [...inSentence(place, report, hits), ...inRow(place, report, hits)]
    const chosen = exact.length > 0 ? exact : byWords(hits, words)
    if (chosen.length > 0) return chosen.map(({ box, line }) => ({ page, box, line: line.box ?? box }))
  }
  return []
}

/** The spots of a finding's figures and words, each once. The finding's places are the report's own objects. */
export function spotsOf(finding: Finding, report: Report, lines: readonly Line[]): Spot[] {
  const { statement, left, right, evidence } = finding
  const words = bare([statement, left?.what, right?.what].join('|'))
  const places = new Set([...[left, right].flatMap((side) => side?.where ?? []), ...evidence])
  const spots = [...places].flatMap((place) => spotsAt(place, words, report, lines))
  return [...new Map(spots.map((spot) => [`${spot.page} ${spot.box.x} ${spot.box.y}`, spot])).values()]
}
