import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Answered } from '../../app/answer.ts'
import { isNamedOtherwise } from '../../app/answer-files.ts'
import { InputError } from '../../domain/errors.ts'
import { answerJson } from '../../render/contract-answer.ts'
import { plainLine } from '../../render/plain-text.ts'
import type { Program } from '../program.ts'
import { type Call, reply, STATUS, type Verb } from '../verb.ts'
import { writeNew } from '../write-new.ts'

const BATCH_LIMIT = 50 * 1024 * 1024

const isText = (value: unknown): value is string => typeof value === 'string'
const isConversation = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isText)

/** A JSON array whose elements are a text, or an array of texts that make one conversation. */
async function conversationsIn(file: string): Promise<string[][]> {
  const info = await stat(file).catch(() => null)
  const name = plainLine(file)
  if (info === null) throw new InputError('not-found', `找不到问题文件“${name}”，请检查路径。`)
  if (info.isDirectory()) throw new InputError('is-folder', `“${name}”是文件夹，请给出一个 JSON 文件。`)
  if (info.size > BATCH_LIMIT) throw new InputError('too-large', `问题文件“${name}”太大，请分成几份。`)
  let parsed: unknown
  try {
    parsed = JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''))
  } catch {
    throw new InputError('damaged', `问题文件“${name}”不是 JSON，应是一个由问题组成的数组。`)
  }
  const conversations = Array.isArray(parsed) ? parsed.map((element) => (isText(element) ? [element] : element)) : null
  if (conversations === null || !conversations.every(isConversation))
    throw new InputError('wrong-type', `问题文件“${name}”应是一个数组，每个元素是一句话，或由几句话组成的数组。`)
  return conversations
}

const refusal = (message: string): Answered => ({
  text: message,
  answer: { status: 'refused', headline: message, lines: [], table: null, figures: [], notes: [], choices: [], context: null },
})

/** The reply to the last message of a conversation. */
async function lastReply(messages: readonly string[], program: Program, saveAs?: string): Promise<Answered> {
  const say = program.conversation(saveAs)
  let last = refusal('没有问题，请写上要问的话。')
  for (const message of messages) last = await say(message)
  return last
}

/** One conversation of a batch: when something in it cannot be used it is refused, and the others go on. */
const replyInBatch = (messages: readonly string[], program: Program): Promise<Answered> =>
  lastReply(messages, program).catch((error: unknown) => {
    if (error instanceof InputError) return refusal(error.message)
    throw error
  })

async function batch(call: Call, file: string): Promise<void> {
  const conversations = await conversationsIn(file)
  // A store that cannot be used is no fault of any question.
  await call.program.store()
  const replies: Answered[] = []
  for (const messages of conversations) replies.push(await replyInBatch(messages, call.program))
  reply(
    call,
    () => replies.map(answerJson),
    () => replies.map(({ text }) => text).join('\n\n'),
  )
}

/** Writes the picture or export of a reply where the caller wants it; says how where he did not. */
async function keepFile({ files = [] }: Answered, out: string | undefined): Promise<string[]> {
  const [file] = files
  if (out === undefined) return file === undefined ? [] : [`要存成文件，请加 --out 文件名（建议 ${file.name}）。`]
  if (file === undefined) throw new InputError('bad-usage', '这个回答没有图或文件可存：请在问题里写“画图”或“导出”。')
  if (isNamedOtherwise(file, out))
    throw new InputError('bad-usage', `这个回答不能存成“${plainLine(out)}”，请换成 ${extname(file.name)} 结尾的文件名。`)
  await writeNew(out, file.bytes)
  return [`已写入 ${out}。`]
}

/** A question that cannot be used ends like any unusable input, but keeps the shape of a reply. */
function refuse(call: Call, answered: Answered, code: string): void {
  if (call.json) call.out.json({ error: { code, message: answered.text }, ...answerJson(answered) })
  else call.out.log(answered.text)
}

export const run: Verb = async (call) => {
  const file = call.options.batch
  const [text] = call.words
  if (file !== undefined && text !== undefined) throw new InputError('bad-usage', '一次只能问一句话，或用 --batch 给出问题文件。')
  if (file !== undefined) {
    await batch(call, file)
    return STATUS.done
  }
  const answered = await lastReply([text ?? ''], call.program, call.options.out)
  if (answered.answer.status === 'refused') {
    refuse(call, answered, plainLine(text ?? '') === '' ? 'empty' : 'refused')
    return STATUS.unusableInput
  }
  const kept = await keepFile(answered, call.options.out)
  reply(
    call,
    () => answerJson(answered),
    () => [answered.text, ...kept].join('\n'),
  )
  return STATUS.done
}
