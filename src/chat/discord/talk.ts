import type { Answered } from '../../app/answer.ts'
import type { AnswerContext } from '../../domain/answer.ts'
import { type Reply, replyOf } from '../../render/reply.ts'
import { type Outgoing, replyMessage } from './message.ts'
import type { BotServices } from './services.ts'
import { idsFor, type State } from './state.ts'

/** Questions with what was said before them: asking anew what stands in a message's ids is how a button knows its answer. */

const TOPIC_COMMANDS: Readonly<Record<string, string>> = { threePublic: '/三公', expenditure: '/支出', revenue: '/收入' }
const LONGEST_ITEM = 40

export interface Conversed {
  readonly reply: Reply
  readonly answered: Answered
  /** What the last question could lean on. */
  readonly before: AnswerContext | null
}

/** The reply to the last line of a conversation. */
export async function converse(said: readonly string[], services: Pick<BotServices, 'answer'>): Promise<Conversed> {
  let before: AnswerContext | null = null
  let answered = await services.answer(said[0] ?? '', null)
  for (const line of said.slice(1)) {
    before = answered.answer.context
    answered = await services.answer(line, before)
  }
  return { reply: replyOf(answered), answered, before }
}

/** A line that leaves the same context behind as a whole conversation did; null where none would. */
function lineFor(context: AnswerContext | null): string | null {
  const [department] = context?.departments ?? []
  if (context === null || department === undefined) return null
  const { measure } = context
  const command = measure?.startsWith('topic:') === true ? TOPIC_COMMANDS[measure.slice('topic:'.length)] : undefined
  const items = measure === null || command !== undefined ? '' : itemWords(measure)
  return [command, department, context.years[0], items].filter((word) => word !== undefined && word !== '').join(' ')
}

function itemWords(measure: string): string {
  const words = [...measure.matchAll(/"words":"([^"\\]*)"/g)].map((match) => match[1] ?? '')
  return words.join(' ').slice(0, LONGEST_ITEM)
}

/** Ids of four buttons hold about three hundred characters: a long conversation is kept as what it comes to. */
const FOUR_BUTTONS = (['steps', 'sources', 'priorYear', 'export'] as const).map((action) => ({ action }))

export function compact(said: readonly string[], before: AnswerContext | null, owner: string): readonly string[] {
  const line = lineFor(before)
  if (said.length < 3 || line === null) return said
  const fits = said.length <= 4 && idsFor(FOUR_BUTTONS, { owner, said }) !== null
  return fits ? said : [line, said.at(-1) ?? '']
}

export interface Answering {
  readonly message: Outgoing
  /** What to keep of the conversation. */
  readonly said: readonly string[]
  readonly reply: Reply
}

/** The message that answers a conversation, on one of its pages. */
export async function answerMessage(state: State, page: number, services: BotServices): Promise<Answering> {
  const { reply, before } = await converse(state.said, services)
  const said = compact(state.said, before, state.owner)
  const { report } = reply
  const hasPrior = report !== null && (await services.suggestions.years(report.department, 100)).includes(report.year - 1)
  return { message: replyMessage(reply, { state: { ...state, said }, page, hasPrior }), said, reply }
}

/** The same question for the year before. */
export function priorYear(said: readonly string[], year: number): readonly string[] {
  const last = said.at(-1) ?? ''
  const moved = last.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`), String(year - 1))
  return moved === last ? [...said, `${year - 1}年呢`] : [...said.slice(0, -1), moved]
}
