import type { Figure, MoneyUnit } from './figure.ts'
import type { Finding } from './finding.ts'
import type { FormId } from './form.ts'
import type { Outline } from './outline.ts'

/** Where characters stand in the original. `raw` is what stands there, blanks and damage included. */
export interface Place {
  readonly page: number | null
  readonly line: number | null
  readonly raw: string
}

/** A cell of a form. Blank, a dash, a printed zero and unreadable characters are four different things. */
export type Cell =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly where: Place; readonly repaired: string | null }
  | { readonly kind: 'blank' }
  | { readonly kind: 'dash'; readonly where: Place }
  | { readonly kind: 'unreadable'; readonly where: Place; readonly reason: string }

export type Side = 'revenue' | 'expenditure'

/** One row of a form; a two-sided form gives one row for each side that is printed. */
export interface FormRow {
  /** 类/款/项 or economic code as printed, null for totals and unnumbered rows. */
  readonly code: string | null
  /** As printed, without 一、二、…; for 三公 the keys total, overseas … */
  readonly name: string
  /** The row a sub-row (其中：…) belongs to, as printed. */
  readonly parent: string | null
  readonly side: Side | null
  /** 行次, where the form prints one. */
  readonly ordinal: number | null
  /** By column key (FORM_COLUMNS); a column that the form does not print is absent. */
  readonly cells: Readonly<Record<string, Cell>>
  readonly where: Place
}

/** A note under a form, whole. */
export interface FormNote {
  readonly text: string
  readonly where: Place
}

export interface Form {
  readonly id: FormId
  /** As printed; null when the title is lost. */
  readonly title: string | null
  readonly unit: MoneyUnit
  /** Precision of the table: the most decimals any of its cells prints. */
  readonly decimals: number
  /** 部门： of the form, as printed. */
  readonly department: string | null
  /** Where 部门： stands. */
  readonly departmentWhere?: Place
  /** Where 单位： stands, if it names another unit than the report's. */
  readonly unitWhere?: Place
  readonly rows: readonly FormRow[]
  readonly notes: readonly FormNote[]
  readonly where: Place
  /** Last line or page of the form. */
  readonly end: { readonly page: number | null; readonly line: number | null }
}

/** What a figure of an explanation measures. */
export const MEASURES = [
  'final', // 决算数 of the year
  'budget', // 年初预算, 预算数, 全年预算数
  'adjusted', // 调整预算数
  'execution', // 执行数
  'completion', // 完成年初预算的 %, 执行率
  'share', // 占…的 %
  'change', // 增加/减少 an amount or a count
  'growth', // 增长/下降 %
  'prior', // 上年 amount
  'amount', // money that is none of these
  'count', // 人, 辆, 个, 批次 …
  'score', // 得分
  'weight', // 满分, 分值
  'rate', // any other percentage
] as const
export type Measure = (typeof MEASURES)[number]

/** Words of direction: up (增加 增长 大于 高于 超), down (减少 下降 小于 低于), level (持平 一致 等于 无变化), either (增加(减少) left undecided). */
export type Direction = 'up' | 'down' | 'level' | 'either'

/** Which part of the report a claim speaks in; decided by headings' words, never their numbers. */
export const TOPICS = [
  'profile', // 概况: duties, units, headcount
  'overall', // 收入支出决算总体情况
  'revenue', // 收入决算情况
  'expenditure', // 支出决算情况
  'fiscalOverall', // 财政拨款收入支出决算总体情况
  'generalBudget.total', // 一般公共预算财政拨款支出 总体
  'generalBudget.structure', // 结构
  'generalBudget.detail', // 具体情况
  'basic', // 基本支出决算情况
  'threePublic',
  'governmentFund',
  'stateCapital',
  'operating', // 机关运行经费
  'procurement', // 政府采购
  'assets', // 国有资产占用
  'performance', // 预算绩效
  'work', // 重点工作完成情况
  'glossary', // 名词解释
  'attachment', // self-evaluation reports and tables
  'other',
] as const
export type Topic = (typeof TOPICS)[number]

/**
 * One figure of an explanation, with what it says. Never pairs across sentences.
 * `subject` is a stable key where the item is a standard one (see domain/subject.ts), else null.
 */
export interface Claim {
  readonly id: string
  readonly topic: Topic
  /** The headings it stands under, outermost first, joined by ' / '. */
  readonly section: string
  /** The item in the report's words. */
  readonly item: string
  readonly subject: string | null
  readonly measure: Measure
  readonly figure: Figure
  readonly where: Place
  readonly repaired: string | null
  /** Index of the sentence in the outline: claims of one sentence share it. */
  readonly sentence: number
  readonly direction: Direction | null
  /** What a share is a share of (占本年支出 → 本年支出). */
  readonly of: string | null
  /** What a change, growth or direction word compares with. */
  readonly versus: 'priorYear' | 'budget' | null
  /** The year that the words name for this figure; null when they name none. */
  readonly year: number | null
  /** 余, 近, 以上 …: the figure is not exact. */
  readonly approximate?: true
  /** Id of the claim that this one is listed under (其中：…, 主要用于…, 包括…), null at the top level. */
  readonly partOf: string | null
}

/** What an explanation says without a figure: a direction (决算数大于年初预算数, 与上年持平), or that there is none (没有……). */
export interface Statement {
  readonly topic: Topic
  readonly section: string
  readonly item: string
  readonly subject: string | null
  readonly relation: Exclude<Direction, 'either'> | 'absent'
  readonly versus: 'priorYear' | 'budget' | null
  readonly sentence: number
  readonly where: Place
}

/** A figure of a self-evaluation table or summary. */
export interface Evaluation {
  readonly project: string
  readonly scope: 'department' | 'project'
  /** The indicator, null for the execution line. */
  readonly indicator: string | null
  readonly column: 'budget' | 'execution' | 'rate' | 'target' | 'actual' | 'weight' | 'score'
  readonly figure: Figure
  readonly where: Place
  readonly repaired: string | null
  /** Distinguishes tables of the same project. */
  readonly table: number
}

/** A figure token that did not become a fact, and why. */
export interface Unread {
  readonly where: Place
  readonly reason: string
}

export interface ReportMeta {
  readonly department: string
  readonly aliases: readonly string[]
  readonly fiscalYear: number
  readonly kind: 'finalAccount' | 'budget'
  readonly unit: MoneyUnit
  readonly file: string
  readonly sha256: string
  readonly pages: number | null
  /** Pages whose text, or a part of it, was recognised in pictures. */
  readonly scanned?: readonly number[]
}

/** What a report says: the result of parsing, plain data from end to end. */
export interface Report {
  readonly meta: ReportMeta
  readonly forms: readonly Form[]
  readonly claims: readonly Claim[]
  /** Directions and absences that the explanations state without a figure. */
  readonly statements?: readonly Statement[]
  readonly evaluations: readonly Evaluation[]
  readonly unread: readonly Unread[]
  readonly tokens: { readonly all: number; readonly facts: number; readonly unread: number }
  readonly missingForms: readonly FormId[]
  /** The text, for checks of wording and for passages; null for a report that came from an export. */
  readonly outline: Outline | null
  /** Findings about wording that an export carries along, because its text is not the original's. */
  readonly records: readonly Finding[]
}
