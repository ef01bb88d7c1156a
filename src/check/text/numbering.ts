import type { Paragraph } from '../../domain/outline.ts'
import type { Books } from '../books/index.ts'
import { groupedBy } from '../grouping.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { placeOfText, remarkAt, written } from './scan.ts'

const DIGITS = '零一二三四五六七八九'

/** `十三`、`（二）`、`第四部分`、`12.` → 13, 2, 4, 12. */
export function ordinalOf(number: string): number | null {
  const plain = number.normalize('NFKC')
  const arabic = plain.match(/\d+/)?.[0]
  if (arabic !== undefined) return Number(arabic)
  const words = plain.match(/[零一二三四五六七八九十百]+/)?.[0]
  if (words === undefined || words.includes('百')) return null
  const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words]
  const digit = (text: string | undefined, empty: number): number =>
    text === undefined || text === '' ? empty : text === '0' ? 0 : DIGITS.indexOf(text)
  return digit(tens, 1) * 10 + digit(ones, 0)
}

/** Rows of tables and parts of a page that a table broke into pieces carry numbers of their own. */
const counts = (paragraph: Paragraph): boolean => paragraph.number !== null && paragraph.cells === null && paragraph.kind !== 'cover'

/** Lists under one heading, and headings under one parent, count on by one; a new list may begin at one. */
function sequences(books: Books): Outcome[] {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  const all = written(books)
  const levelOf = new Map(
    all.flatMap((paragraph) => (paragraph.kind === 'heading' ? [[paragraph.text, paragraph.level ?? 0] as const] : [])),
  )
  // An item that was taken for a heading stands in its neighbours' paths; only what is above both of them tells lists apart.
  const above = ({ level, path }: Paragraph): readonly string[] => path.filter((heading) => (levelOf.get(heading) ?? 0) < (level ?? 0))
  const levels = groupedBy(all.filter(counts), (paragraph) => `${paragraph.level}|${above(paragraph).join('/')}`)
  return [...levels.values()].flatMap((list) => list.flatMap((paragraph, i) => step(all, list[i - 1], paragraph)))
}

/** The paragraph that this one repeats word for word. */
const earlier = (all: readonly Paragraph[], paragraph: Paragraph): Paragraph | undefined =>
  paragraph.text.length < LONG
    ? undefined
    : all.slice(0, all.indexOf(paragraph)).find((other) => other.text === paragraph.text && other.cells === null)
const LONG = 12

function step(all: readonly Paragraph[], before: Paragraph | undefined, paragraph: Paragraph): Outcome[] {
  const [last, own] = [before?.number ? ordinalOf(before.number) : null, ordinalOf(paragraph.number ?? '')]
  if (before === undefined || last === null || own === null || own === last + 1 || (own === 1 && last !== 1)) return [passed()]
  if (own > 60 || last > 60) return [unchecked('编号不像编号')]
  const place = placeOfText(paragraph, 0, paragraph.text.slice(0, 16))
  const right = { what: '前一个编号', value: before.number ?? '', unit: null, where: placeOfText(before, 0, before.text.slice(0, 16)) }
  const twin = own <= last ? earlier(all, paragraph) : undefined
  if (twin) {
    const first = { what: '前一处', value: twin.text.slice(0, 16), unit: null, where: placeOfText(twin, 0, twin.text.slice(0, 16)) }
    return [remarkAt(place, '段落', `“${paragraph.text.slice(0, 16)}…”一段印了两次`, { right: first, kind: 'duplicate' })]
  }
  const shown = `编号“${paragraph.number}”`
  if (own === last) {
    return own === 1 && !(similar(before, paragraph) && all[all.indexOf(paragraph) - 1] === before)
      ? [passed()]
      : [remarkAt(place, '编号', `${shown}与前一个编号重复`, { right, kind: similar(before, paragraph) ? 'duplicate' : 'numbering' })]
  }
  if (own < last) return [remarkAt(place, '编号', `${shown}排在“${before.number}”之后，次序颠倒`, { right })]
  const missing = Array.from({ length: own - last - 1 }, (_, i) => last + 1 + i)
  const inline = missing.length === 1 ? hiddenIn(all, before, paragraph) : null
  if (inline)
    return [remarkAt(placeOfText(inline.paragraph, inline.at, inline.marker), '编号', `“${inline.marker}”没有另起一段`, { right })]
  return [remarkAt(place, '编号', `编号从“${before.number}”跳到“${paragraph.number}”，缺${missing.join('、')}`, { right })]
}

const plain = (paragraph: Paragraph): string =>
  paragraph.text.replace(/^[^\u4e00-\u9fa5]*[一二三四五六七八九十]*[、.．)）]?/, '').replace(/\d{4}年度?/g, '')
const similar = (a: Paragraph, b: Paragraph): boolean => plain(a) === plain(b)

const CHINESE = [
  '',
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
  '十九',
  '二十',
]

