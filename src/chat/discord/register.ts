import { DiscordAPIError, PermissionFlagsBits, REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Command } from '../../../commands/command.ts'
import { InputError } from '../../domain/errors.ts'
import { payloads } from './commands.ts'

export interface Registration {
  readonly token: string
  readonly api: string
  /** Looked up by the token where it is not given. */
  readonly clientId: string | null
  /** One server, where commands appear at once; null for all. */
  readonly guildId: string | null
}

/** What the bot needs to be allowed where it is invited. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory

/** The page on which a person invites the bot into a server. */
export const invitation = (clientId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${clientId}&scope=bot+applications.commands&permissions=${PERMISSIONS}`

async function applicationId(rest: REST): Promise<string> {
  const own = (await rest.get(Routes.currentApplication())) as { readonly id: string }
  return own.id
}

export interface Registered {
  /** How many commands there are now. */
  readonly count: number
  readonly invitation: string
}

/** Discord's words for a server that the bot is not in, or that there is none. */
const NOT_IN_SERVER: ReadonlySet<number | string> = new Set([RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.UnknownGuild])

/**
 * Registers the commands with Discord in place of those that were there.
 * @throws InputError with the invitation where the bot is not yet in the server that was named
 */
export async function register(commands: readonly Command[], { token, api, clientId, guildId }: Registration): Promise<Registered> {
  const rest = new REST({ version: '10', api }).setToken(token)
  const id = clientId ?? (await applicationId(rest))
  const route = guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId)
  const registered = (await rest.put(route, { body: payloads(commands) }).catch((error: unknown) => {
    if (guildId === null || !(error instanceof DiscordAPIError && NOT_IN_SERVER.has(error.code))) throw error
    throw new InputError('bad-usage', `机器人还不在编号 ${guildId} 的服务器里，请先打开这个网址请它进去，再登记命令：${invitation(id)}`)
  })) as readonly unknown[]
  return { count: registered.length, invitation: invitation(id) }
}
