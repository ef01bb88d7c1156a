import { InputError } from '../domain/errors.ts'
import type { CheckResult, Finding } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { MOST_FINDINGS } from '../render/check-lines.ts'

type Writer = (report: Report, result: CheckResult) => Promise<Uint8Array | string>

/** How the whole result of a check is written, by the ending of the file. */
const WRITERS: Readonly<Record<string, Writer>> = {
  md: async (report, result) => (await import('../render/check-markdown.ts')).checkMarkdown(report, result),
  docx: async (report, result) => (await import('../render/check-word.ts')).checkWord(report, result),
  xlsx: async (report, result) => (await import('../render/check-workbook.ts')).checkWorkbook(report, result),
}

/** How to see what a screen leaves out; nothing where it leaves nothing out. */
export function wholeResultHint({ findings }: CheckResult): readonly string[] {
  const many = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length > MOST_FINDINGS
  return many('inconsistent') || many('text') ? ['要看全部，用 check 文件 --out 结果.docx（或 .xlsx、.md）写成文件。'] : []
}

/**
 * The writer for a file's ending: Markdown to read, Word to send on, Excel to work through.
 * @throws InputError when the ending is none of these
 */
export function checkWriter(file: string): Writer {
  const writer = WRITERS[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '']
  if (!writer) throw new InputError('bad-usage', '核对结果可以写成 .md、.docx 或 .xlsx，请换一个文件名。')
  return writer
}
