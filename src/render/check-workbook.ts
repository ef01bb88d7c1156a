import type { CheckResult, Finding, FindingSide } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { checkVerdict, ledgerLine } from './check-lines.ts'
import { numberedFindings } from './check-markdown.ts'
import { placeWords } from './contract-text.ts'
import { wordsSheet, workbook } from './xlsx.ts'

/** The result of a check as a workbook, to be worked through: one finding a row, under the number it has everywhere. */

const VERDICT_WORDS: Readonly<Record<Finding['verdict'], string>> = { inconsistent: '数字不一致', text: '文字问题', rounding: '尾差' }
const HEAD = ['编号', '类别', '问题', '一处', '位置', '另一处', '位置', '差额', '算式', '可能的原因', '由此引起']

const WIDTHS = [6, 12, 60, 36, 16, 36, 16, 10, 30, 30, 40]

const sideCells = (side: FindingSide | null): string[] =>
  side === null ? ['', ''] : [`${side.what}：${side.value}${side.unit ?? ''}`, side.where === null ? '' : placeWords(side.where)]

const rowOf = (finding: Finding, i: number): string[] => [
  String(i + 1),
  VERDICT_WORDS[finding.verdict],
  finding.statement,
  ...sideCells(finding.left),
  ...sideCells(finding.right),
  finding.difference ?? '',
  finding.derivation ?? '',
  finding.likelyCause ?? '',
  finding.effects.map(({ statement }) => statement).join('\n'),
]

/** The findings and the ledger of a check. */
export function checkWorkbook({ meta }: Report, result: CheckResult): Promise<Uint8Array> {
  const { unchecked } = result.coverage
  return workbook([
    { ...wordsSheet('核对结果', [HEAD, ...numberedFindings(result).map(rowOf)]), widths: WIDTHS },
    wordsSheet('台账', [
      ['报告', `${meta.department}${meta.fiscalYear}年度`],
      ['文件', meta.file],
      ['SHA-256', meta.sha256],
      ['结论', checkVerdict(result)],
      ['台账', ledgerLine(result)],
      ...unchecked.map(({ reason, count }) => [`未核对：${reason}`, String(count)]),
    ]),
  ])
}
