import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import type { Paragraph } from '../../domain/outline.ts'
import { plainName } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { placeOfText, remarkAt, written } from './scan.ts'

const LEVELS = { 类: 3, 款: 5, 项: 7 } as const
const MARKED = /([^（()）。；;，,：:/、\d.\s]+(?:[（(](?!类|款|项)[^（()）]{1,8}[）)][^（()）。；;，,：:/、\s]*)*)[（(](类|款|项)[）)]/g

interface Name {
  readonly name: string
  readonly level: 3 | 5 | 7
  readonly at: number
}

export const nameKey = (name: string): string => plainName(name).replace(/支出$/, '')

export const namesIn = (text: string): readonly Name[] =>
  [...text.matchAll(MARKED)].map((match) => ({
    name: (match[1] ?? '').replace(/^及/, ''),
    level: LEVELS[(match[2] ?? '类') as keyof typeof LEVELS],
    at: match.index,
  }))

/** Names by level that the department's forms use; without forms, those the explanation's structure names. */
function namesUsed(books: Books): { readonly names: ReadonlyMap<number, ReadonlySet<string>>; readonly complete: boolean } {
  const names = new Map<number, Set<string>>([3, 5, 7].map((level) => [level, new Set<string>()]))
  const add = (code: string, name: string): void => {
    names.get(code.length)?.add(nameKey(name))
    for (const length of [3, 5].filter((shorter) => shorter < code.length)) {
      const parent = FUNCTIONAL.get(code.slice(0, length))
      if (parent) names.get(length)?.add(nameKey(parent.name))
    }
  }
  const coded = (['expenditure', 'generalBudgetExpenditure', 'revenue', 'governmentFund'] as const).flatMap(
    (id) => books.form(id)?.rows ?? [],
  )
  for (const row of coded) if (row.code !== null) add(row.code, row.name)
  const complete = coded.some((row) => row.code?.length === 7)
  for (const said of books.said) {
    const code = said.subject?.startsWith('code:') ? said.subject.slice('code:'.length) : null
    const item = code === null ? undefined : FUNCTIONAL.get(code)
    if (item && said.claim.topic.startsWith('generalBudget')) add(item.code, item.name)
  }
  return { names, complete }
}

/** Old name → the name of today, for names that no code bears now. */
const OLD_NAMES: ReadonlyMap<string, string> = (() => {
  const current = new Set([...FUNCTIONAL.values()].map((item) => nameKey(item.name)))
  return new Map(
    [...FUNCTIONAL.values()].flatMap((item) =>
      item.otherNames.filter((old) => !current.has(nameKey(old))).map((old) => [nameKey(old), item.name] as const),
    ),
  )
})()

/** Glossary paragraphs; where its heading is lost, lines that name items down to 项 without any amount. */
const inGlossary = (books: Books): readonly Paragraph[] =>
  written(books).filter((paragraph) => {
    if (paragraph.topic === 'glossary') return true
    const bare = !/\d\s*万?元/.test(paragraph.text) && !paragraph.topic.startsWith('generalBudget') && paragraph.cells === null
    return bare && namesIn(paragraph.text).some(({ level }) => level === 7)
  })

/** An item that the glossary has and the forms have not; `says` where it has another name now. */
interface Explained {
  readonly name: string
  readonly at: number
  readonly says: string | null
}

/** Classification items explained although the forms do not have them, or under names that have been replaced. */
function explained(books: Books): Outcome[] {
  const { names, complete } = namesUsed(books)
  const paragraphs = inGlossary(books).filter((paragraph) => namesIn(paragraph.text).length > 0)
  if (paragraphs.length === 0) return [unchecked('名词解释没有列科目')]
  const remarks = paragraphs.flatMap((paragraph): Outcome[] => {
    const found = namesIn(paragraph.text).flatMap(({ name, level, at }): readonly Explained[] => {
      const now = OLD_NAMES.get(nameKey(name))
      if (now !== undefined && names.get(3)?.size !== 0 && !(names.get(level)?.has(nameKey(name)) ?? false))
        return [{ name, at, says: `“${name}”是旧名称，现为“${now}”` }]
      if (!complete || (names.get(level)?.has(nameKey(name)) ?? false)) return []
      return [{ name, at, says: null }]
    })
    const [first] = found
    if (!first) return [passed()]
    const where = placeOfText(paragraph, first.at, first.name)
    return [
      remarkAt(where, '名词解释所列科目', glossaryWords(found), {
        evidence: found.map(({ name, at }) => placeOfText(paragraph, at, name)),
      }),
    ]
  })
  return withSiblings(remarks)
}

