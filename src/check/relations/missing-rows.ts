import type { FormId } from '../../domain/form.ts'
import type { FormRow } from '../../domain/report.ts'
import type { FormView, Reading } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { isZero } from '../books/sums.ts'
import { type Outcome, passed, type Relation, type Remark, unchecked } from '../relation.ts'
import { remarkAt } from '../text/scan.ts'

const CODED: readonly FormId[] = [
  'revenue',
  'expenditure',
  'generalBudgetExpenditure',
  'governmentFund',
  'stateCapital',
  'basicExpenditure',
]
const LEVELS = [3, 5, 7] as const
const LEVEL_WORDS: Readonly<Record<number, string>> = { 3: '类', 5: '款', 7: '项' }
/** So many rows of a level show that the form prints this level. */
const ENOUGH = 2

/** Codes of rows that print an amount; empty lines of a form come and go. */
const codesOf = (form: FormView): readonly string[] =>
  form.rows.flatMap((row) => (row.code === null || form.columns.every((column) => isNothing(form.reading(row, column))) ? [] : [row.code]))
const isNothing = (reading: Reading): boolean => reading.kind !== 'figure' || isZero(reading)

/** One line of the basic-expenditure form holds a class of either side. */
const mostGaps = (form: FormView): number => (form.id === 'basicExpenditure' ? 2 : 1)

/** Codes of a level that others imply but no row prints: the 款 of an item, the items of a 款. */
function gaps(
  form: FormView,
  levelsElsewhere: ReadonlySet<number>,
): readonly { readonly missing: string; readonly level: number; readonly beside: FormRow }[] {
  const codes = codesOf(form)
  const printed = (level: number): ReadonlySet<string> => new Set(codes.filter((code) => code.length === level))
  return LEVELS.flatMap((level, n) => {
    const own = new Set(form.rows.flatMap(({ code }) => (code?.length === level ? [code] : [])))
    const below = [...new Set(codes.filter((code) => code.length > level).map((code) => code.slice(0, level)))]
    const parents = below.filter((code) => !own.has(code))
    const upper = LEVELS[n - 1]
    const childless =
      upper === undefined
        ? []
        : [...printed(upper)].filter((code) => !codes.some((other) => other.length > upper && other.startsWith(code)))
    const [present, absent] = [below.length - parents.length, parents.length]
    // A fund form with its only 款 left out shows it by the levels that all other forms print.
    const shown = present >= ENOUGH || (present === 0 && levelsElsewhere.has(level))
    const row = (prefix: string): FormRow | undefined => form.rows.find(({ code }) => code?.startsWith(prefix))
    const found = [
      ...(shown && absent <= mostGaps(form) ? parents.map((code) => ({ missing: code, beside: row(code) })) : []),
      ...(upper !== undefined &&
      form.id !== 'basicExpenditure' &&
      childless.length === 1 &&
      (printed(upper).size - childless.length >= ENOUGH || (printed(upper).size === 1 && levelsElsewhere.has(level)))
        ? childless.map((code) => ({ missing: code, beside: row(code) }))
        : []),
    ]
    return found.flatMap(({ missing, beside }) => (beside ? [{ missing, level, beside }] : []))
  })
}

/** A level that a form prints everywhere but here. */
function levels(books: Books): Outcome[] {
  return CODED.flatMap((id): Outcome[] => {
    const form = books.form(id)
    if (!form || codesOf(form).length === 0) return []
    if (codesOf(form).some((code) => form.isRepeated(code))) return [unchecked('有编码读出两行')]
    const others = books.forms.filter((other) => other !== form && other.id !== 'basicExpenditure' && CODED.includes(other.id))
    const elsewhere = new Set(
      LEVELS.filter(
        (level) =>
          form.id !== 'basicExpenditure' && others.filter((other) => codesOf(other).some((code) => code.length === level)).length >= ENOUGH,
      ),
    )
    const found = gaps(form, elsewhere)
    return found.length === 0
      ? [passed()]
      : found.length > mostGaps(form)
        ? [unchecked('几处都没有上级或下级科目，可能没有读全')]
        : found.map((gap) => remarkOf(form, gap))
  })
}

function remarkOf(form: FormView, { missing, level, beside }: ReturnType<typeof gaps>[number]): Remark {
  const own = missing.length === level
  const says = own
    ? `缺${missing}${LEVEL_WORDS[level] ?? ''}级科目一行`
    : `${missing} ${beside.name}下没有列${LEVEL_WORDS[level] ?? ''}级科目`
  return remarkAt({ ...beside.where, raw: beside.code ?? '' }, `《${form.title}》的科目`, `《${form.title}》${says}，其余科目都有`, {
    likelyCause: '漏列了一行。',
  })
}

/** Every item of the general budget and of the funds is an item of all expenditure. */
function itemsInAll(books: Books): Outcome[] {
  const whole = books.form('expenditure')
  if (!whole || codesOf(whole).length === 0) return []
  const known = new Set(codesOf(whole))
  return (['generalBudgetExpenditure', 'governmentFund'] as const).flatMap((id): Outcome[] => {
    const form = books.form(id)
    const rows = (form?.rows ?? []).filter(({ code }) => code?.length === 7)
    const absent = rows.filter(({ code }) => code !== null && !known.has(code))
    if (!form || rows.length === 0) return []
    if (absent.length === 0) return [passed(rows.length)]
    if (absent.length > 1) return [unchecked('支出决算表缺几个科目，可能没有读全', absent.length)]
    return absent.map((row) =>
      remarkAt(
        { ...row.where, raw: row.code ?? '' },
        `《${form.title}》的科目`,
        `《${form.title}》有${row.code} ${row.name}，《${whole.title}》没有这一行`,
        {
          right: { what: `《${whole.title}》`, value: '', unit: null, where: whole.form.where },
          likelyCause: '漏列了一行。',
        },
      ),
    )
  })
}

const row = (id: string, title: string, compares: string, applies: string, outcomes: Relation['outcomes']): Relation => ({
  id,
  title,
  kind: 'missing-content',
  compares,
  applies,
  wording: '{left}',
  origin: '填报说明',
  outcomes,
})

/** Lines that a form should have. */
export const missingRows: readonly Relation[] = [
  row(
    'rows.levels',
    '类、款、项各级科目都列出',
    '带功能分类的各表：每个项有款、每个款有类，每个类有款、每个款有项',
    '表中其余科目都列了这一级；只缺一处时才判，缺几处的可能没有读全',
    levels,
  ),
  row(
    'rows.in-all',
    '一般公共预算、基金的科目都在支出决算表中',
    '一般公共预算支出表、基金表的项级科目与支出决算表',
    '只缺一处时才判，缺几处的可能没有读全',
    itemsInAll,
  ),
]
