import type { Message } from 'discord.js'
import { plainLine } from '../../render/plain-text.ts'
import { checkAttachment } from './check.ts'
import { type Outgoing, sentence } from './message.ts'
import { attachedFrom, leftOut, withLine } from './on-command.ts'
import { idsOf } from './on-component.ts'
import { type State, stateIn } from './state.ts'
import { answerMessage } from './talk.ts'
import type { Turn } from './turn.ts'

/** Is this said to the bot? In a server it must be mentioned or replied to; a direct message always is. */
export function isForUs(message: Message): boolean {
  if (message.author.bot || message.system) return false
  if (message.guildId === null) return true
  return message.mentions.has(message.client.user, { ignoreEveryone: true, ignoreRoles: true })
}

/** What was said without the names that called the bot. */
const wordsOf = (message: Message): string => plainLine(message.content.replace(/<@!?\d+>|<@&\d+>/g, ' '))

/** What the message that this one replies to had answered. */
async function answeredBefore(message: Message): Promise<State | null> {
  if (message.reference?.messageId === undefined) return null
  const before = await message.fetchReference().catch(() => null)
  return before === null || before.author.id !== message.client.user.id ? null : stateIn(idsOf(before))
}

export const send = (message: Message, { content, embeds, components, files, allowedMentions }: Outgoing) =>
  message.reply({ content, embeds, components, files, allowedMentions, failIfNotExists: false })

/** A file in a direct message is checked there; in a channel everybody would see it. */
async function checkFile(message: Message, turn: Turn): Promise<void> {
  const [file, ...others] = message.attachments.values()
  if (file === undefined) return
  if (message.guildId !== null) {
    await send(message, sentence('核对的结果可能不宜公开：请用 /check 上传，或在这条消息上点“应用 → 核对这份报告”，结果只有您看得到。'))
    return
  }
  const sent = await send(message, sentence('收到，正在核对……'))
  const edit = (words: Outgoing) =>
    sent.edit({ content: words.content, embeds: words.embeds, components: words.components, files: words.files })
  const view = { owner: turn.asker.userId, confidential: false, mayChange: false, stored: false }
  try {
    const result = await checkAttachment(attachedFrom(file), view, edit, turn.services)
    await edit(others.length === 0 ? result : withLine(result, leftOut(others.length)))
  } catch (error) {
    const reason = turn.services.explain(error)
    if (reason === null) throw error
    await edit(sentence(reason))
  }
}

/** A mention or a direct message in plain words; a reply to an answer goes on from it. */
export async function onMessage(message: Message, turn: Turn): Promise<void> {
  if (message.attachments.size > 0) {
    await checkFile(message, turn)
    return
  }
  const words = wordsOf(message)
  const before = (await answeredBefore(message))?.said ?? turn.memory.recall(turn.asker)
  const said = words === '' ? ['/帮助'] : words.startsWith('/') ? [words] : [...before, words]
  const { message: reply, said: kept } = await answerMessage({ owner: turn.asker.userId, said }, 0, turn.services)
  turn.memory.remember(turn.asker, kept)
  await send(message, reply)
}
