import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { complete } from '../../src/chat/terminal/completion.ts'
import { type ChatServices, Conversation } from '../../src/chat/terminal/conversation.ts'
import { greeting } from '../../src/chat/terminal/greeting.ts'
import { LONGEST_LINE, linesOf } from '../../src/chat/terminal/lines.ts'
import { answerLines, answerOnce, talk } from '../../src/chat/terminal/talk.ts'
import type { Reply } from '../../src/render/reply.ts'

const known = [
  { department: '某市示范局', aliases: ['示范局'], years: [2022, 2021] },
  { department: '某市样板委员会', aliases: ['样板委'], years: [2020] },
]

const saying = ([headline = '', ...lines]: readonly string[], more: Partial<Reply> = {}): Reply => ({
  headline,
  lines,
  table: null,
  choices: [],
  notes: [],
  steps: [],
  sources: [],
  report: null,
  context: null,
  chart: false,
  drawn: null,
  files: [],
  ...more,
})
const services = (answer: (message: string) => Promise<string> = async (message) => `答：${message}`): ChatServices => ({
  answer: async (message) => saying((await answer(message)).split('\n')),
  forget: () => undefined,
  keep: async (files) => files.map(({ name }) => `/某处/${name}`),
  known: async () => known,
  commands: ['/三公', '/支出', '/帮助'],
  explain: (error) => `出错：${error instanceof Error ? error.message : ''}`,
})

const endless = (): null => null
const tall = Array.from({ length: 30 }, (_, line) => `行${line}`).join('\n')

class Screen {
  written = ''
  write(text: string): boolean {
    this.written += text
    return true
  }
}
// Only `write` of a stream is used where nobody types.
const asStream = (screen: Screen) => screen as unknown as NodeJS.WritableStream

describe('a conversation in the terminal', () => {
  it('answers a line, keeps quiet on an empty one, says good-bye', async () => {
    const talk = new Conversation(services(), endless)
    expect(await talk.reply('示范局 2022 三公')).toBe('答：示范局 2022 三公')
    expect(await talk.reply('  \t ')).toBe('')
    expect(await talk.reply('退出')).toBeNull()
    expect(await talk.reply('/exit')).toBeNull()
  })

  it('shows a long reply a page at a time with 下一页, and forgets the rest at the next question', async () => {
    const talk = new Conversation(
      services(async (m) => (m === '长' ? tall : '短答')),
      () => 10,
    )
    expect(await talk.reply('长')).toContain('还有20行')
    expect(await talk.reply('下一页')).toMatch(/^行10\n[\s\S]*还有10行/)
    expect(await talk.reply('下一页')).toMatch(/^行20\n[\s\S]*行29$/)
    expect(await talk.reply('下一页')).toBe('没有下一页了。')
    await talk.reply('长')
    await talk.reply('另一问')
    expect(await talk.reply('下一页')).toBe('没有下一页了。')
  })

  it('shows a page that is one line too long at once', async () => {
    const talk = new Conversation(
      services(async () => tall),
      () => 29,
    )
    expect(await talk.reply('长')).toBe(tall)
  })

  it('shows the whole of a reply, where its files are, and what can be asked of it next', async () => {
    const whole = saying(['共1.00万元。'], {
      notes: ['口径不同'],
      steps: ['合计：0.40+0.60=1.00'],
      sources: ['来源（甲.pdf）：', '《支出决算表》第9页：合计“1.00”'],
      report: { department: '某市示范局', year: 2022 },
      chart: true,
    })
    const own = (reply: Reply): ChatServices => ({ ...services(), answer: async () => reply })
    const text = '共1.00万元。\n注意：\n  口径不同\n怎么算的：\n  合计：0.40+0.60=1.00\n来源（甲.pdf）：\n  《支出决算表》第9页：合计“1.00”'
    expect(await new Conversation(own(whole), () => 30).reply('问')).toBe(`${text}\n（还可以输入：图、上一年、导出）`)
    // Whoever reads a pipe asks nothing more.
    expect(await new Conversation(own(whole), endless).reply('问')).toBe(text)
    const drawn = {
      ...whole,
      files: [{ name: '图.png', bytes: new Uint8Array(), alt: null }],
      report: { department: '某市示范局', year: 2021 },
    }
    expect(await new Conversation(own(drawn), () => 30).reply('问')).toBe(`${text}\n已存为 /某处/图.png\n（还可以输入：导出）`)
  })

  it('forgets what was said when asked to, and asks nobody', async () => {
    const done: string[] = []
    const own: ChatServices = { ...services(async (m) => (m === '长' ? tall : `答：${m}`)), forget: () => done.push('forgotten') }
    const talk = new Conversation(own, () => 10)
    await talk.reply('长')
    expect(await talk.reply('清空')).toContain('不再算数')
    expect(await talk.reply('下一页')).toBe('没有下一页了。')
    expect(await talk.reply('返回')).toContain('“清空”')
    expect(done).toEqual(['forgotten'])
    expect(await talk.reply('清空结转')).toBe('答：清空结转')
  })

  it('stays alive when an answer fails', async () => {
    const talk = new Conversation(
      services(async (message) => {
        if (message === '坏') throw new Error('不行')
        return '好'
      }),
      endless,
    )
    expect(await talk.reply('坏')).toBe('出错：不行')
    expect(await talk.reply('再问')).toBe('好')
  })

  it('takes escape sequences and controls for nothing', async () => {
    const talk = new Conversation(services(), endless)
    expect(await talk.reply('\u001b[31m示范局\u001b[0m\u0007 \u001b]0;title\u0007三公\u202e')).toBe('答：示范局 三公')
  })
})

