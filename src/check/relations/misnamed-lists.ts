import type { Paragraph } from '../../domain/outline.ts'
import type { Said } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { type Expr, total } from '../expression.ts'
import { judge } from '../judge.ts'
import { equal, type Outcome, passed, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'
import { written } from '../text/scan.ts'

/** `基本支出主要用于：` with nothing behind it opens the list that follows. */
const OPENER = /(?:^|。)(?:其中[，：:]?)?(基本支出|项目支出)(?:主要)?(?:用于|包括|有)(?:以下(?:方面|几个方面))?[：:]?$/
const SUBJECTS: Readonly<Record<string, string>> = { 基本支出: 'generalBudget.basic', 项目支出: 'generalBudget.project' }
const WHOLES = ['generalBudget.expenditure', 'expenditure.total', 'fiscal.expenditure'] as const

/** The numbered paragraphs right after an opener. */
function itemsAfter(paragraphs: readonly Paragraph[], opener: Paragraph): readonly Paragraph[] {
  const after = paragraphs.slice(paragraphs.indexOf(opener) + 1)
  const end = after.findIndex((paragraph) => paragraph.kind === 'heading' && (paragraph.level ?? 9) <= 2)
  return end < 0 ? after : after.slice(0, end)
}

/** What the books print of a subject, in words or in a form. */
function printed(books: Books, subject: string): Expr | null {
  const cell = books.cellOf(subject)
  return books.saying(subject, 'final')[0]?.expr ?? (cell.kind === 'figure' ? cell.expr : null)
}

/** A list under 基本支出 whose items are those of all expenditure: the heading does not fit the figures. */
function misnamed(books: Books): Outcome[] {
  const paragraphs = written(books)
  return paragraphs.flatMap((opener): Outcome[] => {
    const name = OPENER.exec(opener.text)?.[1]
    const own = name === undefined ? null : printed(books, SUBJECTS[name] ?? '')
    if (name === undefined || !own) return []
    const sentences = new Set(
      itemsAfter(paragraphs, opener).flatMap(({ firstSentence, sentences: all }) => all.map((_, i) => firstSentence + i)),
    )
    const items = books.said.filter(
      (said): said is Said =>
        sentences.has(said.claim.sentence) && said.claim.measure === 'final' && (said.subject?.startsWith('code:') ?? false),
    )
    if (items.length < 2) return [unchecked('所列各项没有读出')]
    const sum = total(
      `“${name}主要用于”之下所列${items.length}项相加`,
      items.map((item) => item.expr),
    )
    if (judge(equal(sum, own)).judgement !== 'inconsistent') return [passed()]
    const whole = WHOLES.flatMap((subject) => printed(books, subject) ?? []).find(
      (expr) => judge(equal(sum, expr)).judgement !== 'inconsistent',
    )
    if (!whole) return [unchecked('所列项目可能不是全部')]
    const place = { page: opener.spans[0]?.page ?? null, line: opener.spans[0]?.line ?? null, raw: opener.text }
    return [equal(sum, own, { evidence: [place], remark: '所列各项之和恰是全部支出' })]
  })
}

/** Lists that stand under the wrong heading. */
export const misnamedLists: readonly Relation[] = [
  {
    id: 'list.misnamed',
    title: '“基本（项目）支出主要用于”之下所列各项不是全部支出',
    kind: 'narrative-vs-narrative',
    compares: '“基本支出主要用于”“项目支出主要用于”单独成段，其下各科目决算数之和与基本支出、项目支出、全部支出',
    applies: '所列各项之和恰是另一个总额时才判',
    wording: SHOULD_EQUAL,
    origin: '算术',
    outcomes: misnamed,
  },
]
