import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { inCode, shown } from '../../../src/chat/discord/escape.ts'
import { attachable, linesMessage, replyMessage, sentence } from '../../../src/chat/discord/message.ts'
import { RateLimit } from '../../../src/chat/discord/rate-limit.ts'
import { idsFor, pressedIn, stateIn } from '../../../src/chat/discord/state.ts'
import type { Reply } from '../../../src/render/reply.ts'
import { withHouse } from './bot.ts'
import * as limits from './limits.ts'
import { command, labelsOf, READER, textOf } from './people.ts'

const at = withHouse()
type Body = Parameters<typeof limits.message>[0]

const OWNER = READER.id
const reply = (more: Partial<Reply>): Reply => ({
  headline: '某局2020年度：1.00万元。',
  lines: [],
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
/** A message as it goes over the wire. */
const sent = (of: Reply, page = 0, said = ['问']): Body => {
  const { embeds, components, allowedMentions, ...rest } = replyMessage(of, { state: { owner: OWNER, said }, page, hasPrior: true })
  return {
    ...rest,
    embeds: embeds.map((one) => one.toJSON()),
    components: components.map((one) => one.toJSON()),
    allowed_mentions: allowedMentions,
  }
}

describe('what is sent', () => {
  it('keeps every limit, whatever a report or a person has written', () => {
    const words = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('长'.repeat(3000), '```', '𠮷'.repeat(1500), '@everyone', '\u202e\u0000', '|||'),
    )
    const cells = fc.array(words, { minLength: 3, maxLength: 3 })
    const replies = fc.record({
      headline: words,
      lines: fc.array(words, { maxLength: 80 }),
      table: fc.option(fc.record({ head: cells, rows: fc.array(cells, { maxLength: 90 }) })),
      choices: fc.array(words, { maxLength: 60 }),
      notes: fc.array(words, { maxLength: 30 }),
      steps: fc.array(words, { maxLength: 3 }),
      sources: fc.array(words, { maxLength: 3 }),
      chart: fc.boolean(),
    })
    const asked = fc.array(fc.oneof(fc.string({ maxLength: 90 }), fc.constant(`问${'𠮷'.repeat(60)}`)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(replies, asked, fc.nat(9), (made, said, page) => {
        const whole = reply({ ...made, headline: made.headline.trim() || '答', report: { department: '某局', year: 2020 } })
        expect(limits.message(sent(whole, page, said), [])).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('is held to limits that bite', () => {
    const good = sent(reply({}))
    expect(limits.message({ ...good, content: '长'.repeat(2001) }, [])).toHaveLength(1)
    expect(limits.message({ ...good, allowed_mentions: undefined }, [])).toEqual(['mentions are not forbidden'])
    expect(limits.message({ ...good, embeds: [{ description: '长'.repeat(4097) }] }, [])).toHaveLength(1)
    expect(limits.message({ ...good, content: '\ud842' }, [])).toEqual(['half a character'])
    const button = { type: 2, style: 2, label: '按', custom_id: 'x' }
    expect(limits.message({ ...good, components: [{ type: 1, components: [button, button] }] }, []).join()).toContain('repeats')
    expect(
      limits.message({ ...good, components: [{ type: 1, components: [{ ...button, custom_id: 'x'.repeat(101) }] }] }, []),
    ).toHaveLength(1)
    expect(limits.command({ name: '两 个', description: '述' })).toHaveLength(1)
    expect(limits.command({ name: 'Upper', description: '' })).toHaveLength(2)
    expect(
      limits.callback({ type: 8, data: { choices: Array.from({ length: 26 }, () => ({ name: '一', value: '一' })) } }, []),
    ).toHaveLength(1)
  })

  it('hands out as a file what a closer look cannot show on one page', async () => {
    const places = Array.from({ length: 60 }, (_, i) => `第${i + 1}处`)
    const { embeds, files } = linesMessage('原文', places)
    expect(embeds[0]?.data.description).toMatch(/第1处[\s\S]*全部60行见附件/)
    expect(files.map(({ name }) => name)).toEqual(['原文.txt'])
    expect(files[0]?.attachment.toString()).toContain('第60处')
    expect(linesMessage('原文', places.slice(0, 3)).files).toEqual([])
  })

  it('names its files so that they lead nowhere, and says which are too large', () => {
    const [file] = attachable([{ name: '../某局/<@1>2020.xlsx', data: Buffer.of(1) }])
    expect(file?.name).toBe('12020.xlsx')
    expect(sentence('全部数据：', [{ name: '大.csv', data: Buffer.alloc(11 * 1024 * 1024) }])).toMatchObject({
      content: '全部数据：\n另有1个文件太大，这里不能附上。',
      files: [],
    })
  })

  it('comes in pages where it is long, turned in place by the asker', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`第${i + 1}局`, `${i}.00`])
    const { answer } = at.house.services
    const long = vi.spyOn(at.house.services, 'answer').mockImplementation(async (line, context) => {
      const given = await answer(line, context)
      return { ...given, answer: { ...given.answer, table: { head: ['部门', '数额（万元）'], rows } } }
    })
    const seen = command(at.house.discord, '三公', { 部门: '硚口机关工委', 年度: '2020' })
    expect(await seen.text()).toContain('第1局')
    expect(labelsOf(await seen.message()).at(-1)).toMatch(/^下一页 ›（1\/\d）$/)
    const second = await seen.press('下一页')
    expect((await second.callback()).type).toBe(7)
    expect(await second.text()).not.toContain('第1局')
    expect(await second.text()).toContain('第20局')
    expect(textOf(await (await seen.press('‹ 上一页')).message())).toContain('第1局')
    long.mockRestore()
  })
})

describe('text of reports and people', () => {
  it('is shown as it is', () => {
    expect(shown('**粗** _斜_ ~删~ `码` ||藏||')).toBe('\\*\\*粗\\*\\* \\_斜\\_ \\~删\\~ \\`码\\` \\|\\|藏\\|\\|')
    expect(shown('# 题')).toBe('\\# 题')
    expect(shown('1. 项')).toBe('1\\. 项')
    expect(shown('- 条')).toBe('\\- 条')
    expect(shown('<@1> @everyone')).toBe('\\<@\u200b1> @\u200beveryone')
    expect(shown('https://x.y')).toBe('https:\u200b//x.y')
    expect(shown('-# 小字')).toBe('-\\# 小字')
    expect(shown('>>> 引')).toBe('>>\\> 引')
    // A figure begins no list.
    expect(shown('-1.20万元，增加（减少）2.05')).toBe('-1.20万元，增加（减少）2.05')
    expect(shown('342.36万元')).toBe('342.36万元')
    expect(inCode('```逃')).not.toContain('`')
  })
})

describe('the state in ids', () => {
  it('comes back whole, spread over as many ids as it needs', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1, maxLength: 60 }).filter((line) => !line.includes('\u241f')),
          { minLength: 1, maxLength: 5 },
        ),
        (said) => {
          const pressables = [{ action: 'steps' }, { action: 'sources' }, { action: 'export' }, { action: 'page', number: 3 }] as const
          const ids = idsFor(pressables, { owner: OWNER, said })
          if (ids === null) return said.join('\u241f').length > 300
          expect(stateIn(ids)).toEqual({ owner: OWNER, said })
          expect(pressedIn(ids[3] ?? '', ids)).toMatchObject({ action: 'page', number: 3 })
          return ids.every((id) => id.length >= 1 && id.length <= 100)
        },
      ),
    )
    expect(pressedIn('something else', [])).toBeNull()
  })
})

describe('the rate limit', () => {
  it('lets so many through a minute, each key for itself', () => {
    let now = 0
    const limit = new RateLimit(2, () => now)
    expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 0, 60, 0])
    now = 45_000
    expect(limit.take('a')).toBe(15)
    now = 60_000
    expect(limit.take('a')).toBe(0)
  })
})
