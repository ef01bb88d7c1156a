import type { Said } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { type Expr, total } from '../expression.ts'
import { groupedBy } from '../grouping.ts'
import { atMost, equal, type Outcome, type Relation, SHOULD_EQUAL } from '../relation.ts'

function vehicles(books: Books): Outcome[] {
  return books.saying('assets.vehicles', 'count').flatMap((said): Outcome[] => {
    const kinds = books.said.filter(
      (other) => other.subject?.startsWith('vehicles:') && other.claim.topic === said.claim.topic && other.claim.measure === 'count',
    )
    if (kinds.length === 0) return []
    return [
      equal(
        total(
          '各类车辆相加',
          kinds.map((kind) => kind.expr),
        ),
        said.expr,
      ),
    ]
  })
}

function vehiclesKept(books: Books): Outcome[] {
  const [owned] = books.saying('assets.vehicles', 'count')
  return owned ? books.saying('count.vehiclesKept', 'count').map((kept) => atMost(kept.expr, owned.expr)) : []
}

const PEOPLE = /人员|人数|职工|编制|在职|实有|在编|离退休/
/** Who is told beside those in office, and who is not: one list may go on from the one to the other. */
const NOT_IN_OFFICE = /退休|离休|遗属|编外|聘用|临时|借调|劳务派遣|公益性岗位/
const sumOf = (parts: readonly Said[]): Expr =>
  total(
    '所列人数相加',
    parts.map((part) => part.expr),
  )

/** 编制28人、34人；实有27人、31人: a semicolon between lists ends the first, one between their members does not. */
function firstList(books: Books, parts: readonly Said[]): readonly Said[] {
  const clause = ({ claim }: Said): string => {
    const spot = books.spots.get(claim.id)
    return spot ? String(spot.sentence.slice(0, spot.at).match(/[；;]/g)?.length ?? 0) : ''
  }
  const lists = [...groupedBy(parts, clause).values()]
  return lists.every((list) => list.length === 1) ? parts : (lists[0] ?? [])
}

/** The parts that a number of people is divided into. */
function partsOf(books: Books, whole: Said, all: readonly Said[]): readonly Said[] {
  const parts = all.filter(({ claim }) => claim.partOf === whole.claim.id)
  const inOffice = NOT_IN_OFFICE.test(whole.claim.item) ? parts : parts.filter(({ claim }) => !NOT_IN_OFFICE.test(claim.item))
  return firstList(books, inOffice)
}

/** 行政…人、事业…人: the two kinds that everybody in office is of. */
const isDivision = (parts: readonly Said[]): boolean =>
  [/行政|参公|参照公务员/, /事业/].every((kind) => parts.some(({ claim }) => kind.test(claim.item))) ||
  [/离休/, /退休/].every((kind) => parts.some(({ claim }) => kind.test(claim.item)))

/** 行政编制…实有人数31人；事业编制…实有人数138人。年末实有人数共169人: the same words again, with 共. */
function sameWords(books: Books, whole: Said, all: readonly Said[]): readonly Said[] {
  const spot = books.spots.get(whole.claim.id)
  if (!spot || !/(?:共|合计|总计|总数)(?:为|有)?$/.test(spot.sentence.slice(0, spot.at))) return []
  const before = all.slice(0, all.indexOf(whole)).filter(({ claim }) => claim.section === whole.claim.section)
  return before.filter(({ claim }) => claim.item.length >= 3 && whole.claim.item.endsWith(claim.item))
}

function staff(books: Books): Outcome[] {
  const all = books.said.filter(({ claim }) => claim.topic === 'profile' && claim.measure === 'count' && claim.figure.unit === '人')
  return all.flatMap((whole): Outcome[] => {
    if (!PEOPLE.test(whole.claim.item)) return []
    const again = sameWords(books, whole, all)
    if (again.length > 1) return [equal(sumOf(again), whole.expr)]
    const parts = partsOf(books, whole, all)
    // Titles and duties overlap (高级职称、博士生导师 …); only the official 在职、离退休 heads are divided without overlap.
    if (parts.length < 2) return []
    if (isDivision(parts)) return [equal(sumOf(parts), whole.expr)]
    return whole.subject?.startsWith('staff.') ? [atMost(sumOf(parts), whole.expr)] : []
  })
}

/** Vehicles and people, counted by kind. */
export const headcounts: readonly Relation[] = [
  {
    id: 'list.vehicles',
    title: '车辆总数等于各类车辆之和',
    kind: 'narrative-vs-narrative',
    compares: '国有资产占用情况的车辆总数与所列各类车辆',
    applies: '写了总数和各类',
    wording: SHOULD_EQUAL,
    origin: '公开样式',
    outcomes: vehicles,
  },
  {
    id: 'list.vehicles-kept',
    title: '财政拨款公务用车保有量不超过车辆总数',
    kind: 'narrative-vs-narrative',
    compares: '“三公”经费一节的公务用车保有量与国有资产一节的车辆总数',
    applies: '两个数字都有',
    wording: '{left}，大于{right}，多{difference}',
    origin: '算术',
    outcomes: vehiclesKept,
  },
  {
    id: 'list.staff',
    title: '所列人数与总人数',
    kind: 'narrative-vs-narrative',
    compares: '概况中编制、实有、在职、离退休人数与其中各类人数之和；行政、事业都列出的应相等',
    applies: '写了总数和至少两类；在职人数之后另列的退休、遗属等不算在内',
    wording: SHOULD_EQUAL,
    origin: '算术',
    outcomes: staff,
  },
]
