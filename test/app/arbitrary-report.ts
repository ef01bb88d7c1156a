import fc from 'fast-check'
import { type Figure, MONEY_UNITS } from '../../src/domain/figure.ts'
import { FINDING_KINDS, type Finding } from '../../src/domain/finding.ts'
import { FORM_COLUMNS, FORM_IDS } from '../../src/domain/form.ts'
import {
  type Cell,
  type Claim,
  type Evaluation,
  type Form,
  type FormRow,
  MEASURES,
  type Place,
  type Report,
  type Statement,
  TOPICS,
} from '../../src/domain/report.ts'

/** Any words a report can hold, the nastiest first: marks of Markdown and of the notation, blanks, line ends, controls. */
const nasty = fc.string({ unit: fc.constantFrom(...'|\\〔〕；：`*_<>&#-—？× \n\r\t\u3000\u2028\u0000{}u20行页无27='), maxLength: 12 })
export const words = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom('行政运行', '其中：基本支出', '592. 29', ''),
)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const natural = fc.nat({ max: 5000 })

const place: fc.Arbitrary<Place> = fc.record({ page: maybe(natural), line: maybe(natural), raw: words })
const digits = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 18n }),
    fc.option(fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 6 })),
  )
  .map(([negative, whole, part]) => `${negative ? '-' : ''}${whole}${part === null ? '' : `.${part}`}`)
const figure: fc.Arbitrary<Figure> = fc.record({
  text: digits,
  unit: fc.oneof(fc.constantFrom(...MONEY_UNITS, '%', '辆'), words),
  decimals: fc.integer({ min: -4, max: 8 }),
})
const read = { figure, where: place, repaired: maybe(words) }

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ kind: fc.constant('figure' as const), ...read }),
  fc.constant({ kind: 'blank' as const }),
  fc.record({ kind: fc.constant('dash' as const), where: place }),
  fc.record({ kind: fc.constant('unreadable' as const), where: place, reason: words }),
)

const formWithPlace: fc.Arbitrary<Required<Form>> = fc.constantFrom(...FORM_IDS).chain((id) =>
  fc.record<Required<Form>>({
    id: fc.constant(id),
    title: maybe(words),
    unit: fc.constantFrom(...MONEY_UNITS),
    decimals: fc.nat({ max: 6 }),
    department: maybe(words),
    rows: fc.array(
      fc.record<Required<FormRow>>({
        code: maybe(words),
        name: words,
        parent: maybe(words),
        side: maybe(fc.constantFrom('revenue' as const, 'expenditure' as const)),
        ordinal: maybe(natural),
        cells: fc.dictionary(
          fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...FORM_COLUMNS[id]) }, { weight: 1, arbitrary: words }),
          cell,
          {
            maxKeys: 5,
            noNullPrototype: true,
          },
        ),
        where: place,
      }),
      { maxLength: 4 },
    ),
    notes: fc.array(fc.record({ text: fc.oneof(words, fc.constant('注：27行＝（1+2+…+8）行，其余从略。')), where: place }), {
      maxLength: 2,
    }),
    where: place,
    departmentWhere: place,
    unitWhere: place,
    end: fc.record({ page: maybe(natural), line: maybe(natural) }),
  }),
)

const form: fc.Arbitrary<Form> = formWithPlace.chain(({ departmentWhere, unitWhere, ...bare }) =>
  fc.constantFrom<Form>(bare, { ...bare, departmentWhere }, { ...bare, unitWhere }),
)

const claim: fc.Arbitrary<Claim> = fc
  .record<Required<Omit<Claim, 'approximate'>>>({
    id: words,
    topic: fc.constantFrom(...TOPICS),
    section: words,
    item: words,
    subject: maybe(words),
    measure: fc.constantFrom(...MEASURES),
    ...read,
    sentence: natural,
    direction: maybe(fc.constantFrom('up' as const, 'down' as const, 'level' as const, 'either' as const)),
    of: maybe(words),
    versus: maybe(fc.constantFrom('priorYear' as const, 'budget' as const)),
    year: maybe(fc.integer({ min: 1990, max: 2100 })),
    partOf: maybe(words),
  })
  .chain((one) => fc.constantFrom<Claim>(one, { ...one, approximate: true }))

const statement: fc.Arbitrary<Statement> = fc.record<Required<Statement>>({
  topic: fc.constantFrom(...TOPICS),
  section: words,
  item: words,
  subject: maybe(words),
  relation: fc.constantFrom('up' as const, 'down' as const, 'level' as const, 'absent' as const),
  versus: maybe(fc.constantFrom('priorYear' as const, 'budget' as const)),
  sentence: natural,
  where: place,
})

const evaluation: fc.Arbitrary<Evaluation> = fc.record<Required<Evaluation>>({
  project: words,
  scope: fc.constantFrom('department' as const, 'project' as const),
  indicator: maybe(words),
  column: fc.constantFrom('budget', 'execution', 'rate', 'target', 'actual', 'weight', 'score'),
  ...read,
  table: fc.nat({ max: 40 }),
})

const side = maybe(fc.record({ what: words, value: words, unit: maybe(words), where: maybe(place) }))
const finding = (depth: number): fc.Arbitrary<Finding> =>
  fc.record<Required<Finding>>({
    rule: words,
    kind: fc.constantFrom(...FINDING_KINDS),
    verdict: fc.constantFrom('inconsistent' as const, 'rounding' as const, 'text' as const),
    statement: words,
    left: side,
    right: side,
    evidence: fc.array(place, { maxLength: 2 }),
    difference: maybe(words),
    derivation: maybe(words),
    likelyCause: maybe(words),
    touches: fc.array(words, { maxLength: 2 }),
    effects: depth === 0 ? fc.constant([]) : fc.array(finding(depth - 1), { maxLength: 2 }),
  })

/** Any report that the types allow: far stranger than any department prints. */
export const arbitraryReport: fc.Arbitrary<Report> = fc.record<Required<Report>>({
  meta: fc.record({
    department: words,
    aliases: fc.array(words, { maxLength: 3 }),
    fiscalYear: fc.integer({ min: 1990, max: 2100 }),
    kind: fc.constantFrom('finalAccount' as const, 'budget' as const),
    unit: fc.constantFrom(...MONEY_UNITS),
    file: words,
    sha256: words,
    pages: maybe(natural),
  }),
  forms: fc.array(form, { maxLength: 3 }),
  claims: fc.array(claim, { maxLength: 4 }),
  statements: fc.array(statement, { maxLength: 3 }),
  evaluations: fc.array(evaluation, { maxLength: 3 }),
  unread: fc.array(fc.record({ where: place, reason: words }), { maxLength: 3 }),
  tokens: fc.record({ all: natural, facts: natural, unread: natural }),
  missingForms: fc.uniqueArray(fc.constantFrom(...FORM_IDS), { maxLength: 3 }),
  outline: fc.constant(null),
  records: fc.array(finding(2), { maxLength: 2 }),
})
