import { answerQuery, further } from '../ask/answer-query.ts'
import { unknownCommand } from '../ask/answers/others.ts'
import { answerOf } from '../ask/answers/parts.ts'
import { chosenFrom, withContext } from '../ask/follow-up.ts'
import { type Asking, departmentIndex } from '../ask/knowledge.ts'
import { normaliseText } from '../ask/normalise.ts'
import { readSlash, understandSlash } from '../ask/slash.ts'
import { understand } from '../ask/understand.ts'
import type { Answer, AnswerContext } from '../domain/answer.ts'
import { answerText } from '../render/answer-text.ts'
import type { KnowledgeStore } from '../store/interface.ts'
import { type CheckFile, checkFileAnswer, checkStoredAnswer, pathIn } from './answer-check.ts'
import { type AnswerFile, answerFiles, outputFor } from './answer-files.ts'

/** A reply in both shapes: for programs and as a person reads it. */
export interface Answered {
  readonly answer: Answer
  readonly text: string
  /** The picture or the export that was asked for. */
  readonly files?: readonly AnswerFile[]
}

export interface AnswerServices {
  /** Reads and checks a file of the machine; null where users must not open any. */
  readonly checkFile: CheckFile | null
  /** The file that the caller will keep the reply in: its ending says what the reply is to be handed out as. */
  readonly saveAs?: string | null
}

/** A question that needs more is no question. */
const LONGEST_QUESTION = 500

async function answerTo(said: string, asking: Asking, services: AnswerServices): Promise<Answer> {
  const text = chosenFrom(said, asking.context)
  const plain = normaliseText(text)
  if (plain === '') return answerOf('refused', '没有问题，请写上要问的话，例如“某部门2020年三公经费多少”。')
  if (text.length > LONGEST_QUESTION)
    return answerOf('refused', `问题太长了（${text.length}字），请用${LONGEST_QUESTION}字以内的一句话来问。`)
  const slash = readSlash(text)
  if (slash !== null && 'unknown' in slash) return unknownCommand(slash.unknown)
  const path = slash?.command.topic === 'check' ? pathIn(slash.rest) : null
  if (path !== null) return checkFileAnswer(path, services.checkFile)
  const understood = slash === null ? understand(text, asking.index, asking.now) : understandSlash(slash, asking.index, asking.now)
  const query = withContext(understood, asking.context)
  if (query.topic !== 'check') return answerQuery(query, asking)
  const checked = await checkStoredAnswer(query, asking)
  return query.andThen.length === 0 ? checked : further(checked, query, asking)
}

/** What the next question can lean on: this answer's subject, else the one before; choices only from this reply. */
function nextContext(given: Answer, before: AnswerContext | null): AnswerContext | null {
  const { choices: _old, ...kept } = given.context ?? before ?? { departments: [], years: [], measure: null }
  if (given.choices.length > 0) return { ...kept, choices: given.choices }
  return given.context === null && before === null ? null : kept
}

/**
 * Answers one question or slash command.
 * @param context what the conversation's last answer was about; a reply without a subject of its own keeps it
 */
export async function answer(
  text: string,
  store: KnowledgeStore,
  context: AnswerContext | null = null,
  now: Date = new Date(),
  services: AnswerServices = { checkFile: null },
): Promise<Answered> {
  const index = await departmentIndex(store)
  const given = await answerTo(text, { store, index, context, now }, services)
  const kept = { ...given, context: nextContext(given, context) }
  const words = answerText(kept)
  const output = outputFor(kept, services.saveAs ?? null)
  if (output === undefined) return { answer: kept, text: words }
  const files = await answerFiles({ question: text, answer: { ...kept, output }, text: words, at: now.toISOString() }, store)
  return { answer: kept, text: words, files }
}
