import { chance } from './accounts.ts'
import type { Layout } from './layouts.ts'

/** One defect planted in a text: the lines it became, where it stands, and what stood there. */
export interface Plant {
  readonly text: string
  /** 1-based line of the defect. */
  readonly line: number
  readonly before: string
  readonly after: string
}

export interface PlantKind {
  readonly name: string
  /** What a finding's likely cause (or sentence) says when it has understood what happened; null where only the contradiction can be told. */
  readonly explained: RegExp | null
  readonly plant: (layout: Layout, random: () => number) => Plant | null
}

interface Spot {
  readonly line: number
  readonly at: number
  readonly text: string
}

const FIGURE = /(?<![\d.,年第])\d{1,3}(?:,\d{3})+\.\d+|(?<![\d.,年第])\d+\.\d+/g
const isRow = (line: string): boolean => line.includes('\t')
const plain = (text: string): number => Number(text.replaceAll(',', ''))

/** Figures with decimals: of the forms' rows, or of the sentences. */
function figuresOf(lines: readonly string[], rows: boolean): Spot[] {
  return lines.flatMap((line, i) =>
    isRow(line) !== rows
      ? []
      : [...line.matchAll(FIGURE)].flatMap((match) => (plain(match[0]) === 0 ? [] : [{ line: i, at: match.index, text: match[0] }])),
  )
}

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)]

function replaced(lines: readonly string[], spot: Spot, by: string): Plant {
  const line = lines[spot.line] ?? ''
  const changed = line.slice(0, spot.at) + by + line.slice(spot.at + spot.text.length)
  return { text: lines.map((one, i) => (i === spot.line ? changed : one)).join('\n'), line: spot.line + 1, before: spot.text, after: by }
}

/** A change that is lost in rounding cannot be told from a remainder. */
function telling(before: string, after: string, percent: boolean): boolean {
  const [a, b] = [plain(before), plain(after)]
  return Number.isFinite(b) && Math.abs(a - b) > (percent ? 0.05 : 0.5)
}

const digitPositions = (text: string): number[] => [...text].flatMap((c, i) => (/\d/.test(c) ? [i] : []))

type Slip = (text: string, random: () => number) => string | null

const dropped: Slip = (text, random) => {
  const digits = text.replaceAll(',', '')
  const at = pick(digitPositions(digits), random)
  return at === undefined || !/^\d{2,}/.test(digits) ? null : digits.slice(0, at) + digits.slice(at + 1)
}
const doubled: Slip = (text, random) => {
  const digits = text.replaceAll(',', '')
  const at = pick(digitPositions(digits), random)
  return at === undefined ? null : digits.slice(0, at + 1) + digits.slice(at)
}
const swapped: Slip = (text, random) => {
  const at = pick(
    digitPositions(text).filter((i) => /\d/.test(text[i + 1] ?? '') && text[i] !== text[i + 1]),
    random,
  )
  return at === undefined ? null : text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
}
const mistyped: Slip = (text, random) => {
  const at = pick(digitPositions(text), random)
  return at === undefined ? null : text.slice(0, at) + String((Number(text[at]) + 1 + Math.floor(random() * 8)) % 10) + text.slice(at + 1)
}

const valid = (text: string): boolean => /^(?!0\d)\d[\d,]*\.\d+$/.test(text)

/** One slip of the pen at a random figure, in a form or in a sentence. */
function slip(make: Slip, rows: boolean): PlantKind['plant'] {
  return ({ text }, random) => {
    const lines = text.split('\n')
    const spot = pick(figuresOf(lines, rows), random)
    const by = spot && make(spot.text, random)
    if (!spot || !by || !valid(by) || !telling(spot.text, by, lines[spot.line]?.[spot.at + spot.text.length] === '%')) return null
    return replaced(lines, spot, by)
  }
}

const CODED = /^\d{3,7}\t/

/** A figure slides into the empty column beside it. */
const shifted: PlantKind['plant'] = ({ text }, random) => {
  const lines = text.split('\n')
  const rows = lines.flatMap((line, i) => {
    const cells = line.split('\t')
    const at = cells.findIndex(
      (cell, n) => n >= 2 && valid(cell) && plain(cell) > 0 && n + 1 < cells.length && (cells[n + 1] === '' || cells[n + 1] === '0.00'),
    )
    return CODED.test(line) && cells.length > 4 && at > 2 ? [{ line: i, cells, at }] : []
  })
  const row = pick(rows, random)
  if (!row) return null
  const { cells, at } = row
  const moved = cells.map((cell, n) => (n === at ? (cells[at + 1] ?? '') : n === at + 1 ? (cells[at] ?? '') : cell))
  return {
    text: lines.map((one, i) => (i === row.line ? moved.join('\t') : one)).join('\n'),
    line: row.line + 1,
    before: cells[at] ?? '',
    after: '',
  }
}

const blanked: PlantKind['plant'] = ({ text }, random) => {
  const lines = text.split('\n')
  const spot = pick(figuresOf(lines, true), random)
  return spot ? replaced(lines, spot, '') : null
}

/** An item and its own columns change together; no total follows. */
const partChanged: PlantKind['plant'] = ({ text }, random) => {
  const lines = text.split('\n')
  const row = pick(
    lines.flatMap((line, i) => (/^\d{7}\t|^\d{5}\t/.test(line) ? [{ line: i, cells: line.split('\t') }] : [])),
    random,
  )
  const figures = row?.cells.filter((cell) => valid(cell) && plain(cell) > 0) ?? []
  const [value] = figures
  if (!row || value === undefined || figures.some((figure) => figure !== value)) return null
  const by = (plain(value) * (1.1 + random())).toFixed(2)
  const cells = row.cells.map((cell) => (cell === value ? by : cell))
  return { text: lines.map((one, i) => (i === row.line ? cells.join('\t') : one)).join('\n'), line: row.line + 1, before: value, after: by }
}

