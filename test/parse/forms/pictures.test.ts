import { describe, expect, it } from 'vitest'
import type { Line } from '../../../src/domain/document.ts'
import { factsOf } from '../../../src/domain/fact.ts'
import { parseForms, recogniseForms } from '../../../src/parse/forms/index.ts'
import { linesOf } from './notation.ts'

const HEAD = [
  '2022年度支出决算表',
  '部门：江城市青云区档案馆\t\t\t单位：万元',
  '功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出',
]
const ROWS = [
  '\t合计\t90.25\t70.15\t20.10\t\t\t',
  '201\t一般公共服务支出\t90.25\t70.15\t20.10\t\t\t',
  '2012601\t行政运行\t70.15\t70.15\t\t\t\t',
  '2012604\t档案馆\t20.10\t\t20.10\t\t\t',
]

/** The form as if it came out of a picture; `unsure` says which cells of which lines the recogniser doubted. */
function seen(rows: readonly string[], unsure: Readonly<Record<number, readonly number[]>> = {}) {
  const lines = linesOf([...HEAD, ...rows].join('\n')).map(
    (line, i): Line => ({ ...line, recognised: true, unsure: unsure[i - HEAD.length] }),
  )
  const { forms, unread } = parseForms(lines, recogniseForms(lines), [], '万元')
  const facts = factsOf({ forms, claims: [], evaluations: [] })
  return {
    figures: Object.fromEntries(facts.map((fact) => [`${fact.row.code ?? fact.row.name} ${fact.column}`, fact.figure.text])),
    marked: facts.every((fact) => fact.repaired?.startsWith('由图片识别')),
    unread: unread.map((one) => [one.where.raw, one.reason]),
  }
}

describe('figures out of pictures', () => {
  it('that the recogniser is certain of are read, and marked', () => {
    const { figures, marked, unread } = seen(ROWS)
    expect(figures).toMatchObject({ '合计 total': '90.25', '2012604 project': '20.10' })
    expect(Object.keys(figures)).toHaveLength(10)
    expect(marked).toBe(true)
    expect(unread).toEqual([])
  })

  it('that it is not certain of are read where a sum confirms them', () => {
    const { figures, unread } = seen(ROWS, { 1: [3, 4] })
    expect(figures).toMatchObject({ '201 basic': '70.15', '201 project': '20.10' })
    expect(unread).toEqual([])
  })

  it('that it is not certain of stay unread where nothing confirms them', () => {
    const alone = ['\t合计\t90.25\t\t\t\t\t', '2012601\t行政运行\t70.18\t\t\t\t\t']
    const { figures, unread } = seen(alone, { 1: [2] })
    expect(Object.values(figures)).not.toContain('70.18')
    expect(unread).toContainEqual(['70.18', expect.stringContaining('由图片识别')])
  })

  it('are unread where their row does not add up, the others stay', () => {
    const misread = ROWS.map((row, i) => (i === 1 ? row.replace('90.25\t70.15\t20.10', '90.25\t76.15\t20.10') : row))
    const { figures, unread } = seen(misread)
    expect(Object.values(figures)).not.toContain('76.15')
    expect(unread).toEqual([['76.15', expect.stringContaining('对不上')]])
    expect(figures).toMatchObject({ '201 total': '90.25', '201 project': '20.10', '合计 basic': '70.15' })
  })

  it('a misread figure of a text is none of this: its contradictions are the report’s', () => {
    const lines = linesOf([...HEAD, ...ROWS.map((row, i) => (i === 1 ? row.replace('70.15', '76.15') : row))].join('\n'))
    const { forms } = parseForms(lines, recogniseForms(lines), [], '万元')
    const values = factsOf({ forms, claims: [], evaluations: [] }).map((fact) => fact.figure.text)
    expect(values).toContain('76.15')
  })
})
