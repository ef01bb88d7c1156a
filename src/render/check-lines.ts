import { Decimal } from 'decimal.js'
import type { CheckResult, Coverage, Finding, Unchecked } from '../domain/finding.ts'
import { plainLine } from './plain-text.ts'

/** What a check found, for people: the verdict, the errors by weight, rounding in one line, the ledger. */

/** Findings of one kind that a screen shows. */
export const MOST_FINDINGS = 20
const MOST_REASONS = 8

/** The difference as a number to sort by; findings without one come last. */
function weightOf({ difference }: Finding): Decimal {
  const digits = /-?\d+(\.\d+)?/.exec(difference ?? '')?.[0]
  return digits === undefined ? new Decimal(-1) : new Decimal(digits).abs()
}

/** Largest difference first. */
export const byWeight = (findings: readonly Finding[]): Finding[] => [...findings].sort((a, b) => weightOf(b).comparedTo(weightOf(a)))

function findingLines(finding: Finding, number: number): string[] {
  const { statement, derivation, likelyCause, effects } = finding
  return [
    `${number}. ${plainLine(statement)}`,
    ...(derivation === null ? [] : [`   算式：${plainLine(derivation)}`]),
    ...(likelyCause === null ? [] : [`   可能：${plainLine(likelyCause)}`]),
    ...(effects.length === 0 ? [] : [`   由此还引起${effects.length}处不一致。`]),
  ]
}

function section(title: string, findings: readonly Finding[], from: number): string[] {
  if (findings.length === 0) return []
  const shown = byWeight(findings).slice(0, MOST_FINDINGS)
  const more = findings.length - shown.length
  return [
    `${title}（${findings.length}处）：`,
    ...shown.flatMap((finding, i) => findingLines(finding, from + i)),
    ...(more > 0 ? [`   另有${more}处。`] : []),
  ]
}

function uncheckedLines(unchecked: readonly Unchecked[]): string[] {
  if (unchecked.length === 0) return []
  const counts = new Map<string, number>()
  for (const { reason, count } of unchecked) counts.set(reason, (counts.get(reason) ?? 0) + count)
  const reasons = [...counts].sort((a, b) => b[1] - a[1])
  const shown = reasons.slice(0, MOST_REASONS).map(([reason, count]) => `  ${plainLine(reason)}：${count}处`)
  return ['没能核对的：', ...shown, ...(reasons.length > MOST_REASONS ? [`  另有${reasons.length - MOST_REASONS}种原因。`] : [])]
}

/** How many comparisons of figures a check made, and how many paragraphs it read for their wording. */
function extent({ checked, text, paragraphs = 0 }: Coverage): string {
  return `数字核对${checked - text - paragraphs}处${paragraphs > 1 ? `，文字检查${paragraphs}段` : ''}`
}

/** What became of everything that was compared: the same numbers on every screen and in every file. */
export function ledgerLine({ findings, coverage }: CheckResult): string {
  const { passed, rounding, inconsistent, text, paragraphs = 0 } = coverage
  const roots = findings.filter(({ verdict }) => verdict === 'inconsistent').length
  const open = coverage.unchecked.reduce((sum, one) => sum + one.count, 0)
  const wrong = inconsistent > roots ? `不一致${inconsistent}（归为${roots}处）` : `不一致${inconsistent}`
  return `${extent(coverage)}；数字相符${passed - paragraphs}，尾差${rounding}，${wrong}，文字问题${text}，未核对${open}。`
}

/** The first line: how many contradictions, and that an empty result is not a pass. */
export function checkVerdict({ findings, coverage }: CheckResult): string {
  const count = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
  if (coverage.checked === 0) return '这份报告没有能核对的数字。'
  const wrong = count('inconsistent')
  const worded = count('text')
  const found = wrong + worded === 0 ? '没有发现矛盾' : `发现${wrong}处数字不一致${worded === 0 ? '' : `、${worded}处文字问题`}`
  return `${extent(coverage)}，${found}。`
}

/** Everything under the first line. */
export function checkLines({ findings, coverage }: CheckResult): string[] {
  const of = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict)
  const wrong = of('inconsistent')
  const rounding = of('rounding').length
  return [
    ...section('数字不一致', wrong, 1),
    ...section('文字问题', of('text'), Math.min(wrong.length, MOST_FINDINGS) + 1),
    ...(rounding === 0 ? [] : [`另有${rounding}处尾差，在四舍五入的范围内，不算错误。`]),
    `台账：${ledgerLine({ findings, coverage })}`,
    ...uncheckedLines(coverage.unchecked),
  ]
}
