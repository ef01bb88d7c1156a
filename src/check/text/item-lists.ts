import { ECONOMIC } from '../../../knowledge/classification/index.ts'
import type { Paragraph } from '../../domain/outline.ts'
import { plainName, type Reading } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { isZero } from '../books/sums.ts'
import { amountOf } from '../expression.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { digitsOf, placeOf } from '../wording.ts'
import { placeOfText, remarkAt, written } from './scan.ts'

/** 主要包括：基本工资、津贴补贴、…… up to the end of the clause. */
const LIST = /(人员经费|公用经费)[^。；]{0,60}?主要(?:包括|用于)[:：]?([^。；:：]{4,1200})/g

const economicKey = (name: string): string => plainName(name).replace(/^用于/, '').replace(/支出$/, '').replace(/^国境/, '')
const CODES: ReadonlyMap<string, string> = new Map(
  [...ECONOMIC.values()]
    .filter((item) => item.code.length === 5)
    .flatMap((item) => [item.name, ...item.otherNames].map((name) => [economicKey(name), item.code] as const)),
)

/** What a zero line of 三公 says of the economic item that is a part of it. */
const THREE_PUBLIC: Readonly<Record<string, string>> = {
  '30212': 'threePublic.overseas',
  '30217': 'threePublic.reception',
  '30231': 'threePublic.vehicleOperation',
  '31013': 'threePublic.vehiclePurchase',
}

interface Listed {
  readonly paragraph: Paragraph
  /** Where the group is named, and where its list begins. */
  readonly start: number
  readonly at: number
  readonly group: string
  readonly codes: readonly { readonly code: string; readonly name: string; readonly at: number }[]
  /** Everything the list names, known or not. */
  readonly phrases: readonly string[]
}

function listsIn(books: Books): readonly Listed[] {
  return written(books)
    .filter((paragraph) => paragraph.topic === 'basic' && paragraph.cells === null)
    .flatMap((paragraph) =>
      [...paragraph.text.matchAll(LIST)].map((match) => {
        const from = match.index + match[0].indexOf(match[2] ?? '')
        const list = match[2] ?? ''
        return { paragraph, start: match.index, at: from, group: match[1] ?? '', codes: namesIn(list, from), phrases: partsOf(list) }
      }),
    )
}

const codeOf = (name: string): string | undefined => CODES.get(economicKey(name.replace(/等$/, '')))

/** The items of an enumeration; 办公设备购置和专用设备购置 are two where both are names and the whole is none. */
function partsOf(text: string): readonly string[] {
  return text.split(/[、，]/).flatMap((name) => {
    const halves = name.split(/以及|和|及|与/)
    return codeOf(name) === undefined && halves.length > 1 && halves.every((half) => codeOf(half) !== undefined) ? halves : [name]
  })
}

function namesIn(text: string, from: number): Listed['codes'] {
  let at = 0
  return partsOf(text).flatMap((name) => {
    const start = text.indexOf(name, at)
    at = start + name.length
    const code = codeOf(name)
    return code === undefined ? [] : [{ code, name, at: from + start }]
  })
}

/** Everyday words for several items at once. */
const COLLECTIVE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/社保|社会保险|社会保障缴费|五险/, ['30108', '30109', '30110', '30111', '30112']],
  [/医疗保险|医保/, ['30110', '30111']],
  [/离退休|退休/, ['30301', '30302']],
  [/公积金/, ['30113']],
  [/公务用车|公车/, ['30231', '31013']],
  [/差旅|交通/, ['30211', '30239']],
]
const LEAST_SHARED = 3
const isOther = (name: string): boolean => name.startsWith('其他')

/** Does some phrase of the list mean this item in other words: shorter (职业年金), longer (公务用车运行维护费及购置费) or together with others (社保)? */
const isMeant = (phrases: readonly string[], code: string, name: string): boolean =>
  phrases.some((phrase) => {
    const [own, other] = [economicKey(name), economicKey(phrase)]
    const within = own.includes(other) ? other : other.includes(own) ? own : ''
    return (
      (within.length >= LEAST_SHARED && isOther(own) === isOther(other)) ||
      COLLECTIVE.some(([words, codes]) => words.test(phrase) && codes.includes(code))
    )
  })

