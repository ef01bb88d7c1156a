import type { Statement } from '../../domain/report.ts'
import { subjectWords } from '../../domain/subject.ts'
import { type Said, subjectIn } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { isZero as isZeroCell } from '../books/sums.ts'
import { sentenceAt } from '../books/text.ts'
import { amountOf, type Expr, exact, signed, unitOf } from '../expression.ts'
import { judge } from '../judge.ts'
import { equal, type Outcome, passed, type Relation, type Remark, unchecked } from '../relation.ts'
import { digitsOf, placeWords, sideOf } from '../wording.ts'
import { signedChange } from './changes.ts'

const ROUGHLY = /(基本|大致|大体)(持平|一致|相同|相当)/
const WORDS = { up: '增加', down: '减少', level: '持平' } as const

const statementsOf = (books: Books, versus: Statement['versus']): readonly Statement[] =>
  (books.report.statements ?? []).filter((statement) => statement.versus === versus && statement.relation !== 'absent')

const isRough = (books: Books, { sentence }: Statement): boolean => ROUGHLY.test(sentenceAt(books, sentence)?.text ?? '')

/** What the section itself says of the statement's subject, the nearest before it first. */
function beside(books: Books, statement: Statement, measures: readonly Said['claim']['measure'][]): readonly Said[] {
  const subject = subjectIn(statement.topic, statement.subject)
  if (subject === null) return []
  return books.said
    .filter(
      (said) =>
        said.subject === subject &&
        said.claim.section === statement.section &&
        measures.includes(said.claim.measure) &&
        said.claim.sentence <= statement.sentence &&
        books.isOfTheYear(said),
    )
    .sort((a, b) => b.claim.sentence - a.claim.sentence)
}

const named = (statement: Statement): string => statement.item || (statement.subject && subjectWords(statement.subject)) || '该项'
const said = (statement: Statement): Remark['left'] => ({
  what: `说明中“${named(statement)}”`,
  value: statement.where.raw,
  unit: null,
  where: statement.where,
})

const THREE_PARTS = ['threePublic.overseas', 'threePublic.vehicles', 'threePublic.reception']

/** What the others of the three leave for this one: the change of the whole less theirs. */
function impliedChange(books: Books, statement: Statement): Expr | null {
  const { subject } = statement
  if (subject === null || !THREE_PARTS.includes(subject)) return null
  const changeOf = (of: string): Expr | null => {
    const [own] = books.saying(of, 'change', ['threePublic']).filter(({ claim }) => claim.versus === 'priorYear')
    return own ? signedChange(own) : null
  }
  const whole = changeOf('threePublic.total')
  const others = THREE_PARTS.filter((part) => part !== subject).map(changeOf)
  if (!whole || others.some((other) => other === null)) return null
  return signed('由总额和另两项推算的增减额', [
    { sign: 1, expr: whole },
    ...others.flatMap((other) => (other ? [{ sign: -1 as const, expr: other }] : [])),
  ])
}

function contradiction(statement: Statement, right: Expr, says: string): Remark {
  const other = sideOf(right)
  return {
    state: 'inconsistent',
    statement: `说明写“${named(statement)}”“${statement.where.raw}”，${says}（${placeWords([statement.where, other.where])}）。`,
    left: said(statement),
    right: other,
    touches: right.kind === 'fact' ? [right.term.key] : [],
  }
}

/** A reason for a decrease where nothing changed, or where the figure says the reverse. */
function priorWords(books: Books): Outcome[] {
  return statementsOf(books, 'priorYear').flatMap((statement): Outcome[] => {
    const [change] = beside(books, statement, ['change', 'growth']).filter(({ claim }) => claim.versus !== 'budget')
    const own = change ? signedChange(change) : impliedChange(books, statement)
    const amount = own && amountOf(own)
    if (!own || !amount) return [unchecked('没有可比的增减额')]
    if (isRough(books, statement)) return [unchecked('“基本持平”没有确定的界限')]
    const direction = amount.isZero() ? 'level' : amount.isNegative() ? 'down' : 'up'
    if (direction === statement.relation) return [passed()]
    // A change that was computed may be nothing but the remainder of rounded parts.
    if (!change && judge(equal(own, exact('', '0', unitOf(own)))).judgement !== 'inconsistent') return [passed()]
    const shown = change ? `${change.term.printed.text}${change.term.printed.unit}` : `推算为${digitsOf(own)}`
    return [contradiction(statement, change?.expr ?? own, `增减额却${change ? `是${WORDS[direction]}` : ''}${shown}`)]
  })
}

