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
  [
    'a title that ends in 编制说明, and a publisher with the fuller name',
    '清水乡人民政府2031年部门决算编制说明\n2032-09-04 18:26 来源: 云溪县清水乡人民政府 作者:清水乡人民政府',
    '云溪县清水乡人民政府',
  ],
  [
    '及“三公”经费 in the title',
    '云溪省东山州白石县人民法院2031年度部门决算及"三公"经费决算公开说明\n目 录\n一、云溪省东山州白石县人民法院概况',
    '云溪省东山州白石县人民法院',
  ],
  ['市级部门决算', '[ 发布机构 ] 市城市管理局\n云溪市市政信息中心2031年度市级部门决算公开说明', '云溪市市政信息中心'],
  [
    '(本级) before a title that goes on below',
    '标题:云溪市财政局2031年度(本级) 决算公开报告\n云溪市财政局2031年度(本级)\n决算公开报告',
    '云溪市财政局',
  ],
  [
    'the first part with a colon and no title',
    '目 录\n第一部分:云溪自治区人民检察院概况\n一、本部门职责\n第二部分:云溪自治区人民检察院2031年度部门决算报表',
    '云溪自治区人民检察院',
  ],
  [
    'a first part that is only numbered',
    '2031年度部门决算公开的说明\n目录\n一、云溪市中级人民法院概况\n（一）主要职责',
    '云溪市中级人民法院',
  ],
  ['a town', '东山州云溪县白石镇2031年度部门决算\n监督索引号53262303000101000\n第一部分东山州云溪县白石镇概况', '东山州云溪县白石镇'],
  ['a zone', '云溪高新技术产业园区2031年部门决算公开', '云溪高新技术产业园区'],
  ['rules of a table behind the title', '2031年度云溪市生态环境局部门决算 | |||||||||||||', '云溪市生态环境局'],
  [
    'bullets and labels before the title',
    '当前位置:部门 > 区商务委 > 政务公开 > 决算公开\n  • [ 发布机构 ]\n  • 东山区商务委\n  • [ 有效性 ]\n云溪市东山区商务委员会2031年度部门决算',
    '云溪市东山区商务委员会',
  ],
  ['one word of furniture above the title', '正文\n云溪县塔木乡人民政府2031年度部门决算公开说明', '云溪县塔木乡人民政府'],
  [
    'a title fuller than the headings',
    '南溪县招商服务中心2031年部门决算\n第一部分 县招商服务中心概况\n第二部分 县招商服务中心2031年部门决算表\n第三部分 县招商服务中心2031年部门决算情况说明\n第一部分 县招商服务中心概况',
    '南溪县招商服务中心',
  ],
  [
    'a title fuller than what the text shortens',
    '东山区妇女联合会2031年部门决算公开\n第一部分 区妇联概况\n区妇联2031年度收入总计9万元。\n区妇联2031年度支出总计9万元。',
    '东山区妇女联合会',
  ],
  ['a short title that the publisher completes', '点击量: 来源:云溪市财政局 时间:2032-07-21\n财政局部门2031年度部门决算', '云溪市财政局'],
  [
    'a whole text in one line',
    '东山区河道堤防管理处 2031 年度决算公开说明 (目录) 第一部分:基本情况 一、部门主要职能 二、部门和所属预算单位机构设置情况 三、人员构成情况 第二部分:2031年度决算收支情况 一、收入支出决算总体情况',
    '东山区河道堤防管理处',
  ],
  ['a company', '云溪市水务投资集团有限公司2031年度单位决算', '云溪市水务投资集团有限公司'],
  ['a self-evaluation', '云溪州数据发展中心2031年度部门决算项目支出绩效单位自评报告', '云溪州数据发展中心'],
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

/** Pages that print no title: whom the text describes. */
const BODIES: readonly (readonly [string, string])[] = [
  ['云溪省高级人民法院部门包括云溪省高级人民法院本级一家行政单位。', '云溪省高级人民法院'],
  ['中共云溪县委机构编制委员会办公室是县委工作机关,归口县委组织部管理。', '中共云溪县委机构编制委员会办公室'],
  ['云溪市中级人民法院是国家审判机关,依法独立行使审判权。', '云溪市中级人民法院'],
  ['根据《云溪自治区人民政府驻京办事处职能配置、内设机构和人员编制规定》,主要履行以下职责。', '云溪自治区人民政府驻京办事处'],
  ['云溪中央商务区管理委员会(以下简称“本部门”)为东山区政府派出机构。', '云溪中央商务区管理委员会'],
]

describe('a text without a title', () => {
  it.each(BODIES)('%s', (sentence, department) => {
    expect(reportOf(`目 录\n第一部分 部门概况\n一、部门职责\n${sentence}\n${END}`).meta.department).toBe(department)
  })

  it('does not take a body that the text only mentions for the one that a title names', () => {
    const text = `统计局2031年度部门决算\n一、机构设置\n云溪市统计普查中心是市统计局所属事业单位。\n${END}`
    expect(reportOf(text).meta.department).toBe('统计局')
  })

  it('is a report without figures where title, contents and year make it one', () => {
    const report = reportOf('云溪县人民法院2031年度部门决算\n目录\n一、收入支出决算总表\n二、收入决算表\n三、支出决算表')
    expect(report.meta).toMatchObject({ department: '云溪县人民法院', fiscalYear: 2031, kind: 'finalAccount' })
    expect(report.claims).toEqual([])
  })
})

describe('traditional characters', () => {
  const report = reportOf(
    '雲溪市幼兒園2031年度部門決算公開\n一、雲溪市幼兒園概況\n二、2031年度部門決算情況說明\n(一)收入支出決算總體情況說明\n2031年度收入總計120.50萬元,支出總計120.50萬元。',
  )
  it('are read as the simplified ones, with the figures as they stand', () => {
    expect(report.meta).toMatchObject({ department: '云溪市幼儿园', fiscalYear: 2031, kind: 'finalAccount', unit: '万元' })
    expect(report.claims.map(({ subject, where }) => [subject, where.line, where.raw])).toEqual([
      ['total.both', 5, '120.50'],
      ['total.both', 5, '120.50'],
    ])
  })

  it('may carry their reading in brackets, as copied pages print it', () => {
    const copied = reportOf(`雲溪市環(huán)境局2031年度部門決算公開說明\n一、收入支出決算總體情況說明\n2031年度收入總計(jì)9.50萬元。`)
    expect(copied.meta.department).toBe('云溪市环境局')
    expect(copied.claims[0]).toMatchObject({ subject: 'total.both', figure: { text: '9.50', unit: '万元' } })
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
