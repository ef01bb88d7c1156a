import { factsOf } from '../domain/fact.ts'
import type { Report, ReportMeta } from '../domain/report.ts'
import { HEADINGS, STANDARD_FORM_KEY, STANDARD_FORM_VERSION } from '../domain/standard-form.ts'
import { factsOnly } from './standard-form-facts.ts'
import { formLines } from './standard-form-forms.ts'
import { recordLines } from './standard-form-records.ts'
import { claimLines, evaluationLines, statementLines, unreadLines } from './standard-form-statements.ts'

const KIND_WORDS: Readonly<Record<ReportMeta['kind'], string>> = { finalAccount: '部门决算', budget: '部门预算' }

/** Each line is a YAML key with a JSON value: valid YAML, read back without a YAML parser. */
function frontMatter(report: Report): string[] {
  const { department, aliases, fiscalYear, kind, unit, file, sha256, pages } = report.meta
  const counts = {
    forms: report.forms.length,
    facts: factsOf(report).length,
    rows: report.forms.reduce((sum, form) => sum + form.rows.length, 0),
    statements: report.statements?.length ?? 0,
    unread: report.unread.length,
    records: report.records.length,
  }
  const entries = {
    [STANDARD_FORM_KEY]: STANDARD_FORM_VERSION,
    ...{ department, aliases, fiscalYear, kind, unit, file, sha256, pages },
    ...{ tokens: report.tokens, missingForms: report.missingForms, counts },
  }
  return ['---', ...Object.entries(entries).map(([key, value]) => `${key}: ${JSON.stringify(value)}`), '---']
}

const LEGEND = [
  '由查账从原文件整理：只有表格、数字和算式，没有原文的句子；原文自相矛盾之处照原样保留。',
  '表中：空格为原表空白，— 为原表短横，× 为该行没有这一栏，？ 为辨认不清。〔〕里是与本行不同的位置、原文的写法和修补的缘由。',
]

const section = (heading: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`## ${heading}`, '', ...lines, ''])

/**
 * A report as standard-form Markdown: all its facts with their places, none of its sentences.
 * `readStandardForm` reads it back to `factsOnly(report)`.
 */
export function standardForm(report: Report): string {
  const facts = factsOnly(report)
  return [
    ...frontMatter(facts),
    '',
    `# ${report.meta.department.replace(/\s+/g, ' ')} ${report.meta.fiscalYear}年度${KIND_WORDS[report.meta.kind]}`,
    '',
    ...LEGEND,
    '',
    ...facts.forms.flatMap(formLines),
    ...section(HEADINGS.claims, claimLines(facts.claims)),
    ...section(HEADINGS.statements, statementLines(facts.statements ?? [])),
    ...section(HEADINGS.evaluations, evaluationLines(facts.evaluations)),
    ...section(HEADINGS.unread, unreadLines(facts.unread)),
    ...section(HEADINGS.records, recordLines(facts.records)),
  ].join('\n')
}
