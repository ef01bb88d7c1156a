import type { FormId } from '../../domain/form.ts'
import type { FormRow } from '../../domain/report.ts'
import type { FormView } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { type Outcome, passed, type Relation, type Remark, unchecked } from '../relation.ts'
import { remarkAt } from '../text/scan.ts'

const CODED: readonly FormId[] = ['revenue', 'expenditure', 'generalBudgetExpenditure', 'governmentFund', 'stateCapital']
const LEVELS = [3, 5, 7] as const
const LEVEL_WORDS: Readonly<Record<number, string>> = { 3: '类', 5: '款', 7: '项' }
/** So many rows of a level show that the form prints this level. */
const ENOUGH = 2

const codesOf = (form: FormView): readonly string[] => form.rows.flatMap(({ code }) => (code === null ? [] : [code]))

/** Codes of a level that others imply but no row prints: the 款 of an item, the items of a 款. */
function gaps(form: FormView): readonly { readonly missing: string; readonly level: number; readonly beside: FormRow }[] {
  const codes = codesOf(form)
  const printed = (level: number): ReadonlySet<string> => new Set(codes.filter((code) => code.length === level))
  return LEVELS.flatMap((level, n) => {
    const own = printed(level)
    const below = [...new Set(codes.filter((code) => code.length > level).map((code) => code.slice(0, level)))]
    const parents = below.filter((code) => !own.has(code))
    const upper = LEVELS[n - 1]
    const childless =
      upper === undefined
        ? []
        : [...printed(upper)].filter((code) => !codes.some((other) => other.length > upper && other.startsWith(code)))
    const [present, absent] = [below.length - parents.length, parents.length]
    const row = (prefix: string): FormRow | undefined => form.rows.find(({ code }) => code?.startsWith(prefix))
    const found = [
      ...(present >= ENOUGH && absent === 1 ? parents.map((code) => ({ missing: code, beside: row(code) })) : []),
      ...(upper !== undefined && printed(upper).size - childless.length >= ENOUGH && childless.length === 1
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
    const found = gaps(form)
    return found.length === 0
      ? [passed()]
      : found.length > 1
        ? [unchecked('几处都没有上级或下级科目，可能没有读全')]
        : found.map((gap) => remarkOf(form, gap))
  })
}

function remarkOf(form: FormView, { missing, level, beside }: ReturnType<typeof gaps>[number]): Remark {
  const own = missing.length === level
  const says = own
    ? `缺${missing}${LEVEL_WORDS[level] ?? ''}级科目一行`
    : `${missing} ${beside.name}下没有列${LEVEL_WORDS[level] ?? ''}级科目`
  return remarkAt({ ...beside.where, raw: beside.code ?? '' }, `“${form.title}”的科目`, `“${form.title}”${says}，其余科目都有`, {
    likelyCause: '可能漏列了一行。',
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
        `“${form.title}”的科目`,
        `“${form.title}”有${row.code} ${row.name}，“${whole.title}”没有这一行`,
        {
          right: { what: `“${whole.title}”`, value: '', unit: null, where: whole.form.where },
          likelyCause: '可能漏列了一行。',
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
