import type { CheckResult, Finding } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { FACT_TABLE, factRows } from './fact-table.ts'
import { tableSheet, wordsSheet, workbook } from './xlsx.ts'

const flat = (findings: readonly Finding[]): Finding[] => findings.flatMap((finding) => [finding, ...flat(finding.effects)])
const VERDICT_WORDS = { inconsistent: '不一致', rounding: '尾差', text: '文字' } as const

/** A report as a workbook: its figures, what the check found, which edition it is. */
export function reportWorkbook(report: Report, result: CheckResult): Promise<Uint8Array> {
  const { department, fiscalYear, file, sha256, unit } = report.meta
  return workbook([
    tableSheet(FACT_TABLE, factRows(report)),
    wordsSheet('核对', [['类别', '问题'], ...flat(result.findings).map(({ verdict, statement }) => [VERDICT_WORDS[verdict], statement])]),
    wordsSheet('说明', [
      ['部门', department],
      ['年度', String(fiscalYear)],
      ['单位', unit],
      ['原文件', file],
      ['SHA-256', sha256],
    ]),
  ])
}
