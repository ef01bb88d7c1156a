import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/parse/index.ts'
import { CORPUS, compareCells, documentOf, textOf, truthOf } from './truth.ts'

if (CORPUS.length === 0) console.info('corpus tests skipped: no ../shared/reports beside the checkout')

const flat = (line: string): string => line.replace(/\s/g, '')
const isTitle = (line: string): boolean =>
  /(?:总表|决算表|明细表)(?:（表\d）)?$/.test(flat(line)) && line.length < 60 && !line.trim().startsWith('-')

/** What extraction does to a layout: none of it may turn into a wrong figure. */
const DAMAGE: Readonly<Record<string, (line: string, index: number) => string>> = {
  'cells run together': (line) => (line.includes('\t') ? line.replace(/\s*\t+\s*/g, ' ').trim() : line),
  'titles lost': (line) => (isTitle(line) ? '' : line),
  'column numbers lost': (line) => (flat(line).includes('栏次') ? '' : line),
  'labels of totals lost': (line) => line.replace(/^(\t*)(?:合计|本年收入合计|总计)(?=\t)/, '$1'),
  'headers moved by a column': (line) =>
    line.includes('\t') && !/\d\.\d|^\d{3,7}\t|、/.test(line) && /支出|收入|小计|类/.test(line) ? `\t${line}` : line,
  'decimal points lost': (line, index) => (line.includes('\t') && index % 7 === 0 ? line.replace(/(\d+)\.(\d\d)\b/g, '$1 $2') : line),
}

describe.skipIf(CORPUS.length === 0)('real reports', () => {
  it.each(CORPUS)('%s: department, year and every cell', (name) => {
    const truth = truthOf(name)
    const report = parseReport(documentOf(textOf(name)))
    expect([truth.report.department, ...(truth.report.accepted ?? [])]).toContain(report.meta.department)
    expect(report.meta.fiscalYear).toBe(truth.report.fiscalYear)
    const { right, wanted, wrong } = compareCells(report, truth)
    expect(wrong).toEqual([])
    expect(right).toBeGreaterThanOrEqual(wanted * 0.98)
  })

  it.each(Object.keys(DAMAGE).flatMap((kind) => CORPUS.map((name) => [kind, name] as const)))('%s in %s: no wrong cell', (kind, name) => {
    const damaged = textOf(name)
      .split('\n')
      .map((line, index) => DAMAGE[kind]?.(line, index) ?? line)
      .join('\n')
    const { right, wanted, wrong } = compareCells(parseReport(documentOf(damaged)), truthOf(name))
    expect(wrong).toEqual([])
    expect(right).toBeGreaterThanOrEqual(wanted * 0.85)
  })

  it.each(CORPUS)('%s: facts and unread account for all figure tokens', (name) => {
    const { tokens, unread } = parseReport(documentOf(textOf(name)))
    expect(tokens.facts + tokens.unread).toBe(tokens.all)
    expect(unread).toHaveLength(tokens.unread)
    expect(unread.every((u) => u.reason !== '' && u.where.line !== null)).toBe(true)
  })
})
