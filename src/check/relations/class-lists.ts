import type { Measure, Topic } from '../../domain/report.ts'
import type { Said } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { amountOf, type Expr, total } from '../expression.ts'
import { judge } from '../judge.ts'
import { equal, type Outcome, passed, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'
import { placeWords, sideOf } from '../wording.ts'

const CLASS_TOPICS: readonly Topic[] = ['generalBudget.structure', 'generalBudget.detail']

/** Items with a code in one section: top-level ones only, so that 款 and 项 under a 类 do not count twice. */
function codedItems(books: Books, topic: Topic, measure: Measure): readonly Said[] {
  const coded = books.said.filter(
    (said) => said.subject?.startsWith('code:') && said.claim.topic === topic && said.claim.measure === measure && books.isOfTheYear(said),
  )
  const codes = new Set(coded.map((said) => said.subject))
  // An entry may print its amount at its head and again with its budget.
  const distinct = [...new Map([...coded].reverse().map((said) => [said.subject, said])).values()].reverse()
  return distinct.filter(
    (said) => ![3, 5].some((length) => codeOf(said).length > length && codes.has(`code:${codeOf(said).slice(0, length)}`)),
  )
}

const codeOf = (said: Said): string => said.subject?.slice('code:'.length) ?? ''

function structure(books: Books): Outcome[] {
  return CLASS_TOPICS.flatMap((topic) => {
    const finals = codedItems(books, topic, 'final')
    return (['final', 'budget', 'adjusted'] as const).flatMap((measure): Outcome[] => {
      const items = codedItems(books, topic, measure)
      const [whole] = wholesFor(books, topic, measure)
      if (!whole || items.length < 2) return []
      if (items.length < finals.length || !coversForm(books, items)) return [unchecked('所列科目没有读全或没有写全')]
      const sum = total(
        `各类${measure === 'final' ? '支出' : '预算'}相加`,
        items.map((item) => item.expr),
      )
      const missing = missingClasses(books, topic)
      if (missing !== null) return [shortList(sum, whole, missing)]
      // 全年预算 and 年初预算 are easily told for each other; either whole may be meant.
      const others = measure === 'final' ? [] : wholesFor(books, topic, measure === 'budget' ? 'adjusted' : 'budget')
      return [equal(sum, whole.expr, { alternatives: others.map((other) => other.expr) })]
    })
  })
}

/** Does the list name every item that the form prints with an amount? Without the form nobody can tell, and the list stands for itself. */
function coversForm(books: Books, items: readonly Said[]): boolean {
  const form = books.form('generalBudgetExpenditure')
  const listed = items.map(codeOf)
  return (form?.rows ?? []).every(({ code, cells }) => {
    const printed = cells.total?.kind === 'figure' && !/^0(\.0+)?$/.test(cells.total.figure.text)
    return code?.length !== 7 || !printed || listed.some((own) => code.startsWith(own))
  })
}

const wholesFor = (books: Books, topic: Topic, measure: Measure): readonly Said[] =>
  ['generalBudget.expenditure', 'fiscal.expenditure'].flatMap((subject) => books.saying(subject, measure, [topic]))

interface Missing {
  readonly words: string
  readonly items: readonly Said[]
}

/** Classes that the section on structure prints with an amount and this section leaves out; null where it leaves out none. */
function missingClasses(books: Books, topic: Topic): Missing | null {
  if (topic === 'generalBudget.structure') return null
  const here = new Set(codedItems(books, topic, 'final').map((said) => codeOf(said).slice(0, 3)))
  const items = codedItems(books, 'generalBudget.structure', 'final').filter(
    (said) => !amountOf(said.expr)?.isZero() && !here.has(codeOf(said).slice(0, 3)),
  )
  return items.length === 0 ? null : { words: items.map((said) => said.claim.item).join('、'), items }
}

/** A list that leaves classes out cannot add up; that it leaves them out is the finding. */
function shortList(sum: Expr, whole: Said, missing: Missing): Outcome {
  if (judge(equal(sum, whole.expr)).judgement !== 'inconsistent') return passed()
  const [left, right] = [sideOf(whole.expr), sideOf(sum)]
  const difference = amountOf(whole.expr)
    ?.minus(amountOf(sum) ?? 0)
    .abs()
  return {
    state: 'text',
    kind: 'missing-content',
    statement: `具体情况所列${right.what}为${right.value}${right.unit ?? ''}，与${left.what}${left.value}${left.unit ?? ''}相差${difference?.toString() ?? ''}${left.unit ?? ''}：没有写${missing.words}（${placeWords([left.where, right.where])}）。`,
    left,
    right,
    ...(difference ? { difference: difference.toString() } : {}),
    evidence: missing.items.map((item) => item.term.where),
    touches: [whole.term.key],
  }
}

/** The classes that the explanation of the general budget lists. */
export const classLists: readonly Relation[] = [
  {
    id: 'list.classes',
    title: '各类支出（预算）之和等于总额',
    kind: 'narrative-vs-narrative',
    compares:
      '一般公共预算支出结构、具体情况两节所列各类（项）的决算数、预算数之和与该节总额；具体情况缺了结构一节已有的类，按内容缺失提示',
    applies: '该节写了总额和至少两类',
    wording: SHOULD_EQUAL,
    origin: '公开样式',
    outcomes: structure,
  },
]
