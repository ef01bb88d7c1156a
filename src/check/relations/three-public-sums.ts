import type { ThreePublicRow } from '../../domain/form.ts'
import { COLUMN_WORDS } from '../../domain/form.ts'
import type { Books } from '../books/index.ts'
import { columnSum, kept, pairOutcome, sumOutcome } from '../books/sums.ts'
import { type Outcome, type Relation, unchecked } from '../relation.ts'

const COLUMNS = ['budget', 'final']

const WHOLES: readonly { readonly whole: ThreePublicRow; readonly parts: readonly ThreePublicRow[]; readonly words: string }[] = [
  { whole: 'total', parts: ['overseas', 'vehicles', 'reception'], words: '出国、公车、接待三项' },
  { whole: 'vehicles', parts: ['vehiclePurchase', 'vehicleOperation'], words: '公务用车购置费与运行维护费' },
]

/** Which economic item of the basic-expenditure form is a part of which line of the 三公 form. */
const ECONOMIC: readonly (readonly [string, ThreePublicRow])[] = [
  ['30212', 'overseas'],
  ['30217', 'reception'],
  ['30231', 'vehicleOperation'],
  ['31013', 'vehiclePurchase'],
]

function parts(books: Books): Outcome[] {
  const form = books.form('threePublic')
  if (!form) return []
  return COLUMNS.flatMap((column) =>
    kept(
      WHOLES.map(({ whole, parts: names, words }) => {
        const read = (name: ThreePublicRow) => form.reading(form.named(new RegExp(`^${name}$`)), column)
        const readings = names.map(read)
        // A form that prints only 公务用车小计 leaves nothing to add up.
        if (readings.every((reading) => reading.kind === 'absent')) return null
        // A blank 小计 beside a printed 合计 is the report's own.
        const speaks = whole === 'vehicles' && read('total').kind === 'figure'
        return sumOutcome(read(whole), readings, `《${form.title}》${words}${COLUMN_WORDS[column] ?? ''}相加`, { speaks })
      }),
    ),
  )
}

function againstBasic(books: Books): Outcome[] {
  const [form, basic] = [books.form('threePublic'), books.form('basicExpenditure')]
  if (!form || !basic) return []
  return kept(
    ECONOMIC.map(([code, row]) => {
      const item = columnSum(
        basic,
        basic.rows.filter((other) => other.code === code),
        'final',
        code,
      )
      const whole = form.reading(form.named(new RegExp(`^${row}$`)), 'final')
      if (item.kind !== 'figure') return null
      if (!form.hasFigures) return unchecked('“三公”经费表没有数字')
      return pairOutcome(item, whole, { op: 'atMost', blanks: true })
    }),
  )
}

/** The 三公 form. */
export const threePublicSums: readonly Relation[] = [
  {
    id: 'three-public.parts',
    title: '“三公”经费合计等于各项之和',
    kind: 'table-sum',
    compares: '“三公”经费合计与三项之和，公务用车小计与购置费、运行维护费之和（预算数、决算数两栏）',
    applies: '合计和至少一项印有数字',
    wording: '{left}，与{right}相差{difference}',
    origin: '表注公式',
    outcomes: parts,
  },
  {
    id: 'three-public.economic',
    title: '基本支出中的三公科目不超过“三公”经费表',
    kind: 'cross-table',
    compares: '30212、30217、30231、31013 与“三公”经费表相应项的决算数',
    applies: '两张表都有数字；基本支出只是“三公”经费的一部分，只查是否超过',
    wording: '{left}，大于{right}，多{difference}',
    origin: '填报说明',
    outcomes: againstBasic,
  },
]
