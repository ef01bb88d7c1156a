import type { Paragraph } from '../../domain/outline.ts'
import type { Claim, Report } from '../../domain/report.ts'
import { ACCOUNT_TOPICS } from './topics.ts'

/** A year with which a sentence or a title opens, where the sample's fixed phrases name the report's own. */
export interface HeadYear {
  readonly paragraph: Paragraph
  /** Offset of the year in the paragraph. */
  readonly at: number
  readonly year: number
  /** The number of the sentence that it opens. */
  readonly sentence: number
}

const SUBJECT =
  '(?:收入?[、和]?支(?:出)?总计|收入总计|支出总计|收入合计|支出合计|财政拨款|一般公共预算|“三公”|政府性基金|国有资本|机关运行|政府采购|部门决算|单位决算|部门收支|会议费|培训费|因公出国|公务接待|公务用车)'
const TOPICS: ReadonlySet<string> = new Set([...ACCOUNT_TOPICS, 'operating', 'procurement', 'assets'])
/** After a mark, with nothing but the department's name before it; 与2022年度相比 opens nothing. */
const HEAD = new RegExp(
  `(?<=^|。|：|；|\\d[.、])([^，。；：、\\d]{0,30})(?<![与比较同和至从以在含（(])(20\\d\\d)年度?(?=[^，。]{0,24}?${SUBJECT})`,
  'g',
)

const headsOf = (paragraph: Paragraph): readonly HeadYear[] =>
  !TOPICS.has(paragraph.topic) || paragraph.cells !== null
    ? []
    : [...paragraph.text.matchAll(HEAD)].map((match) => {
        const at = match.index + (match[1]?.length ?? 0)
        const no = paragraph.sentences.findIndex(([start, end]) => at >= start && at < end)
        return { paragraph, at, year: Number(match[2]), sentence: paragraph.firstSentence + Math.max(0, no) }
      })

const pathOf = ({ path }: Paragraph): string => path.join('/')
const says = (year: number): RegExp => new RegExp(`${year}\\s*年`)

/**
 * Years at the head that are not the report's although what follows is: last year's text left in.
 * A sentence that does tell the year before says so: this year stands beside it, or the forms print other amounts.
 */
export function yearSlips({ meta, claims, outline }: Report, isPrinted: (claim: Claim) => boolean | null): readonly HeadYear[] {
  const paragraphs = (outline?.paragraphs ?? []).filter(({ kind }) => kind !== 'contents')
  return paragraphs.flatMap(headsOf).filter((head) => {
    if (head.year === meta.fiscalYear) return false
    const own = claims.filter(({ sentence, year }) => sentence === head.sentence && year === head.year)
    const proofs = own.flatMap((claim) => isPrinted(claim) ?? [])
    if (proofs.includes(true)) return true
    if (proofs.length > 0) return false
    if (says(meta.fiscalYear).test(head.paragraph.text)) return false
    if (comparesWithItself(head)) return true
    if (meta.kind === 'budget' && head.year < meta.fiscalYear && /决算|执行/.test(pathOf(head.paragraph) + head.paragraph.text))
      return false
    const near = head.paragraph.kind === 'heading' ? siblings(paragraphs, head.paragraph) : section(paragraphs, head.paragraph)
    return !near.some(({ text }) => says(meta.fiscalYear).test(text))
  })
}

const section = (all: readonly Paragraph[], paragraph: Paragraph): readonly Paragraph[] =>
  all.filter((other) => other.kind !== 'heading' && other.topic === paragraph.topic && pathOf(other) === pathOf(paragraph))
const siblings = (all: readonly Paragraph[], paragraph: Paragraph): readonly Paragraph[] =>
  all.filter((other) => other.kind === 'heading' && other.level === paragraph.level && pathOf(other) === pathOf(paragraph))
/** 2022年度…支出；与2022年度相比, …: nobody compares a year with itself. */
const comparesWithItself = ({ paragraph, year }: HeadYear): boolean =>
  new RegExp(`[与比较]${year}年度?(?:决算数?)?(?:相比|相较|增加|减少|增长|下降|持平)`).test(paragraph.text)
