import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from './people.ts'
import { FakeDiscord, TOKEN } from './server.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'chazhang-process-'))
let discord: FakeDiscord
beforeAll(async () => {
  discord = await new FakeDiscord().listen()
})
afterAll(async () => {
  await discord.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The program as a person starts it, its settings from the environment. */
function start(words: readonly string[], env: Record<string, string>) {
  const program = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: folder, DISCORD_API: discord.api, ...env },
  })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (data) => (said += String(data)))
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve))
  return { program, ended, said: () => said }
}

/** Side by side: a program takes a while to start. */
describe.concurrent('the program itself', () => {
  it('registers its commands with a command of its own', async () => {
    const { ended, said } = start(['register'], { DISCORD_TOKEN: TOKEN })
    expect(await ended).toBe(0)
    expect(said()).toMatch(/已登记\d+个命令[\s\S]*https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+/)
    expect(discord.complaints).toEqual([])
  })

  it('connects where a token is set, answers from what ships, and ends with 0 on SIGTERM', async () => {
    const { program, ended, said } = start([], { DISCORD_TOKEN: TOKEN })
    await discord.until(() => discord.connected, 'the bot', 30_000)
    expect(await command(discord, '部门').text()).toMatch(/\d+个部门/)
    program.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(said()).toContain('"msg":"stopped"')
    expect(said()).not.toContain(TOKEN)
    expect(discord.complaints).toEqual([])
  })

  it('says in a sentence what to do where the token is refused', async () => {
    const other = await new FakeDiscord().listen()
    other.faults.push({ matches: /gateway\/bot/, times: 1, status: 401, body: { code: 0, message: '401: Unauthorized' } })
    const { ended, said } = start([], { DISCORD_TOKEN: TOKEN, DISCORD_API: other.api, DATA_DIR: join(folder, 'other') })
    expect(await ended).toBe(2)
    expect(said()).toContain('不认这个令牌')
    expect(said()).not.toMatch(/\n\s+at /)
    await other.close()
  })
})
