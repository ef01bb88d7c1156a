import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/domain/fact.ts'
import { csv, textField } from '../../src/render/csv.ts'
import { smallReport } from '../cli/calling.ts'
import { arbitraryReport } from './arbitrary-report.ts'

/** Reads RFC 4180 back, so that the test sees what a spreadsheet sees. */
function parseCsv(text: string): { value: string; quoted: boolean }[][] {
  const rows: { value: string; quoted: boolean }[][] = [[]]
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/gy
  for (let match = field.exec(text); match !== null && match[0] !== ''; match = field.exec(text)) {
    const quoted = match[1]?.startsWith('"') ?? false
    const value = quoted ? (match[1] ?? '').slice(1, -1).replaceAll('""', '"') : (match[1] ?? '')
    rows.at(-1)?.push({ value, quoted })
    if (match[2] === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('the export for spreadsheets', () => {
  it('has a byte order mark, a head, and one row a fact whatever the report holds', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const text = csv(report)
        expect(text.startsWith('\ufeff')).toBe(true)
        const rows = parseCsv(text.slice(1))
        expect(rows).toHaveLength(factsOf(report).length + 1)
        expect(new Set(rows.map((row) => row.length)).size).toBe(1)
      }),
      { numRuns: 100 },
    )
  })

  it('never lets text run as a formula, and never alters a figure', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const [head, ...rows] = parseCsv(csv(report).slice(1))
        const value = head?.findIndex((field) => field.value === '数值') ?? -1
        expect(rows.map((row) => row[value]?.value)).toEqual(factsOf(report).map((fact) => fact.figure.text))
        for (const field of rows.flat()) expect(/^[=+\-@\t\r]/.test(field.value) && !/^-?\d+(\.\d+)?$/.test(field.value)).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps codes as text and money as digits', () => {
    const [head, first, second, third] = parseCsv(csv(smallReport).slice(1))
    const at = (row: typeof head, name: string) => row?.[head?.findIndex((field) => field.value === name) ?? -1]
    expect(at(first, '编码')).toEqual({ value: '2019901', quoted: true })
    expect(at(first, '数值')).toEqual({ value: '1234.50', quoted: false })
    expect(at(first, '原文')?.value).toBe('1,234. 50')
    expect(at(second, '数值')).toEqual({ value: '-9.60', quoted: false })
    expect(at(second, '原文')?.value).toBe('-9.60')
    expect(at(third, '名称')?.value).toBe("'=SUM(A1)")
    expect(at(third, '栏目')?.value).toBe('决算数')
  })

  it.each(['=1+1', '+1', '-cmd', '@x', '\t=1'])('disarms %j', (text) => {
    expect(textField(text)).toBe(`"'${text}"`)
  })
})
