import type { Paragraph } from '../../domain/outline.ts'
import type { Books } from '../books/index.ts'
import { ACCOUNT_TOPICS } from '../books/topics.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { placeOfText, remarkAt } from './scan.ts'

interface YearRule {
  readonly words: RegExp
  /** Which year is right, as an offset from the report's. */
  readonly offset: 0 | -1
  readonly only: (paragraph: Paragraph) => boolean
}

const account = (paragraph: Paragraph): boolean =>
  [...ACCOUNT_TOPICS, 'operating', 'procurement', 'assets'].some((topic) => topic === paragraph.topic)
const isTitle = (paragraph: Paragraph): boolean =>
  paragraph.kind === 'heading' || (paragraph.kind === 'text' && paragraph.text.length < 60 && !/[。；]/.test(paragraph.text))

const YEARS: readonly YearRule[] = [
  { words: /(?<![与比较同和至从])(20\d\d)年度?(?=(?:部门|单位)决算(?:编制|公开|报表|情况|表))/g, offset: 0, only: () => true },
  { words: /截[至止](20\d\d)年(?=12月31日)/g, offset: 0, only: account },
  { words: /(?:[与比较同])(20\d\d)年度?(?=(?:决算)?(?:数)?(?:相比|相较|增加|减少|增长|下降|持平|支出|收入))/g, offset: -1, only: account },
  {
    words: /^(20\d\d)年度?(?!\d{1,2}月)(?=.{0,50}(?:自评表|自评报告|自评结果|绩效(?:自评)?报告|目标表|汇总表))/g,
    offset: 0,
    only: isTitle,
  },
  { words: /(20\d\d)年度?(?=(?:重点工作|主要工作|部门决算|单位决算))/g, offset: 0, only: (paragraph) => paragraph.kind === 'heading' },
]

/** A title that is broken over two lines is read as one. */
const titleOver = (paragraph: Paragraph, next: Paragraph | undefined): string =>
  isTitle(paragraph) && /^20\d\d年/.test(paragraph.text) && next?.kind === 'heading' && next.number === null
    ? paragraph.text + next.text
    : paragraph.text

/** What another year says that the report's own is not; titles of other documents keep theirs. */
function wrongYear({ year }: Books, paragraph: Paragraph, at: number, told: string, offset: 0 | -1): Outcome {
  const right = year + offset
  const raw = paragraph.text.slice(Math.max(0, at - 4), at + 24)
  return remarkAt(
    placeOfText(paragraph, at, raw),
    '年度',
    `此处写作“${told}年”，本报告的年度是${year}年${offset === -1 ? `，上年应为${right}年` : ''}`,
    {
      state: 'inconsistent',
      right: { what: '应有的年度', value: `${right}`, unit: null, where: null },
      difference: `${Math.abs(right - Number(told))}年`,
    },
  )
}

const isQuoted = (text: string, at: number): boolean => text.lastIndexOf('《', at) > text.lastIndexOf('》', at)

/** 比2021年…，比2022年…: who compares with the year before as well means both. */
const comparesTwice = (text: string, { words }: YearRule, right: number): boolean =>
  [...text.matchAll(words)].some((match) => Number(match[1]) === right)

/** Years that the sample's fixed phrases name, against the report's own. */
function textYears(books: Books): Outcome[] {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  // The contents page names the year as well.
  const paragraphs = books.report.outline.paragraphs
  const opened = books.yearSlips.map(({ paragraph, at, year }) => wrongYear(books, paragraph, at, String(year), 0))
  const seen = new Set(books.yearSlips.map(({ paragraph, at }) => `${paragraphs.indexOf(paragraph)}|${at}`))
  const found = paragraphs.flatMap((paragraph, i) => {
    const text = titleOver(paragraph, paragraphs[i + 1])
    return YEARS.flatMap((rule): Outcome[] => {
      if (!rule.only(paragraph)) return []
      const right = books.year + rule.offset
      return [...text.matchAll(rule.words)].flatMap((match): Outcome[] => {
        const at = match.index + match[0].indexOf(match[1] ?? '')
        if (seen.has(`${i}|${at}`) || isQuoted(text, at)) return []
        seen.add(`${i}|${at}`)
        if (Number(match[1]) === right) return [passed()]
        if (rule.offset === -1 && comparesTwice(text, rule, right)) return [passed()]
        return [wrongYear(books, paragraph, at, match[1] ?? '', rule.offset)]
      })
    })
  })
  return [...opened, ...found]
}

/** Years above the forms. */
function formYears(books: Books): Outcome[] {
  return books.report.forms.flatMap((form): Outcome[] => {
    const year = form.title?.match(/(20\d\d)年/)?.[1]
    if (year === undefined) return []
    if (Number(year) === books.year) return [passed()]
    return [
      remarkAt({ ...form.where, raw: form.title ?? '' }, '表题年度', `表题写作《${form.title}》，本报告的年度是${books.year}年`, {
        state: 'inconsistent',
        difference: `${Math.abs(books.year - Number(year))}年`,
      }),
    ]
  })
}

/** Which year. */
export const years: readonly Relation[] = [
  {
    id: 'year.text',
    title: '标题和说明中的年度与报告年度一致',
    kind: 'year',
    compares: '各节开头、“与上年相比”、截止日期、附件标题所写的年度',
    applies: '年度写在样张的固定句式里；引用文件、往年事项不查',
    wording: '{left}',
    origin: '公开样式',
    outcomes: textYears,
  },
  {
    id: 'year.forms',
    title: '表题年度与报告年度一致',
    kind: 'year',
    compares: '各表标题中的年度',
    applies: '表题写了年度',
    wording: '{left}',
    origin: '公开样式',
    outcomes: formYears,
  },
]
