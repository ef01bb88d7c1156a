import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/domain/report.ts'
import { type Narrative, readClaims } from '../../../src/parse/narrative/index.ts'
import { buildOutline } from '../../../src/parse/outline.ts'

const read = (text: string): Narrative =>
  readClaims(buildOutline([text.split('\n').map((line, i) => ({ no: i + 1, page: null, text: line, cells: null }))]), {
    fiscalYear: 2031,
    unit: '万元',
  })
/** What a claim says, with the words it is shown under. */
const named = ({ item, measure, figure }: Claim): string => `${item} ${measure} ${figure.text}${figure.unit}`
const names = (text: string): string[] => read(text).claims.map(named)

const DETAIL = '（三）一般公共预算财政拨款支出决算具体情况\n'

describe('the name of an item', () => {
  it('ends with its last level: what the money was used for is no part of it', () => {
    expect(
      names(`${DETAIL}1.教育支出（类）普通教育（款）小学教育（项），主要用于购买课桌、课本。年初预算为5万元，支出决算为4万元。`),
    ).toEqual(['教育支出(类)普通教育(款)小学教育(项) budget 5万元', '教育支出(类)普通教育(款)小学教育(项) final 4万元'])
  })

  it('keeps a long one whole', () => {
    const item =
      '城乡社区支出（类）国有土地使用权出让收入对应专项债务收入安排的支出（款）其他国有土地使用权出让收入对应专项债务收入安排的支出（项）'
    expect(names(`八、政府性基金预算财政拨款收入支出决算情况说明\n1.${item}。年初预算为0万元，支出决算为30万元。`)).toEqual([
      `${item.replace(/（/g, '(').replace(/）/g, ')')} budget 0万元`,
      `${item.replace(/（/g, '(').replace(/）/g, ')')} final 30万元`,
    ])
  })

  it('is freed from a quotation mark whose other half stands in the number', () => {
    expect(
      names('（二）财政拨款支出决算结构情况\n财政拨款支出10万元，主要用于以下方面：\n1“.灾害防治及应急管理支出”4万元，占40%。').slice(1),
    ).toEqual(['灾害防治及应急管理支出 final 4万元', '灾害防治及应急管理支出 share 40%'])
  })

  it('may hold 调整预算支出 where 及 joins it', () => {
    expect(names('三、支出决算情况说明\n项目支出9万元，其中：转移支付及调整预算支出4万元。')[1]).toBe('转移支付及调整预算支出 final 4万元')
    expect(names('三、支出决算情况说明\n部门预算支出9万元，决算支出8万元。')).toEqual([
      expect.stringContaining('budget 9万元'),
      expect.stringContaining('final 8万元'),
    ])
  })
})

describe('a number without a unit', () => {
  it('is no amount where a word goes on behind it, and the item stays the one spoken of', () => {
    const told = read(
      `${DETAIL}1.教育支出（类）普通教育（款）小学教育（项）8万元，主要用于：甲路25弄6号修缮、乙类工作、110经费等。年初预算为9万元，支出决算为8万元。`,
    )
    expect(told.claims.map(named)).toEqual([
      '教育支出(类)普通教育(款)小学教育(项) final 8万元',
      '教育支出(类)普通教育(款)小学教育(项) budget 9万元',
      '教育支出(类)普通教育(款)小学教育(项) final 8万元',
    ])
    expect(told.unread.map((unread) => unread.where.raw)).toEqual(['110'])
  })

  it('is one in a list of amounts where a mark follows', () => {
    expect(names('三、支出决算情况说明\n项目支出9万元，其中：房屋修缮5，购置4万元。')[1]).toBe('房屋修缮 final 5万元')
  })

  it('is completed before a bracket: 3万（含外宾1万元）', () => {
    expect(names('七、“三公”经费支出决算情况说明\n国内公务接待支出3万（含外宾接待支出1万元）。')).toEqual([
      '国内公务接待支出 final 3万元',
      '外宾接待支出 final 1万元',
    ])
  })

  it('is no count of 项 before 项目', () => {
    expect(names('十、预算绩效情况说明\n完成12项任务，列5项目标。')).toEqual(['任务 count 12项'])
  })
})

describe('reasons', () => {
  it('do not begin with 因公', () => {
    const claims = names(
      '七、“三公”经费支出决算情况说明\n“三公”经费支出比2030年减少3万元，其中：因公出国（境）费支出决算与2030年持平；公务接待费减少3万元，下降50%。',
    )
    expect(claims.slice(-2)).toEqual(['公务接待费 change 3万元', '公务接待费 growth 50%'])
  })

  it('end at ； where the next expense begins, and their year stays with them', () => {
    const told = read(
      '一、“三公”经费预算情况说明\n公务用车购置费0万元，与2030年预算持平，主要原因是2030年没有购车；公务用车运行费5万元，比2030年预算增加1万元。',
    )
    expect(told.claims.slice(-2).map(named)).toEqual(['公务用车运行费 final 5万元', '公务用车运行费 change 1万元'])
  })

  it('hold amounts that are no final account', () => {
    expect(names(`${DETAIL}1.教育支出（类）。支出决算为8万元，主要原因是年中调减项目经费2万元。`)[1]).toBe('年中调减项目经费 amount 2万元')
  })
})

