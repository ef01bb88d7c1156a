import { cellKey } from '../../domain/fact.ts'
import { convert, type Figure, isMoneyUnit, type MoneyUnit } from '../../domain/figure.ts'
import { COLUMN_WORDS, FORM_COLUMNS, FORM_TITLES, type FormId, THREE_PUBLIC_WORDS } from '../../domain/form.ts'
import type { Form, FormRow, Side } from '../../domain/report.ts'
import { type Expr, fact, type Term } from '../expression.ts'

/** What a relation finds where it looks for a figure. */
export type Reading =
  | { readonly kind: 'figure'; readonly expr: Expr; readonly term: Term }
  /** Blank or a dash: nothing there, which in a form means zero. */
  | { readonly kind: 'blank'; readonly expr: Expr }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }

const TOTAL_NAME = /^(合计|总计|小计|本年支出|支出合计|本年合计)$/
const UNREAD: Reading = { kind: 'unreadable', reason: '这一行有没读出的数字' }
const ABSENT: Reading = { kind: 'absent' }

/** Spellings that do not matter when names are compared: blanks, width, brackets, ordinals, 其中. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/^其中[:：]?/, '')
    .replace(/^([一二三四五六七八九十]+、|\d+[.、])/, '')
    .replace(/[\s()（）“”"、,，:：\-—]/g, '')

/** Does `name` stand for one of the totals of a form rather than for an item? */
export const isTotalName = (name: string): boolean => TOTAL_NAME.test(plainName(name))

export const inUnit = (figure: Figure, unit: MoneyUnit): Figure => (isMoneyUnit(figure.unit) ? convert(figure, unit) : figure)

/** A form with the questions that relations ask of it. */
export class FormView {
  readonly rows: readonly FormRow[]
  readonly title: string
  /** Columns that at least one row prints, in the form's order. */
  readonly columns: readonly string[]

  constructor(
    readonly form: Form,
    private readonly unit: MoneyUnit,
    /** Rows on whose lines figures stand that could not be read: what is blank there may not be. */
    private readonly doubtful: ReadonlySet<FormRow> = new Set(),
  ) {
    this.rows = form.rows
    this.title = FORM_TITLES[form.id]
    this.columns = FORM_COLUMNS[form.id].filter((column) => form.rows.some((row) => row.cells[column] !== undefined))
  }

  get id(): FormId {
    return this.form.id
  }

  /** Has the form any figure other than zero? An empty grid says nothing that could be compared. */
  get hasFigures(): boolean {
    return this.rows.some((row) =>
      Object.values(row.cells).some((cell) => cell.kind === 'figure' && !/^-?0(\.0+)?$/.test(cell.figure.text)),
    )
  }

  reading(row: FormRow | undefined, column: string): Reading {
    const cell = row?.cells[column]
    if (!row) return ABSENT
    if (!cell) return this.doubtful.has(row) && this.columns.includes(column) ? UNREAD : ABSENT
    switch (cell.kind) {
      case 'figure': {
        const term: Term = {
          key: cellKey(this.id, row, column),
          what: this.wordsFor(row, column),
          figure: inUnit(cell.figure, this.unit),
          printed: cell.figure,
          where: cell.where,
        }
        return { kind: 'figure', expr: fact(term), term }
      }
      case 'unreadable':
        return { kind: 'unreadable', reason: cell.reason }
      case 'blank':
        if (this.doubtful.has(row)) return UNREAD
        return { kind: 'blank', expr: { kind: 'blank', term: this.blankTerm(row, column) } }
      case 'dash':
        return { kind: 'blank', expr: { kind: 'blank', term: this.blankTerm(row, column) } }
    }
  }

  private blankTerm(row: FormRow, column: string): Term {
    const figure: Figure = {
      text: '0',
      unit: this.unit,
      decimals: inUnit({ text: '0', unit: this.form.unit, decimals: this.form.decimals }, this.unit).decimals,
    }
    return { key: cellKey(this.id, row, column), what: this.wordsFor(row, column), figure, printed: figure, where: row.where }
  }

  /** `“支出决算表”2013101 行政运行·基本支出` */
  wordsFor(row: FormRow, column: string): string {
    const name = this.id === 'threePublic' ? ((THREE_PUBLIC_WORDS as Record<string, string>)[row.name] ?? row.name) : row.name
    const code = row.code === null ? '' : `${row.code} `
    const parent = row.parent === null ? '' : `${row.parent}·`
    const columnWord = this.columns.length > 1 || this.id === 'threePublic' ? `·${COLUMN_WORDS[column] ?? column}` : ''
    return `《${this.title}》${parent}${code}${name}${columnWord}`
  }

  /** The total row of a form with codes. */
  get totalRow(): FormRow | undefined {
    return this.rows.find((row) => row.code === null && row.parent === null && isTotalName(row.name))
  }

  /** Two total rows, or several codes twice: two tables were taken for one. */
  get isRunTogether(): boolean {
    const totals = this.rows.filter(
      (row) => row.side === null && row.code === null && row.parent === null && isTotalName(row.name) && this.speaks(row),
    )
    const codes = this.rows.flatMap((row) => (row.code === null ? [] : [row.code]))
    return this.id !== 'threePublic' && (totals.length > 1 || codes.length - new Set(codes).size > 3)
  }

  /** Does the row print at least one figure? */
  speaks(row: FormRow): boolean {
    return Object.values(row.cells).some((cell) => cell.kind === 'figure')
  }

  /** A code that stands in two rows was misread in one of them: a wrapped 30109 that left 301 behind. */
  isRepeated(code: string): boolean {
    return this.rows.filter((row) => row.code === code).length > 1
  }

  byCode(code: string): FormRow | undefined {
    return this.rows.find((row) => row.code === code)
  }

  /** Rows of one side whose plain name matches, sub-rows left out. */
  named(pattern: RegExp, side: Side | null = null): FormRow | undefined {
    return this.rows.find((row) => row.parent === null && (side === null || row.side === side) && pattern.test(plainName(row.name)))
  }

  /** Rows with a code that no other row of the form contains: the top of the hierarchy as printed. */
  get topRows(): readonly FormRow[] {
    return this.rows.filter((row) => row.code !== null && this.parentOf(row) === undefined)
  }

  /** The nearest printed row whose code is a proper prefix. */
  parentOf(row: FormRow): FormRow | undefined {
    const { code } = row
    if (code === null) return undefined
    return this.rows
      .filter((other) => other.code !== null && other.code.length < code.length && code.startsWith(other.code))
      .sort((a, b) => (b.code?.length ?? 0) - (a.code?.length ?? 0))[0]
  }

  childrenOf(row: FormRow): readonly FormRow[] {
    return this.rows.filter((other) => other !== row && this.parentOf(other) === row)
  }
}
