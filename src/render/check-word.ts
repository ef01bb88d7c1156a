import type { CheckResult, Finding, FindingSide } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { byWeight, checkVerdict, ledgerLine } from './check-lines.ts'
import { numberedFindings } from './check-markdown.ts'
import { placeWords } from './contract-text.ts'
import { type Block, paragraph, table, wordFile } from './docx.ts'

/** The result of a check as a Word file, to be read, printed and sent on. */

const TITLES: readonly (readonly [Finding['verdict'], string])[] = [
  ['inconsistent', '数字不一致'],
  ['text', '文字问题'],
]

const sideText = ({ what, value, unit, where }: FindingSide): string =>
  `${what}：${value}${unit ?? ''}${where === null ? '' : `（${placeWords(where)}，原文“${where.raw}”）`}`

function findingBlocks(finding: Finding, number: number): Block[] {
  const { statement, left, right, difference, derivation, likelyCause, effects } = finding
  const details = [
    ...[left, right].flatMap((side) => (side === null ? [] : [sideText(side)])),
    ...(difference === null ? [] : [`差额：${difference}`]),
    ...(derivation === null ? [] : [`算式：${derivation}`]),
    ...(likelyCause === null ? [] : [`可能的原因：${likelyCause}`]),
    ...effects.map((effect) => `由此还引起：${effect.statement}`),
  ]
  return [paragraph('item', `${number}. ${statement}`), ...details.map((text) => paragraph('detail', text))]
}

/** Remainders are told in a table: one line each is all they are worth. */
function roundingBlocks(findings: readonly Finding[], numbers: ReadonlyMap<Finding, number>): Block[] {
  if (findings.length === 0) return []
  const rows = findings.map((finding) => [String(numbers.get(finding) ?? ''), finding.statement, finding.difference ?? ''])
  return [
    paragraph('heading', `尾差：${findings.length}处`),
    paragraph('text', '在四舍五入的范围内，不算错误。'),
    table(['编号', '说明', '差额'], rows),
  ]
}

/** The verdict, the errors by weight, the remainders, the ledger. */
export function checkWord(report: Report, result: CheckResult): Promise<Uint8Array> {
  const { meta, tokens } = report
  const { unchecked } = result.coverage
  const numbers = new Map(numberedFindings(result).map((finding, i) => [finding, i + 1]))
  const of = (verdict: Finding['verdict']): readonly Finding[] => byWeight(result.findings.filter((finding) => finding.verdict === verdict))
  const sections = TITLES.flatMap(([verdict, title]): Block[] => {
    const findings = of(verdict)
    if (findings.length === 0) return []
    return [paragraph('heading', `${title}：${findings.length}处`), ...findings.flatMap((one) => findingBlocks(one, numbers.get(one) ?? 0))]
  })
  return wordFile([
    paragraph('title', `${meta.department}${meta.fiscalYear}年度核对结果`),
    paragraph('text', checkVerdict(result)),
    paragraph('text', `文件：${meta.file}；指纹：${meta.sha256.slice(0, 16)}；单位：${meta.unit}`),
    ...sections,
    ...roundingBlocks(of('rounding'), numbers),
    paragraph('heading', '台账'),
    paragraph('text', ledgerLine(result)),
    ...(unchecked.length === 0
      ? []
      : [
          paragraph('text', '没能核对的：'),
          table(
            ['原因', '处数'],
            unchecked.map(({ reason, count }) => [reason, String(count)]),
          ),
        ]),
    paragraph('text', `读懂的数字：${tokens.facts}/${tokens.all}。没有发现问题不等于没有问题。`),
  ])
}
