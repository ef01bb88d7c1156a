import { REST, Routes } from 'discord.js'
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

async function applicationId(rest: REST): Promise<string> {
  const own = (await rest.get(Routes.currentApplication())) as { readonly id: string }
  return own.id
}

/**
 * Registers the commands with Discord in place of those that were there.
 * @returns how many there are now
 */
export async function register(commands: readonly Command[], { token, api, clientId, guildId }: Registration): Promise<number> {
  const rest = new REST({ version: '10', api }).setToken(token)
  const id = clientId ?? (await applicationId(rest))
  const route = guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId)
  const registered = (await rest.put(route, { body: payloads(commands) })) as readonly unknown[]
  return registered.length
}
