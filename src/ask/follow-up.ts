import type { AnswerContext } from '../domain/answer.ts'
import type { Item, Query } from './query.ts'

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

/** 那2019年呢, 比上年呢, 汉阳的呢, 三公呢: what a question leaves out it takes from the one before. */
export function withContext(query: Query, context: AnswerContext | null): Query {
  if (context === null || !['item', 'threePublic', 'expenditure', 'revenue', 'check'].includes(query.topic)) return query
  const departments = query.departments.length > 0 ? query.departments : [...context.departments]
  const said = context.years[0]
  const years = query.years.length > 0 ? query.years : query.relativeYear === '上年' && said !== undefined ? [said - 1] : [...context.years]
  const asksNothing = query.topic === 'item' && query.items.length === 0 && query.rest === ''
  if (!asksNothing || context.measure === null) return { ...query, departments, years }
  if (!context.measure.startsWith('topic:')) return { ...query, departments, years, items: itemsFrom(context.measure) }
  const topic = context.measure.slice('topic:'.length) as Query['topic']
  const items = [{ words: '', subjects: [`${topic}.total`], different: false }]
  return { ...query, departments, years, topic: query.operation === 'value' ? topic : 'item', items }
}