const sentenceChanged: PlantKind['plant'] = ({ text }, random) => {
  const lines = text.split('\n')
  const spot = pick(figuresOf(lines, false), random)
  if (!spot) return null
  const by = (plain(spot.text) * (random() > 0.5 ? 1.08 + random() : 0.35 + random() * 0.5)).toFixed(2)
  return telling(spot.text, by, true) ? replaced(lines, spot, by) : null
}

const FLIPS: Readonly<Record<string, string>> = { 增加: '减少', 减少: '增加', 增长: '下降', 下降: '增长', 大于: '小于', 小于: '大于' }

/** A word of direction turned round, where a figure or 的主要原因 stands behind it. */
const flipped: PlantKind['plant'] = ({ text }, random) => {
  const lines = text.split('\n')
  const spots = lines.flatMap((line, i) =>
    [...line.matchAll(/(增加|减少|增长|下降)(?=\d)|(大于|小于)(?=(?:年初)?预算数)/g)].map((match) => ({
      line: i,
      at: match.index,
      text: match[0],
    })),
  )
  const spot = pick(spots, random)
  return spot ? replaced(lines, spot, FLIPS[spot.text] ?? spot.text) : null
}

/** A year one off, in a title, at the head of a sentence or in a comparison; the cover stays. */
const yearChanged: PlantKind['plant'] = ({ text }, random) => {
  const lines = text.split('\n')
  const spots = lines.flatMap((line, i) =>
    i === 0 || isRow(line)
      ? []
      : [
          ...line.matchAll(
            /(?<=^|[与比第]|部分[^\d]{2,30}|截至|。)(20\d\d)(?=年度?(?:收|支|财政|一般|政府|“三公”|国有|部门|相比|增加|减少|12月|本年|机关))/g,
          ),
        ].map((match) => ({ line: i, at: match.index, text: match[0] })),
  )
  const spot = pick(spots, random)
  return spot ? replaced(lines, spot, String(Number(spot.text) + (random() > 0.5 ? 1 : -1))) : null
}

/** 万元 becomes 元 or 亿元 behind one figure; or one form's heading names another unit. */
const unitChanged: PlantKind['plant'] = ({ text, unit }, random) => {
  const lines = text.split('\n')
  const heads = lines.flatMap((line, i) => (line === `单位：${unit}` ? [{ line: i, at: 3, text: unit }] : []))
  const behind = lines.flatMap((line, i) =>
    isRow(line)
      ? []
      : [...line.matchAll(/(?<=[1-9]\d*\.\d\d|\d\.(?!00)\d\d)万元/g)].map((match) => ({ line: i, at: match.index, text: match[0] })),
  )
  const spot = random() > 0.8 ? pick(heads, random) : pick(behind, random)
  if (!spot) return null
  return replaced(
    lines,
    spot,
    spot.text === '元' ? '万元' : random() > 0.3 ? '元' : spot.line && heads.some((head) => head.line === spot.line) ? '元' : '亿元',
  )
}

const rowDeleted: PlantKind['plant'] = ({ text }, random) => {
  const lines = text.split('\n')
  const row = pick(
    lines.flatMap((line, i) => (CODED.test(line) && figuresOf([line], true).length > 0 ? [i] : [])),
    random,
  )
  if (row === undefined) return null
  return { text: lines.filter((_, i) => i !== row).join('\n'), line: row + 1, before: lines[row] ?? '', after: '' }
}

/** The defects that reports really have (issue: the consistency engine), as they come to be. */
export const PLANT_KINDS: readonly PlantKind[] = [
  { name: '表中数字漏写', explained: /漏写|多写|小数点/, plant: slip(dropped, true) },
  { name: '表中数字颠倒', explained: /颠倒/, plant: slip(swapped, true) },
  { name: '表中数字重复', explained: /多写|漏写|小数点/, plant: slip(doubled, true) },
  { name: '表中数字写错', explained: /写错/, plant: slip(mistyped, true) },
  { name: '说明数字漏写', explained: /漏写|多写|小数点/, plant: slip(dropped, false) },
  { name: '说明数字颠倒', explained: /颠倒/, plant: slip(swapped, false) },
  { name: '说明数字重复', explained: /多写|漏写|小数点/, plant: slip(doubled, false) },
  { name: '说明数字写错', explained: /写错/, plant: slip(mistyped, false) },
  { name: '说明数字改动', explained: null, plant: sentenceChanged },
  { name: '栏目错位', explained: /错栏|错位/, plant: shifted },
  { name: '单元格漏填', explained: /漏填/, plant: blanked },
  { name: '分项改合计未改', explained: null, plant: partChanged },
  { name: '方向写反', explained: /方向|写反/, plant: flipped },
  { name: '年度写错', explained: /年度/, plant: yearChanged },
  { name: '单位写错', explained: /单位/, plant: unitChanged },
  { name: '删去一行', explained: /漏列|漏填|缺/, plant: rowDeleted },
]

/** `count` plants of one kind in the layouts in turn; the same for the same seed. */
export function plantsOf(
  kind: PlantKind,
  layouts: readonly Layout[],
  count: number,
  seed: number,
): readonly { readonly layout: Layout; readonly plant: Plant }[] {
  const random = chance(seed)
  const made: { layout: Layout; plant: Plant }[] = []
  for (let tries = 0; made.length < count && tries < 20 * count; tries++) {
    const layout = layouts[tries % layouts.length]
    const plant = layout && kind.plant(layout, random)
    if (layout && plant) made.push({ layout, plant })
  }
  return made
}
