import { emptyQuery } from './empty-query.ts'
import type { DepartmentIndex } from './names/department-index.ts'
import { normaliseText, withoutControls } from './normalise.ts'
import type { Item, Query } from './query.ts'
import { understand } from './understand.ts'
import { readItems } from './words/items.ts'
import { withoutFillers } from './words/leftover.ts'
import { readYears } from './words/years.ts'

/** A slash command as people type it. */
export interface SlashCommand {
  readonly name: string
  readonly otherNames: readonly string[]
  readonly usage: string
  readonly summary: string
  readonly topic: Query['topic']
  /** Its words are a plain question, to be answered in this way. */
  readonly way?: 'compare' | 'trend' | 'ranking' | 'picture' | 'export' | 'ask'
}

/** The commands; help and completion live from this table. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [
  { name: '三公', otherNames: ['3公'], usage: '/三公 部门 [年度]', summary: '“三公”经费的预算数与决算数', topic: 'threePublic' },
  {
    name: '支出',
    otherNames: [],
    usage: '/支出 部门 年度 [科目]',
    summary: '支出合计与构成，或某个科目（代码、名称、工资、公车……）',
    topic: 'expenditure',
  },
  { name: '收入', otherNames: [], usage: '/收入 部门 年度', summary: '收入合计与来源', topic: 'revenue' },
  {
    name: 'check',
    otherNames: ['核对'],
    usage: '/check 文件或部门 年度',
    summary: '核对一份报告：哪里自相矛盾，核对了多少',
    topic: 'check',
  },
  {
    name: '比较',
    otherNames: ['对比'],
    usage: '/比较 部门 部门 [年度] [项目]',
    summary: '几个部门放在一起比，差多少',
    topic: 'item',
    way: 'compare',
  },
  { name: '趋势', otherNames: ['历年'], usage: '/趋势 部门 [项目] [几年]', summary: '一个部门几年的变化', topic: 'item', way: 'trend' },
  {
    name: '排名',
    otherNames: ['排行'],
    usage: '/排名 [年度] [项目] [最高或最低]',
    summary: '所有部门排一排，缺的列明',
    topic: 'item',
    way: 'ranking',
  },
  {
    name: '图',
    otherNames: ['画图'],
    usage: '/图 部门 [年度] [项目]',
    summary: '画成图：构成、预算与决算、几年、排名',
    topic: 'item',
    way: 'picture',
  },
  {
    name: '导出',
    otherNames: ['下载'],
    usage: '/导出 [部门 年度] [格式]',
    summary: '整份报告，或刚才的回答，存成 CSV、XLSX、JSON',
    topic: 'report',
    way: 'export',
  },
  { name: '问', otherNames: [], usage: '/问 一句话', summary: '用一句话问，和不加斜杠一样', topic: 'item', way: 'ask' },
  { name: '部门', otherNames: ['单位'], usage: '/部门 [词]', summary: '已收录的部门与年度', topic: 'departments' },
  { name: '帮助', otherNames: ['help', '?'], usage: '/帮助', summary: '能问什么，怎么问', topic: 'help' },
]

export interface SlashLine {
  readonly command: SlashCommand
  /** What stands after the name, as typed. */
  readonly rest: string
}

/** Splits `/三公 部门 年度`; null when the text is no command, `unknown` when there is no such command. */
export function readSlash(text: string): SlashLine | { readonly unknown: string } | null {
  const found = /^\s*[/／](\S+)\s*([\s\S]*)$/.exec(withoutControls(text))
  if (found === null) return null
  const [, name = '', rest = ''] = found
  const wanted = normaliseText(name)
  const command = SLASH_COMMANDS.find((one) => one.name === wanted || one.otherNames.includes(wanted))
  return command === undefined ? { unknown: name.slice(0, 20) } : { command, rest: rest.trim() }
}

const isYear = (word: string, now: Date): boolean =>
  withoutFillers(readYears(word, now).rest) === '' && readYears(word, now).years.length > 0
