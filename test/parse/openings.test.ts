import { describe, expect, it } from 'vitest'
import { checkReport } from '../../src/check/index.ts'
import type { SourceDocument } from '../../src/domain/document.ts'
import { parseReport } from '../../src/parse/index.ts'

const reportOf = (text: string) => {
  const source: SourceDocument = {
    file: 'a.txt',
    sha256: '0'.repeat(64),
    bytes: text.length,
    type: 'text',
    pages: null,
    gaps: [],
    lines: text.split('\n').map((line, i) => ({ no: i + 1, page: null, text: line, cells: null })),
  }
  return parseReport(source)
}
const END = '三、2031年度部门决算情况说明\n（一）收入支出决算总体情况说明\n2031年度收入总计120.50万元，支出总计120.50万元。'

/** How the pages of different provinces begin. */
const OPENINGS: readonly (readonly [string, string, string])[] = [
  [
    'a web page with its furniture',
    '首页>政务公开>财政信息\n\n云溪市统计局2031年度部门决算\n\n字号:      分享:\n日期:2032-09-01 10:50    来源:云溪市统计局',
    '云溪市统计局',
  ],
  [
    'a publisher that is another office, and two labels in one line',
    '信息索引号: 0025-2/2032-1 文号:\n公布日期: 2032-09-24 公开方式: 主动公开\n发布单位: 区商务局(区金融办) 统一编号:\n\n云溪市东山区商务局(金融办)2031年度部门决算',
    '云溪市东山区商务局(金融办)',
  ],
  ['a cover of two lines', '中共云溪市东山区委政法委员会\n2031年度部门决算', '中共云溪市东山区委政法委员会'],
  ['a year before the name', '2031年云溪市人民政府服务中心部门决算\n目 录\n第一部分:云溪市人民政府服务中心概况', '云溪市人民政府服务中心'],
  ['contents in one line with the file’s name before', '2031年云溪市交通运输局(本级)部门决算.pdf\n1', '云溪市交通运输局'],
  ['a public institution', '2031年度云溪市中医医院单位决算\n来源:云溪市中医医院    发布时间:2032-09-24', '云溪市中医医院'],
  ['an explanation alone', '东山区河道堤防管理处 2031 年度决算公开说明 (目录)', '东山区河道堤防管理处'],
]

describe('the first page', () => {
  it.each(OPENINGS)('%s', (_, opening, department) => {
    const { meta } = reportOf(`${opening}\n${END}`)
    expect(meta.department).toBe(department)
    expect(meta.fiscalYear).toBe(2031)
    expect(meta.kind).toBe('finalAccount')
  })

  it('takes whom the contents and the sentences name where no title does', () => {
    const named = reportOf(`目 录\n第一部分 部门概况\n纳入云溪省乡村发展局2031年度部门决算编报的单位共3个。\n${END}`)
    expect(named.meta.department).toBe('云溪省乡村发展局')
  })
})

describe('contents pages', () => {
  const entries = [
    '一、概况',
    '    （一）部门职责',
    '二、2031年度部门决算公开表',
    '三、2031年度部门决算情况说明',
    '    （一）收入支出决算总体情况说明',
  ]
  it.each([
    ['dots and a page in brackets', (entry: string) => `${entry}${'.'.repeat(117)}( 4 )`],
    ['dots and a page', (entry: string) => `${entry}${'.'.repeat(60)} 4`],
    ['an ellipsis', (entry: string) => `${entry}${'…'.repeat(30)}4`],
    ['a long number after them', (entry: string) => `${entry}${'.'.repeat(40)}${'1'.repeat(80)}x`],
  ])('%s: read at once, and the body keeps its figures', (_, printed) => {
    const report = reportOf(
      `云溪市统计局2031年度部门决算\n目录\n${entries.map(printed).join('\n')}\n一、概况\n（一）部门职责\n管统计。\n${END}`,
    )
    expect(report.meta.department).toBe('云溪市统计局')
    expect(report.claims.map((claim) => claim.where.raw)).toEqual(['120.50', '120.50'])
    expect(checkReport(report).findings.filter((finding) => finding.verdict === 'inconsistent')).toEqual([])
  })
})