/** 与上年持平 in one breath, 减少的主要原因 in the next. */
function twoWords(books: Books): Outcome[] {
  const all = statementsOf(books, 'priorYear').filter((statement) => statement.subject !== null)
  return all.flatMap((statement, i): Outcome[] => {
    const rival = all
      .slice(i + 1)
      .find((other) => other.subject === statement.subject && other.section === statement.section && other.relation !== statement.relation)
    if (!rival || isRough(books, statement)) return [passed()]
    return [
      {
        state: 'inconsistent',
        statement: `说明先写“${named(statement)}”“${statement.where.raw}”，又写“${rival.where.raw}”，前后矛盾（${placeWords([statement.where, rival.where])}）。`,
        left: said(statement),
        right: said(rival),
      },
    ]
  })
}

/** Totals said to be level with last year, against what last year's expenditure alone must have been. */
const LEVEL_TOTALS: Readonly<Record<string, readonly string[]>> = {
  'fiscal.both': ['generalBudget.expenditure', 'fiscal.expenditure'],
  'total.both': ['expenditure.total', 'generalBudget.expenditure'],
}
const OPENINGS: Readonly<Record<string, string>> = { 'fiscal.both': 'fiscal.opening', 'total.both': 'carry.opening' }

function levelTotals(books: Books): Outcome[] {
  return statementsOf(books, 'priorYear').flatMap((statement): Outcome[] => {
    const parts = LEVEL_TOTALS[statement.subject ?? '']
    if (statement.relation !== 'level' || !parts || isRough(books, statement)) return []
    const cell = books.cellOf(statement.subject ?? '')
    const [told] = books.saying(statement.subject ?? '', 'final')
    const whole = cell.kind === 'figure' ? cell.expr : told?.expr
    const [part] = parts.flatMap((subject) =>
      books
        .saying(subject, 'change')
        .filter(({ claim }) => claim.versus === 'priorYear')
        .flatMap((change) => {
          const [final, by] = [books.saying(subject, 'final')[0]?.expr, signedChange(change)]
          return final && by ? [{ final, by }] : []
        }),
    )
    if (!whole || !part) return [unchecked('没有可以推算上年数的支出和增减额')]
    const opening = books.cellOf(OPENINGS[statement.subject ?? ''] ?? '')
    const carried = opening.kind === 'figure' && !isZeroCell(opening) ? [{ sign: 1 as const, expr: opening.expr }] : []
    const prior = signed(`由支出和增减额${carried.length > 0 ? '、年初结转结余' : ''}推算的上年总计至少`, [
      { sign: 1, expr: part.final },
      { sign: -1, expr: part.by },
      ...carried,
    ])
    return [
      {
        state: 'compare',
        op: 'atMost',
        left: prior,
        right: whole,
        evidence: [statement.where],
        remark: `说明写的是“${statement.where.raw}”`,
      },
    ]
  })
}

/** 没有政府性基金收支 where the form prints some. */
const ABSENT: readonly string[] = ['governmentFund', 'stateCapital']

function absences(books: Books): Outcome[] {
  return (books.report.statements ?? []).flatMap((statement): Outcome[] => {
    const [fund, side] = statement.subject?.split('.') ?? []
    if (statement.relation !== 'absent' || !fund || !side || !ABSENT.includes(fund)) return []
    const cell = books.cellOf(statement.subject ?? '')
    if (cell.kind === 'absent' || cell.kind === 'unreadable') return []
    if (cell.kind === 'blank' || isZeroCell(cell)) return [passed()]
    return [contradiction(statement, cell.expr, `${sideOf(cell.expr).what}却是${digitsOf(cell.expr)}${sideOf(cell.expr).unit ?? ''}`)]
  })
}

const row = (
  id: string,
  title: string,
  compares: string,
  applies: string,
  outcomes: Relation['outcomes'],
  wording = '{left}，{right}，与所写的方向不符，相差{difference}',
): Relation => ({ id, title, kind: 'direction', compares, applies, wording, origin: '行文规范', outcomes })

/** Directions that stand in the explanations without a figure of their own. */
export const statements: readonly Relation[] = [
  row(
    'statement.prior',
    '增减的原因与增减额相符',
    '“增加（减少）的主要原因”“与上年持平”与同一处的增减额；三公一项没写的由另两项推算',
    '知道增减额',
    priorWords,
  ),
  row('statement.twice', '同一事项的增减前后说法一致', '同一节对同一事项先后写的增加、减少、持平', '写了两次', twoWords),
  row(
    'statement.level-total',
    '收支总计与上年持平时，上年支出不超过总计',
    '写作持平的总计与由支出、增减额、年初结转结余推算的上年总计',
    '总计写作与上年持平，支出写了增减额',
    levelTotals,
    '{left}，大于本年的{right}，不可能持平，相差{difference}',
  ),
  row('statement.absent', '“没有基金（国资）收支”与表相符', '说明写没有的政府性基金、国有资本经营收支与相应的表', '说明写了没有', absences),
]
