import { checkReport } from '../../../src/check/index.ts'
import type { Finding } from '../../../src/domain/finding.ts'
import { parseReport } from '../../../src/parse/index.ts'
import { linesOf } from '../../../src/read/text/lines.ts'
import type { Layout } from './layouts.ts'
import { type Plant, type PlantKind, plantsOf } from './plants.ts'

/** What the checker made of many plants of one kind. */
export interface Score {
  readonly kind: string
  readonly planted: number
  readonly found: number
  readonly explained: number | null
  readonly placed: number
  /** Plants that went unnoticed, were not understood, or were told at another place; for whoever mends the checker. */
  readonly missed: readonly string[]
  readonly unexplained: readonly string[]
  readonly misplaced: readonly string[]
}

/** Errors and defects of wording that the checker finds in a text. */
export function alarmsIn(text: string): readonly Finding[] {
  const report = parseReport({
    file: '合成.txt',
    sha256: '',
    bytes: text.length,
    type: 'text',
    pages: null,
    lines: linesOf(text),
    gaps: [],
  })
  return checkReport(report).findings.filter((finding) => finding.verdict !== 'rounding')
}

const linesTouched = (finding: Finding): readonly (number | null)[] =>
  [finding.left?.where, finding.right?.where, ...finding.evidence].map((place) => place?.line ?? null)

const isAt = (finding: Finding, line: number): boolean => [finding, ...finding.effects].some((one) => linesTouched(one).includes(line))
const says = (finding: Finding, words: RegExp): boolean => [finding.likelyCause ?? '', finding.statement].some((text) => words.test(text))
const describe = ({ layout, plant }: { readonly layout: Layout; readonly plant: Plant }, findings: readonly Finding[]): string =>
  `${layout.name} 第${plant.line}行 ${plant.before.slice(0, 60)} → ${plant.after}${findings[0] ? ` ｜ ${findings[0].statement} ${findings[0].likelyCause ?? ''}` : ` ｜ ${plant.text.split('\n')[plant.line - 1]?.slice(0, 90)}`}`

export function scoreOf(kind: PlantKind, layouts: readonly Layout[], count: number, seed = 7): Score {
  const results = plantsOf(kind, layouts, count, seed).map((one) => ({ ...one, findings: alarmsIn(one.plant.text) }))
  const found = results.filter(({ findings }) => findings.length > 0)
  const { explained } = kind
  const understood = explained === null ? null : found.filter(({ findings }) => findings.some((finding) => says(finding, explained)))
  const placed = found.filter(({ plant, findings }) =>
    findings.some((finding) =>
      [plant.line, ...(kind.name === '删去一行' ? [plant.line - 1, plant.line + 1] : [])].some((line) => isAt(finding, line)),
    ),
  )
  return {
    kind: kind.name,
    planted: results.length,
    found: found.length,
    explained: understood?.length ?? null,
    placed: placed.length,
    missed: results.filter((result) => !found.includes(result)).map((result) => describe(result, [])),
    unexplained: understood
      ? found.filter((result) => !understood.includes(result)).map((result) => describe(result, result.findings))
      : [],
    misplaced: found.filter((result) => !placed.includes(result)).map((result) => describe(result, result.findings)),
  }
}

const share = (part: number, whole: number): string => (whole === 0 ? '—' : (part / whole).toFixed(3))

/** The table that is quoted: by kind, how many were found, and of those how many understood and put in the right place. */
export function scoreTable(scores: readonly Score[]): string {
  const head = '| 缺陷 | 埋设 | 查出 | 说对原因 | 指对位置 |\n| --- | --- | --- | --- | --- |'
  const rows = scores.map(
    ({ kind, planted, found, explained, placed }) =>
      `| ${kind} | ${planted} | ${share(found, planted)} | ${explained === null ? '—' : share(explained, found)} | ${share(placed, found)} |`,
  )
  return [head, ...rows].join('\n')
}
