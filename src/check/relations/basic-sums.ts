import type { FormRow } from '../../domain/report.ts'
import type { FormView, Reading } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { PERSONNEL_TOTAL, PUBLIC_TOTAL } from '../books/subject-cells.ts'
import { kept, pairOutcome, sumOutcome } from '../books/sums.ts'
import { total } from '../expression.ts'
import { type Outcome, type Relation, unchecked } from '../relation.ts'

const PERSONNEL_CODES = ['301', '303']
const PUBLIC_CODES = ['302', '307', '309', '310', '311', '312', '313', '399']
const FINAL = 'final'

/** A class of the economic classification: its own row, or its details where the class row is not printed. */
function classReadings(form: FormView, codes: readonly string[]): readonly Reading[] {
  return codes.flatMap((code) => {
    const own = form.reading(form.byCode(code), FINAL)
    if (own.kind === 'figure' || own.kind === 'unreadable') return [own]
    const details = form.rows.filter((row) => row.code !== code && row.code?.startsWith(code)).map((row) => form.reading(row, FINAL))
    return [own, ...details].filter((reading) => reading.kind !== 'absent')
  })
}

function details(books: Books): Outcome[] {
  const form = books.form('basicExpenditure')
  if (!form) return []
  const classes = form.rows.filter((row): row is FormRow & { code: string } => row.code?.length === 3)
  const printed = classes.filter((row) => form.reading(row, FINAL).kind === 'figure').length
  return kept(
    classes.map((row) =>
      form.isRepeated(row.code)
        ? unchecked('同一编码读出两行')
        : sumOutcome(
            form.reading(row, FINAL),
            form.childrenOf(row).map((child) => form.reading(child, FINAL)),
            `《${form.title}》${row.code} ${row.name}各明细相加`,
            // Where the other classes print theirs, a class without an amount was left blank by the report.
            { speaks: printed >= 2 },
          ),
    ),
  )
}

function groupTotal(named: RegExp, codes: readonly string[], what: string): (books: Books) => Outcome[] {
  return (books) => {
    const form = books.form('basicExpenditure')
    if (!form) return []
    // One of the two totals printed shows that the row is there.
    const speaks = [PERSONNEL_TOTAL, PUBLIC_TOTAL].some((name) => form.reading(form.named(name), FINAL).kind === 'figure')
    return kept([
      sumOutcome(form.reading(form.named(named), FINAL), classReadings(form, codes), `《${form.title}》${what}相加`, { speaks }),
    ])
  }
}

function basicTotal(books: Books): Outcome[] {
  const form = books.form('basicExpenditure')
  if (!form) return []
  const [personnel, office] = [form.reading(form.named(PERSONNEL_TOTAL), FINAL), form.reading(form.named(PUBLIC_TOTAL), FINAL)]
  const parts = [personnel, office].filter((reading) => reading.kind !== 'absent')
  if (parts.length === 0) return []
  const figures = parts.flatMap((part) => (part.kind === 'figure' ? [part] : []))
  const [first] = figures
  if (!first) return []
  const both: Reading = {
    kind: 'figure',
    term: first.term,
    expr: total(
      '人员经费合计与公用经费合计相加',
      parts.flatMap((part) => (part.kind === 'figure' || part.kind === 'blank' ? [part.expr] : [])),
    ),
  }
  const own = form.totalRow ? [pairOutcome(both, form.reading(form.totalRow, FINAL))] : []
  // Some places spell out all of the general budget by economic item, project expenditure included, and say so in the title.
  const subject = form.form.title === null || /基本/.test(form.form.title) ? 'generalBudget.basic' : 'generalBudget.expenditure'
  const printed = books.cellOf(subject)
  const [told] = books.saying(subject, 'final', ['basic'])
  // Where the form has lost its total row the explanation still names the total.
  const rival: Reading = printed.kind !== 'figure' && told ? { kind: 'figure', expr: told.expr, term: told.term } : printed
  return kept([...own, parts.length < 2 ? null : pairOutcome(both, rival)])
}

/** Sums inside the basic-expenditure form, and its totals against the basic expenditure of the general budget. */
export const basicSums: readonly Relation[] = [
  {
    id: 'basic.details',
    title: '基本支出表：类等于各明细之和',
    kind: 'code-hierarchy',
    compares: '301、302、303、307、309、310、311、312、313、399 与其明细之和',
    applies: '类和至少一个明细印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '填报说明',
    outcomes: details,
  },
  {
    id: 'basic.personnel',
    title: '人员经费合计等于 301 与 303 之和',
    kind: 'table-sum',
    compares: '人员经费合计与工资福利支出、对个人和家庭的补助之和',
    applies: '合计和至少一类印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '填报说明',
    outcomes: groupTotal(PERSONNEL_TOTAL, PERSONNEL_CODES, '301、303'),
  },
  {
    id: 'basic.public',
    title: '公用经费合计等于 302、307、309–313、399 之和',
    kind: 'table-sum',
    compares: '公用经费合计与商品和服务支出等各类之和',
    applies: '合计和至少一类印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '填报说明',
    outcomes: groupTotal(PUBLIC_TOTAL, PUBLIC_CODES, '302、307、309至313、399'),
  },
  {
    id: 'basic.total',
    title: '人员经费加公用经费等于一般公共预算基本支出',
    kind: 'cross-table',
    compares: '基本支出表两个合计之和与一般公共预算支出表的基本支出',
    applies: '两张表的合计都印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '填报说明',
    outcomes: basicTotal,
  },
]
