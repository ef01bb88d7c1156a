import type { AnswerContext } from '../domain/answer.ts'
import type { Item, Query } from './query.ts'

const CHOICE = /^(?:第?\s*(\d{1,2}|[一二三四五六七八九十])\s*个?|选\s*(\d{1,2}))[。.]?$/
const NUMERALS = '一二三四五六七八九十'

/** `2` or 第二个 after a question back is the choice of that number. */
export function chosenFrom(text: string, context: AnswerContext | null): string {
  const [, said, picked] = CHOICE.exec(text.trim()) ?? []
  const word = said ?? picked ?? ''
  const number = NUMERALS.includes(word) ? NUMERALS.indexOf(word) + 1 : Number(word)
  return word === '' ? text : (context?.choices?.[number - 1] ?? text)
}

/** Topics that keep their own kind of reply when a conversation goes on. */
const TOPIC_MEASURES = new Set(['threePublic', 'expenditure', 'revenue'])

/** What an answer leaves behind for the next question. */
export const measureOf = (query: Query): string | null =>
  TOPIC_MEASURES.has(query.topic) ? `topic:${query.topic}` : query.items.length > 0 ? JSON.stringify(query.items) : null

function itemsFrom(measure: string): Item[] {
  try {
    const items: unknown = JSON.parse(measure)
    return Array.isArray(items) ? (items as Item[]) : []
  } catch {
    return []
  }
}

/** The years of a question, or the conversation's; 上年 counts from the conversation's. */
function yearsIn(query: Query, { years: [said] }: AnswerContext): Pick<Query, 'years' | 'yearsKept'> {
  if (query.years.length > 0 || said === undefined) return { years: query.years, yearsKept: false }
  return query.relativeYear === '上年' ? { years: [said - 1], yearsKept: false } : { years: [said], yearsKept: true }
}

/** 那2019年呢, 比上年呢, 汉阳的呢, 三公呢: what a question leaves out it takes from the one before. */
export function withContext(query: Query, context: AnswerContext | null): Query {
  if (context === null || !['item', 'threePublic', 'expenditure', 'revenue', 'check'].includes(query.topic)) return query
  const departments = query.departments.length > 0 ? query.departments : [...context.departments]
  const kept: Query = { ...query, departments, ...yearsIn(query, context) }
  const asksNothing = query.topic === 'item' && query.items.length === 0 && query.rest === ''
  if (!asksNothing || context.measure === null) return kept
  if (!context.measure.startsWith('topic:')) return { ...kept, items: itemsFrom(context.measure) }
  const topic = context.measure.slice('topic:'.length) as Query['topic']
  const items = [{ words: '', subjects: [`${topic}.total`], different: false }]
  return { ...kept, topic: query.operation === 'value' ? topic : 'item', items }
}
