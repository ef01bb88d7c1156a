import { existsSync, readFileSync } from 'node:fs'
import type { SourceDocument } from '../../src/domain/document.ts'
import { factsOf } from '../../src/domain/fact.ts'
import { canonicalDigits } from '../../src/domain/figure.ts'
import type { Report } from '../../src/domain/report.ts'

const SHARED = new URL('../../../shared/', import.meta.url)

interface TruthFact {
  readonly form: string
  readonly row: { readonly code: string | null; readonly name: string }
  readonly column: string
  readonly value: string
  readonly textual?: boolean
}

export interface Truth {
  readonly report: {
    readonly file: string
    readonly department: string
    readonly fiscalYear: number
    readonly accepted?: readonly string[]
  }
  readonly facts: readonly TruthFact[]
  readonly derived?: readonly TruthFact[]
}

/** Text reports with hand-made truth; none where the shared folder is absent. */
export const CORPUS = ['qiaokou-2020', 'hanyang-2024', 'hongshan-2021', 'hannan-2020', 'qingshan-2020'].filter((name) =>
  existsSync(new URL(`reports/${name}.txt`, SHARED)),
)

export const textOf = (name: string): string => readFileSync(new URL(`reports/${name}.txt`, SHARED), 'utf8')
export const truthOf = (name: string): Truth => JSON.parse(readFileSync(new URL(`truth/${name}.json`, SHARED), 'utf8')) as Truth

/** A text as the reader gives it. */
export function documentOf(text: string): SourceDocument {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ no: i + 1, page: null, text: line, cells: line.includes('\t') ? line.split('\t') : null }))
  return { file: 'report.txt', sha256: '0'.repeat(64), bytes: text.length, type: 'text', pages: null, lines, gaps: [] }
}

const plain = (value: string): string => {
  const digits = canonicalDigits(value.normalize('NFKC').replace(/[\s,]/g, '')) ?? value
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}
const label = (row: TruthFact['row']): string =>
  row.code ??
  row.name
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^[一二三四五六七八九十]+、/, '')
    .replace(/[()《》“”"、\-—]/g, '')
const address = (f: TruthFact): string => [f.form, label(f.row), f.column, plain(f.value)].join(' ')

/** Cells of a report against the truth: how many are right, which are missing, which say what the report does not. */
export function compareCells(report: Report, truth: Truth): { right: number; wanted: number; wrong: string[] } {
  const read = factsOf({ forms: report.forms, claims: [], evaluations: [] }).map((f) =>
    address({ form: f.form, row: f.row, column: f.column, value: f.figure.text }),
  )
  const wanted = truth.facts.filter((f) => f.form !== 'narrative' && f.form !== 'other' && !f.textual).map(address)
  const left = [...read]
  const take = (key: string): boolean => {
    const at = left.indexOf(key)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  const right = wanted.filter(take).length
  for (const derived of truth.derived ?? []) take(address(derived))
  return { right, wanted: wanted.length, wrong: left }
}
