import { type Fact, factsOf } from '../domain/fact.ts'
import type { Finding, FindingSide } from '../domain/finding.ts'
import { COLUMN_WORDS, FORM_TITLES, type FormId, THREE_PUBLIC_WORDS } from '../domain/form.ts'
import type { Books } from './books/index.ts'
import { cutOff } from './cut-off.ts'
import { quoted } from './quoted.ts'
import type { Root } from './roots.ts'

const digits = (text: string): string => text.replace(/[^\d]/g, '')

const MIN_DIGITS = 3
const telling = (text: string): boolean => digits(text).replace(/^0+|0+$/g, '').length >= MIN_DIGITS

const placeWords = (fact: Fact): string =>
  fact.where.line !== null ? `第${fact.where.line}行` : fact.where.page !== null ? `第${fact.where.page}页` : ''

const rowName = ({ form, row }: Fact): string =>
  form === 'threePublic' ? ((THREE_PUBLIC_WORDS as Record<string, string>)[row.name] ?? row.name) : row.name

const nameOf = (fact: Fact): string => {
  const place = placeWords(fact)
  const what =
    fact.form === 'narrative' || fact.form === 'selfEvaluation'
      ? quoted(fact.row.name)
      : `《${FORM_TITLES[fact.form as FormId]}》${rowName(fact)}${fact.column === 'final' ? '' : (COLUMN_WORDS[fact.column] ?? '')}`
  return place === '' ? what : `${what}（${place}）`
}

const onOneLine = ({ where }: Fact, side: FindingSide): boolean =>
  where.line !== null ? where.line === side.where?.line : where.page === side.where?.page && where.raw === side.where?.raw

/** The year's own figure of the same name is no source of an error: it is the same statement once more. */
const isSameThing = (a: Fact, b: Fact): boolean =>
  a.row.name === b.row.name && a.column !== 'prior' && b.column !== 'prior' && a.column === b.column

const isPrinted = (side: FindingSide | null, facts: readonly Fact[], touched: ReadonlySet<string>): boolean =>
  facts.some((fact) => touched.has(fact.key) && fact.figure.text === side?.value && fact.figure.unit === side.unit)
const isSaid = (side: FindingSide | null, facts: readonly Fact[], touched: ReadonlySet<string>): boolean =>
  facts.some(
    (fact) => touched.has(fact.key) && fact.figure.text === side?.value && (fact.form === 'narrative' || fact.form === 'selfEvaluation'),
  )

/** The same digits somewhere else, for something else: copied from there, or last year's. */
function copied(side: FindingSide | null, other: FindingSide | null, facts: readonly Fact[], touched: ReadonlySet<string>): string | null {
  if (side?.where == null || !telling(side.value)) return null
  const alike = facts.filter((fact) => fact.figure.text === side.value && fact.figure.unit === side.unit)
  // A sum is not printed anywhere, so it was not copied; what stands on the same line is no other place.
  const own = alike.filter((fact) => touched.has(fact.key))
  if (own.length === 0) return null
  const same = alike.filter((fact) => !touched.has(fact.key) && !onOneLine(fact, side) && !own.some((one) => isSameThing(one, fact)))
  const elsewhere = facts.filter((fact) => other !== null && fact.figure.text === other.value && fact.figure.unit === other.unit)
  // A figure printed in more places than its rival is not the odd one out.
  if (same.length === 0 || same.length > 2 || (isPrinted(other, facts, touched) && elsewhere.length < same.length)) return null
  const [first] = same
  if (!first) return null
  return first.column === 'prior'
    ? `${side.value}与上年的${nameOf(first)}相同，沿用了上年数。`
    : `${side.value}与${nameOf(first)}相同，像是由那里误抄。`
}

/** The difference stands elsewhere as an item of its own: a line was left out, or counted twice. */
function omitted({ difference, left, right }: Finding, facts: readonly Fact[], touched: ReadonlySet<string>): string | null {
  if (difference === null || !telling(difference) || left === null || right === null) return null
  const unit = left.unit ?? right.unit
  const [item] = facts.filter(
    (fact) => fact.row.code !== null && fact.figure.text === difference && fact.figure.unit === unit && !touched.has(fact.key),
  )
  return item ? `差额${difference}与${nameOf(item)}相同，漏列或漏填了这一项。` : null
}

/** The sum is too large by one of its own parts that prints the very total: the heading was written down once more as an item. */
function totalAsItem({ kind, left, right, difference }: Finding, facts: readonly Fact[], touched: ReadonlySet<string>): string | null {
  if ((kind !== 'table-sum' && kind !== 'code-hierarchy') || difference === null || !telling(difference)) return null
  const whole = [left, right].find((side) => side?.value === difference)
  const inside = facts.filter((fact) => touched.has(fact.key) && fact.figure.text === difference)
  const [item] = inside.filter((fact) => fact.where.line !== whole?.where?.line || fact.where.raw !== whole?.where?.raw).slice(-1)
  return whole && inside.length > 1 && item ? `${nameOf(item)}与合计${difference}相同，把合计误填成了一项。` : null
}

/** Two guesses of which only one can be right are none. */
const onlyOne = ([first, ...others]: readonly string[]): string | null => (others.length === 0 ? (first ?? null) : null)

function causeOf({ finding, doubted }: Root, facts: readonly Fact[]): string | null {
  const { left, right } = finding
  const touched = new Set(finding.touches)
  const sum = finding.kind === 'table-sum' || finding.kind === 'code-hierarchy' || finding.derivation !== null
  return (
    totalAsItem(finding, facts, touched) ??
    (sum ? omitted(finding, facts, touched) : null) ??
    onlyOne(
      (
        [
          [left, right],
          [right, left],
        ] as const
      ).flatMap(([side, other]) => {
        // Of two printed figures the sentence is the likelier copy; of two sentences nobody can tell. A rate is wrong rather than its own parts.
        const likelier = isPrinted(other, facts, touched)
          ? isSaid(side, facts, touched) && !isSaid(other, facts, touched)
          : side?.unit === '%'
        const isDoubted = doubted === null ? likelier : side?.value === doubted.printed.text
        return (isDoubted ? copied(side, other, facts, touched) : null) ?? []
      }),
    )
  )
}

/** Says what probably happened, as evidence and never as blame. */
export function withCauses(roots: readonly Root[], books: Books): readonly Finding[] {
  const facts = factsOf(books.report)
  return roots.map((root) => {
    const { finding } = root
    const { left, right } = finding
    const cut = left && right && cutOff(left, right) ? '舍去了尾数，没有四舍五入。' : null
    return { ...finding, likelyCause: cut ?? finding.likelyCause ?? causeOf(root, facts) }
  })
}
