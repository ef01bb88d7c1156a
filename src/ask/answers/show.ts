import { difference, inUnit } from '../../compute/derive.ts'
import type { AnswerFigure } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Figure, MoneyUnit } from '../../domain/figure.ts'
import { FORM_TITLES } from '../../domain/form.ts'
import type { Hollow, Looked } from '../figures/lookup.ts'
import type { ReportView } from '../figures/report-view.ts'
import type { Query } from '../query.ts'
import { computedFigure, money, printedFigure, scopeWords } from './parts.ts'
import { CONTESTED, notesOn, type Rival, rivalFigures, rivalLine, rivalsOf } from './rivals.ts'

/** A figure made ready to be shown: its words, itself with its rivals, and what else must be said. */
export interface Shown {
  /** `342.36万元`; with rivals `0.60万元〔另一处作 0.50万元，相差 0.10万元〕`. */
  readonly amount: string
  /** `※` when it is contested, to stand beside its name in a table. */
  readonly mark: string
  /** What contests it, as a note. */
  readonly contested: readonly string[]
  readonly figures: readonly AnswerFigure[]
}

const PHASE_WORDS = { final: '决算', budget: '年初预算' } as const

/** Shows one fact; a figure that the report contradicts never stands alone. */
export function show(view: ReportView, what: string, fact: Fact, query: Pick<Query, 'unit'>): Shown {
  const rivals = rivalsOf(view, fact)
  const moved = query.unit === null || query.unit === fact.figure.unit ? null : inUnit(fact.figure, query.unit)
  const plain = moved === null ? money(fact.figure) : `${money(moved.figure)}（报告印为 ${money(fact.figure)}）`
  const other = (figure: Figure): string => {
    const same = moved === null || query.unit === null ? null : inUnit(figure, query.unit)
    return same === null ? money(figure) : `${money(same.figure)}（${money(figure)}）`
  }
  const gap = (rival: Rival): string => {
    const apart = query.unit === null || moved === null ? null : difference(fact.figure, rival.figure)
    const same = apart === null || query.unit === null ? null : inUnit(apart.figure, query.unit)
    return same === null ? (rival.difference ?? '') : money(same.figure).replace('-', '')
  }
  const against = rivals.map((rival) => `${other(rival.figure)}，相差 ${gap(rival)}`).join('；')
  const line = rivalLine(what, fact, rivals)
  return {
    amount: rivals.length === 0 ? plain : `${plain}〔另一处作 ${against}〕`,
    mark: line === null ? '' : CONTESTED,
    contested: line === null ? [] : [line],
    figures: [
      ...(moved === null ? [] : [computedFigure(view, what, moved, [fact])]),
      printedFigure(view, what, fact),
      ...(moved === null || query.unit === null ? [] : convertedRivals(view, rivals, query.unit)),
      ...rivalFigures(view, rivals),
    ],
  }
}

/** The rivals in the unit asked for, computed from where they stand. */
function convertedRivals(view: ReportView, rivals: readonly Rival[], unit: MoneyUnit): AnswerFigure[] {
  return rivalFigures(view, rivals).flatMap((figure): AnswerFigure[] => {
    const moved = inUnit(figure.figure, unit)
    return moved === null || figure.sources.length === 0 ? [] : [{ ...figure, figure: moved.figure, derivation: moved.derivation }]
  })
}

/** `决算 0.60万元` with the scope behind. */
export const phrase = (phase: keyof typeof PHASE_WORDS, amount: string): string => `${PHASE_WORDS[phase]} ${amount}`

const HOLLOW_WORDS: Record<Hollow['kind'], string> = { blank: '未填列（空白，不等于0）', dash: '印的是“—”', unreadable: '的字迹读不清' }

/** 因公出国（境）费在《…表》中未填列. */
export const hollowWords = (looked: Looked): string =>
  looked.hollow.map(({ form, kind }) => `《${FORM_TITLES[form]}》中“${looked.words}”${HOLLOW_WORDS[kind]}`).join('；')

/** Notes for the facts of an answer, and a word where the forms are missing and the text had to serve. */
export function factNotes(view: ReportView, facts: readonly Fact[], shown: readonly Shown[], looked: readonly Looked[] = []): string[] {
  const told = facts.some((fact) => fact.form === 'narrative') && !facts.some((fact) => fact.form !== 'narrative')
  const missing = view.report.missingForms.length > 0
  const hollow = looked.filter(
    (one) => one.hollow.length > 0 && one.facts.length > 0 && one.facts.every((fact) => fact.form === 'narrative'),
  )
  return [
    ...(told && missing ? [`这份报告缺少${missingWords(view)}，数字取自${scopeWords('narrative')}。`] : []),
    ...hollow.map((one) => `${hollowWords(one)}，数字取自${scopeWords('narrative')}。`),
    ...notesOn(view, facts, [...new Set(shown.flatMap(({ contested }) => contested))]),
  ]
}

const MANY = 3
/** The missing forms by name, or by number when there are many. */
export const missingWords = ({ report: { missingForms } }: ReportView): string =>
  missingForms.length > MANY ? `${missingForms.length}张表格` : missingForms.map((form) => `《${FORM_TITLES[form]}》`).join('、')