const itemsOnly = (word: string): readonly Item[] => {
  const { items, rest } = readItems(word)
  return items.length > 0 && withoutFillers(rest) === '' ? items : []
}

/**
 * The words of a command → a query. Words before the year name the department, words after it the item;
 * without a year the first word is the department.
 */
export function understandSlash({ command, rest }: SlashLine, index: DepartmentIndex, now: Date): Query {
  if (command.topic === 'help') return emptyQuery('help')
  if (command.way !== undefined) return inThatWay(command.way, rest, index, now)
  if (command.topic === 'departments') return { ...emptyQuery('departments'), rest: normaliseText(rest) }
  const words = normaliseText(rest)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (/^[12]\d$/.test(word) ? `20${word}年` : word))
  const yearAt = words.findIndex((word) => isYear(word, now))
  const plain = understand(words.join(' '), index, now)
  const others = words.filter((word) => !isYear(word, now))
  const nameWords = others.filter((word, i) => itemsOnly(word).length === 0 && (yearAt < 0 || words.indexOf(word) < yearAt || i === 0))
  const itemWords = others.filter((word) => !nameWords.includes(word))
  const typed = words.length > 1 ? { departments: nameWords.length === 0 ? [] : [nameWords.join('')], rest: '' } : plain
  const named = plain.departments.length > 0 && plain.rest === '' ? plain : typed
  // /支出 部门 年度 预算: a word of what is wanted of the whole, not an item.
  const whole: Item = { words: command.name, subjects: [`${command.topic}.total`], different: false }
  if (plain.items.length === 0 && plain.operation !== 'value' && plain.rest === '' && command.topic !== 'check')
    return { ...plain, topic: 'item', departments: named.departments, items: [whole] }
  const items = plain.items.length > 0 ? plain.items : itemWords.map((word) => ({ words: word, subjects: [], different: false }))
  const exact = items.filter((item) => item.subjects[0] !== `${command.topic}.total`)
  const topic = command.topic === 'check' || exact.length === 0 ? command.topic : 'item'
  return { ...plain, topic, departments: named.departments, rest: '', items: topic === command.topic ? [] : exact }
}

const LARGEST = { order: 'largest', limit: null, place: false } as const
/** 2, 两年: so many years. */
const DIGIT = /^(?:近|最近)?([1-9一二两三四五六七八九十])个?年?$/

/** /比较, /趋势, /排名, /图, /导出, /问: a plain question with the way it is to be answered. */
function inThatWay(way: NonNullable<SlashCommand['way']>, rest: string, index: DepartmentIndex, now: Date): Query {
  const words = rest.split(/[\s,，、]+/).filter((word) => word !== '')
  switch (way) {
    case 'ask':
      return understand(rest, index, now)
    case 'compare':
      return understand(words.join(' 和 '), index, now)
    case 'trend': {
      const said = words.find((word) => DIGIT.test(word))
      const count = said === undefined ? undefined : DIGIT.exec(said)?.[1]
      const query = understand(count === undefined ? rest : `${words.filter((word) => word !== said).join(' ')} 近${count}年`, index, now)
      return { ...query, span: query.span ?? (query.years.length > 1 ? null : 'all') }
    }
    case 'ranking': {
      const query = understand(rest, index, now)
      return { ...query, ranking: query.ranking ?? LARGEST, span: null }
    }
    case 'picture': {
      const query = understand(rest, index, now)
      const plain = query.topic === 'item' && query.items.length === 0 && query.rest === '' && query.ranking === null && query.span === null
      return { ...query, output: 'picture', topic: plain && query.departments.length === 1 ? 'expenditure' : query.topic }
    }
    case 'export': {
      const query = understand(`导出 ${rest}`, index, now)
      return { ...query, output: query.output === 'text' || query.output === 'picture' ? 'csv' : query.output }
    }
  }
}
