import type { Derived } from '../../compute/derive.ts'
import type { Answer, AnswerFigure, AnswerStatus, Source } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Figure } from '../../domain/figure.ts'
import { type FactForm, FORM_TITLES } from '../../domain/form.ts'
import type { ReportView } from '../figures/report-view.ts'

/** Pieces that all answers are made of. */

export const money = (figure: Figure): string => `${figure.text}${figure.unit}`

/** The scope of a figure: which form or text it stands in. */
export const scopeWords = (form: FactForm): string =>
  form === 'narrative' ? '决算情况说明' : form === 'selfEvaluation' ? '绩效自评表' : FORM_TITLES[form]

/** 某部门2020年度; a budget says that it is one. */
export const whose = ({ department, stored: { meta } }: ReportView): string =>
  `${department.name}${meta.fiscalYear}年度${meta.kind === 'budget' ? '部门预算' : ''}`

export const sourceOf = (view: ReportView, fact: Fact): Source => ({
  report: view.stored.meta.file,
  form: fact.form,
  row: fact.row.code === null ? fact.row.name : `${fact.row.code} ${fact.row.name}`,
  column: fact.column,
  page: fact.where.page,
  line: fact.where.line,
  raw: fact.where.raw,
  ...(view.stored.meta.kind === 'budget' ? { kind: 'budget' as const } : {}),
})

const figureBase = (view: ReportView, what: string) => ({
  what,
  department: view.department.name,
  fiscalYear: view.stored.meta.fiscalYear,
})

/** A printed figure with its place. */
export const printedFigure = (view: ReportView, what: string, fact: Fact): AnswerFigure => ({
  ...figureBase(view, what),
  figure: fact.figure,
  derivation: null,
  sources: [sourceOf(view, fact)],
})

/** A computed figure with the cells it comes from. */
export const computedFigure = (view: ReportView, what: string, derived: Derived, from: readonly Fact[]): AnswerFigure => ({
  ...figureBase(view, what),
  figure: derived.figure,
  derivation: derived.derivation,
  sources: from.map((fact) => sourceOf(view, fact)),
})

/** One side of a figure that several reports make together. */
interface Side {
  readonly view: ReportView
  readonly facts: readonly Fact[]
}

/** A figure computed between reports: the first one's by name, each source in its own report. */
export const figureBetween = ([first, ...others]: readonly [Side, ...Side[]], what: string, derived: Derived): AnswerFigure => ({
  ...computedFigure(first.view, what, derived, first.facts),
  sources: [first, ...others].flatMap(({ view, facts }) => facts.map((fact) => sourceOf(view, fact))),
})

const BARE: Omit<Answer, 'status' | 'headline'> = { lines: [], table: null, figures: [], notes: [], choices: [], context: null }

/** ““三公”经费” is quoted already. */
const quotedOnce = (text: string): string => text.replace(/““([^”]*)”([^“”]*)”/g, '“$1”$2')

export const answerOf = (status: AnswerStatus, headline: string, more: Partial<Answer> = {}): Answer => ({
  ...BARE,
  ...more,
  notes: (more.notes ?? []).map(quotedOnce),
  status,
  headline: quotedOnce(headline),
})
