import { type Paragraph, placeAt } from '../../domain/outline.ts'
import type { Books } from '../books/index.ts'
import { ACCOUNT_TOPICS } from '../books/topics.ts'
import { type Outcome, passed, type Relation, type Remark, unchecked } from '../relation.ts'
import { around, clustered, type Pattern, placeOfText, remarkAt, scan, written } from './scan.ts'

const inOneLine = (paragraph: Paragraph, from: number, to: number): boolean => {
  const [a, b] = [placeAt(paragraph, from), placeAt(paragraph, to)]
  return a.line === b.line && a.page === b.page
}

/** Words that are rightly said twice: counting one by one, and the like. */
const RIGHTLY_TWICE =
  /^(?:[一二两三四五六七八九十百几多某逐各]|\d|彼此|研究|讨论|人人|家家|户户|年年|月月|天天|时时|处处|事事|常常|刚刚|渐渐)/
/** Words that are noun and verb: 党组织 + 组织生活 meet without anybody having written a word twice. */
const NOUN_AND_VERB =
  /^(?:组织|管理|服务|工作|领导|建设|指导|监督|代表|活动|培训|学习|保障|保护|投资|支持|补助|教育|宣传|检查|评价|规范|发展|运行|保险|支部|机关|采购|计划|规划|生产|经营|设计|研究|调查)$/

/** 某医院 + 某医院…项目: a body's name, and a project's that begins with it. */
const ORGANISATION = /.{2,}(?:医院|学校|学院|大学|中心|公司|机关|委员会|办公室|协会|[局委院馆站所厅处队])$/

const DOUBLED: readonly Pattern[] = [
  {
    // 2 to 8 characters said twice in a row. Long names may end and begin alike (…支出支出决算); that is a doubled word too.
    words: /([\u4e00-\u9fa5]{2,8})\1/g,
    says: (match) =>
      RIGHTLY_TWICE.test(match[1] ?? '') ||
      ORGANISATION.test(match[1] ?? '') ||
      NOUN_AND_VERB.test(match[1] ?? '') ||
      /^(.)\1+$/.test(match[1] ?? '')
        ? null
        : `“${match[0]}”词语重复`,
    each: true,
    // The heads of a table's columns repeat each other where its cells were run together.
    only: (paragraph) => paragraph.kind !== 'heading' && (paragraph.kind !== 'row' || paragraph.cells !== null),
  },
]

/** 支出收入, 收入支出 for one of the two before an amount: both words of a choice left standing. */
const CONTRADICTED: readonly Pattern[] = [
  {
    words: /支出收入(?=(?:决算)?(?:为|是)?\s*-?\d)/g,
    says: (match) => `“${match[0]}”连写，应只留一个`,
    each: true,
    only: (paragraph) => paragraph.kind !== 'heading' && paragraph.cells === null,
  },
]

/** A year of three digits before 年度: one was lost. */
const SHORT_YEAR: readonly Pattern[] = [
  {
    words: /(?<!\d)20\d\s?年度/g,
    says: (match) => `年份“${match[0]}”少印了一位数字`,
    each: true,
  },
]

const MARKS = /([。，、；：！？])[ \t]*\1|[，、；][ \t]*。|。[ \t]*[，、；]|、[ \t]*[，；]|，[ \t]*[、；]/g

/** The mark of a number on the wrong side of a quotation mark: `11“. …`. */
const MISPLACED = /(?<![\d.])\d{1,2}[“”][.．、]/g

const doubledMarks = (books: Books): Outcome[] => {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  return written(books).flatMap((paragraph): Outcome[] => {
    const found = [...paragraph.text.matchAll(MARKS), ...paragraph.text.matchAll(MISPLACED)].filter((match) =>
      inOneLine(paragraph, match.index, match.index + match[0].length - 1),
    )
    if (found.length === 0) return [passed()]
    return found.map((match) =>
      remarkAt(
        placeOfText(paragraph, match.index, around(paragraph.text, match.index, match[0].length)),
        '标点',
        /\d/.test(match[0]) ? `“${match[0]}”的标点错位` : `标点“${match[0]}”重复或连用`,
        {
          kind: match[1] === undefined ? 'punctuation' : 'duplicate',
        },
      ),
    )
  })
}

