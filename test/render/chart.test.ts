import { describe, expect, it } from 'vitest'
import type { Chart, ChartValue } from '../../src/domain/chart.ts'
import { blockLines } from '../../src/render/chart/blocks.ts'
import { chartPng } from '../../src/render/chart/png.ts'
import { chartSvg } from '../../src/render/chart/svg.ts'
import { lines, textWidth } from '../../src/render/chart/text-layout.ts'

const value = (text: string, more: Partial<ChartValue> = {}): ChartValue => ({
  label: `${text}万元`,
  figure: { text, unit: '万元', decimals: 2 },
  implied: false,
  ...more,
})
const chart = (values: readonly (ChartValue | null)[], more: Partial<Chart> = {}): Chart => ({
  kind: 'ranking',
  title: '某局 <支出> & 收入',
  subtitle: '支出决算表',
  categories: values.map((_, i) => `第${i + 1}科`),
  series: [{ name: '决算数', values }],
  notes: [],
  alt: '某局：第1科 15.0万元。',
  ...more,
})
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '')
const widths = (svg: string): number[] =>
  [...svg.matchAll(/<rect x="[^"]*" y="[^"]*" width="([\d.]+)" height="26/g)].map((match) => Number(match[1])).filter((width) => width > 1)

describe('pictures', () => {
  it('carry the printed digits as they are', () => {
    const shown = texts(chartSvg(chart([value('15.0'), value('0.30'), value('1234567.89')])))
    for (const label of ['15.0万元', '0.30万元', '1234567.89万元']) expect(shown).toContain(label)
  })

  it('draw lengths in proportion, across units, and nothing for zero', () => {
    const yuan: ChartValue = { label: '50000元', figure: { text: '50000', unit: '元', decimals: 0 }, implied: false }
    const [ten = 0, five = 0, none] = widths(chartSvg(chart([value('10.00'), yuan, value('0.00')])))
    expect(five / ten).toBeCloseTo(0.5, 2)
    expect(none).toBeUndefined()
  })

  it('keep every word inside the width', () => {
    const name = '中国共产党某某市某某经济技术开发区工作委员会直属机关工作委员会办公室'
    const svg = chartSvg(
      chart([value('1234567890.12', { label: '1234567890.12万元（下年报告所述）' }), value('-3.00')], { categories: [name, name] }),
    )
    for (const match of svg.matchAll(/<text x="([\d.]+)" y="[\d.]+" font-size="(\d+)"[^>]*>([^<]*)</g))
      expect(Number(match[1]) + textWidth(match[3] ?? '', Number(match[2]))).toBeLessThanOrEqual(720)
  })

  it('say what has no figure, what is implied and what is contested', () => {
    const svg = chartSvg(chart([value('1.00', { implied: true }), null], { notes: ['※第1科：1.00万元〔另一处作 2.00万元〕。'] }))
    expect(svg).toContain('url(#hatch0)')
    expect(texts(svg).join('')).toMatch(/没有数字.*斜纹.*\*第1科：1.00万元〔另一处作/)
  })

  it('hold only text that was escaped, and an alternative text', () => {
    const svg = chartSvg(chart([value('1.00'), value('2.00')]))
    expect(svg).toContain('&lt;支出&gt; &amp; 收入')
    expect(svg).toContain('<title>某局：第1科 15.0万元。</title>')
  })

  it('are PNGs of phone width with ink in them', async () => {
    const png = await chartPng(chart([value('1.00'), value('2.00')]))
    expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(720)
    const blank = await chartPng(chart([null, null], { title: '', subtitle: '', categories: ['', ''], series: [] }))
    expect(png.length).toBeGreaterThan(blank.length + 3000)
  })

  it('become blocks in a terminal', () => {
    expect(blockLines(chart([value('2.00'), value('1.00'), value('0.00'), null]))).toEqual([
      '第1科',
      `  ${'█'.repeat(32)} 2.00万元`,
      '第2科',
      `  ${'█'.repeat(16)} 1.00万元`,
      '第3科',
      '  ▏ 0.00万元',
      '第4科',
      '  没有数字',
    ])
  })

  it('break lines between words, not inside numbers', () => {
    expect(lines('某某局2020年度支出2023—2024年度', 20, 150).every((line) => !/\d$/.test(line) || /—$/.test(line))).toBe(true)
  })
})