describe('whose figure it is', () => {
  it("gives 支出决算 in a fund's part to the item, and without one to the fund", () => {
    const head = '八、政府性基金预算财政拨款收入支出决算情况说明\n'
    expect(names(`${head}城乡社区支出（类）征地补偿支出（款）7万元，主要用于拆迁。年初预算为0万元，支出决算为7万元。`).at(-1)).toBe(
      '城乡社区支出(类)征地补偿支出(款) final 7万元',
    )
    expect(read(`${head}本年收入7万元，支出决算为7万元。`).claims.map((claim) => claim.subject)).toEqual([
      'governmentFund.revenue',
      'governmentFund.expenditure',
    ])
  })

  it('does not count the hosts among the guests', () => {
    const { claims } = read('七、“三公”经费支出决算情况说明\n公务接待费2万元，接待3批次、接待20人次、陪同4人。')
    expect(claims.map((claim) => claim.subject)).toEqual([
      'threePublic.reception',
      'count.receptionBatches',
      'count.receptionPersons',
      null,
    ])
  })

  it('reads 当年支出决算 as that of the item just named', () => {
    expect(names(`${DETAIL}1.教育支出（类）普通教育（款）小学教育（项），用于修缮。年初预算为5万元，当年支出决算为4万元。`).at(-1)).toBe(
      '教育支出(类)普通教育(款)小学教育(项) final 4万元',
    )
  })

  it('tells the reserved projects of small firms from the others', () => {
    const { claims } = read(
      '（二）政府采购支出情况\n政府采购金额9万元。面向中小企业预留政府采购项目预算金额6万元。在面向中小企业预留的政府采购项目中，由中小企业中标的，采购金额5万元；在其他政府采购项目中，由中小企业中标的，采购金额2万元。',
    )
    expect(claims.map((claim) => `${claim.subject} ${claim.measure} ${claim.figure.text}`)).toEqual([
      'procurement.total final 9',
      'procurement.reservedSme budget 6',
      'procurement.reservedSme amount 5',
      'procurement.otherSme amount 2',
    ])
  })

  it('reads the plain words of a report in free form under their own heading', () => {
    const text =
      '一、收入决算总体安排情况\n2031年收入决算90万元，其中：财政拨款80万元。\n二、支出决算总体安排情况\n2031年支出决算85万元。\n三、一般公共预算财政拨款支出决算情况\n一般公共预算资金安排支出80万元。\n四、其他部分决算情况\n全年政府采购金额9万元。其中货物4万元、服务5万元。机关运行费用3万元。“三公经费”支出2万元。'
    expect(read(text).claims.map(({ subject, measure, figure }) => `${subject} ${measure} ${figure.text}`)).toEqual([
      'revenue.total final 90',
      'revenue.appropriation final 80',
      'expenditure.total final 85',
      'generalBudget.expenditure final 80',
      'procurement.total final 9',
      'procurement.goods final 4',
      'procurement.services final 5',
      'operating final 3',
      'threePublic.total final 2',
    ])
    // 支出决算 of an item under the same heading stays the item's.
    expect(
      read('三、支出决算情况说明\n1.教育支出（类）普通教育（款）小学教育（项）8万元，支出决算8万元。').claims.map((claim) => claim.subject),
    ).toEqual(['code:2050202', 'code:2050202'])
  })

  it('reads a template that tells both directions as undecided', () => {
    const { claims } = read('七、“三公”经费支出决算情况说明\n“三公”经费支出比2030年减增加3万元，增长20%。')
    expect(claims[0]).toMatchObject({ subject: 'threePublic.total', measure: 'change', direction: 'either' })
  })
})

describe('figures behind 分别', () => {
  const told = (text: string): string[] => read(text).claims.map(({ subject, measure, figure }) => `${subject} ${measure} ${figure.text}`)

  it('go to the names before it in turn, and shares to the items told before', () => {
    expect(
      told('六、一般公共预算财政拨款基本支出决算情况说明\n基本支出8万元，其中：人员经费和公用经费分别为6万元和2万元，占比分别为75%和25%。'),
    ).toEqual(['generalBudget.basic final 8', 'personnel final 6', 'public final 2', 'personnel share 75', 'public share 25'])
  })

  it('are unread where there are fewer items than figures, and stay with one whole told by its two sides', () => {
    const { claims, unread } = read('二、收入决算情况说明\n本年收入合计9万元，占比分别为60%和40%。')
    expect(claims).toHaveLength(1)
    expect(unread.map(({ where }) => where.raw)).toEqual(['60', '40'])
    expect(told('一、收入支出决算总体情况说明\n2031年度收、支总计分别为9万元、9万元。')).toEqual([
      'total.both final 9',
      'total.both final 9',
    ])
  })
})

describe('receptions of guests from abroad', () => {
  it('are not counted as those of all guests; the brackets leave what stood before them', () => {
    const { claims } = read(
      '七、“三公”经费支出决算情况说明\n国内公务接待9批次（其中：外事接待1批次；陪同2人），接待人次80人。国（境）外公务接待3批次，接待人次12人。',
    )
    expect(claims.filter(({ subject }) => subject !== null).map(({ subject, figure }) => `${subject} ${figure.text}`)).toEqual([
      'count.receptionBatches 9',
      'count.receptionPersons 80',
    ])
  })
})