const PAIRS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/[（(]/g, /[)）]/g, '括号'],
  [/《/g, /》/g, '书名号'],
  [/“/g, /”/g, '引号'],
]
/** `1）` and `（1）` begin items: their bracket needs no partner. */
const withoutItems = (text: string): string => text.replace(/(^|[。；：，、\s])[\d一二三四五六七八九十①-⑳a-zA-Z]{1,3}[)）]/g, '$1')
const countOf = (text: string, mark: RegExp): number => (text.match(mark) ?? []).length

/** Where a mark stands that has no partner: a closing one that nothing opened, else the last one left open. */
function unmatched(text: string, open: RegExp, close: RegExp): number {
  const marks = [...text.matchAll(new RegExp(`${open.source}|${close.source}`, 'g'))]
  const waiting: number[] = []
  for (const { index, 0: mark } of marks) {
    if (mark.search(open) === 0) waiting.push(index)
    else if (waiting.pop() === undefined) return index
  }
  return waiting.at(-1) ?? 0
}

/** Brackets of whole paragraphs; one that a page break cut in two is balanced by its neighbour and left alone. */
const brackets = (books: Books): Outcome[] => {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  const paragraphs = written(books).filter((paragraph) => paragraph.kind === 'text' && paragraph.cells === null)
  return paragraphs.flatMap((paragraph, i): Outcome[] => {
    const whole = /[。；]$/.test(paragraph.text)
    return PAIRS.map(([open, close, words]): Outcome => {
      const surplus = (p: Paragraph | undefined): number =>
        p ? countOf(withoutItems(p.text), open) - countOf(withoutItems(p.text), close) : 0
      const own = surplus(paragraph)
      if (own === 0 || !whole || [i - 1, i + 1].some((at) => surplus(paragraphs[at]) * own < 0)) return passed()
      const at = unmatched(paragraph.text, open, close)
      const spot = around(paragraph.text, at, 1)
      return remarkAt(placeOfText(paragraph, at, spot), words, `${words}不成对：${spot}`)
    })
  })
}

const MISSING_WORDS: readonly Pattern[] = [
  {
    words: /(?:支出|收入)\s*-?\d+(?:\.\d+)?(?:万元|元|亿元)，\s*\d+(?:\.\d+)?%/g,
    says: (match) => `“${match[0]}”的比例前漏了“占”字`,
    each: true,
    only: (paragraph) => ACCOUNT_TOPICS.includes(paragraph.topic),
  },
  {
    // A reason that begins with a preposition (按照、由于、因) can stand without 是; one that begins with a noun cannot.
    words:
      /主要原因(?!是|为|系|在|有|如下|包括|及|和|与|分析|说明|之一|按照?|依据|根据|由于|因|为了|受|随|通过|在于|还|也|仍|均|都|主要|一|1|：|:|、|，|。|；|”|（|\(|－|-)(?=[\u4e00-\u9fa5]{4})/g,
    says: () => '“主要原因”之后漏了“是”字',
    each: true,
    only: (paragraph) => ACCOUNT_TOPICS.includes(paragraph.topic),
  },
]

/** 评价情况来看: what one looks from needs a word that says so. */
const FROM: Pattern = {
  words:
    /(?<=^|[，。；：])(?!从|由|就|以|按|据|照|用|拿|通过|结合|综合|整体|总体|总的|目前|当前|现在|长远|具体|大体|全年|今年|近年|往年)[\u4e00-\u9fa5]{2,8}(?:情况|结果|角度|方面|数据)来看/g,
  says: (match) => `“${match[0]}”前漏了“从”字`,
  each: true,
}

const SECTION_TOPICS: readonly string[] = [...ACCOUNT_TOPICS, 'operating', 'procurement', 'assets']

/** The last words of a section: a semicolon or comma there, or nothing at all, where a full stop belongs. */
/** `某某项目经费情况说明`: a title without its number, whatever its length. */
const TITLE = /^[^，。；、]+(?:说明|情况|概况|报告|方案|公开表|一览表)$/

const endings = (books: Books): Outcome[] => {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  const paragraphs = written(books).filter((paragraph) => !/^图\s*\d/.test(paragraph.text))
  const found = paragraphs.flatMap((paragraph, i): Outcome[] => {
    const next = paragraphs[i + 1]
    if (paragraph.kind !== 'text' || paragraph.cells !== null || next?.kind !== 'heading' || !SECTION_TOPICS.includes(paragraph.topic))
      return []
    const last = paragraph.text.at(-1) ?? ''
    // The last line of a list may end as the others do.
    if (paragraph.number !== null && /[；;]/.test(last)) return [passed()]
    if (/[。！？）)”：:]/.test(last) || paragraph.text.length < 15 || TITLE.test(paragraph.text)) return [passed()]
    const says = /[；，、]/.test(last) ? `段末写作“${last}”，应为句号：…${paragraph.text.slice(-10)}` : '段末缺句号'
    return [remarkAt(placeOfText(paragraph, paragraph.text.length - 1, paragraph.text.slice(-12)), '句末标点', says)]
  })
  const remarks = found.filter((outcome): outcome is Remark => outcome.state === 'text')
  const bare = remarks.filter((remark) => remark.statement.startsWith('段末缺'))
  return [
    ...found.filter((outcome) => outcome.state === 'passed'),
    ...remarks.filter((remark) => !bare.includes(remark)),
    ...clustered(bare),
  ]
}

