import { ChildProcess } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { fetchAttached, safeName } from '../../../src/app/uploads-fetch.ts'
import { serveHealth } from '../../../src/chat/discord/health.ts'
import { createLog } from '../../../src/chat/discord/log.ts'
import { runBot } from '../../../src/chat/discord/run.ts'
import { InputError } from '../../../src/domain/errors.ts'
import { explain, openHouse, withHouse } from './bot.ts'
import { command, EDITOR, textOf, write } from './people.ts'
import { reportText } from './report-text.ts'
import { TOKEN } from './server.ts'

const at = withHouse({ deferAfterMs: 150 })
const DRAFT = reportText('某市云溪区示范局', 2022)
const QUESTION = { 部门: '硚口机关工委', 年度: '2020' }
const ask = () => command(at.house.discord, '三公', QUESTION)
const check = (name: string, content: Parameters<typeof at.house.upload>[1] = DRAFT, size?: number) =>
  command(at.house.discord, 'check', { 文件: at.house.upload(name, content, size) })
const uploads = (): string[] => {
  try {
    return readdirSync(join(at.house.folder, 'uploads'))
  } catch {
    return []
  }
}

describe('the connection', () => {
  it('resumes after a drop, and what was asked meanwhile is answered', async () => {
    const { discord } = at.house
    const before = discord.resumed
    discord.drop()
    const seen = ask()
    await discord.until(() => discord.resumed > before, 'a resume')
    expect(await seen.text()).toContain('0.40')
  })
})

describe('the interface', () => {
  it('waits as long as it is told to by a 429', async () => {
    const fault = {
      matches: /callback/,
      times: 1,
      status: 429,
      body: { retry_after: 0.1, global: false, message: 'slow' },
      headers: { 'retry-after': '0.1' },
    }
    at.house.discord.faults.push(fault)
    expect(await ask().text()).toContain('0.40')
    expect(fault.times).toBe(0)
  })

  it('tries again after a 500', async () => {
    at.house.discord.faults.push({ matches: /callback/, times: 2, status: 500 })
    expect(await ask().text()).toContain('0.40')
  })

  it('answers in the channel where the response came too late', async () => {
    at.house.discord.faults.push({ matches: /callback/, times: 1, status: 404, body: { code: 10_062, message: 'Unknown interaction' } })
    const { discord } = at.house
    const before = discord.messages.get('900000000000000003+')
    ask()
    const sent = await discord.until(() => {
      const kept = discord.messages.get('900000000000000003+')
      return kept === before ? null : kept
    }, 'a message in the channel')
    expect(textOf(sent)).toContain('0.40')
  })

  it('never shows a confidential answer to the channel, and lives on', async () => {
    const { discord } = at.house
    discord.faults.push({ matches: /callback/, times: 2, status: 404, body: { code: 10_062, message: 'Unknown interaction' } })
    const before = discord.requests.filter((route) => route.startsWith('POST /channels')).length
    check('late.txt')
    await discord.until(() => discord.faults.every(({ times }) => times === 0), 'both refusals')
    expect(await ask().text()).toContain('0.40')
    expect(discord.requests.filter((route) => route.startsWith('POST /channels'))).toHaveLength(before)
  })

  it('tells how far a long file is, and then the result', async () => {
    const { check: real } = at.house.services.uploads
    const paged = vi.spyOn(at.house.services.uploads, 'check').mockImplementation(async (file, hooks) => {
      hooks?.onPage?.(3, 25)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return real.call(at.house.services.uploads, file, hooks)
    })
    const seen = check('paged.txt')
    const { discord } = at.house
    const body = () => String(discord.messages.get(seen.token)?.body.content ?? '')
    await discord.until(() => body().includes('第3页，共25页'), 'progress')
    expect(textOf(await seen.result())).toContain('台账')
    paged.mockRestore()
  })

  it('asks for patience where an answer takes longer, and then gives it', async () => {
    const { answer } = at.house.services
    const slow = vi.spyOn(at.house.services, 'answer').mockImplementation(async (line, context) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      return answer(line, context)
    })
    const seen = ask()
    expect((await seen.callback()).type).toBe(5)
    expect(await seen.text()).toContain('0.40')
    slow.mockRestore()
  })

  it('gives a bug a number, the same in the reply and in the log', async () => {
    const broken = vi.spyOn(at.house.services, 'answer').mockRejectedValue(new Error('kaputt'))
    const text = await ask().text()
    const id = /编号 (\d+)/.exec(text)?.[1] ?? 'none'
    expect(at.house.log.find((line) => line.includes(id) && line.includes('kaputt'))).toBeDefined()
    expect(text).not.toContain('kaputt')
    const said = write(at.house.discord, '硚口', { mention: true })
    expect(textOf(await said.reply())).toContain('编号')
    broken.mockRestore()
  })
})

