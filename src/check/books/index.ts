import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import type { FormId } from '../../domain/form.ts'
import type { Measure, Report, Topic } from '../../domain/report.ts'
import { type Said, saidOf } from './claims.ts'
import { doubtfulRows } from './doubtful-rows.ts'
import { type UnitSlip, unitSlips, withUnit } from './form-units.ts'
import { FormView, plainName, type Reading } from './form-view.ts'
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
    this.said = report.claims.map((claim) => saidOf(claim, report.meta.unit))
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

  /** Claims of the year itself (not of another year) that speak of `subject`. */
  saying(subject: string, measure: Measure, topics?: readonly Topic[]): readonly Said[] {
    return this.said.filter(
      (said) =>
        said.subject === subject &&
        said.claim.measure === measure &&
        this.isOfTheYear(said) &&
        (topics === undefined || topics.includes(said.claim.topic)),
    )
  }

  isOfTheYear(said: Said): boolean {
    return said.claim.year === null || said.claim.year === this.year
  }
}

/** The 类 code that a class row or claim of this name stands for. */
export const classCodeOf = (name: string): string | undefined => CLASS_CODES.get(classKey(name))
