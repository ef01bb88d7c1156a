import { factsOf } from '../domain/fact.ts'
import type { Report } from '../domain/report.ts'
import { HEADINGS, STANDARD_FORM_KEY, splitRemarks } from '../domain/standard-form.ts'
import { damaged } from './standard-form-damage.ts'
import { readForm } from './standard-form-forms.ts'
import { readFrontMatter } from './standard-form-front.ts'
import { readRecords } from './standard-form-records.ts'
import { readClaims, readEvaluations, readStatements, readUnread } from './standard-form-statements.ts'

/** A line with its number in the standard-form file, for messages. */
export interface NumberedLine {
  readonly no: number
  readonly text: string
}

interface Section {
  readonly heading: string
  readonly lines: readonly NumberedLine[]
}

const RULE = /^\|[\s|:-]+$/

/** Numbers lines as the file has them: a document's lines lack the rule under a table's head. */
function numbered(texts: readonly string[]): NumberedLine[] {
  let no = 0
  return texts.map((text, index) => {
    const secondRow = text.startsWith('|') && texts[index - 1]?.startsWith('|') && !texts[index - 2]?.startsWith('|')
    no += secondRow && !RULE.test(text) ? 2 : 1
    return { no, text }
  })
}

const OPENING = new RegExp(`^\\ufeff?---\\s*\\n${STANDARD_FORM_KEY}:`)

/** Parts the lines after the front matter at their second-level headings; what stands before the first is for people. */
function sectionsOf(lines: readonly NumberedLine[]): Section[] {
  const sections: { heading: string; lines: NumberedLine[] }[] = []
  for (const line of lines) {
    if (line.text.startsWith('## ')) sections.push({ heading: line.text.slice(3).trim(), lines: [] })
    else if (line.text.trim() !== '') sections.at(-1)?.lines.push(line)
  }
  return sections
}

const FORM_HEADING = `${HEADINGS.form} `
const linesUnder = (sections: readonly Section[], heading: string) => sections.filter((s) => s.heading === heading).flatMap((s) => s.lines)

/**
 * Reads a report that the program itself wrote (`standardForm`).
 * @returns null when the text is not in standard form
 * @throws InputError when it is, but was cut short or altered so that it no longer says what it counted
 */
export function readStandardForm(text: string): Report | null {
  const unified = text.replaceAll('\r\n', '\n')
  if (!OPENING.test(unified)) return null
  const lines = numbered(unified.split('\n'))
  const { meta, tokens, missingForms, counts, end } = readFrontMatter(lines)
  const sections = sectionsOf(lines.slice(end))
  const report: Report = {
    meta,
    tokens,
    missingForms,
    forms: sections
      .filter((section) => section.heading.startsWith(FORM_HEADING))
      .map((section) => readForm(splitRemarks(section.heading)?.remarks ?? [], section.lines)),
    claims: readClaims(linesUnder(sections, HEADINGS.claims)),
    statements: readStatements(linesUnder(sections, HEADINGS.statements)),
    evaluations: readEvaluations(linesUnder(sections, HEADINGS.evaluations)),
    unread: readUnread(linesUnder(sections, HEADINGS.unread)),
    records: readRecords(linesUnder(sections, HEADINGS.records)),
    outline: null,
  }
  const found = {
    forms: report.forms.length,
    facts: factsOf(report).length,
    rows: report.forms.reduce((sum, form) => sum + form.rows.length, 0),
    statements: report.statements?.length ?? 0,
    unread: report.unread.length,
    records: report.records.length,
  }
  for (const [what, count] of Object.entries(found))
    if (counts[what] !== count) throw damaged(null, `${what} 应有${counts[what] ?? '？'}个，只读到${count}个`)
  return report
}
