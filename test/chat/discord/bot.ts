import { mkdtempSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { COMMANDS } from '../../../commands/index.ts'
import { chatServices } from '../../../src/app/chat-services.ts'
import { type Bot, startBot } from '../../../src/chat/discord/bot.ts'
import { createLog } from '../../../src/chat/discord/log.ts'
import type { BotServices, BotSettings } from '../../../src/chat/discord/services.ts'
import { failureOf } from '../../../src/cli/failure.ts'
import { STATUS } from '../../../src/cli/verb.ts'
import type { KnowledgeStore } from '../../../src/store/interface.ts'
import { knownStore } from '../../ask/known.ts'
import type { Upload } from './people.ts'
import { FakeDiscord, TOKEN } from './server.ts'

/** The real bot over a real store, connected by the unmodified client to the server beside this file. */
export interface House {
  readonly discord: FakeDiscord
  readonly store: KnowledgeStore
  readonly folder: string
  readonly log: string[]
  readonly services: BotServices & Awaited<ReturnType<typeof chatServices>>
  bot: Bot
  /** Puts a file where people's uploads are fetched from. */
  upload(name: string, content: string | Buffer | ((response: ServerResponse) => void), size?: number): Upload
  /** Ends the bot and starts it anew, as after an update. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** What the program itself tells people of a failure. */
export const explain = (error: unknown): string | null => {
  const { status, message } = failureOf(error)
  return status === STATUS.bug ? null : message
}

const MB = 1024 * 1024

export async function openHouse(settings: Partial<BotSettings> = {}): Promise<House> {
  const discord = await new FakeDiscord().listen()
  const known = await knownStore()
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-discord-'))
  const log: string[] = []
  discord.log = () => log
  const made = await chatServices(known.store, folder, { maxBytes: MB, hosts: [discord.host] })
  const services = { ...made, commands: COMMANDS, explain }
  const set: BotSettings = {
    token: TOKEN,
    api: discord.api,
    channels: [],
    roles: [],
    editorRoles: [],
    userPerMinute: 1000,
    serverPerMinute: 10_000,
    deferAfterMs: 1200,
    shutdownMs: 400,
    ...settings,
  }
  const start = () => startBot(set, services, createLog('info', TOKEN, { write: (line) => log.push(line) }))
  const house: House = {
    discord,
    store: known.store,
    folder,
    log,
    services,
    bot: await start(),
    upload: (name, content, size) => {
      discord.files.set(name, typeof content === 'function' ? content : (response) => response.end(content))
      const bytes = typeof content === 'function' ? 1000 : Buffer.byteLength(content)
      return { name, url: `http://${discord.host}/files/${name}`, size: size ?? bytes }
    },
    restart: async () => {
      await house.bot.stop()
      house.bot = await start()
    },
    close: async () => {
      await house.bot.stop()
      await made.close()
      await discord.close()
      await known.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return house
}

/** A house for the tests of a file; after each of them nothing may have broken Discord's limits, or told the token. */
export function withHouse(settings: Partial<BotSettings> = {}): { readonly house: House } {
  const held: { house: House | null } = { house: null }
  const house = (): House => {
    if (held.house === null) throw new Error('no house yet')
    return held.house
  }
  beforeAll(async () => {
    held.house = await openHouse(settings)
  })
  afterAll(() => house().close())
  afterEach(() => {
    expect(house().discord.complaints).toEqual([])
    expect(house().log.join('')).not.toContain(TOKEN)
  })
  return {
    get house() {
      return house()
    },
  }
}
