import { ITEM_WORDS } from '../../../knowledge/aliases/index.ts'
import { ECONOMIC, FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import { SUBJECTS } from '../../domain/subject.ts'
import { normaliseName } from '../normalise.ts'
import type { Item } from '../query.ts'
import { inSense } from './senses.ts'

interface Meaning {
  readonly subjects: string[]
  /** Codes of one name under different heads. */
  readonly different: boolean
}

const SHORTEST = 2
/** An organ's sign after an item's word makes it an organ's name: 教育局, 住房保障局, 卫生健康委. */
const ORGAN_FOLLOWS =
  /^(和|与|及|健康|计生|保障|管理|监督|事务|技术|体育|旅游|工作|资源|规划|城乡|建设)*(局|厅|院|所(?![占有列用花需以])|馆|中心|部(?!分)|委(?!托)|学院|学校|大学|分局|管理处|监督所|办事处|执法)/

/** Words → meaning: everyday words first, then official names of subjects and of classification items. */
function lexicon(): Map<string, Meaning> {
  const words = new Map<string, Meaning>()
  const addWord = (word: string, subjects: readonly string[], different: boolean) => {
    const key = normaliseName(word)
    if (key.length >= SHORTEST && !words.has(key)) words.set(key, { subjects: [...subjects], different })
  }
  for (const { words: said, subjects } of ITEM_WORDS) for (const word of said) addWord(word, subjects, false)
  for (const [subject, word] of Object.entries(SUBJECTS)) addWord(word, [subject], false)
  const named = new Map<string, string[]>()
  const addCode = (name: string, subject: string) => {
    const stem = name.replace(/支出$/, '')
    // A stem of one character is the torn end of a longer name.
    for (const word of stem.length < SHORTEST ? [] : new Set([name, stem])) named.set(word, [...(named.get(word) ?? []), subject])
  }
  for (const { code, name, otherNames } of FUNCTIONAL.values()) for (const one of [name, ...otherNames]) addCode(one, `code:${code}`)
  for (const { code, name, otherNames } of ECONOMIC.values()) for (const one of [name, ...otherNames]) addCode(one, `economic:${code}`)
  for (const [name, subjects] of named) addWord(name, subjects, subjects.length > 1)
  return words
}

let words: Map<string, Meaning> | null = null
let longest = 0

function known(): Map<string, Meaning> {
  if (words === null) {
    words = lexicon()
    longest = Math.max(...[...words.keys()].map((word) => word.length))
  }
  return words
}

/** All words that name an item. */
export const itemWords = (): readonly string[] => [...known().keys()]

const CODE = /(?<![\d.])(\d{7}|\d{5}|[23]\d{2})(?![\d.])/

/** A code of either classification: 2… functional, 3… economic. */
function codeItem(digits: string): Item {
  const subject = digits.startsWith('3') ? `economic:${digits}` : `code:${digits}`
  return { words: digits, subjects: [subject], different: false }
}

/** 出国 and 出国费 are one item. */
const COMMON_END = /^(费用?|款项?|总额)/

/** 车辆维修费: two words side by side that are one name; what stands before its head. */
function compoundOf(items: readonly Placed[]): string {
  const exact = items.filter(({ item }) => !isGeneral(item) && !/^\d/.test(item.words)).sort((a, b) => a.at - b.at)
  const torn = exact.slice(1).flatMap(({ at, item }, i) => {
    const before = exact[i]
    return before !== undefined &&
      !/[费出入款金]$/.test(before.item.words) &&
      // 接待多少批次: how many of what stands before.
      item.subjects[0]?.startsWith('count.') !== true &&
      before.at + before.length === at &&
      before.item.subjects[0] !== item.subjects[0]
      ? [before.item.words]
      : []
  })
  return torn.join('')
}

/** An item and where it stands in the text. */
export interface Placed {
  readonly at: number
  readonly length: number
  readonly item: Item
}

export interface ItemsSaid {
  readonly items: readonly Item[]
  /** All of them in order, with their places. */
  readonly placed: readonly Placed[]
  /** With the general words (支出, 收入) that a more exact one overrules: 工资占支出 needs both. */
  readonly all: readonly Item[]
  readonly rest: string
  /** Words before a head that they belong to, '' where every item stands for itself. */
  readonly compound: string
}

/**
 * Takes the items out of a question, the longest word first at each place.
 * @param text normalised; protected spans (names of departments) already replaced by blanks
 */
export function readItems(text: string): ItemsSaid {
  const lexical = known()
  const items: Placed[] = []
  let rest = text.replace(CODE, (digits, _group, at: number) => {
    items.push({ at, length: digits.length, item: codeItem(digits) })
    return ' '.repeat(digits.length)
  })
  for (let length = Math.min(longest, rest.length); length >= SHORTEST; length--)
    for (let at = 0; at + length <= rest.length; at++) {
      const word = rest.slice(at, at + length)
      // 总工会 is a body, not its fee.
      if (rest.charAt(at - 1) === '总' && word.startsWith('工会')) continue
      // 预算编制 is the making of it, no posts.
      if (word.startsWith('编制') && /[算表告]$/.test(rest.slice(0, at))) continue
      const meaning = lexical.get(word) ?? lexical.get(word.replace(/[（(、，,)）“”"]/g, ''))
      if (
        meaning === undefined ||
        word.includes(' ') ||
        /^[（(、，,]|[、，,(（]$/.test(word) ||
        ORGAN_FOLLOWS.test(rest.slice(at + length))
      )
        continue
      items.push({ at, length, item: { words: word.replace(/[“”"]/g, ''), ...meaning } })
      const end =
        at +
        length +
        (COMMON_END.exec(rest.slice(at + length))?.[0].length ??
          ((word.endsWith('费') && /^用(?!车)/.test(rest.slice(at + length)) ? 1 : 0) ||
            // 离退休人员人数 counts them, nobody else.
            (/人员$/.test(word) && rest.startsWith('人数', at + length) ? 2 : 0)))
      rest = `${rest.slice(0, at)}${' '.repeat(end - at)}${rest.slice(end)}`
    }
  const { placed, rest: left } = inSense(
    items.sort((a, b) => a.at - b.at),
    rest,
  )
  const all = withoutNamesOfCodes(placed.map(({ item }) => item))
  const ends = placed.map(({ at, length }) => [at, at + length] as const).sort(([a], [b]) => a - b)
  // Every two neighbours are parted by a mark of a list.
  const listed = ends.length > 1 && ends.slice(1).every(([at], i) => LIST_MARK.test(text.slice(ends[i]?.[1] ?? 0, at)))
  return { items: withoutGeneral(all, listed), placed, all, rest: left, compound: compoundOf(placed) }
}

/** 行政运行（2013101）: the code says which one is meant, its name says nothing more. */
function withoutNamesOfCodes(items: readonly Item[]): Item[] {
  const codes = new Set(items.filter((item) => /^\d+$/.test(item.words)).map((item) => item.subjects[0]))
  return items.filter((item) => /^\d+$/.test(item.words) || !item.subjects.some((subject) => codes.has(subject)))
}

/** Words so general that a more exact item of the same question says what is meant (公车支出, 接待花了多少). */
const GENERAL = new Set(['expenditure.total', 'revenue.total', 'threePublic.total', 'staff.active'])

/** 花了多少, 用去的钱: the verb of spending, no thing of its own. */
export const isVerb = ({ words: said, subjects }: Item): boolean => subjects[0] === 'expenditure.total' && /[花用]/.test(said)

/** Is this a word for everything, not for one thing? */
export const isGeneral = (item: Item): boolean => GENERAL.has(item.subjects[0] ?? '')

/** 支出多少、三公多少、几辆车: things in a list are all meant. */
const LIST_MARK = /[、,，;；]|和|与|及|还有/

function withoutGeneral(items: readonly Item[], listed: boolean): Item[] {
  const exact = items.filter((item) => !isGeneral(item))
  const unique = (list: readonly Item[]) =>
    list.filter((item, i) => list.findIndex((other) => other.subjects[0] === item.subjects[0]) === i)
  // 三公花了多少 asks for 三公 alone: the verb names nothing of its own beside another thing.
  const named = items.filter((item) => !isVerb(item))
  if (listed && named.length > 1) return unique(named)
  return unique(exact.length > 0 ? exact : named.length > 0 ? named : items)
}

const CLASSIFICATION = /(?:按照?|用)?(?:支出)?(经济|功能)(?:分类)?(?:科目|分类|口径)(?:分类)?(?:来?(?:看|算|说|讲|分|统计))?(?:的)?/

/** 公积金按经济科目: of the meanings of a word those of that classification. Said of no word that has one, it stays in the text. */
export function byClassification(said: ItemsSaid): ItemsSaid {
  const [words, kind] = CLASSIFICATION.exec(said.rest) ?? []
  if (words === undefined) return said
  const wanted = kind === '经济' ? /^economic:/ : /^code:/
  const narrowed = (item: Item): Item => {
    const subjects = item.subjects.filter((subject) => wanted.test(subject))
    return subjects.length === 0 ? item : { ...item, subjects }
  }
  if (!said.all.some(({ subjects }) => subjects.some((subject) => wanted.test(subject)))) return said
  return {
    ...said,
    items: said.items.map(narrowed),
    all: said.all.map(narrowed),
    placed: said.placed.map((one) => ({ ...one, item: narrowed(one.item) })),
    rest: said.rest.replace(words, ' '),
  }
}
