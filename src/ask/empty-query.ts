import type { Query } from './query.ts'

export const EMPTY: Query = {
  topic: 'item',
  departments: [],
  years: [],
  yearsKept: false,
  relativeYear: null,
  items: [],
  operation: 'value',
  per: 'staff.active',
  ranking: null,
  projects: null,
  among: false,
  whole: null,
  ofWhole: false,
  finalSaid: false,
  span: null,
  bound: null,
  asRate: false,
  joined: null,
  show: null,
  andThen: null,
  beside: false,
  passage: null,
  output: 'text',
  unit: null,
  mended: null,
  phrase: '',
  rest: '',
  odd: '',
  plain: '',
  instead: [],
}

/** A query that asks for nothing yet. */
export const emptyQuery = (topic: Query['topic']): Query => ({ ...EMPTY, topic })