/** The missing number may stand inside a paragraph, run on without a break. */
function hiddenIn(
  all: readonly Paragraph[],
  before: Paragraph,
  after: Paragraph,
): { readonly paragraph: Paragraph; readonly at: number; readonly marker: string } | null {
  const ordinal = (ordinalOf(before.number ?? '') ?? 0) + 1
  const marker = (after.number ?? '').replace(
    /\d+|[一二三四五六七八九十]+/,
    /\d/.test(after.number ?? '') ? String(ordinal) : (CHINESE[ordinal] ?? '？'),
  )
  for (const paragraph of all.slice(all.indexOf(before), all.indexOf(after))) {
    const at = paragraph.text.normalize('NFKC').indexOf(marker.normalize('NFKC'), 1)
    if (at > 0) return { paragraph, at, marker }
  }
  return null
}

/** The title of each part in the contents and in the body. */
function contents(books: Books): Outcome[] {
  const paragraphs = books.report.outline?.paragraphs ?? []
  const titles = paragraphs.filter((paragraph) => paragraph.kind === 'contents' && paragraph.level === 0 && paragraph.number !== null)
  if (titles.length === 0) return [unchecked('没有目录')]
  const bodies = paragraphs.filter((paragraph) => paragraph.kind === 'heading' && paragraph.level === 0)
  return titles.flatMap((title): Outcome[] => {
    const own = bodies.find((body) => body.number === title.number)
    if (!own) return [unchecked('正文没有这一部分的标题')]
    if (sameTitle(title.text, own.text)) return [passed()]
    const right = { what: '正文标题', value: own.text, unit: null, where: placeOfText(own, 0, own.text) }
    return [
      remarkAt(placeOfText(title, 0, title.text), '目录标题', `目录写作“${title.text}”，正文写作“${own.text}”`, { right, kind: 'name' }),
    ]
  })
}

/** Section titles that differ by 说明, 情况 and the like are one habit, told once. */
function sectionTitles(books: Books): Outcome[] {
  const paragraphs = books.report.outline?.paragraphs ?? []
  const part = new Map<Paragraph, string>()
  let current = ''
  for (const paragraph of paragraphs) {
    if (paragraph.level === 0 && paragraph.number !== null) current = paragraph.number
    part.set(paragraph, current)
  }
  const sections = (kind: Paragraph['kind']): readonly Paragraph[] =>
    paragraphs.filter(
      (paragraph) => paragraph.kind === kind && paragraph.level === 1 && paragraph.number !== null && !/表/.test(paragraph.text),
    )
  const bodies = sections('heading')
  const pairs = sections('contents').flatMap((title) => {
    const same = bodies.filter((body) => body.number === title.number && part.get(body) === part.get(title))
    const [own] = same
    return own && same.length === 1 ? [{ title, own }] : []
  })
  if (pairs.length === 0) return [unchecked('没有目录')]
  const differing = pairs.filter(({ title, own }) => exact(title.text) !== exact(own.text) && similarTitle(title.text, own.text))
  const [first] = differing
  if (!first) return [passed(pairs.length)]
  const shown = differing.map(({ title, own }) => `“${title.text}”与“${own.text}”`).join('，')
  const right = { what: '正文标题', value: first.own.text, unit: null, where: placeOfText(first.own, 0, first.own.text) }
  return [
    remarkAt(placeOfText(first.title, 0, first.title.text), '目录标题', `目录与正文的标题不一致：${shown}`, {
      right,
      kind: 'name',
      evidence: differing.flatMap(({ title, own }) => [placeOfText(title, 0, title.text), placeOfText(own, 0, own.text)]),
    }),
  ]
}

/** The same title up to marks, page numbers, years and blanks. */
const exact = (text: string): string => text.normalize('NFKC').replace(/\d{4}年度?|[\s“”"'()（）.·…。、：:]|\d+$/g, '')
/** Titles of other sections that happen to bear the same number share little. */
const similarTitle = (a: string, b: string): boolean =>
  [...exact(a)].filter((character) => b.includes(character)).length * 2 > exact(a).length

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\d{4}年度?|[\s“”"'()（）.·…]|\d+$/g, '')
    .replace(/说明$|情况$/g, '')
const sameTitle = (a: string, b: string): boolean => bare(a).startsWith(bare(b)) || bare(b).startsWith(bare(a))

/** Order and titles. */
export const numbering: readonly Relation[] = [
  {
    id: 'text.numbering',
    title: '编号连续，不重复',
    kind: 'numbering',
    compares: '同一标题下同一级的编号',
    applies: '有原文；表格里的序号不查',
    wording: '{left}',
    origin: '行文规范',
    outcomes: sequences,
  },
  {
    id: 'text.contents',
    title: '目录与正文各部分标题一致',
    kind: 'name',
    compares: '目录中各部分的标题与正文同一部分的标题',
    applies: '有目录',
    wording: '{left}',
    origin: '行文规范',
    outcomes: contents,
  },
  {
    id: 'text.section-titles',
    title: '目录与正文各节标题一致',
    kind: 'name',
    compares: '目录中“一、二、三、……”各节的标题与正文同一部分同一编号的标题',
    applies: '有目录，同一部分里编号不重复',
    wording: '{left}',
    origin: '行文规范',
    outcomes: sectionTitles,
  },
]
