import type { Side } from './report.ts'

/**
 * The notation of the standard form: a report as Markdown that people read and the program reads back without loss.
 * The writer (render) and the reader (parse) share it.
 */
export const STANDARD_FORM_VERSION = 1
/** The key that opens the front matter; a file that begins otherwise is not in standard form. */
export const STANDARD_FORM_KEY = 'standardForm'

/** Cells that are no figure. A blank cell is written as nothing. */
export const CELL_MARKS = { dash: '—', unreadable: '？', absent: '×' } as const
export const HEADINGS = {
  form: '表',
  claims: '说明中的数字',
  statements: '说明中不带数字的话',
  evaluations: '绩效自评',
  unread: '未读懂的数字',
  records: '随附的问题记录',
} as const
export const ROW_HEADS = { ordinal: '行次', side: '收支', code: '编码', name: '名称', parent: '所属', where: '位置' } as const
export const EVALUATION_HEADS = ['表', '范围', '项目', '指标', '栏目', '数', '单位', '位置'] as const

export const SIDE_WORDS: Readonly<Record<Side, string>> = { revenue: '收入', expenditure: '支出' }
export const MEASURE_WORDS = {
  final: '决算数',
  budget: '预算数',
  adjusted: '调整预算数',
  execution: '执行数',
  completion: '完成率',
  share: '占比',
  change: '增减额',
  growth: '增减率',
  prior: '上年数',
  amount: '金额',
  count: '数量',
  score: '得分',
  weight: '分值',
  rate: '比率',
} as const
export const DIRECTION_WORDS = { up: '增', down: '减', level: '平', either: '未定' } as const
export const RELATION_WORDS = { up: '增', down: '减', level: '平', absent: '无' } as const
export const VERSUS_WORDS = { priorYear: '上年', budget: '预算' } as const
export const SCOPE_WORDS = { department: '部门', project: '项目' } as const
export const EVALUATION_WORDS = {
  budget: '预算数',
  execution: '执行数',
  rate: '执行率',
  target: '目标值',
  actual: '实际值',
  weight: '分值',
  score: '得分',
} as const

/** The key whose word is `word`; undefined when there is none. */
export function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string): K | undefined {
  return (Object.keys(words) as K[]).find((key) => words[key] === word)
}

/** Characters with a meaning in Markdown or in this notation. */
const SPECIAL = /[\\|`*_<>[\]&~$〔〕；]/gu
/** Characters that no reader keeps safely: controls, line ends of all kinds, byte order marks, halves of a pair, blanks at either end. */
const FRAGILE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]|^\s+|\s+$/gu

const codePoints = (text: string): string => [...text].map((c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`).join('')

/** Text that survives a Markdown table and comes back through `unescapeText`; the empty text stays visible. */
export function escapeText(text: string): string {
  return text === '' ? '\\u{}' : text.replace(SPECIAL, '\\$&').replace(FRAGILE, codePoints)
}

/** The inverse of `escapeText`. */
export function unescapeText(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]*)\}|(.))/gsu, (_, hex: string | undefined, plain: string | undefined) =>
    plain === undefined ? (hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : '') : plain,
  )
}

/** A remark behind a figure or a statement: 〔位置 3页12行；原文 592. 29〕. */
export type Remark = readonly [key: string, value: string]

export const withRemarks = (head: string, remarks: readonly Remark[]): string =>
  remarks.length === 0 ? head : `${head}〔${remarks.map(([key, value]) => `${key} ${escapeText(value)}`).join('；')}〕`

/** Splits a written text into its head (still escaped) and its remarks; null when the brackets do not close. */
export function splitRemarks(text: string): { readonly head: string; readonly remarks: readonly Remark[] } | null {
  const match = /^((?:\\.|[^\\〔])*)(?:〔((?:\\.|[^\\〕])*)〕)?$/su.exec(text)
  if (match === null) return null
  const remarks = (match[2]?.match(/(?:\\.|[^\\；])+/gsu) ?? []).map((part): Remark => {
    const blank = part.indexOf(' ')
    return blank < 0 ? [part, ''] : [part.slice(0, blank), unescapeText(part.slice(blank + 1))]
  })
  return { head: match[1] ?? '', remarks }
}

export const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A table's head and the rule under it. */
export const tableHead = (heads: readonly string[]): string[] => [tableRow(heads), tableRow(heads.map(() => '---'))]

/** Splits a table row at its unescaped bars; cells stay escaped. */
export function splitCells(row: string): string[] {
  const inner = row.trim().replace(/^\|/, '').replace(/\|$/, '')
  return (inner.match(/((?:\\.|[^\\|])*)(?:\||$)/gsu) ?? []).slice(0, -1).map((cell) => cell.replace(/\|$/, '').trim())
}

type Spot = { readonly page: number | null; readonly line: number | null }

/** `3页12行`; `无` where the place is unknown. */
export const spotText = ({ page, line }: Spot): string => `${page === null ? '' : `${page}页`}${line === null ? '' : `${line}行`}` || '无'

/** The inverse of `spotText`; null when it is no place. */
export function spotOf(text: string): Spot | null {
  const match = /^(?:(\d+)页)?(?:(\d+)行)?$|^无$/.exec(text)
  if (match === null || text === '') return null
  return { page: match[1] === undefined ? null : Number(match[1]), line: match[2] === undefined ? null : Number(match[2]) }
}
