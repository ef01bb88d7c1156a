import { describe, expect, it } from 'vitest'
import type { Claim, Form } from '../../../src/domain/report.ts'
import { withOwnCodes } from '../../../src/parse/narrative/own-codes.ts'

const PLACE = { page: null, line: 1, raw: '' }
const form = (rows: readonly (readonly [string, string])[]): Form => ({
  id: 'expenditure',
  title: null,
  unit: '万元',
  decimals: 2,
  department: null,
  rows: rows.map(([code, name]) => ({ code, name, parent: null, side: null, ordinal: null, cells: {}, where: PLACE })),
  notes: [],
  where: PLACE,
  end: { page: null, line: 2 },
})
const claim = (item: string, subject: string | null = null): Claim => ({
  id: 'n1',
  topic: 'generalBudget.detail',
  section: '',
  item,
  subject,
  measure: 'final',
  figure: { text: '1', unit: '万元', decimals: 0 },
  repaired: null,
  direction: null,
  of: null,
  versus: null,
  year: null,
  partOf: null,
  where: PLACE,
  sentence: 0,
})
const subjectOf = (item: string, rows: readonly (readonly [string, string])[]): string | null | undefined =>
  withOwnCodes([claim(item)], [form(rows)])[0]?.subject

const ROWS = [
  ['207', '文化旅游体育与传媒支出'],
  ['20701', '文化和旅游'],
  ['2070177', '甲种陈列馆'],
  ['2079977', '甲种陈列馆'],
  ['2070188', '乙种陈列馆'],
] as const

describe('items that the official classification does not know', () => {
  it("take the code of the report's own row under the same 类 and 款", () => {
    expect(subjectOf('文化旅游体育与传媒支出(类)文化和旅游(款)甲种陈列馆(项)', ROWS)).toBe('code:2070177')
  })

  it('pass over a 款 that no row has only where the 项 is alone of its name', () => {
    expect(subjectOf('文化旅游体育与传媒支出(类)文旅(款)乙种陈列馆(项)', ROWS)).toBe('code:2070188')
    expect(subjectOf('文化旅游体育与传媒支出(类)文旅(款)甲种陈列馆(项)', ROWS)).toBeNull()
  })

  it('stay unnamed where no row has their name, or only another 类 has it', () => {
    expect(subjectOf('文化旅游体育与传媒支出(类)文化和旅游(款)丙种陈列馆(项)', ROWS)).toBeNull()
    expect(subjectOf('教育支出(类)普通教育(款)乙种陈列馆(项)', ROWS)).toBeNull()
    expect(subjectOf('乙种陈列馆', ROWS)).toBeNull()
  })

  it('keep the subject they have', () => {
    expect(withOwnCodes([claim('人员经费', 'personnel')], [form(ROWS)])[0]?.subject).toBe('personnel')
  })
})
