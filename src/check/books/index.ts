import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import type { FormId } from '../../domain/form.ts'
import type { Claim, Measure, Report, Topic } from '../../domain/report.ts'
import { judge } from '../judge.ts'
import { equal } from '../relation.ts'
import { type Said, saidOf, subjectOf } from './claims.ts'
import { doubtfulRows } from './doubtful-rows.ts'
import { type UnitSlip, unitSlips, withUnit } from './form-units.ts'
import { FormView, plainName, type Reading } from './form-view.ts'
import { type HeadYear, yearSlips } from './head-years.ts'
import { type Scope, type Spoken, scopesOf } from './scopes.ts'
import { type Spot, spotsOf } from './spots.ts'
import { type CellAddress, SUBJECT_CELLS } from './subject-cells.ts'
import { columnSum } from './sums.ts'

const ABSENT: Reading = { kind: 'absent' }

/** Class name without 支出, so that 卫生健康支出 and 卫生健康（类） meet. */
const classKey = (name: string): string =>
  plainName(name)
    .replace(/[类款项]$/, '')
    .replace(/支出$/, '')

const CLASS_CODES: ReadonlyMap<string, string> = new Map(
  [...FUNCTIONAL.values()]
    .filter((item) => item.code.length === 3)
    .flatMap((item) => [item.name, ...item.otherNames].map((name) => [classKey(name), item.code] as const)),
)

/** A report laid open for the relations: forms by id, claims by subject, and the questions they share. */
export class Books {
  readonly said: readonly Said[]
  /** Forms that were read as one though they are two: nothing is compared with them. */
  readonly unreliable: readonly FormView[]
  /** Forms whose heading names the wrong unit; they are compared in the one their figures are in. */
  readonly unitSlips: readonly UnitSlip[]
  /** Sentences and titles that open with another year although they speak of the report's own. */
  readonly yearSlips: readonly HeadYear[]
  /** Where in its sentence each claim's figure stands, by the claim's id. */
  readonly spots: ReadonlyMap<string, Spot>
  private readonly views: ReadonlyMap<FormId, FormView>

  constructor(
    readonly report: Report,
    readonly prior: Report | null = null,
  ) {
    this.unitSlips = unitSlips(report)
    const meant = new Map(this.unitSlips.map((slip) => [slip.form, slip.meant]))
    const views = report.forms.map((form) => {
      const unit = meant.get(form)
      const own = unit === undefined ? form : withUnit(form, unit)
      return new FormView(own, report.meta.unit, doubtfulRows(own, report.unread))
    })
    this.views = new Map(views.filter((view) => !view.isRunTogether).map((view) => [view.id, view]))
    this.unreliable = views.filter((view) => view.isRunTogether)
    this.yearSlips = yearSlips(report, (claim) => this.isPrinted({ claim, subject: subjectOf(claim) }))
    const misdated = new Map(this.yearSlips.map(({ sentence, year }) => [sentence, year]))
    const spoken = report.claims
      .map((claim) => (claim.year !== null && misdated.get(claim.sentence) === claim.year ? ofTheYear(claim) : claim))
      .map((claim): Spoken => ({ claim, subject: subjectOf(claim) }))
    this.spots = spotsOf(report)
    const scopes = scopesOf(spoken, { spots: this.spots, isPrinted: (one) => this.isPrinted(one) })
    this.said = spoken.map((one) => saidOf(one, scopes.get(one.claim.id) ?? '', report.meta.unit))
  }

  /** Does a form print this very amount for the subject of a claim? Null where none prints any, or nothing was spent. */
  private isPrinted(spoken: Spoken): boolean | null {
    if (spoken.subject === null) return null
    const cell = this.cellOf(spoken.subject)
    const { expr, term } = saidOf(spoken, '', this.report.meta.unit)
    if (cell.kind !== 'figure' || Number(term.figure.text) === 0) return null
    return judge(equal(expr, cell.expr)).judgement !== 'inconsistent'
  }

  get year(): number {
    return this.report.meta.fiscalYear
  }

  get forms(): readonly FormView[] {
    return [...this.views.values()]
  }

  form(id: FormId): FormView | undefined {
    return this.views.get(id)
  }

  cell(address: CellAddress): Reading {
    const form = this.form(address.form)
    if (!form) return ABSENT
    const row = address.row === 'total' ? form.totalRow : form.named(address.row.named, address.row.side ?? null)
    return form.reading(row, address.column)
  }

  /** The form's figure for a standard subject: the first form that prints one. */
  cellOf(subject: string, column?: string): Reading {
    const addresses = (SUBJECT_CELLS[subject] ?? []).map((address) => (column === undefined ? address : { ...address, column }))
    const readings = addresses.map((address) => this.cell(address))
    return readings.find((reading) => reading.kind === 'figure') ?? readings.find((reading) => reading.kind !== 'absent') ?? ABSENT
  }

  /** A code's figure: its own row, or what the rows below it add up to. */
  codeCell(id: FormId, code: string, column: string): Reading {
    const form = this.form(id)
    if (!form) return ABSENT
    const own = form.reading(form.byCode(code), column)
    if (own.kind !== 'absent') return own
    const below = form.topRows.filter((row) => row.code?.startsWith(code))
    return columnSum(form, below, column, `《${form.title}》${code}各项之和`)
  }

  /** Claims of the year itself (not of another year) that speak of `subject` of the whole department, or in the scope asked for. */
  saying(subject: string, measure: Measure, topics?: readonly Topic[], scope: Scope = ''): readonly Said[] {
    return this.said.filter(
      (said) =>
        said.subject === subject &&
        said.scope === scope &&
        said.claim.measure === measure &&
        this.isOfTheYear(said) &&
        (topics === undefined || topics.includes(said.claim.topic)),
    )
  }

  isOfTheYear({ claim: { year, item } }: Said): boolean {
    return (year === null || year === this.year) && !OF_ANOTHER_YEAR.test(item)
  }
}

const OF_ANOTHER_YEAR = /^(?:上年|上一年|去年|以前年度|往年)(?!结转|度?结转)/

/** The claim of a sentence whose year is last year's left in. */
const ofTheYear = (claim: Claim): Claim => ({ ...claim, year: null, measure: claim.measure === 'prior' ? 'final' : claim.measure })

/** The 类 code that a class row or claim of this name stands for. */
export const classCodeOf = (name: string): string | undefined => CLASS_CODES.get(classKey(name))
