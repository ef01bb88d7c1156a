import { PermissionFlagsBits, REST, Routes } from 'discord.js'
import type { Command } from '../../../commands/command.ts'
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

/** Registers the commands with Discord in place of those that were there. */
export async function register(commands: readonly Command[], { token, api, clientId, guildId }: Registration): Promise<Registered> {
  const rest = new REST({ version: '10', api }).setToken(token)
  const id = clientId ?? (await applicationId(rest))
  const route = guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId)
  const registered = (await rest.put(route, { body: payloads(commands) })) as readonly unknown[]
  return { count: registered.length, invitation: invitation(id) }
}