/** The item's figure in form 6; where there is no such form, nothing of a 三公 line that is zero. */
function readingOf(books: Books, code: string): Reading {
  const own = books.codeCell('basicExpenditure', code, 'final')
  if (own.kind !== 'absent') return own
  const subject = THREE_PUBLIC[code]
  const [said] = subject === undefined ? [] : books.saying(subject, 'final')
  return said && amountOf(said.expr)?.isZero() ? { kind: 'figure', expr: said.expr, term: said.term } : { kind: 'absent' }
}

const isNothing = (reading: Reading): boolean => reading.kind === 'blank' || isZero(reading)

/** Most characters of one name stand in the other: one was written for the other. */
const isSlip = (a: string, b: string): boolean =>
  [...a].filter((character) => b.includes(character)).length * 2 >= Math.max(a.length, b.length)

/** Items listed that the form leaves empty; items with money that the list leaves out. */
function items(books: Books): Outcome[] {
  const form = books.form('basicExpenditure')
  return listsIn(books).flatMap(({ paragraph, start, at, group, codes, phrases }): Outcome[] => {
    if (codes.length < 2) return [unchecked('认不出所列的科目')]
    const empty = codes.filter(({ code }) => isNothing(readingOf(books, code)))
    const listed = new Set(codes.map(({ code }) => code))
    const inGroup = (code: string): boolean => (group === '人员经费') === /^30[13]/.test(code)
    const left = (form?.rows ?? []).flatMap((row) => {
      const reading = form?.reading(row, 'final')
      return row.code?.length === 5 &&
        inGroup(row.code) &&
        !listed.has(row.code) &&
        !isMeant(phrases, row.code, row.name) &&
        reading?.kind === 'figure' &&
        !isZero(reading) &&
        CODES.has(economicKey(row.name))
        ? [{ row, reading }]
        : []
    })
    const [first] = empty
    if (!first && left.length === 0) return [form ? passed() : unchecked('没有基本支出表可比')]
    const zero = empty.length > 0 ? `列了${empty.length}项没有金额的科目（${empty.map(({ name }) => name).join('、')}）` : ''
    const missed = left.length > 0 ? `漏了${left.map(({ row, reading }) => `${row.name}${digitsOf(reading.expr)}万元`).join('、')}` : ''
    if (!first && /等$/.test(paragraph.text.slice(at).split(/[。；]/)[0] ?? '')) return [unchecked('清单以“等”结尾，不必列全')]
    const place = placeOfText(paragraph, first?.at ?? at, first?.name ?? paragraph.text.slice(at, at + 12))
    const [source] = first ? [readingOf(books, first.code)] : []
    const where = source?.kind === 'figure' || source?.kind === 'blank' ? placeOf(source.expr) : null
    return [
      remarkAt(
        place,
        `${group}“主要包括”的清单`,
        `${group}“主要包括”的清单${[zero, missed].filter((words) => words !== '').join('，')}，与决算表不符`,
        {
          kind: left.length > 0 && empty.length > 0 ? 'table-vs-narrative' : 'template-leftover',
          right: {
            what: '决算表',
            value: left[0] ? digitsOf(left[0].reading.expr) : '0',
            unit: books.report.meta.unit,
            where: left[0]?.reading.term.where ?? where,
          },
          evidence: [placeOfText(paragraph, start, group), ...empty.map((item) => placeOfText(paragraph, item.at, item.name))],
          ...(empty.length === 1 && left.length === 1 && isSlip(first?.name ?? '', left[0]?.row.name ?? '')
            ? { likelyCause: `把“${left[0]?.row.name}”误写成“${first?.name}”。` }
            : {}),
        },
      ),
    ]
  })
}

/** Lists of economic items. */
export const itemLists: readonly Relation[] = [
  {
    id: 'text.item-list',
    title: '人员、公用经费“主要包括”的清单与基本支出表相符',
    kind: 'template-leftover',
    compares: '清单所列科目在基本支出表中是否有金额，有金额的科目是否列出；没有表时只看“三公”经费为零的科目',
    applies: '有原文，认得出所列科目；以“等”结尾的清单不查漏列',
    wording: '{left}',
    origin: '公开样式',
    outcomes: items,
  },
]