describe('at a terminal', () => {
  /** Types keys at a terminal and gives what stood on it in the end. */
  async function typed(own: ChatServices, ...keys: readonly string[]): Promise<string> {
    const input = new PassThrough()
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
    const chunks: string[] = []
    output.on('data', (chunk) => chunks.push(String(chunk)))
    const ended = talk(own, input, output, '/没有这个文件夹')
    for (const key of keys) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      input.write(key)
    }
    await ended
    return chunks.join('')
  }

  it('answers, and leaves at Ctrl+C also while an answer is still being made', async () => {
    const stuck = services((message) => (message === '慢' ? new Promise<string>(() => undefined) : Promise.resolve('到了')))
    const written = await typed(stuck, '快\r', '慢\r', '\u0003')
    expect(written).toContain('到了')
    expect(written).toMatch(/再见。\n$/)
  })

  it('answers what was typed before Ctrl+D', async () => {
    expect(await typed(services(), '示范局\r', '\u0004')).toMatch(/答：示范局[\s\S]*再见。\n$/)
  })
})

describe('without a terminal', () => {
  it('greets, answers each line, and ends with the input', async () => {
    const screen = new Screen()
    await answerLines(services(), Readable.from([Buffer.from('甲\n\n乙'), Buffer.from('丙\r\n丁')]), asStream(screen))
    expect(screen.written).toContain('某市示范局（2022、2021年度）')
    expect(screen.written.endsWith('\n\n问：甲\n答：甲\n\n问：乙丙\n答：乙丙\n\n问：丁\n答：丁\n')).toBe(true)
  })

  it('greets and ends when there is nothing to read', async () => {
    const screen = new Screen()
    await answerLines(services(), Readable.from([]), asStream(screen))
    expect(screen.written).toContain('已收录2个部门')
  })

  it('lives through binary noise, endless lines and escapes in replies', async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))
    const screen = new Screen()
    const input = Readable.from([noise, Buffer.from(`\n${'长'.repeat(1_000_000)}\n`), Buffer.from('末\n')])
    await answerLines(
      services(async (m) => (m === '末' ? '\u001b[2J到头了' : '嗯')),
      input,
      asStream(screen),
    )
    expect(screen.written.length).toBeLessThan(5000)
    expect(screen.written.endsWith('到头了\n')).toBe(true)
    expect(screen.written).not.toContain('\u001b')
  })

  it('answers the words of the command line and ends', async () => {
    const screen = new Screen()
    await answerOnce(services(), '示范局 2022 三公', asStream(screen))
    expect(screen.written).toBe('答：示范局 2022 三公\n')
  })

  it('keeps characters whole that two chunks share, and no line beyond its limit', async () => {
    const bytes = Buffer.from('示范\n')
    const lines: string[] = []
    for await (const line of linesOf(Readable.from([bytes.subarray(0, 2), bytes.subarray(2), Buffer.from('x'.repeat(LONGEST_LINE * 3))])))
      lines.push(line)
    expect(lines[0]).toBe('示范')
    expect(lines[1]).toHaveLength(LONGEST_LINE)
  })
})

describe('completion', () => {
  it('knows commands, departments by any part of a name, and years', () => {
    expect(complete('/', ['/三公', '/支出'], known)).toEqual([['/三公', '/支出'], '/'])
    expect(complete('/三', ['/三公', '/支出'], known)).toEqual([['/三公 '], '/三'])
    expect(complete('/三公 样板', [], known)).toEqual([['样板委 '], '样板'])
    expect(complete('/三公 委员会', [], known)).toEqual([['某市样板委员会 '], '委员会'])
    expect(complete('示范局 20', [], known)[0]).toEqual(['2022', '2021', '2020'])
    expect(complete('示范局 ', [], known)[0]).toEqual([])
  })
})

describe('the greeting', () => {
  it('says what is known, at most a dozen departments, and what to do when nothing is', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ department: `第${i}局`, aliases: [], years: [2020] }))
    expect(greeting(many)).toContain('另有28个部门')
    expect(greeting([])).toContain('还没有收录报告')
  })
})
