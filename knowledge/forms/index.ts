import type { FormId } from '../../src/domain/form.ts'

/** How a form can be known when some of its signs are lost. All words are compared without blanks. */
export interface FormSigns<Id extends string = FormId> {
  readonly id: Id
  /** The title, last part; matched at the end of a line, whatever stands before (year, department, number). */
  readonly titles: readonly RegExp[]
  /** Words of header, note or characteristic rows with their weight; negative words speak against the form. */
  readonly signs: readonly (readonly [RegExp, number])[]
}

const EACH = '(?:财政拨款)?'
const QUOTE = '[“”"「」]?'

/**
 * How the forms of a final account are known. The first that fits a title names it;
 * `other` are tables that are none of the nine: they end the table before them.
 */
export const FORM_SIGNS: readonly FormSigns<FormId | 'other'>[] = [
  {
    id: 'threePublic',
    titles: [new RegExp(`${QUOTE}三公${QUOTE}经费.*表$`)],
    signs: [
      [/公务接待/, 3],
      [/公务用车购置/, 3],
      [/因公出国/, 3],
      [/[“"”]三公[”"“]经费支出/, 3],
      [/30101|30201/, -8],
    ],
  },
  {
    id: 'other',
    titles: [
      // What stands between such a word and 表 holds no body's name: 国有资产监督管理委员会收入支出决算总表 is one of the nine.
      /(?:项目支出|政府采购|购买服务|运行经费|绩效|转移支付|专项|债务|国有资产|资产负债|机构运行信息|会议费|培训费)[^局委院会部办厅]{0,14}表$/,
      /(?<!基本)支出(?:决算)?明细表$/,
      // Spending by economic items outside 基本支出, and any form by body instead of by item.
      /(?<!基本)支出(?:决算)?表[（(][^（()）]*经济[^（()）]*[）)]$/,
      /表[（(](?:分|按)(?:单位|部门|地区|项目)[^（()）]*[）)]$/,
    ],
    signs: [],
  },
  {
    id: 'fiscalOverview',
    titles: [/财政拨款收(?:入)?支(?:出)?(?:决算)?总表$/, /(?<!公共预算|基金预算|经营预算)财政拨款收入支出(?:决算)?表$/],
    signs: [
      [/年初财政拨款结转和?结余/, 5],
      [/年末财政拨款结转和?结余/, 3],
      [/一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支/, 6],
      [/二、外交支出/, 2],
      [/政府性基金预算财政拨款/, 1],
    ],
  },
  {
    id: 'overview',
    titles: [/收入支出(?:决算)?总表$/, /收支(?:决算)?总表$/, /(?<!拨款|预算|经营|基金)收入支出决算表$/],
    signs: [
      [/结余分配/, 5],
      [/二、外交支出/, 2],
      [/使用非财政拨款结余|用事业基金弥补收支差额/, 4],
      [/本年度的总收支/, 3],
      [/年初财政拨款结转/, -6],
    ],
  },
  {
    id: 'revenue',
    titles: [/收入(?:决算)?(?:总)?表$/],
    signs: [
      [/取得的各项收入情况/, 6],
      [/上级补助收入/, 2],
      [/附属单位上缴|上缴收入/, 2],
      [/二、外交支出/, -6],
      [/科目编码|科目名称/, 1],
    ],
  },
  {
    id: 'basicExpenditure',
    titles: [/基本支出[^局委院会部办厅]{0,8}表$/],
    signs: [
      [/基本支出(?:决算)?明细情况/, 5],
      [/30101/, 4],
      [/30201/, 4],
      [/人员经费/, 2],
      [/公用经费/, 2],
    ],
  },
  {
    id: 'governmentFund',
    titles: [/政府性基金预算(?:财政拨款)?(?:收入)?(?:支出)?(?:决算)?(?:收支)?(?:决算)?表$/],
    signs: [
      [/政府性基金预算财政拨款收入、?支出/, 6],
      [/政府性基金/, 1],
      [/年初结转和结余/, 1],
      [/年末结转和结余/, 1],
      [/二、外交支出/, -6],
    ],
  },
  {
    id: 'stateCapital',
    titles: [/国有资本经营预算(?:财政拨款)?(?:收入)?(?:支出)?(?:决算)?表$/],
    signs: [
      [/国有资本经营预算财政拨款(?:收入、?)?支出(?:及结转和?结余)?情况/, 6],
      [/国有资本经营/, 1],
      [/二、外交支出/, -6],
    ],
  },
  {
    id: 'generalBudgetExpenditure',
    titles: [
      new RegExp(`一般公共预算${EACH}(?:收入)?支出(?:决算)?表$`),
      /一般公共预算财政拨款支出决算(?:功能分类)?表$/,
      /公共预算财政拨款支出决算表$/,
      // Universities name it so: fiscal appropriation without the fund that has a form of its own.
      /(?<!基金预算|资本经营预算)财政拨款支出(?:决算)?表$/,
    ],
    signs: [
      [/本年度一般公共预算财政拨款支出情况/, 6],
      [/基本支出/, 1],
      [/项目支出/, 1],
      [/上缴上级/, -6],
      [/年末结转和结余/, -4],
      [/30101|30201/, -8],
      [/二、外交支出/, -6],
      [/公务接待/, -6],
    ],
  },
  {
    id: 'expenditure',
    titles: [/支出(?:决算)?(?:总)?表$/],
    signs: [
      [/本年度各项支出情况/, 6],
      [/上缴上级/, 4],
      [/对附属单位补/, 3],
      [/二、外交支出/, -6],
      [/科目编码|科目名称/, 1],
    ],
  },
]

