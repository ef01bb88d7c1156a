import type { Reading } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { columnSum } from '../books/sums.ts'
import { judge } from '../judge.ts'
import { equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'

/** One payment, once by what it is (economic), once by what it is for (functional). */
const SAME: readonly { readonly economic: readonly string[]; readonly functional: readonly string[] }[] = [
  { economic: ['30108'], functional: ['2080505'] },
  { economic: ['30109'], functional: ['2080506'] },
  { economic: ['30110'], functional: ['2101101', '2101102'] },
  { economic: ['30111'], functional: ['2101103'] },
  { economic: ['30113'], functional: ['2210201'] },
  { economic: ['30301', '30302'], functional: ['2080501', '2080502'] },
  { economic: ['30304'], functional: ['2080801'] },
]

/** The two classifications need not agree; where they differ by a remainder only, the same payment was rounded twice. */
function remainders(books: Books): Outcome[] {
  const [basic, functional] = [books.form('basicExpenditure'), books.form('generalBudgetExpenditure')]
  if (!basic || !functional) return []
  return SAME.flatMap(({ economic, functional: codes }): Outcome[] => {
    const rows = (form: typeof basic, list: readonly string[]) => form.rows.filter((row) => row.code !== null && list.includes(row.code))
    const paid: Reading = columnSum(basic, rows(basic, economic), 'final', `《${basic.title}》${economic.join('、')}相加`)
    const used: Reading = columnSum(functional, rows(functional, codes), 'basic', `《${functional.title}》${codes.join('、')}基本支出相加`)
    if (paid.kind !== 'figure' || used.kind !== 'figure') return []
    const outcome = equal(paid.expr, used.expr)
    return [judge(outcome).judgement === 'inconsistent' ? unchecked('两种分类的口径可能不同') : outcome]
  })
}

/** Economic and functional classification side by side. */
export const samePayments: readonly Relation[] = [
  {
    id: 'forms.same-payment',
    title: '社保缴费、公积金、退休费在经济分类和功能分类中的尾差',
    kind: 'cross-table',
    compares: '基本支出表的养老、年金、医疗、公积金、离退休费、抚恤金与一般公共预算支出表相应科目的基本支出；口径可能不同，只提示尾差',
    applies: '两张表都印有数字且相近',
    wording: SHOULD_EQUAL,
    origin: '公开样式',
    outcomes: remainders,
  },
]
