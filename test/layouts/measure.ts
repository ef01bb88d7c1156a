import { checkReport } from '../../src/check/index.ts'
import type { SourceDocument } from '../../src/domain/document.ts'
import { canonicalDigits } from '../../src/domain/figure.ts'
import type { Report } from '../../src/domain/report.ts'
import { parseReport } from '../../src/parse/index.ts'
import { READERS } from '../../src/read/readers.ts'
import { linesOf } from '../../src/read/text/lines.ts'
import { type Accounts, accountsOf } from './accounts.ts'
import type { Damage } from './damage.ts'
import { type Sheet, toldOf } from './grid.ts'
import { narrative } from './narrative.ts'
import { html, word, xlsx } from './print/office.ts'
import { pdf } from './print/pdf.ts'
import { type TextKind, textOf } from './print/text.ts'
import type { Template } from './templates.ts'

export const TEXT_KINDS: readonly TextKind[] = ['tabs', 'raw', 'layout', 'paged', 'untitled']
export const FILE_KINDS = ['html', 'docx', 'xlsx', 'pdf', 'pdf without rulings'] as const
export type Kind = TextKind | (typeof FILE_KINDS)[number]

/** What the reader made of one printed report. */
export interface Score {
  readonly wanted: number
  readonly right: number
  /** Facts that the report does not print there. */
  readonly wrong: readonly string[]
  readonly lost: readonly string[]
  /** Figures whose raw characters do not stand at their line. */
  readonly misplaced: readonly string[]
  readonly missing: readonly string[]
  readonly findings: readonly string[]
  readonly unread: readonly string[]
}

const plain = (value: string): string => {
  const digits = canonicalDigits(value) ?? value
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}
const label = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^[一二三四五六七八九十]+、/, '')
    .replace(/[()《》“”"、\-—]/g, '')

interface Address {
  readonly form: string
  readonly row: string
  readonly parent: string | null
  readonly side: string | null
  readonly column: string
  readonly text: string
}
const address = (one: Address): string =>
  [one.form, one.side ?? '', label(one.row), one.parent === null ? '' : `(${label(one.parent)})`, one.column, plain(one.text)].join(' ')

const readOf = (report: Report): (Address & { line: number | null; raw: string })[] =>
  report.forms.flatMap((form) =>
    form.rows.flatMap((row) =>
      Object.entries(row.cells).flatMap(([column, cell]) =>
        cell.kind === 'figure'
          ? [
              {
                form: form.id,
                row: row.code ?? row.name,
                parent: row.parent,
                side: row.side,
                column,
                text: cell.figure.text,
                line: cell.where.line,
                raw: cell.where.raw,
              },
            ]
          : [],
      ),
    ),
  )

const squeeze = (text: string): string => text.replace(/\s/g, '')

/** Compares what was read with what was printed. */
export function scoreOf(document: SourceDocument, sheets: readonly Sheet[]): Score {
  const report = parseReport(document)
  const told = toldOf(sheets)
  const read = readOf(report)
  const left = read.map((one) => ({ one, key: address(one) }))
  const lost: string[] = []
  let right = 0
  for (const one of told) {
    const at = left.findIndex(({ key }) => key === address(one))
    if (at < 0) lost.push(address(one))
    else {
      left.splice(at, 1)
      right++
    }
  }
  const lines = new Map(document.lines.map((line) => [line.no, squeeze(line.text)]))
  const forms = new Set(told.map(({ form }) => form))
  return {
    wanted: told.length,
    right,
    lost,
    wrong: left.map(({ key }) => key),
    misplaced:
      document.type === 'text' ? read.filter((one) => !lines.get(one.line)?.includes(squeeze(one.raw).slice(0, 4))).map(address) : [],
    missing: [...forms].filter((form) => !report.forms.some(({ id }) => id === form)),
    findings: checkReport(report)
      .findings.filter(({ verdict }) => verdict === 'inconsistent')
      .map(({ rule, statement }) => `${rule}: ${statement}`),
    unread: report.unread.map(({ where, reason }) => `${where.raw} ${reason}`),
  }
}

const reading = { name: '报告', signal: undefined, onPage: undefined }
/** What stands before the forms. */
export const front = (a: Accounts): string[] => [`${a.year}年度${a.department}部门决算`, '第二部分 部门决算表']

/** A printed report of one template as the program reads it. */
export async function documentOf(
  template: Template,
  kind: Kind,
  a: Accounts,
  sheets: readonly Sheet[],
  seed: number,
): Promise<SourceDocument> {
  const words = narrative(a, template.style)
  const text = TEXT_KINDS.find((one) => one === kind)
  if (text !== undefined) {
    const content = textOf(front(a), sheets, words, text, a.year, seed)
    return { file: '报告.txt', sha256: '', bytes: content.length, type: 'text', pages: null, lines: linesOf(content), gaps: [] }
  }
  const type = kind === 'html' || kind === 'docx' || kind === 'xlsx' ? kind : 'pdf'
  const bytes =
    kind === 'html'
      ? Buffer.from(html(front(a), sheets, words))
      : kind === 'docx'
        ? word(front(a), sheets, words)
        : kind === 'xlsx'
          ? xlsx(front(a), sheets, words)
          : pdf(front(a), sheets, words, a.year, seed, kind === 'pdf')
  return readBack(type, bytes)
}

/** A printed file as the program reads it. */
export async function readBack(type: keyof typeof READERS, bytes: Uint8Array): Promise<SourceDocument> {
  const read = await READERS[type]()
  const content = await read(bytes, reading)
  return { file: `报告.${type}`, sha256: '', bytes: bytes.length, ...content }
}

/** Prints and reads one report, damaged if so wanted. Cells are compared with what was printed before the damage. */
export async function measure(template: Template, kind: Kind, seed: number, damage?: Damage): Promise<Score> {
  const a = accountsOf(seed, template.traits)
  const sheets = template.sheets(a, template.style)
  const printed = damage ? sheets.map(damage.apply) : sheets
  return scoreOf(await documentOf(template, kind, a, printed, seed), sheets)
}