/** Labels of a self-evaluation summary that announce something. */
const LABEL = /^(?:主要产出和效[果益]|发现的问题及原因|存在的问题(?:及原因)?|下一步改进措施|主要成效)[^：:。]{0,6}[：:]/

const emptyLabels = (books: Books): Outcome[] => {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  const paragraphs = written(books)
  return paragraphs.flatMap((paragraph, i): Outcome[] => {
    const label = paragraph.text.match(LABEL)?.[0]
    if (label === undefined) return []
    const next = paragraphs[i + 1]
    const follows = next !== undefined && (LABEL.test(next.text) || next.kind === 'heading')
    if (paragraph.text.length > label.length || !follows) return [passed()]
    return [remarkAt(placeOfText(paragraph, 0, paragraph.text), '内容', `“${label}”之后没有内容`, { kind: 'missing-content' })]
  })
}

const row = (id: string, title: string, kind: Relation['kind'], compares: string, outcomes: Relation['outcomes']): Relation => ({
  id,
  title,
  kind,
  compares,
  applies: '有原文',
  wording: '{left}',
  origin: '行文规范',
  outcomes,
})

/** Slips of writing that any report can have. */
export const slips: readonly Relation[] = [
  row('text.doubled-words', '词语重复', 'duplicate', '紧接着重复的两字以上词语', scan(DOUBLED, '词语')),
  row('text.both-words', '收入、支出连写', 'other', '金额前连写的“支出收入”', scan(CONTRADICTED, '词语')),
  row('text.short-year', '年份少一位', 'year', '“202年度”一类只有三位的年份', scan(SHORT_YEAR, '年份')),
  row('text.doubled-marks', '标点重复', 'punctuation', '同一行里重复或连用的标点', doubledMarks),
  row('text.brackets', '括号不成对', 'punctuation', '每段的括号、书名号', brackets),
  row(
    'text.missing-words',
    '漏字',
    'other',
    '比例前的“占”、“主要原因”后的“是”、“…情况来看”前的“从”',
    scan([...MISSING_WORDS, FROM], '漏字'),
  ),
  row('text.ending', '节末标点', 'punctuation', '情况说明各节最后一段的句末标点', endings),
  row('text.empty-label', '有标签无内容', 'missing-content', '“主要产出和效果：”等标签之后的内容', emptyLabels),
]