describe('attachments', () => {
  it('that are gone, elsewhere, too large or larger than they say are refused in a sentence', async () => {
    const { discord } = at.house
    const gone = command(discord, 'check', { 文件: { name: 'gone.txt', url: `http://${discord.host}/files/gone.txt`, size: 10 } })
    expect(textOf(await gone.result())).toContain('取不到')
    const elsewhere = command(discord, 'check', { 文件: { name: 'x.txt', url: 'http://169.254.169.254/latest', size: 10 } })
    expect(textOf(await elsewhere.result())).toContain('直接上传')
    expect(textOf(await check('big.txt', 'x', 5_000_000).result())).toContain('超过上限 1 MB')
    expect(textOf(await check('lies.txt', 'x'.repeat(1_500_000), 10).result())).toContain('超过上限 1 MB')
    const away = check('away.txt', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
    expect(textOf(await away.result())).toContain('取不到')
    expect(uploads()).toEqual([])
  })

  it('that come too slowly are given up', async () => {
    const file = at.house.upload('slow.txt', (response) => response.writeHead(200).write('开头'))
    const to = join(at.house.folder, 'slow.txt')
    const limits = { maxBytes: 1000, hosts: [at.house.discord.host], seconds: 0.1 }
    await expect(fetchAttached({ ...file, bytes: file.size }, to, limits)).rejects.toThrow('下载得太慢')
  })

  it('have names that lead nowhere', () => {
    expect(safeName('../../etc/passwd.txt')).toBe('passwd.txt')
    expect(safeName('..\\..\\a\u0000\u202eb.pdf')).toBe('ab.pdf')
    expect(safeName('....txt')).toBe('txt')
    expect(safeName('')).toBe('报告')
    expect(safeName(`${'长'.repeat(300)}.docx`)).toHaveLength(85)
  })

  it('that break off are refused, too', async () => {
    const cut = check('cut.txt', (response) => {
      response.writeHead(200, { 'content-length': '5000' })
      response.write('开头')
      setTimeout(() => response.destroy(), 20)
    })
    expect(textOf(await cut.result())).toContain('取不到')
    expect(uploads()).toEqual([])
  })
})

describe('the machine', () => {
  it('clears away at the start what a run before has left, and nothing of a program that runs', async () => {
    const folder = join(at.house.folder, 'uploads')
    // No program has the first number; the second is that of the program that started this one.
    for (const name of ['999999999-x', `${process.ppid}-y`]) mkdirSync(join(folder, name), { recursive: true })
    await at.house.services.uploads.clear()
    expect(uploads()).toEqual([`${process.ppid}-y`])
    rmSync(join(folder, `${process.ppid}-y`), { recursive: true })
  })

  it('says that the disk is full', async () => {
    const full = vi.spyOn(at.house.services.uploads, 'check').mockRejectedValue(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
    expect(textOf(await check('full.txt').result())).toContain('磁盘已满')
    full.mockRestore()
  })

  it('tells the asker when the process that reads his file dies, and reads the next one', async () => {
    const { discord, services } = at.house
    let release = (): void => undefined
    const held = check('held.txt', (response) => {
      release = () => response.end(DRAFT)
    })
    await held.callback()
    const kill = setInterval(() => {
      for (const pid of services.examiner.working) process.kill(pid, 'SIGKILL')
    }, 1)
    try {
      await discord.until(() => uploads().length > 0, 'the upload')
      release()
      expect(textOf(await held.result())).toContain('中断')
    } finally {
      clearInterval(kill)
    }
    expect(textOf(await check('next.txt').result())).toContain('台账')
    expect(uploads()).toEqual([])
  })

  it('keeps what was found when that process dies over the picture of the page', async () => {
    const emit = ChildProcess.prototype.emit
    const deadly = vi.spyOn(ChildProcess.prototype, 'emit').mockImplementation(function (this: ChildProcess, ...event: unknown[]) {
      const [name, message] = event as [string, { kind?: string } | undefined]
      if (name === 'message' && message?.kind === 'checked') this.kill('SIGKILL')
      // Nothing comes from the dead, not even what was on its way.
      return name === 'message' && message?.kind === 'done' ? true : Reflect.apply(emit, this, event)
    })
    const result = await check('dying.txt').result()
    deadly.mockRestore()
    expect(textOf(result)).toMatch(/130\.00[\s\S]*台账/)
    expect(textOf(await check('after.txt').result())).toContain('台账')
  })

  // So late in the file because the client lets five seconds pass between two sessions.
  it('starts a new session where the old one is gone', async () => {
    const { discord } = at.house
    const before = discord.identified
    discord.forgetful = true
    discord.drop()
    await discord.until(() => discord.identified > before, 'a new session', 12_000)
    discord.forgetful = false
    expect(await ask().text()).toContain('0.40')
  })

  it('reports its health, and ends on SIGTERM after answering what is under way', async () => {
    const { services, discord } = at.house
    const set = {
      token: TOKEN,
      api: discord.api,
      channels: [],
      roles: [],
      editorRoles: [],
      userPerMinute: 100,
      serverPerMinute: 100,
      deferAfterMs: 100,
      shutdownMs: 3000,
    }
    await at.house.bot.stop()
    const port = 20_000 + (process.pid % 20_000)
    const run = runBot(set, services, createLog('info', TOKEN, { write: (line) => at.house.log.push(line) }), port)
    await discord.until(() => discord.connected, 'the bot')
    const status = () =>
      new Promise<number>((resolve) => get(`http://127.0.0.1:${port}/health`, (response) => resolve(response.resume().statusCode ?? 0)))
    await vi.waitFor(async () => expect(await status()).toBe(200), { timeout: 5000 })
    const { answer } = services
    const slow = vi.spyOn(services, 'answer').mockImplementation(async (line, context) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      return answer(line, context)
    })
    const seen = ask()
    await seen.callback()
    process.emit('SIGTERM')
    const during = command(discord, '帮助')
    expect(await during.text()).toContain('正在重新启动')
    expect(await seen.text()).toContain('0.40')
    expect(await run).toBeNull()
    slow.mockRestore()
    await at.house.restart()
  })

  it('names the port of the health check that is taken', async () => {
    const port = Number(at.house.discord.host.split(':')[1])
    await expect(serveHealth(port, () => at.house.bot.health())).rejects.toThrow(`端口 ${port} 用不了`)
  })

  it('tells those it cannot wait for at the end', async () => {
    let release = (): void => undefined
    const held = check('stop.txt', (response) => {
      release = () => response.end(DRAFT)
    })
    await held.callback()
    await at.house.restart()
    expect(textOf(await held.result())).toContain('正在重新启动')
    release()
    await vi.waitFor(() => expect(uploads()).toEqual([]))
  })
})

describe('limits', () => {
  it('of people, servers, channels and roles are told and kept', async () => {
    const strict = await openHouse({ userPerMinute: 2, channels: ['900000000000000003'], roles: ['700000000000000009'] })
    try {
      const asking = (by?: Parameters<typeof command>[3]) => command(strict.discord, '帮助', {}, by).text()
      expect(await asking()).toContain('身份组')
      expect(await asking({ where: 'dm' })).toContain('没有开放')
      expect(await asking({ channel: '900000000000000007' })).toContain('频道没有开放')
      const member = { by: { id: '500000000000000077', name: '成员', roles: ['700000000000000009'], permissions: '0' } }
      expect(await asking(member)).toContain('/三公')
      expect(await asking(member)).toContain('/三公')
      expect(await asking(member)).toMatch(/太快.*秒后再试/)
      expect(strict.discord.complaints).toEqual([])
    } finally {
      await strict.close()
    }
  })

  it('leave room for two servers that check at once, each told its own result alone', async () => {
    const other = { by: EDITOR, guild: '900000000000000012', channel: '900000000000000013' }
    const file = at.house.upload('x.txt', reportText('某市东湖区样板局', 2021))
    const [theirs, ours] = [command(at.house.discord, 'check', { 文件: file }, other), check('y.txt')]
    expect(textOf(await theirs.result())).toContain('东湖区样板局2021年度')
    expect(textOf(await ours.result())).toContain('云溪区示范局2022年度')
    for (const seen of [theirs, ours]) expect((await seen.result()).ephemeral).toBe(true)
    expect(textOf(await ours.result())).not.toContain('东湖区')
  })

  it('of one server are not those of another', async () => {
    const strict = await openHouse({ serverPerMinute: 1 })
    try {
      const asking = (guild: string) => command(strict.discord, '帮助', {}, { guild }).text()
      expect(await asking('900000000000000012')).toContain('/三公')
      expect(await asking('900000000000000012')).toMatch(/服务器现在问得太多.*秒后再试/)
      expect(await asking('900000000000000013')).toContain('/三公')
      expect(strict.discord.complaints).toEqual([])
    } finally {
      await strict.close()
    }
  })

  it("of two bots on one machine keep out of each other's way", async () => {
    const other = await openHouse()
    try {
      const theirs = command(other.discord, 'check', { 文件: other.upload('x.txt', reportText('某市东湖区样板局', 2021)) })
      const ours = check('z.txt')
      expect(textOf(await theirs.result())).toContain('东湖区样板局')
      expect(textOf(await ours.result())).toContain('云溪区示范局')
    } finally {
      await other.close()
    }
  })

  it('give the right to change the knowledge to the roles that were named, and to nobody else', async () => {
    const strict = await openHouse({ editorRoles: ['700000000000000009'] })
    try {
      const withdraw = (roles: readonly string[], permissions: string) => {
        const by = { id: '500000000000000088', name: '某人', roles, permissions }
        return command(strict.discord, '撤回', { 部门: '硚口机关工委', 年度: '2019', 缘由: '试' }, { by }).text()
      }
      expect(await withdraw(['700000000000000009'], '0')).toContain('不用撤回')
      // Who may manage the server is not named.
      expect(await withdraw(['700000000000000001'], '32')).toContain('权限')
      expect(await withdraw([], '8')).toContain('权限')
    } finally {
      await strict.close()
    }
  })

  it('turn what was thrown into words only where a person can mend it', () => {
    expect(explain(new InputError('empty', '空。'))).toBe('空。')
    expect(explain(new Error('x'))).toBeNull()
  })
})
