import {
  ApplicationCommandOptionType as Kind,
  type RESTPostAPIApplicationCommandsJSONBody as Payload,
  ApplicationCommandType as Type,
  InteractionContextType as Where,
} from 'discord.js'
import type { Command, CommandOption } from '../../../commands/command.ts'
import { ENGLISH, type English } from './english.ts'

/** The commands as Discord knows them, made from the same definitions as the terminal's. */

export const MESSAGE_COMMAND = '核对这份报告'
export const FILE_OPTION = '文件'
export const PUBLIC_OPTION = '公开'

type Option = Extract<Payload, { type?: Type.ChatInput }>['options'] extends (infer O)[] | undefined ? O : never

const localised = (english: English | undefined) =>
  english === undefined
    ? {}
    : {
        name_localizations: { 'en-US': english.name, 'en-GB': english.name },
        description_localizations: { 'en-US': english.description, 'en-GB': english.description },
      }

const option = (name: string, description: string, required: boolean) => ({
  name,
  description,
  required,
  ...localised(ENGLISH.options[name]),
})

const file = (required: boolean): Option => ({
  type: Kind.Attachment,
  ...option(FILE_OPTION, '要核对的报告：PDF、Word、Excel、网页或文本', required),
})
const PUBLIC: Option = { type: Kind.Boolean, ...option(PUBLIC_OPTION, '让频道里的人都看到结果；不填只有自己看到', false) }

/** What a person chooses or types; where a file may stand instead, it is an option of its own. */
function optionsOf(options: readonly CommandOption[]): Option[] {
  const typed = options.map(
    (one): Option => ({
      type: Kind.String,
      ...option(one.name, one.file === true ? '已收录的部门；核对文件时不用填' : one.description, one.required && one.file !== true),
      autocomplete: one.completes !== null,
      max_length: 100,
    }),
  )
  return options.some((one) => one.file === true) ? [file(false), ...typed, PUBLIC] : typed
}

const EVERYWHERE = [Where.Guild, Where.BotDM]

const slash = (name: string, description: string, options: Option[], contexts: Where[] = EVERYWHERE): Payload => ({
  type: Type.ChatInput,
  name,
  description,
  ...localised(ENGLISH.commands[name]),
  options,
  contexts,
  integration_types: [0],
})

const text = (name: string, description: string, required = false): Option => ({
  type: Kind.String,
  ...option(name, description, required),
  autocomplete: name === '部门' || name === '年度',
  max_length: 100,
})

/** Changing the knowledge belongs to a server, where there are roles. */
const CHANGES: readonly Payload[] = [
  slash(
    '入库',
    '核对一份报告，确认部门和年度后收录（需要权限）',
    [
      file(true),
      text('部门', '部门全称；和年度都填上就直接收录'),
      text('年度', '四位年度；不填就先看报告所写的'),
      { type: Kind.String, ...option('别名', '部门的其他叫法，逗号隔开', false), max_length: 200 },
    ],
    [Where.Guild],
  ),
  slash(
    '撤回',
    '撤回一份已收录的报告，前一版恢复为现行（需要权限）',
    [
      text('部门', '部门的名字或简称', true),
      text('年度', '四位年度', true),
      { type: Kind.String, ...option('缘由', '为什么撤回', true), max_length: 200 },
    ],
    [Where.Guild],
  ),
]

/** Everything that is registered with Discord. */
export const payloads = (commands: readonly Command[]): Payload[] => [
  ...commands.map((command) => slash(command.name, command.description, optionsOf(command.options))),
  ...CHANGES,
  {
    type: Type.Message,
    name: MESSAGE_COMMAND,
    name_localizations: { 'en-US': ENGLISH.message, 'en-GB': ENGLISH.message },
    contexts: EVERYWHERE,
    integration_types: [0],
  },
]
