import { z } from 'zod'
import { OUTPUTS } from '../domain/answer.ts'
import { FORM_IDS } from '../domain/form.ts'

/** What is done with the figure that a question asks for. */
export const OPERATIONS = [
  'value', // the figure itself, final beside budget where both are printed
  'budget', // 年初预算 alone
  'completion', // final ÷ budget
  'difference', // final − budget
  'share', // of the whole it belongs to
  'change', // against the year before, amount and percentage
  'perHead', // ÷ staff
] as const
export type Operation = (typeof OPERATIONS)[number]

/** What kind of reply a question wants. */
export const TOPICS_ASKED = [
  'item',
  'threePublic',
  'expenditure',
  'revenue',
  'check',
  'departments',
  'help',
  'outside',
  'why',
  'passage',
  'report',
  'projects',
  'mistakes',
  'courtesy',
] as const

/** Which part of a report's own text is wanted. */
export const PASSAGES_ASKED = ['duties', 'work', 'glossary', 'search'] as const
export type PassageAsked = (typeof PASSAGES_ASKED)[number]

export const ItemSchema = z.object({
  /** As the user said it. */
  words: z.string(),
  /** Subject keys, best first; `a+b` is a sum. */
  subjects: z.array(z.string()),
  /** Are the subjects different things of one name (行政运行 under many 款), so that a choice is the user's? */
  different: z.boolean(),
})
export type Item = z.infer<typeof ItemSchema>

export const RankingSchema = z.object({
  order: z.enum(['largest', 'smallest']),
  /** 前三: so many; null for as many as fit. */
  limit: z.number().int().positive().nullable(),
  /** 排第几: the department named is one among all. */
  place: z.boolean(),
  /** 第二名是谁: this place alone. */
  nth: z.number().int().positive().optional(),
  /** Everybody's figure is wanted, no order was asked for. */
  everyone: z.literal(true).optional(),
  /** 最高和最低的各是谁. */
  both: z.literal(true).optional(),
  /** 偏离预算最多: by the distance from 100%, on either side. */
  distance: z.literal(true).optional(),
})
export type Ranking = z.infer<typeof RankingSchema>

/** An amount that figures are held against: 超过10万元, 是不是3万元. */
export const BoundSchema = z.object({
  relation: z.enum(['above', 'below', 'atLeast', 'atMost', 'equal']),
  /** Money in 元, other figures as said; `average` is the mean of all that are asked of. */
  value: z.string(),
  /** 元, %, 人 …; null where none was said. */
  unit: z.string().nullable(),
  /** As the user said it, with its relation. */
  said: z.string(),
})

/** A question, understood: plain data, so that a slash command, a plain question and a follow-up are answered alike. */
export const QuerySchema = z.object({
  topic: z.enum(TOPICS_ASKED),
  /** Words that name departments, as far as they were told apart; one entry each. */
  departments: z.array(z.string()),
  years: z.array(z.number().int()),
  /** 青山2020年和洪山2021年: each department stands with a year of its own, in this order. */
  yearEach: z.boolean(),
  /** The years come from the conversation, not from the question. */
  yearsKept: z.boolean(),
  /** 比2019年: the year that a change counts from. */
  against: z.number().int().nullable(),
  /** Words of a relative year (去年), null when years were given plainly. */
  relativeYear: z.string().nullable(),
  items: z.array(ItemSchema),
  operation: z.enum(OPERATIONS),
  /** What an average is taken over. */
  per: z.string(),
  /** Departments are to be put in order. */
  ranking: RankingSchema.nullable(),
  /** The projects of one report: all of them, or the one with the most or least. */
  projects: z.object({ by: z.enum(['score', 'rate', 'amount']).nullable(), order: z.enum(['largest', 'smallest']) }).nullable(),
  /** 谁高: among those the conversation has just spoken of. */
  among: z.boolean(),
  /** 办公费占公用经费: what the items are a share of, where the question says it. */
  whole: ItemSchema.nullable(),
  /** 三公预算里出国占几成: a share of what was planned. */
  planned: z.boolean(),
  /** 占三公多少: the item is the whole, the part is the conversation's. */
  ofWhole: z.boolean(),
  /** The form that the figure is to come from, where the question names one. */
  form: z.enum([...FORM_IDS, 'narrative', 'selfEvaluation']).nullable(),
  /** An amount of money or a number of things: what the words ask for, where they tell. */
  kind: z.enum(['money', 'count']).nullable(),
  /** 比卫生健康支出多多少: the item is to be set against the conversation's. */
  contrast: z.boolean(),
  /** 实际花了多少, 决算呢: the final figure is said to be wanted. */
  finalSaid: z.boolean(),
  /** The last so many years, or all there are; null for the years named. */
  span: z.union([z.number().int().positive(), z.enum(['all', 'since'])]).nullable(),
  bound: BoundSchema.nullable(),
  /** Departments said as a group: 各部门, 三个区委办 (their kind stands in `departments`), 这三家. */
  group: z
    .object({
      who: z.enum(['all', 'kind', 'spoken']),
      /** How many, as the user said. */
      count: z.number().int().positive().nullable(),
      /** A mere pronoun that may as well mean one department or nothing. */
      soft: z.boolean(),
      said: z.string(),
    })
    .nullable(),
  /** 平均每个部门, 占五个部门的多少: of all departments together. */
  across: z.enum(['average', 'share']).nullable(),
  /** Which departments do something is asked, and by which condition was not understood. */
  which: z.boolean(),
  /** 里面加油的占多少: of what the conversation just spoke of. */
  inside: z.boolean(),
  /** A change is wanted as a percentage, not as an amount. */
  asRate: z.boolean(),
  /** Several things as one figure: added up, the difference of two, or the share of each. */
  joined: z.enum(['sum', 'apart', 'each', 'times']).nullable(),
  /** Further wishes of the same message, each asked on about what the one before it found. */
  andThen: z.array(z.string()),
  /** Talk around the question that was left out of it. */
  asides: z.array(z.string()),
  /** The department is to stand beside the conversation's: 和硚口比呢. */
  beside: z.boolean(),
  /** 怎么算的, 原文: the figures of the answer with their derivation or their places. */
  show: z.enum(['steps', 'sources']).nullable(),
  passage: z.enum(PASSAGES_ASKED).nullable(),
  output: z.enum(OUTPUTS),
  /** Unit the user wants to see. */
  unit: z.enum(['元', '千元', '万元', '亿元']).nullable(),
  /** What is left without names and years, fillers at both ends taken off: 购买劳务支出 may be a project's own name. */
  phrase: z.string(),
  /** A slip of the pen that was mended: what was said and what it was taken for. */
  mended: z.object({ said: z.string(), meant: z.string() }).nullable(),
  /** Words that nothing above explains. */
  rest: z.string(),
  /** Those words as the user wrote them, to be quoted. */
  odd: z.string(),
  /** The question without those words. */
  plain: z.string(),
  /** What could have been meant where something was not understood: whole questions to choose from. */
  instead: z.array(z.string()),
})
export type Query = z.infer<typeof QuerySchema>
