import type { Attachment, ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js'
import { MessageFlags } from 'discord.js'
import type { Command } from '../../../commands/command.ts'
import type { Attached } from '../../app/uploads-fetch.ts'
import { personOf } from './asker.ts'
import { takenInWords, withdrawnWords } from './change-words.ts'
import { checkAttachment, checkMessage, checkStored } from './check.ts'
import { FILE_OPTION, PUBLIC_OPTION } from './commands.ts'
import { NOT_ALLOWED } from './guard.ts'
import { cut, LIMITS } from './limits.ts'
import { type Outgoing, sentence } from './message.ts'
import { respond } from './respond.ts'
import { answerMessage } from './talk.ts'
import type { Turn } from './turn.ts'

/** Discord strips Chinese letters from a file's name and keeps them in its title. */
export function attachedFrom({ name, title, url, size }: Attachment): Attached {
  const ending = /\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? ''
  const full = title === null || title.endsWith(ending) ? title : title + ending
  return { name: full ?? name, url, bytes: size }
}

/** Checks a file: told at once that it is coming, to the asker alone unless he says otherwise. */
async function checkFile(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  file: Attached,
  open: boolean,
  turn: Turn,
  others = 0,
): Promise<void> {
  await interaction.deferReply(open ? {} : { flags: MessageFlags.Ephemeral })
  const view = {
    owner: turn.asker.userId,
    confidential: !open && turn.asker.guildId !== null,
    mayChange: open || turn.guard.mayChange(turn.asker),
    stored: false,
  }
  const message = await checkAttachment(file, view, (words) => interaction.editReply(words), turn.services)
  await interaction.editReply(withinLimit(others === 0 ? message : withLine(message, leftOut(others)), interaction.attachmentSizeLimit))
}

/** What a message of several files was not checked for. */
export const leftOut = (others: number): string => `只核对了第一个附件，另有${others}个，请分别上传。`

/** A message with one line more under its headline. */
export const withLine = (message: Outgoing, line: string): Outgoing => ({
  ...message,
  content: `${cut(message.content, LIMITS.content - line.length - 1)}\n${line}`,
})

/** A server can allow smaller files than the report of a check: the summary then stands alone, and says so. */
function withinLimit(message: Outgoing, limit: number): Outgoing {
  const files = message.files.filter(({ attachment }) => attachment.length <= limit)
  return files.length === message.files.length ? message : withLine({ ...message, files }, '完整报告太大，这里不能附上。')
}

/** Apps → 核对这份报告. */
export async function onMessageCommand(interaction: MessageContextMenuCommandInteraction, turn: Turn): Promise<void> {
  const [file, ...others] = interaction.targetMessage.attachments.values()
  if (file === undefined) {
    await interaction.reply({ ...sentence('这条消息没有附件，请在带有报告文件的消息上使用。'), flags: MessageFlags.Ephemeral })
    return
  }
  await checkFile(interaction, attachedFrom(file), false, turn, others.length)
}

const TO_CONFIRM = '还没有入库：请看部门和年度对不对，再按“入库”更正或确认。'

/** /入库: a check, and the taking in once department and year are confirmed; who gives both has confirmed them. */
async function takeIn(interaction: ChatInputCommandInteraction, turn: Turn): Promise<void> {
  const { services, asker } = turn
  const file = attachedFrom(interaction.options.getAttachment(FILE_OPTION, true))
  const text = (name: string): string => interaction.options.getString(name) ?? ''
  const said = { department: text('部门'), year: text('年度'), aliases: text('别名') }
  await respond(interaction, { ephemeral: true }, 0, turn.log, async () => {
    const examined = await services.uploads.check(file, {})
    if (said.department !== '' && said.year !== '')
      return sentence(takenInWords(await services.knowledge.takeIn(examined, said, personOf(interaction))))
    const view = { owner: asker.userId, confidential: false, mayChange: true, stored: false }
    return withLine(await checkMessage(await services.knowledge.marked(examined), view), TO_CONFIRM)
  })
}

async function withdraw(interaction: ChatInputCommandInteraction, turn: Turn): Promise<void> {
  const text = (name: string): string => interaction.options.getString(name) ?? ''
  await respond(interaction, { ephemeral: false }, turn.settings.deferAfterMs, turn.log, async () =>
    sentence(withdrawnWords(await turn.services.knowledge.withdraw(text('部门'), text('年度'), text('缘由'), personOf(interaction)))),
  )
}

const CHANGES: Readonly<Record<string, typeof takeIn>> = { 入库: takeIn, 撤回: withdraw }

/** The line that the command's own run would have typed, so that buttons can ask it again. */
async function lineOf(command: Command, values: Readonly<Record<string, string | undefined>>): Promise<string> {
  let typed = `/${command.name}`
  const NOTHING = { status: 'refused', headline: '', lines: [], table: null, figures: [], notes: [], choices: [], context: null } as const
  await command.run(values, {
    answer: async (line) => {
      typed = line
      return { answer: NOTHING, text: '' }
    },
  })
  return typed
}

/** A slash command: a change, a file to check, or a question. */
export async function onCommand(interaction: ChatInputCommandInteraction, turn: Turn): Promise<void> {
  const { services, guard, asker, log } = turn
  const change = CHANGES[interaction.commandName]
  if (change !== undefined) {
    if (guard.mayChange(asker)) await change(interaction, turn)
    else await interaction.reply({ ...sentence(NOT_ALLOWED), flags: MessageFlags.Ephemeral })
    return
  }
  const command = services.commands.find((one) => one.name === interaction.commandName)
  if (command === undefined) {
    await interaction.reply({ ...sentence('没有这个命令了，请用 /帮助 看现在有哪些。'), flags: MessageFlags.Ephemeral })
    return
  }
  const takesFile = command.options.some((option) => option.file === true)
  const file = takesFile ? interaction.options.getAttachment(FILE_OPTION) : null
  const open = takesFile ? interaction.options.getBoolean(PUBLIC_OPTION) : null
  if (file !== null) {
    await checkFile(interaction, attachedFrom(file), open === true, turn)
    return
  }
  const values = Object.fromEntries(command.options.map(({ name }) => [name, interaction.options.getString(name) ?? undefined]))
  await respond(interaction, { ephemeral: open === false }, turn.settings.deferAfterMs, log, async () => {
    const state = { owner: asker.userId, said: [await lineOf(command, values)] }
    const { message, said, reply } = await answerMessage(state, 0, services)
    turn.memory.remember(asker, said)
    return takesFile && reply.report !== null ? checkStored(reply.report.department, reply.report.year, asker.userId, services) : message
  })
}