/** Old names one by one; what no form has in one breath. */
function glossaryWords(found: readonly Explained[]): string {
  const unknown = found.filter(({ says }) => says === null).map(({ name }) => `“${name}”`)
  const old = found.flatMap(({ says }) => says ?? [])
  const absent = unknown.length === 0 ? [] : [`${unknown.join('、')}，决算表没有${unknown.length > 1 ? '这些' : '这个'}科目`]
  return `名词解释里的${[...old, ...absent].join('；')}`
}

/** Each remark points at the others of its sort: a reader mends them together. */
function withSiblings(outcomes: readonly Outcome[]): Outcome[] {
  const places = outcomes.flatMap((outcome) => (outcome.state === 'text' ? [...(outcome.evidence ?? [])] : []))
  return outcomes.map((outcome) =>
    outcome.state === 'text' ? { ...outcome, evidence: [...(outcome.evidence ?? []), ...places] } : outcome,
  )
}

/** The sample's own example, left in by a department that is no finance department. */
function sampleItem(books: Books): Outcome[] {
  if (/财政/.test(books.report.meta.department) || namesUsed(books).complete) return []
  return inGlossary(books).flatMap((paragraph): Outcome[] => {
    const names = namesIn(paragraph.text)
    const sample = names.find(({ name, level }) => level === 5 && name === '财政事务')
    if (!sample) return names.length > 0 ? [passed()] : []
    const says = '名词解释仍是样张的“财政事务（款）”，不是本部门的科目'
    return [remarkAt(placeOfText(paragraph, sample.at, sample.name), '名词解释', says, { kind: 'template-leftover' })]
  })
}

/** Items of the forms that the glossary, which lists items, leaves out. */
function unexplained(books: Books): Outcome[] {
  const listed = inGlossary(books).flatMap((paragraph) => namesIn(paragraph.text).map((name) => ({ ...name, paragraph })))
  const [first] = listed
  if (!first) return [unchecked('名词解释没有列科目')]
  const has = (level: number, name: string): boolean => listed.some((item) => item.level === level && nameKey(item.name) === nameKey(name))
  const form = books.form('generalBudgetExpenditure') ?? books.form('expenditure')
  const used = form
    ? [...new Set(form.rows.flatMap((row) => (row.code?.length === 7 ? [row.name] : [])))].map((name) => ({ name, has: has(7, name) }))
    : classesTold(books, (name) => has(3, name))
  const missing = used.filter((item) => !item.has).map(({ name }) => name)
  if (missing.length === 0) return [passed()]
  // Many places explain what is hard to understand, or what the sample explains. Only who explains nearly all set out to explain all.
  if (missing.length * NEARLY_ALL > used.length) return [unchecked('名词解释只解释部分科目')]
  return [
    remarkAt(placeOfText(first.paragraph, first.at, first.name), '名词解释所列科目', `名词解释没有解释决算所用的${missing.join('、')}`, {
      kind: 'missing-content',
    }),
  ]
}

/** One of so many left out is an oversight. */
const NEARLY_ALL = 4

/** Classes with money that the explanation's structure names, and whether the glossary has them. */
function classesTold(books: Books, has: (name: string) => boolean): readonly { readonly name: string; readonly has: boolean }[] {
  return books.said.flatMap((said) => {
    const item =
      said.claim.topic === 'generalBudget.structure' && said.claim.measure === 'final'
        ? FUNCTIONAL.get(said.subject?.slice('code:'.length) ?? '')
        : undefined
    if (item?.code.length !== 3 || /^0(\.0+)?$/.test(said.term.figure.text)) return []
    return [{ name: item.name, has: has(item.name) || item.otherNames.some(has) }]
  })
}

/** The glossary's classification items. */
export const glossary: readonly Relation[] = [
  {
    id: 'glossary.items',
    title: '名词解释所列科目与决算表一致，用现行名称',
    kind: 'name',
    compares: '名词解释中写明（类）（款）（项）的科目与决算表所用科目；已改名的科目',
    applies: '名词解释列了科目',
    wording: '{left}',
    origin: '填报说明',
    outcomes: explained,
  },
  {
    id: 'glossary.sample',
    title: '名词解释不是样张的例子',
    kind: 'template-leftover',
    compares: '非财政部门的名词解释中的“财政事务（款）”',
    applies: '没有表可比时',
    wording: '{left}',
    origin: '公开样式',
    outcomes: sampleItem,
  },
  {
    id: 'glossary.missing',
    title: '决算所用科目在名词解释中都有',
    kind: 'missing-content',
    compares: '决算表的项级科目（没有表时为说明所列各类）与名词解释',
    applies: '名词解释列了科目，且解释了绝大多数；只解释一部分的不查',
    wording: '{left}',
    origin: '公开样式',
    outcomes: unexplained,
  },
]
