import type { CheckResult, Finding, FindingSide } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { byWeight, checkVerdict, ledgerLine } from './check-lines.ts'
import { placeWords } from './contract-text.ts'
import { plainLine } from './plain-text.ts'

/** The whole result of a check as a file for people: every finding with its number, both figures, derivation, likely cause. */

const of = (findings: readonly Finding[], verdict: Finding['verdict']): Finding[] => findings.filter((one) => one.verdict === verdict)

/** The findings in the order of their numbers: contradictions by weight, then wording, then rounding. */
export const numberedFindings = ({ findings }: Pick<CheckResult, 'findings'>): Finding[] => [
  ...byWeight(of(findings, 'inconsistent')),
  ...byWeight(of(findings, 'text')),
  ...byWeight(of(findings, 'rounding')),
]

/** Text of a report that Markdown must not read as marks. */
const plain = (text: string): string => plainLine(text).replace(/[\\`*_[\]<>|~#]/g, '\\$&')

const sideLine = ({ what, value, unit, where }: FindingSide): string =>
  `- ${plain(what)}：${plain(value)}${plain(unit ?? '')}${where === null ? '' : `（${placeWords(where)}，原文“${plain(where.raw)}”）`}`

function findingLines(finding: Finding, number: number): string[] {
  const { left, right, derivation, difference, likelyCause, effects } = finding
  return [
    `### ${number}. ${plain(finding.statement)}`,
    '',
    ...[left, right].flatMap((side) => (side === null ? [] : [sideLine(side)])),
    ...(difference === null ? [] : [`- 差额：${plain(difference)}`]),
    ...(derivation === null ? [] : [`- 算式：${plain(derivation)}`]),
    ...(likelyCause === null ? [] : [`- 可能的原因：${plain(likelyCause)}`]),
    ...(effects.length === 0 ? [] : ['- 由此还引起：', ...effects.map((effect) => `  - ${plain(effect.statement)}`)]),
    '',
  ]
}

const TITLES: readonly (readonly [Finding['verdict'], string])[] = [
  ['inconsistent', '数字不一致'],
  ['text', '文字问题'],
  ['rounding', '尾差（在四舍五入的范围内，不算错误）'],
]

/** A check's result in Markdown. */
export function checkMarkdown(report: Report, result: CheckResult): string {
  const { meta } = report
  const { unchecked } = result.coverage
  const numbers = new Map(numberedFindings(result).map((finding, i) => [finding, i + 1]))
  const sections = TITLES.flatMap(([verdict, title]) => {
    const findings = byWeight(of(result.findings, verdict))
    if (findings.length === 0) return []
    return [`## ${title}：${findings.length}处`, '', ...findings.flatMap((one) => findingLines(one, numbers.get(one) ?? 0))]
  })
  return [
    `# ${plain(meta.department)}${meta.fiscalYear}年度：${checkVerdict(result)}`,
    '',
    `文件：${plain(meta.file)}；指纹：${meta.sha256.slice(0, 16)}；单位：${meta.unit}`,
    '',
    ...sections,
    '## 台账',
    '',
    ledgerLine(result),
    '',
    ...(unchecked.length === 0 ? [] : ['没能核对的：', '', ...unchecked.map(({ reason, count }) => `- ${plain(reason)}：${count}处`), '']),
    `读懂的数字：${report.tokens.facts}/${report.tokens.all}。没有发现问题不等于没有问题。`,
    '',
  ].join('\n')
}
