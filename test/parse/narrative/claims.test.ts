import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/domain/report.ts'
import { type Narrative, readClaims } from '../../../src/parse/narrative/index.ts'
import { buildOutline } from '../../../src/parse/outline.ts'

const read = (text: string): Narrative => {
  const lines = text
    .split('\n')
    .map((line, i) => ({ no: i + 1, page: null, text: line, cells: line.includes('\t') ? line.split('\t') : null }))
  return readClaims(buildOutline([lines]), { fiscalYear: 2031, unit: '万元' })
}
/** What a claim says, in one line: subject or item, measure, figure. */
const brief = (claim: Claim): string => `${claim.subject ?? claim.item} ${claim.measure} ${claim.figure.text}${claim.figure.unit}`
const briefs = (text: string): string[] => read(text).claims.map(brief)
const find = (narrative: Narrative, subject: string, measure: string): Claim | undefined =>
  narrative.claims.find((claim) => claim.subject === subject && claim.measure === measure)

describe('totals', () => {
  const told = read(
    '一、收入支出决算总体情况说明\n2031年度收、支总计80.50万元。收、支与2030年度90.75万元相比，收、支总计各减少10.25万元，下降11.29%。',
  )

  it('reads total, change and growth of one subject, and the year before that they compare with', () => {
    expect(told.claims.map(brief)).toEqual([
      'total.both final 80.50万元',
      'total.both prior 90.75万元',
      'total.both change 10.25万元',
      'total.both growth 11.29%',
    ])
    expect(find(told, 'total.both', 'prior')?.year).toBe(2030)
    expect(find(told, 'total.both', 'change')).toMatchObject({ direction: 'down', versus: 'priorYear', topic: 'overall' })
  })

  it('says where: the line and the characters themselves', () => {
    expect(told.claims[0]?.where).toEqual({ page: null, line: 2, raw: '80.50' })
  })

  it('leaves the template that was not filled in undecided, with its minus sign', () => {
    const { claims } = read(
      '十、机关运行经费支出情况\n2031年度某局机关运行经费支出6.1万元，比2030年度增加(减少)-1.25万元，增长(下降)-17.01%。',
    )
    expect(claims[1]).toMatchObject({ subject: 'operating', measure: 'change', direction: 'either', figure: { text: '-1.25' } })
  })
})

describe('shares and lists', () => {
  const told = read(
    '（二）财政拨款支出决算结构情况\n2031年度财政拨款支出100万元，主要用于以下方面：教育（类）支出60万元，占60%；住房保障支出（类）40万元，40%。',
  )
  const [total, first, share, , bare] = told.claims

  it('hangs the parts on the stated total', () => {
    expect(first).toMatchObject({ subject: 'code:205', partOf: total?.id })
    expect(told.claims[3]).toMatchObject({ subject: 'code:221', partOf: total?.id })
  })

  it('knows what a share is a share of, also without the word 占', () => {
    expect(share).toMatchObject({ measure: 'share', of: '财政拨款支出' })
    expect(bare).toMatchObject({ measure: 'share', of: '财政拨款支出', figure: { text: '40', unit: '%' } })
  })

  it('takes the list over paragraphs, and ends it where the report starts anew', () => {
    const { claims } = read(
      '三、支出决算情况说明\n2031年度支出合计9万元，其中：\n基本支出6万元。\n项目支出3万元。\n四、政府采购支出情况\n政府采购支出总额2万元。',
    )
    expect(claims.map((claim) => claim.partOf)).toEqual([null, claims[0]?.id, claims[0]?.id, null])
  })

  it('lists projects under the project expenditure', () => {
    const { claims } = read(
      '（三）一般公共预算财政拨款支出决算具体情况\n其中：基本支出6万元，项目支出5万元。项目支出主要用于绿化养护3万元，主要成效是整洁；设备购置2，主要成效是更新。',
    )
    expect(claims[2]).toMatchObject({ subject: 'project:绿化养护', partOf: claims[1]?.id })
    expect(claims[3]).toMatchObject({ subject: 'project:设备购置', figure: { text: '2', unit: '万元' } })
    expect(claims[3]?.repaired).toContain('没有写单位')
  })

  it('never pairs across sentences', () => {
    const { claims } = read('三、支出决算情况说明\n支出合计9万元。人员比上年多2人。')
    expect(claims[1]?.subject).not.toBe('expenditure.total')
  })
})

describe('details', () => {
  const told = read(
    '（三）一般公共预算财政拨款支出决算具体情况\n1.一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为50万元，支出决算为48.5万元，完成年初预算的97%，决算数小于预算数的主要原因是退休2人。',
  )

  it('reads budget, final account and completion of the item that the head names', () => {
    expect(told.claims.slice(0, 3).map(brief)).toEqual([
      'code:2010601 budget 50万元',
      'code:2010601 final 48.5万元',
      'code:2010601 completion 97%',
    ])
  })

  it('keeps the direction that comes without a figure, on the claim and as a statement', () => {
    expect(find(told, 'code:2010601', 'final')).toMatchObject({ direction: 'down', versus: 'budget' })
    expect(told.statements).toMatchObject([{ subject: 'code:2010601', relation: 'down', versus: 'budget' }])
  })

  it('keeps figures of the reasons away from the item', () => {
    expect(told.claims[3]).toMatchObject({ subject: null, measure: 'count', figure: { text: '2', unit: '人' } })
  })
})

