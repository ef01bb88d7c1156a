import type { FormId } from '../../src/domain/form.ts'
import type { FormSigns } from './index.ts'

const QUOTE = '[“”"「」]?'

/**
 * How the tables of a published budget are known. The first that fits a title names it;
 * `other` are tables of a budget that are none of the nine: they end the table before them.
 */
export const BUDGET_SIGNS: readonly FormSigns<FormId | 'other'>[] = [
  {
    id: 'threePublic',
    titles: [new RegExp(`${QUOTE}三公${QUOTE}经费.*表$`)],
    signs: [
      [/公务接待/, 3],
      [/公务用车购置/, 3],
      [/因公出国/, 3],
      [/30[123]\d\d/, -8],
    ],
  },
  {
    id: 'basicExpenditure',
    titles: [/基本支出.*表(?:[（(].*)?$/],
    signs: [
      [/30101/, 4],
      [/30201/, 4],
      [/工资福利支出/, 3],
      [/人员经费/, 2],
      [/公用经费/, 2],
    ],
  },
  {
    id: 'other',
    // What stands between such a word and 表 holds no body's name: 国有资产监督管理委员会收支总表 is one of the nine.
    titles: [
      /(?:项目支出|政府采购|购买服务|运行经费|绩效|转移支付|专项|专户|会议费|培训费|债务|资产|人员|信息|征收|非税|结转)[^局委院会部办厅]{0,14}表/,
      /支出.*(?:经济分类|经济科目).*表/,
    ],
    signs: [],
  },
  {
    id: 'fiscalOverview',
    titles: [/财政拨款收(?:入)?支(?:出)?(?:预算)?(?:总|总体情况|情况)?表$/],
    signs: [
      [/财政拨款支出/, 3],
      [/收入总计|支出总计/, 2],
      [/政府性基金/, 1],
      [/国有资本/, 1],
      [/事业收入|科目编码/, -8],
    ],
  },
  {
    id: 'overview',
    titles: [/收(?:入)?支(?:出)?(?:预算)?(?:总|总体情况)表$/],
    signs: [
      [/收入总计|支出总计/, 4],
      [/事业收入/, 2],
      [/财政拨款支出|科目编码/, -8],
    ],
  },
  {
    id: 'revenue',
    titles: [/收入(?:预算)?(?:总|总体情况)?表$/],
    signs: [
      [/事业收入/, 2],
      [/科目编码|科目名称|单位编码|部门代码/, 2],
      [/附属单位上缴|其他收入/, 2],
      [/收入总计|支出总计|基本支出/, -8],
    ],
  },
  {
    id: 'governmentFund',
    titles: [/政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入)?(?:支出)?(?:预算)?(?:功能分类)?(?:预算)?(?:情况)?表/],
    signs: [],
  },
  {
    id: 'stateCapital',
    titles: [/国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:预算)?(?:收入)?(?:支出)?(?:预算)?(?:功能分类)?(?:预算)?(?:情况)?表/],
    signs: [],
  },
  {
    id: 'generalBudgetExpenditure',
    titles: [
      /一般公共预算(?:当年)?(?:财政)?(?:拨款)?(?:支出|支出预算)(?:预算)?(?:功能分类)?(?:预算)?(?:明细|情况|总)?表(?:[（(]按?(?:支出)?功能.*)?$/,
    ],
    signs: [],
  },
  {
    id: 'expenditure',
    titles: [/(?<!财政拨款)(?<!公共预算)支出(?:预算)?(?:总|总体情况)?表$/],
    signs: [
      [/上缴上级/, 4],
      [/对附属单位补/, 3],
      [/收入总计|支出总计/, -8],
    ],
  },
  { id: 'other', titles: [/(?:预算|支出|收入|收支|情况|明细|目标).{0,8}表(?:[（(].*)?$/], signs: [] },
]

type Keyed = readonly (readonly [RegExp, string])[]

const SOURCES: Keyed = [
  [/教育收费|其中/, ''],
  [/结转|结余/, 'carryover'],
  [/财政专户/, 'specialAccount'],
  [/政府性基金/, 'governmentFund'],
  [/国有资本/, 'stateCapital'],
  [/一般公共预算/, 'generalBudget'],
  [/财政拨款/, 'appropriation'],
  [/上级补助/, 'superiorSubsidy'],
  [/附属单位|上缴收入/, 'subordinate'],
  [/经营收入/, 'business'],
  [/事业收入/, 'undertaking'],
  [/其他收入|其他资金/, 'other'],
  [/本年收入/, 'revenue'],
]
const USES: Keyed = [
  [/其中/, ''],
  [/人员经费|人员支出/, 'personnel'],
  [/公用经费|公用支出/, 'public'],
  [/基本支出/, 'basic'],
  [/项目支出/, 'project'],
  [/上缴上级/, 'toSuperior'],
  [/经营支出/, 'business'],
  [/附属单位/, 'toSubordinate'],
  [/预留机动/, 'reserve'],
  [/结转下年/, 'closing'],
]
const FUND: Keyed = [
  [/结转下年|年末|年终/, 'closing'],
  [/上年结转|年初/, 'opening'],
  ...USES.filter(([, key]) => key !== 'closing'),
  [/本年收入/, 'revenue'],
]

/** Words over a money column and the column they name; '' is a column that only details another. */
export const BUDGET_HEADERS: Readonly<Record<Exclude<FormId, 'threePublic'>, { readonly words: Keyed; readonly plain: string }>> = {
  overview: { words: [], plain: 'budget' },
  fiscalOverview: {
    words: [
      [/政府性基金/, 'governmentFund'],
      [/国有资本/, 'stateCapital'],
      [/一般公共预算/, 'generalBudget'],
    ],
    plain: 'total',
  },
  revenue: { words: SOURCES, plain: 'total' },
  expenditure: { words: USES, plain: 'total' },
  generalBudgetExpenditure: { words: USES, plain: 'total' },
  basicExpenditure: { words: USES.filter(([, key]) => key !== 'basic' && key !== 'project'), plain: 'budget' },
  governmentFund: { words: FUND, plain: 'expenditure' },
  stateCapital: { words: FUND, plain: 'expenditure' },
}

/** Which columns add up to which in one row. A form without one, or with columns unknown, vouches for nothing. */
export const BUDGET_SUMS: Readonly<Partial<Record<FormId, readonly (readonly [whole: string, parts: readonly string[]])[]>>> = {
  expenditure: [['total', ['basic', 'project', 'toSuperior', 'business', 'toSubordinate', 'reserve', 'closing']]],
  generalBudgetExpenditure: [['total', ['basic', 'project', 'reserve', 'closing']]],
  basicExpenditure: [['budget', ['personnel', 'public']]],
  fiscalOverview: [['total', ['generalBudget', 'governmentFund', 'stateCapital']]],
  governmentFund: [['expenditure', ['basic', 'project']]],
  stateCapital: [['expenditure', ['basic', 'project']]],
}
