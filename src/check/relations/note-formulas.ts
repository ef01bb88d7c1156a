import { FORM_COLUMNS } from '../../domain/form.ts'
import type { FormRow } from '../../domain/report.ts'
import { type FormView, isTotalName, plainName, type Reading } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { EXPENDITURE_TOTAL, REVENUE_TOTAL } from '../books/subject-cells.ts'
import { kept, sumOutcome } from '../books/sums.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { remarkAt } from '../text/scan.ts'

interface Formula {
  readonly axis: '行' | '栏'
  readonly target: number
  readonly terms: readonly { readonly sign: 1 | -1; readonly no: number }[]
  readonly text: string
  readonly where: FormRow['where']
}

const FORMULA = /(\d+)(行|栏)(?:各行)?=\(?([\d+\-…·.~至]+)\)?(?:行|栏)/g

/** `27行＝（1+2+…+8）行` → row 27 is the sum of rows 1 to 8. */
export function formulasIn(form: FormView): readonly Formula[] {
  return form.form.notes.flatMap(({ text, where }) => {
    const plain = text
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/[−–—﹣]/g, '-')
      .replace(/\.{2,}/g, '…')
    return [...plain.matchAll(FORMULA)].flatMap((match): Formula[] => {
      const terms = termsOf(match[3] ?? '')
      return terms.length === 0 ? [] : [{ axis: match[2] === '行' ? '行' : '栏', target: Number(match[1]), terms, text: match[0], where }]
    })
  })
}

function termsOf(text: string): Formula['terms'] {
  const parts = text.match(/[+-]?(?:\d+|…)/g) ?? []
  const terms: { sign: 1 | -1; no: number }[] = []
  let gap = false
  for (const part of parts) {
    if (part.includes('…')) gap = true
    else {
      const no = Number(part.replace(/[+-]/, ''))
      const last = terms.at(-1)?.no
      if (gap && last !== undefined) for (let i = last + 1; i < no; i++) terms.push({ sign: 1, no: i })
      gap = false
      terms.push({ sign: part.startsWith('-') ? -1 : 1, no })
    }
  }
  return terms
}

/** The columns by their 栏次; a form that leaves some out is numbered otherwise and says nothing here. */
function columnAt(form: FormView, no: number): string | undefined {
  const all = FORM_COLUMNS[form.id]
  return form.columns.length === all.length ? all[no - 1] : undefined
}

const ofRow = (form: FormView, no: number): readonly FormRow[] => form.rows.filter((row) => row.ordinal === no)

/** Row formulas are evaluated on the rows that bear those numbers. */
function rowFormulas(books: Books): Outcome[] {
  return books.forms.flatMap((form) =>
    formulasIn(form)
      .filter(({ axis }) => axis === '行')
      .flatMap((formula): Outcome[] => {
        const [target] = ofRow(form, formula.target)
        if (!target) return [unchecked('表中没有印行次')]
        if (misnumbered(form, formula, target)) return []
        const parts = formula.terms.flatMap(({ no }) => ofRow(form, no).filter((row) => row.side === target.side))
        if (formula.terms.some(({ sign }) => sign === -1)) return [unchecked('公式含减号')]
        return kept(
          form.columns.map((column) =>
            sumOutcome(
              form.reading(target, column),
              parts.map((row) => form.reading(row, column)),
              `《${form.title}》按表注“${formula.text}”相加`,
            ),
          ),
        )
      }),
  )
}

/** Column formulas are evaluated on every row. */
function columnFormulas(books: Books): Outcome[] {
  return books.forms.flatMap((form) => {
    if (form.id === 'threePublic' || form.id === 'overview') return []
    return formulasIn(form)
      .filter(({ axis }) => axis === '栏')
      .flatMap((formula): Outcome[] => {
        const whole = columnAt(form, formula.target)
        const parts = formula.terms.map(({ no }) => columnAt(form, no))
        if (whole === undefined || parts.some((part) => part === undefined)) return [unchecked('栏次对不上')]
        if (formula.terms.some(({ sign }) => sign === -1)) return []
        return kept(
          form.rows.map((row) => {
            const readings: readonly Reading[] = parts.map((part) => form.reading(row, part ?? ''))
            return readings.some((reading) => reading.kind === 'blank') && readings.every((reading) => reading.kind !== 'figure')
              ? null
              : sumOutcome(form.reading(row, whole), readings, `《${form.title}》${row.name}按表注“${formula.text}”相加`)
          }),
        )
      })
  })
}

const isTotal = (row: FormRow): boolean =>
  isTotalName(row.name) || [REVENUE_TOTAL, EXPENDITURE_TOTAL].some((words) => words.test(plainName(row.name)))

/** A sum that lands on one of its own addends, or on an item, while the total stands in another row. */
function misnumbered(form: FormView, formula: Formula, target: FormRow): FormRow | null {
  const includesItself = formula.terms.some(({ no }) => no === formula.target)
  const long = formula.terms.length > 5
  if (!includesItself && !(long && !isTotal(target))) return null
  const last = Math.max(...formula.terms.map(({ no }) => no))
  return form.rows.find((row) => row.side === target.side && isTotal(row) && row.ordinal !== null && row.ordinal > last) ?? null
}

function rowNumbers(books: Books): Outcome[] {
  return books.forms.flatMap((form) =>
    formulasIn(form).flatMap((formula): Outcome[] => {
      if (formula.axis !== '行') return []
      const [target] = ofRow(form, formula.target)
      if (!target) return []
      const right = misnumbered(form, formula, target)
      if (!right) return [passed()]
      return [
        remarkAt(
          { ...formula.where, raw: formula.text },
          '表注公式',
          `《${form.title}》表注写作“${formula.text}”，而表中第${formula.target}行是“${target.name}”，“${right.name}”在第${right.ordinal}行`,
          {
            right: { what: `“${right.name}”的行次`, value: `${right.ordinal}`, unit: null, where: right.where },
            difference: `${Math.abs((right.ordinal ?? 0) - formula.target)}`,
          },
        ),
      ]
    }),
  )
}

/** The formulas that the forms print themselves. */
export const noteFormulas: readonly Relation[] = [
  {
    id: 'note.rows',
    title: '表注的行公式成立',
    kind: 'table-sum',
    compares: '表注“…行＝（…）行”所指各行的金额',
    applies: '表中印有行次，表注印有公式',
    wording: '{left}，与{right}相差{difference}',
    origin: '表注公式',
    outcomes: rowFormulas,
  },
  {
    id: 'note.columns',
    title: '表注的栏公式成立',
    kind: 'table-sum',
    compares: '表注“…栏各行＝（…）栏各行”所指各栏的金额',
    applies: '各栏都印出，表注印有公式',
    wording: '{left}，与{right}相差{difference}',
    origin: '表注公式',
    outcomes: columnFormulas,
  },
  {
    id: 'note.row-numbers',
    title: '表注公式的行次与表中一致',
    kind: 'numbering',
    compares: '表注公式的行次与表中的行次',
    applies: '表中印有行次，表注印有公式',
    wording: '{left}',
    origin: '表注公式',
    outcomes: rowNumbers,
  },
]
