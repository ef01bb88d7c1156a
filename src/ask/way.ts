import { z } from 'zod'
import { ItemSchema, OPERATIONS, type Query, RankingSchema } from './query.ts'

/** How a question went beyond one figure of one report; kept in the conversation so that 画成图, 2021年的呢, 最低的呢 can go on. */
const WaySchema = z.object({
  ranking: RankingSchema.nullable().default(null),
  span: z
    .union([z.number().int().positive(), z.enum(['all', 'since'])])
    .nullable()
    .default(null),
  operation: z.enum(OPERATIONS).default('value'),
  per: z.string().default('staff.active'),
  /** Several years that were named. */
  years: z.array(z.number().int()).default([]),
  /** The year of the answer before, where the same was asked of another one. */
  yearBefore: z.array(z.number().int()).default([]),
  /** Departments already settled while another one of the same question is asked back. */
  beside: z.array(z.string()).default([]),
  /** The departments spoken of before this one, for 谁高 and 这三家. */
  spoken: z.array(z.string()).default([]),
  /** The departments that a ranking showed. */
  listed: z.array(z.string()).default([]),
  /** The item that the last one was asked as a part of. */
  whole: ItemSchema.nullable().default(null),
  /** What was asked of the same report before, for 加起来. */
  items: z.array(ItemSchema).default([]),
  /** Whose figures the last reply showed without a department in the question. */
  everybody: z.boolean().default(false),
})
export type Way = z.infer<typeof WaySchema>

/** What to keep of a query; undefined when it was a plain one. */
export function wayOf(query: Query, more: Partial<Way> = {}): string {
  const { ranking, span, operation, per, years } = query
  return JSON.stringify({ ranking, span, operation, per, years: years.length > 1 ? years : [], ...more })
}

/** The way of the last question; null when there is none or it cannot be read. */
export function readWay(text: string | undefined): Way | null {
  if (text === undefined) return null
  try {
    return WaySchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
