import { emptyQuery } from './empty-query.ts'
import { withoutColon, withoutLeadIn } from './lead-in.ts'
import { mendedReadings, withNameMended } from './mended.ts'
import type { DepartmentIndex } from './names/department-index.ts'
import { findDepartment } from './names/find-department.ts'
import { organPhrase } from './names-said.ts'
import { normaliseText } from './normalise.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { specially } from './specially.ts'
import { asWritten } from './words/as-written.ts'
import { inPlainWords } from './words/canonical.ts'
import { asks, isRestricting, isTalk, type Segment, wishesOf, withMeasuresApart } from './words/clauses.ts'
import { isBareGap, isInside } from './words/comparing.ts'
import { leftovers, withoutFillers } from './words/leftover.ts'
import { isAmong, nthIn, withCounted } from './words/special.ts'
import { isRetold } from './words/working-out.ts'

/** Words of everything, of nothing, or left over: something in the question was not understood. */
const unclear = (query: Query): boolean =>
  ['item', 'threePublic', 'expenditure', 'revenue', 'why'].includes(query.topic) && query.rest !== ''

/** A name that ends so may be the report's own: 维权费 is no slip for 维修费. */
const ITEM_NAME = /(活动|工程|项目|补助|补贴|资金)$/

const MOST_INSTEAD = 6
/** Words that only look alike make poor guesses: few of them. */
const MOST_LIKENESSES = 3

/** Understands a plain question. The same words always give the same query. Of several wishes the first is read; the others stand in `andThen`. */
export function understand(question: string, index: DepartmentIndex, now: Date): Query {
  const opened = withoutColon(normaliseText(question), readerOf(index, now))
  const [first = [], ...others] = wishesOf(opened.text)
  const [head = '', ...measures] = withMeasuresApart(textOf(first))
  const { query, text } = measures.length === 0 ? readWish(first, index, now) : readWish([{ text: head, asks: true }], index, now)
  const asides = [...opened.said, ...query.asides]
  return { ...query, asides, odd: asWritten(plainText(text), query.rest), andThen: [...measures, ...others.map(textOf)] }
}

const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('，')

const readerOf = (index: DepartmentIndex, now: Date) => ({
  index,
  read: (text: string) => understandClause(text, index, now),
  isClear: (query: Query) => isClear(query, index),
})

interface Read {
  readonly query: Query
  readonly text: string
}

/** One wish; what only leads up to it or is said beside it is left out where the rest is clear without it, and named. */
function readWish(all: readonly Segment[], index: DepartmentIndex, now: Date): Read {
  // 2019年总支出多少，报告说增加了5.29万: what is known of a change beside a question of its own.
  const retold = all.length > 1 && all.some(({ asks }) => asks) ? all.filter((one) => isRetold(one.text)) : []
  const { query, text } = readPlain(
    all.filter((one) => !retold.includes(one)),
    index,
    now,
  )
  return { query: { ...query, asides: [...query.asides, ...retold.map((one) => one.text)] }, text }
}

function readPlain(segments: readonly Segment[], index: DepartmentIndex, now: Date): Read {
  const text = textOf(segments)
  const query = understandClause(text, index, now)
  if (isClear(query, index)) return { query, text }
  const fine = segments.flatMap((segment) =>
    isClearAlone(segment, index, now) ? [segment] : segment.text.split(' ').map((word) => ({ text: word, asks: asks(word) })),
  )
  const talk = fine.filter(
    (segment) => !segment.asks && isTalk(segment.text) && !isRestricting(segment.text) && organPhrase(segment.text) === null,
  )
  for (const left of [talk.filter((segment) => holdsNothing(segment, index, now)), talk]) {
    const kept = fine.flatMap((segment) => (left.includes(segment) ? holding(segment, index, now) : [segment]))
    const plain = textOf(kept)
    const read = left.length === 0 || plain === '' ? null : understandClause(plain, index, now)
    if (read !== null && isClear(read, index) && asksAnything(read))
      return { query: { ...read, asides: [...left.map(({ text: said }) => said), ...read.asides] }, text: plain }
  }
  const led = withoutLeadIn(segments, readerOf(index, now))
  if (led === null) return { query, text }
  const behind = readPlain(led.segments, index, now)
  return { ...behind, query: { ...behind.query, asides: [...led.said, ...behind.query.asides] } }
}

const isClear = (query: Query, index: DepartmentIndex): boolean =>
  !unclear(query) && query.topic !== 'outside' && query.departments.every((words) => findDepartment(index, words).kind !== 'none')
const asksAnything = ({ items, topic, operation, ranking, span, phrase }: Query): boolean =>
  items.length > 0 || topic !== 'item' || operation !== 'value' || ranking !== null || span !== null || phrase !== ''
const isClearAlone = ({ text }: Segment, index: DepartmentIndex, now: Date): boolean => isClear(understandClause(text, index, now), index)

/** The names, years and items of a segment that is talk otherwise. */
function holding({ text, asks }: Segment, index: DepartmentIndex, now: Date): Segment[] {
  const { departments, years, relativeYear, items } = understood(text, index, now)
  const names = departments.filter((words) => findDepartment(index, words).kind !== 'none')
  const when = relativeYear === null ? years.map((year) => `${year}年`) : [relativeYear]
  const words = [...names, ...when, ...items.map((item) => item.words)].join(' ')
  return words === '' ? [] : [{ text: words, asks }]
}
const holdsNothing = (segment: Segment, index: DepartmentIndex, now: Date): boolean => holding(segment, index, now).length === 0

function understandClause(question: string, index: DepartmentIndex, now: Date): Query {
  const first = withNameMended(understood(question, index, now), index)
  if (!unclear(first)) return first
  const text = plainText(question)
  const all = mendedReadings(text, first, index, (one) => understood(one, index, now))
  const [best] = all
  const rivals = all.filter(
    ({ slip }) => slip.evidence === best?.slip.evidence && (slip.evidence === 3 || slip.meant.length === best.slip.meant.length),
  )
  const own = first.items.length === 0 && ITEM_NAME.test(first.phrase)
  if (best !== undefined && rivals.length === 1 && best.slip.evidence > 1 && !own) {
    const { slip, ...query } = withNameMended(best, index)
    return withoutFillers(slip.meant) === '' ? query : { ...query, mended: { said: slip.said, meant: slip.meant } }
  }
  const plain = leftovers(first.rest).reduce((so, piece) => so.replace(piece, ''), text)
  const clear = plain !== text && understood(plain, index, now).rest === ''
  return {
    ...first,
    plain: clear && first.items.length > 0 ? plain : '',
    instead: [...new Set(all.slice(0, best?.slip.evidence === 1 ? MOST_LIKENESSES : MOST_INSTEAD).map(({ slip }) => slip.text))],
  }
}

/** Blanks between Chinese characters part no words. */
const plainText = (question: string): string =>
  inPlainWords(normaliseText(question).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''))

function understood(question: string, index: DepartmentIndex, now: Date): Query {
  const said = plainText(question)
  const special = specially(said, index, now)
  if (special !== null) return special
  if (isBareGap(said)) return { ...emptyQuery('item'), joined: 'apart', phrase: said }
  const { nth, rest: text } = nthIn(withCounted(said))
  const query = { ...plainly(text, index, now), among: isAmong(said), inside: isInside(said) }
  return nth === null || query.ranking === null ? query : { ...query, ranking: { ...query.ranking, limit: null, nth } }
}
