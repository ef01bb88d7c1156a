import { readFileSync } from 'node:fs'
import { PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../commands/index.ts'
import { ENGLISH } from '../../../src/chat/discord/english.ts'
import { invitation, register } from '../../../src/chat/discord/register.ts'
import { loadConfig } from '../../../src/config.ts'
import { APPLICATION, FakeDiscord, GUILD, type Json, TOKEN } from './server.ts'

let discord: FakeDiscord
beforeAll(async () => {
  discord = await new FakeDiscord().listen()
})
afterAll(() => discord.close())

const shape = ({ name, type, options }: Json) => [
  name,
  type,
  ((options ?? []) as Json[]).map(
    (one) => `${one.name}${one.required === true ? '!' : ''}${one.autocomplete === true ? '…' : ''}:${one.type}`,
  ),
]

describe('registering the commands', () => {
  it('sends every command with its options, for one server or for all', async () => {
    const all = await register(COMMANDS, { token: TOKEN, api: discord.api, clientId: null, guildId: null })
    expect(all.count).toBe(COMMANDS.length + 3)
    expect(all.invitation).toContain(`client_id=${APPLICATION}&scope=bot+applications.commands&permissions=274878024704`)
    const one = await register(COMMANDS, { token: TOKEN, api: discord.api, clientId: APPLICATION, guildId: GUILD })
    expect(one.count).toBe(COMMANDS.length + 3)
    expect([...discord.registered.keys()]).toEqual(['commands', `guilds/${GUILD}/commands`])
    expect(discord.registered.get('commands')?.map(shape)).toEqual(
      expect.arrayContaining([
        ['三公', 1, ['部门!…:3', '年度…:3']],
        ['支出', 1, ['部门!…:3', '年度…:3', '科目…:3']],
        ['check', 1, ['文件:11', '部门…:3', '年度…:3', '公开:5']],
        ['帮助', 1, []],
        ['入库', 1, ['文件!:11', '部门…:3', '年度…:3', '别名:3']],
        ['撤回', 1, ['部门!…:3', '年度!…:3', '缘由!:3']],
        ['核对这份报告', 3, []],
      ]),
    )
    expect(discord.complaints).toEqual([])
  })

  it('gives the invitation where the bot is not yet in the server', async () => {
    discord.faults.push({ matches: /PUT .*guilds/, times: 1, status: 403, body: { code: 50_001, message: 'Missing Access' } })
    const registering = register(COMMANDS, { token: TOKEN, api: discord.api, clientId: APPLICATION, guildId: GUILD })
    await expect(registering).rejects.toThrow(new RegExp(`还不在编号 ${GUILD} 的服务器里.*client_id=${APPLICATION}`))
  })

  it('asks for the permissions that the documentation names', () => {
    const named = {
      ViewChannel: 'View Channels',
      SendMessages: 'Send Messages',
      SendMessagesInThreads: 'Send Messages in Threads',
      EmbedLinks: 'Embed Links',
      AttachFiles: 'Attach Files',
      ReadMessageHistory: 'Read Message History',
    } as const
    const all = Object.keys(named).reduce((sum, flag) => sum | PermissionFlagsBits[flag as keyof typeof named], 0n)
    expect(invitation(APPLICATION)).toContain(`permissions=${all}`)
    const docs = readFileSync(new URL('../../../docs/discord.md', import.meta.url), 'utf8')
    for (const words of Object.values(named)) expect(docs).toContain(words)
    expect(docs).toContain(String(all))
  })

  it('has an English name for every command and option', () => {
    for (const { name, options } of COMMANDS) {
      expect(ENGLISH.commands, name).toHaveProperty(name)
      for (const option of options) expect(ENGLISH.options, option.name).toHaveProperty(option.name)
    }
  })
})

describe('the settings', () => {
  it('name the variable that is wrong, and never show its value', () => {
    const wrong = (env: Record<string, string>) => () => loadConfig(env)
    expect(wrong({ DISCORD_TOKEN: 'short' })).toThrow('环境变量 DISCORD_TOKEN 的值不能用')
    expect(wrong({ DISCORD_TOKEN: 'short' })).not.toThrow('short')
    expect(wrong({ DISCORD_GUILD_ID: 'abc' })).toThrow('DISCORD_GUILD_ID')
    expect(wrong({ DISCORD_CHANNELS: '12' })).toThrow('DISCORD_CHANNELS')
    expect(wrong({ DISCORD_MAX_FILE_MB: 'viel' })).toThrow(/DISCORD_MAX_FILE_MB.*应是/)
    expect(wrong({ HEALTH_PORT: '70000' })).toThrow('HEALTH_PORT')
    expect(loadConfig({ DISCORD_TOKEN: '' }).discord).toBeNull()
    const set = loadConfig({ DISCORD_TOKEN: TOKEN, DISCORD_CHANNELS: `${GUILD}, ${APPLICATION}` }).discord
    expect(set).toMatchObject({ channels: [GUILD, APPLICATION], editorRoles: [], maxFileBytes: 25 * 1024 * 1024, healthPort: null })
  })
})
