import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  type MessageActionRowComponentBuilder,
  StringSelectMenuBuilder,
} from 'discord.js'
import { safeName } from '../../app/uploads-fetch.ts'
import { OFFERS, offersOf, type Reply, type ReplyFile } from '../../render/reply.ts'
import { shown } from './escape.ts'
import { cut, LIMITS } from './limits.ts'
import { type Block, pagesOf } from './pages.ts'
import { idsFor, type Pressable, type State } from './state.ts'
import { tableFor } from './table.ts'

/** A file that goes with a message. */
export interface OutgoingFile {
  readonly name: string
  readonly data: Buffer
  /** What a picture shows, in words. */
  readonly alt?: string | null
}

interface Attachable {
  readonly attachment: Buffer
  readonly name: string
  readonly description?: string
}

/** Files as Discord takes them, under names that lead nowhere; what no server takes is left out. */
export const attachable = (files: readonly OutgoingFile[]): Attachable[] =>
  files
    .filter(({ data }) => data.length <= LIMITS.fileBytes)
    .slice(0, LIMITS.files)
    .map(({ name, data, alt }) => ({
      name: safeName(name),
      attachment: data,
      ...(alt === null || alt === undefined || alt === '' ? {} : { description: cut(alt, LIMITS.fileDescription) }),
    }))

export const fileFrom = ({ name, bytes, alt }: ReplyFile): OutgoingFile => ({ name, data: Buffer.from(bytes), alt })

/** A message as every way of sending it takes it; nobody is ever called by it. */
export interface Outgoing {
  readonly content: string
  readonly embeds: EmbedBuilder[]
  readonly components: ActionRowBuilder<MessageActionRowComponentBuilder>[]
  readonly files: Attachable[]
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false }
}

/** Readable on Discord's light and dark ground. */
const COLOUR = 0x3b7dd8

const plainBlock = (lines: readonly string[]): Block => ({ code: false, lines })

function blocksOf(reply: Reply): Block[] {
  const table = reply.table === null ? [] : [tableFor(reply.table)]
  const choices = reply.choices.map((choice, i) => `${i + 1}\\. ${shown(choice)}`)
  const notes = reply.notes.length === 0 ? [] : ['**注意**', ...reply.notes.map((note) => `• ${shown(note)}`)]
  const laid = table.flatMap(({ code, title, lines }) => [plainBlock(title === null ? [] : [title]), { code, lines }])
  return [plainBlock(reply.lines.map(shown)), ...laid, plainBlock(choices), plainBlock(notes)].filter(({ lines }) => lines.length > 0)
}

export interface Button extends Pressable {
  readonly label: string
  readonly disabled?: boolean
  readonly emphasised?: boolean
}

/** Buttons, and a menu above them, in rows that carry the state. */
export function componentRows(
  buttons: readonly Button[],
  choices: readonly string[],
  state: State,
): ActionRowBuilder<MessageActionRowComponentBuilder>[] {
  const offered = [...new Set(choices.filter((choice) => choice.trim() !== '').map((choice) => cut(choice, LIMITS.selectValue)))].slice(
    0,
    LIMITS.selectOptions,
  )
  const menu: Pressable[] = offered.length === 0 ? [] : [{ action: 'choose' }]
  const ids = idsFor([...menu, ...buttons], state)
  if (ids === null) return []
  const rows: ActionRowBuilder<MessageActionRowComponentBuilder>[] = []
  if (menu.length > 0) {
    const select = new StringSelectMenuBuilder()
      .setCustomId(ids[0] ?? '')
      .setPlaceholder('请选一个')
      .addOptions(offered.map((choice) => ({ label: cut(choice, LIMITS.selectLabel), value: choice })))
    rows.push(new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(select))
  }
  const built = buttons.map(({ label, disabled, emphasised }, i) =>
    new ButtonBuilder()
      .setCustomId(ids[i + menu.length] ?? '')
      .setLabel(cut(label, LIMITS.buttonLabel))
      .setStyle(emphasised === true ? ButtonStyle.Primary : ButtonStyle.Secondary)
      .setDisabled(disabled === true),
  )
  for (let start = 0; start < built.length; start += LIMITS.buttonsInRow)
    rows.push(new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(built.slice(start, start + LIMITS.buttonsInRow)))
  return rows.slice(0, LIMITS.actionRows)
}

/** A message of one headline, a body where there is one, rows and files. */
export function outgoing(
  headline: string,
  body: string,
  rows: ActionRowBuilder<MessageActionRowComponentBuilder>[] = [],
  files: readonly OutgoingFile[] = [],
  footer: string | null = null,
): Outgoing {
  const kept = attachable(files)
  const missing = kept.length === files.length ? '' : `\n另有${files.length - kept.length}个文件太大，这里不能附上。`
  return {
    content: `${cut(headline, LIMITS.content - missing.length)}${missing}`,
    embeds: body.trim() === '' ? [] : [embedOf(body, footer)],
    components: rows,
    files: kept,
    allowedMentions: { parse: [], repliedUser: false },
  }
}

function embedOf(body: string, footer: string | null): EmbedBuilder {
  const embed = new EmbedBuilder().setColor(COLOUR).setDescription(cut(body, LIMITS.embedDescription))
  return footer === null ? embed : embed.setFooter({ text: cut(footer, LIMITS.embedFooter) })
}

/** One line, perhaps with files, and nothing else: refusals, errors, progress, exports. */
export const sentence = (text: string, files: readonly OutgoingFile[] = []): Outgoing => outgoing(shown(text), '', [], files)

/** Lines of text under a headline: what one page holds, and all of them as a file where there are more. */
export function linesMessage(headline: string, lines: readonly string[]): Outgoing {
  const [page = '', ...rest] = pagesOf([plainBlock(lines.map(shown))])
  if (rest.length === 0) return outgoing(`**${shown(headline)}**`, page)
  const whole = { name: `${headline}.txt`, data: Buffer.from(`${lines.join('\n')}\n`) }
  return outgoing(`**${shown(headline)}**`, `${page}\n……全部${lines.length}行见附件。`, [], [whole])
}

/** Which buttons a reply has. */
function buttonsOf(reply: Reply, page: number, pages: number, hasPrior: boolean): Button[] {
  const turn: Button[] = [
    { action: 'page', number: Math.max(0, page - 1), label: '‹ 上一页', disabled: page === 0 },
    { action: 'page', number: page + 1, label: `下一页 ›（${page + 1}/${pages}）`, disabled: page === pages - 1 },
  ]
  return [...offersOf(reply, hasPrior).map((action): Button => ({ action, label: OFFERS[action] })), ...(pages > 1 ? turn : [])]
}

export interface Showing {
  readonly state: State
  readonly page: number
  /** Whether there is a report of the year before. */
  readonly hasPrior: boolean
}

/** A reply as a Discord message: the answer in its first line, so that it stands in the phone's notification, too. */
export function replyMessage(reply: Reply, { state, page: wanted, hasPrior }: Showing): Outgoing {
  const pages = pagesOf(blocksOf(reply))
  const page = Math.max(0, Math.min(wanted, pages.length - 1))
  const buttons = buttonsOf(reply, page, Math.max(1, pages.length), hasPrior)
  const [file] = reply.sources
  const footer = file?.startsWith('来源') === true ? file.replace(/：$/, '') : null
  return outgoing(shown(reply.headline), pages[page] ?? '', componentRows(buttons, reply.choices, state), reply.files.map(fileFrom), footer)
}