/**
 * Where a report prints several tables for one form: which title means exactly it, best first. A table of all appropriations
 * gives way to that of the general budget, one with income and balances to that of spending alone.
 */
export const EXACT_TITLES: Readonly<Partial<Record<FormId, readonly RegExp[]>>> = {
  generalBudgetExpenditure: [/一般公共预算(?!.*收入支出)/, /公共预算/],
  basicExpenditure: [/公共预算/],
  threePublic: [/^(?!.*政府性基金)/],
}

/** Leaf header words of the column forms, longest first; the first that fits a header names the column. */
export const COLUMN_HEADERS: Readonly<Partial<Record<FormId, readonly (readonly [RegExp, string])[]>>> = {
  revenue: [
    [/财政拨款/, 'appropriation'],
    [/上级补助/, 'superiorSubsidy'],
    [/附属单位|上缴收入/, 'subordinate'],
    [/事业收入/, 'undertaking'],
    [/经营收入/, 'business'],
    [/其他收入/, 'other'],
    [/合计|小计/, 'total'],
  ],
  expenditure: [
    [/基本支出/, 'basic'],
    [/项目支出/, 'project'],
    [/上缴上级/, 'toSuperior'],
    [/经营支出/, 'business'],
    [/附属单位/, 'toSubordinate'],
    [/合计|小计/, 'total'],
  ],
  generalBudgetExpenditure: [
    [/基本支出/, 'basic'],
    [/项目支出/, 'project'],
    [/合计|小计|本年支出|决算数/, 'total'],
  ],
  governmentFund: [
    [/年初|上年结转/, 'opening'],
    [/年末|结转下年/, 'closing'],
    [/基本支出/, 'basic'],
    [/项目支出/, 'project'],
    [/本年收入/, 'revenue'],
    [/合计|小计|本年支出|支出/, 'expenditure'],
  ],
  stateCapital: [
    [/年初|上年结转/, 'opening'],
    [/年末|结转下年/, 'closing'],
    [/基本支出/, 'basic'],
    [/项目支出/, 'project'],
    [/本年收入/, 'revenue'],
    [/合计|小计|本年支出|支出/, 'expenditure'],
  ],
}

const OTHER_PHASE = [/预算数|(?:年初|全年|调整)预算(?!财政)|上年(?!结转)|去年/, '预算数栏或上年数栏，决算表只取决算数'] as const
const REMARKS = [/备注|增减|占比|比重|比例/, '备注、增减或占比栏，不是本表的栏目'] as const
const OTHER_MONEY = [OTHER_PHASE, REMARKS] as const

/** Words over a column that make it none of the form's, whatever else stands there, with what is said of its figures. */
export const FOREIGN_COLUMNS: Readonly<Partial<Record<FormId, readonly (readonly [RegExp, string])[]>>> = {
  revenue: OTHER_MONEY,
  expenditure: OTHER_MONEY,
  generalBudgetExpenditure: [OTHER_PHASE, [/年初|年末|上年|结转|收入/, '收入或结转结余栏，支出决算表只取支出'], REMARKS],
  governmentFund: OTHER_MONEY,
  stateCapital: OTHER_MONEY,
}

/** Items of the 三公 form in any wording. Order matters: the more specific first. */
export const THREE_PUBLIC_HEADERS: readonly (readonly [RegExp, string])[] = [
  [/因公出国/, 'overseas'],
  [/公务接待/, 'reception'],
  [/购置及运行|购置和运行|购置及维护|购置（?及/, 'vehicles'],
  [/购置/, 'vehiclePurchase'],
  [/运行|维护/, 'vehicleOperation'],
  [/小计/, 'vehicles'],
  [/合计|总计/, 'total'],
]