describe('三公, procurement, assets, people, performance', () => {
  it('reads expenses and their counts by item', () => {
    const text =
      '九、“三公”经费支出决算情况\n1.因公出国（境）费支出3万元，团组1个，5人次。\n2.公务接待费支出决算为0.6万元，接待4批次，30人次。\n3.公务用车运行维护费2万元，公务用车保有量2辆。'
    expect(briefs(text)).toEqual([
      'threePublic.overseas final 3万元',
      'count.overseasGroups count 1个',
      'count.overseasPersons count 5人次',
      'threePublic.reception final 0.6万元',
      'count.receptionBatches count 4批次',
      'count.receptionPersons count 30人次',
      'threePublic.vehicleOperation final 2万元',
      'count.vehiclesKept count 2辆',
    ])
  })

  it('reads procurement by kind and the share of small firms', () => {
    const { claims } = read(
      '十一、政府采购支出情况\n政府采购支出总额9万元，其中：政府采购货物支出4万元、政府采购服务支出5万元。授予中小企业合同金额9万元，占政府采购支出总额的100%。',
    )
    expect(claims.map(brief)).toEqual([
      'procurement.total final 9万元',
      'procurement.goods final 4万元',
      'procurement.services final 5万元',
      'procurement.sme amount 9万元',
      'procurement.sme share 100%',
    ])
    expect(claims[2]?.partOf).toBe(claims[0]?.id)
    expect(claims[3]?.partOf).toBeNull()
  })

  it('counts vehicles by kind; thresholds belong to the name', () => {
    const { claims } = read(
      '十二、国有资产占有使用情况\n共有车辆3辆，其中：主要领导干部用车1辆、其他用车2辆；单价50万元（含）以上通用设备4台（套）。',
    )
    expect(claims.map(brief)).toEqual([
      'assets.vehicles count 3辆',
      'vehicles:主要领导干部用车 count 1辆',
      'vehicles:其他用车 count 2辆',
      'assets.equipmentGeneral count 4台(套)',
    ])
    expect(claims.map((claim) => claim.partOf)).toEqual([null, claims[0]?.id, claims[0]?.id, null])
  })

  it('reads 没有公务用车 as none, in its own words', () => {
    const { claims } = read('十二、国有资产占用情况\n截至2031年12月31日，某局没有公务用车。')
    expect(claims[0]).toMatchObject({ subject: 'assets.vehicles', figure: { text: '0', unit: '辆' }, where: { raw: '没有公务用车' } })
  })

  it('states an absence elsewhere', () => {
    const { claims, statements } = read('八、政府性基金预算财政拨款收入支出决算情况\n本部门没有政府性基金预算财政拨款收入。')
    expect(claims).toEqual([])
    expect(statements).toMatchObject([{ subject: 'governmentFund.revenue', relation: 'absent' }])
  })

  it('reads headcount, projects spelt in Chinese numerals, and project results', () => {
    expect(briefs('三、部门人员构成\n某局在职实有人数12人，其中：行政12人。离退休人员3人。')).toEqual([
      'staff.active count 12人',
      '行政 count 12人',
      'staff.retired count 3人',
    ])
    const { claims } = read(
      '十三、预算绩效情况说明\n共涉及五个项目，资金20万元。\n1.绿化养护项目绩效自评综述：全年预算数为8万元，执行数为7.6万元，完成预算的95%。',
    )
    expect(claims.map(brief)).toEqual([
      'performance.projects count 5个',
      'performance.funds amount 20万元',
      'project:绿化养护 budget 8万元',
      'project:绿化养护 execution 7.6万元',
      'project:绿化养护 completion 95%',
    ])
    expect(claims[0]?.where.raw).toBe('五个')
  })
})

describe('what is no figure', () => {
  it.each([
    '2031年12月31日，根据某财〔2030〕16号文件和《2031年工作要点》，第3次会议学习“5个1”做法。',
    '详见附件2。联系电话：027-12345678。共开展7·9主题活动，65岁以上老人参加。',
    '办理一个方面、四个意识、三个阶段的工作。',
    '一、其他收入：指除上述1至5项以外的收入。',
  ])('%s', (text) => {
    const { claims, unread } = read(text)
    expect([...claims.map(brief), ...unread.map((u) => u.where.raw)]).toEqual([])
  })
})

describe('conservation of digits', () => {
  it('says why a figure is not read', () => {
    const { claims, unread, tokens } = read('二、收入决算情况说明\n收入合计271 48万元。本年度完成19。')
    expect(claims).toEqual([])
    expect(unread.map((u) => u.where.raw)).toEqual(['271 48', '19'])
    expect(tokens).toBe(2)
  })

  it('notes figures that are not exact', () => {
    expect(
      read('第四部分 重点工作完成情况\n办结率达96%以上，走访1200余名群众。').claims.map((claim) => [claim.figure.text, claim.approximate]),
    ).toEqual([
      ['96', true],
      ['1200', true],
    ])
  })

  it('completes a missing per cent sign and says so', () => {
    const { claims } = read('二、收入决算情况说明\n收入合计8万元，其中：其他收入2万元，占本年收入25。')
    expect(claims[2]).toMatchObject({ measure: 'share', figure: { text: '25', unit: '%' } })
    expect(claims[2]?.repaired).toContain('%')
  })
})
