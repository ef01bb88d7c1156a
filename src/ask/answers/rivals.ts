import { difference } from '../../compute/derive.ts'
import type { AnswerFigure, Source } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import { type Figure, figureOf } from '../../domain/figure.ts'
import type { Finding, FindingSide } from '../../domain/finding.ts'
import type { Place } from '../../domain/report.ts'
import type { ReportView } from '../figures/report-view.ts'
import { money, sourceOf } from './parts.ts'

/** Another figure in the same report for the same thing. */
export interface Rival {
  readonly what: string
  readonly figure: Figure
  readonly where: Place | null
  readonly difference: string | null
  readonly finding: Finding
}

const MOST_NOTES = 4
/** Stands beside every contested figure and before the note that tells why. */
export const CONTESTED = '※'

const samePlace = (a: Place | null, b: Place): boolean => a !== null && a.line === b.line && a.page === b.page

/** A side that adds several cells up stands at the first of them: the value tells whether it is this figure. */
const isSideOf = (side: FindingSide | null, fact: Fact): side is FindingSide =>
  side !== null && samePlace(side.where, fact.where) && side.value === fact.figure.text

/** The side that stands against the fact, when the fact itself is a side. */
function rivalIn(finding: Finding, fact: Fact): Rival | null {
  const other = isSideOf(finding.left, fact) ? finding.right : isSideOf(finding.right, fact) ? finding.left : null
  const figure = other === null ? null : figureOf(other.value, other.unit ?? fact.figure.unit)
  if (other === null || figure === null) return null
  const apart = difference(fact.figure, figure)
  if (apart === null || apart.value.isZero()) return null
  return {
    what: other.what,
    figure,
    where: other.where,
    difference: money({ ...apart.figure, text: apart.figure.text.replace('-', '') }),
    finding,
  }
}

/** The explanations say one figure of one name in several places. */
const placesOf = (view: ReportView, fact: Fact): string[] =>
  fact.form !== 'narrative'
    ? [fact.key]
    : [...view.facts.values()]
        .filter(
          ({ form, row, column, figure }) =>
            form === 'narrative' &&
            row.name === fact.row.name &&
            column === fact.column &&
            figure.text === fact.figure.text &&
            figure.unit === fact.figure.unit,
        )
        .map(({ key }) => key)

const touching = (view: ReportView, fact: Fact): Finding[] => {
  const keys = placesOf(view, fact)
  return view.findings.filter(({ touches }) => touches.some((key) => keys.includes(key)))
}

/** All findings about any of these figures. */
export const findingsOn = (view: ReportView, facts: readonly Fact[]): Finding[] => [
  ...new Set(facts.flatMap((fact) => touching(view, fact))),
]

/** What the report holds against a figure: rivals are as good as the figure itself and are never left out. */
export function rivalsOf(view: ReportView, fact: Fact): Rival[] {
  const rivals = touching(view, fact)
    .filter((finding) => finding.verdict === 'inconsistent')
    .map((finding) => rivalIn(finding, fact))
    .filter((rival) => rival !== null)
  return rivals.filter((rival, i) => rivals.findIndex((other) => other.figure.text === rival.figure.text) === i)
}

/** 第12页、第190行. */
export const placeWords = (where: { readonly page: number | null; readonly line: number | null }): string =>
  [where.page === null ? '' : `第${where.page}页`, where.line === null ? '' : `第${where.line}行`].filter((word) => word !== '').join('、')

/** One line that puts a figure and its rivals side by side; null when nothing contradicts it. */
export function rivalLine(what: string, fact: Fact, rivals: readonly Rival[]): string | null {
  if (rivals.length === 0) return null
  const sides = rivals.map(({ what: other, figure, where, difference: apart }) => {
    const place = where === null ? '按算式得出' : placeWords(where)
    return `${other} ${money(figure)}${place === '' ? '' : `（${place}）`}，相差 ${apart}`
  })
  const own = placeWords(fact.where)
  return `${CONTESTED}报告前后不一致：${what} ${money(fact.figure)}${own === '' ? '' : `（${own}）`}；${sides.join('；')}。孰是孰非，报告本身没有说明。`
}

/** The rivals as figures of the answer, with their places. */
export const rivalFigures = (view: ReportView, rivals: readonly Rival[]): AnswerFigure[] =>
  rivals.map(({ what, figure, where, finding }) => {
    const fact =
      where === null ? undefined : [...view.facts.values()].find((one) => samePlace(where, one.where) && one.figure.text === figure.text)
    const bare: Source[] =
      where === null
        ? []
        : [{ report: view.stored.meta.file, form: 'narrative', row: what, column: '', page: where.page, line: where.line, raw: where.raw }]
    return {
      what: `${what}（另一说法）`,
      department: view.department.name,
      fiscalYear: view.stored.meta.fiscalYear,
      figure,
      derivation: where === null ? finding.derivation : null,
      sources: fact === undefined ? bare : [sourceOf(view, fact)],
    }
  })

/**
 * Notes on the figures shown: contested ones with both sides, other contradictions and wording one by one,
 * rounding in a single line.
 * @param contested lines of the figures that have rivals; their findings are not told twice
 */
export function notesOn(view: ReportView, facts: readonly Fact[], contested: readonly string[]): string[] {
  const told = new Set(facts.flatMap((fact) => rivalsOf(view, fact).map((rival) => rival.finding)))
  const findings = [...new Set(facts.flatMap((fact) => touching(view, fact)))]
  const rounding = findings.filter((finding) => finding.verdict === 'rounding').length
  const statements = findings.filter((finding) => finding.verdict !== 'rounding' && !told.has(finding)).map((finding) => finding.statement)
  const distinct = [...new Set([...contested, ...statements])]
  return [
    ...distinct.slice(0, contested.length + MOST_NOTES),
    ...(distinct.length > contested.length + MOST_NOTES
      ? [`与这些数字有关的问题还有${distinct.length - contested.length - MOST_NOTES}处，用 /check 可看全部。`]
      : []),
    ...(rounding > 0 ? [`另有${rounding}处尾差，在四舍五入范围内。`] : []),
  ]
}
