import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/app/answer.ts'
import { converse, knownStore } from './known.ts'
import { QUESTIONS } from './questions/index.ts'

const NOW = new Date('2026-11-20')
let known: Awaited<ReturnType<typeof knownStore>>
beforeAll(async () => {
  known = await knownStore()
})
afterAll(() => known.close())

const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/
const asked = Object.values(QUESTIONS)
  .flat()
  .filter(({ ask, status, value }) => typeof ask === 'string' && status === 'answered' && typeof value === 'string')

describe('whatever is typed', () => {
  it('gets one clear reply, never an error, never a control character', async () => {
    const pieces = fc.constantFrom(
      '三公',
      '硚口',
      '2020',
      '年',
      '/',
      '/支出 ',
      '区委办',
      '占',
      '比上年',
      "'",
      ';--',
      '\u001b[2J',
      '\u0000',
      '（',
      '）',
      '工资',
      '30201',
      '😀',
      '呢',
      '，',
      '和',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, async (question) => {
        const reply = await answer(question, known.store, null, NOW)
        expect(reply.text.split('\n')[0]).not.toBe('')
        expect(reply.text).not.toMatch(CONTROL)
        expect(reply.answer.table?.head.length ?? 0).toBeLessThanOrEqual(3)
        expect(reply.answer.table?.rows.length ?? 0).toBeLessThanOrEqual(12)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves the store as it was', async () => {
    const before = await known.store.departments()
    await answer("硚口'; DROP TABLE facts; -- 2020 三公", known.store, null, NOW)
    expect(await known.store.departments()).toEqual(before)
    expect((await answer('硚口机关工委2020年三公', known.store, null, NOW)).answer.status).toBe('answered')
  })
})

/** The same question in other dress keeps its answer. */
const DRESSES: Readonly<Record<string, (text: string) => string>> = {
  'blanks between all parts': (text) => text.replace(/(20\d\d年)/g, ' $1 '),
  'full width': (text) => text.replace(/[0-9a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  courtesy: (text) => `麻烦帮我查一下${text}，谢谢`,
  punctuation: (text) => `${text}？？！`,
  'year first': (text) => {
    const year = /\d{2,4}年/.exec(text)?.[0]
    return year === undefined ? text : year + text.replace(year, '')
  },
}

describe('the same question in other dress', () => {
  it.each(Object.entries(DRESSES))('%s', async (_, dress) => {
    const plain = asked.filter(({ ask }) => !/^[/／]|年比|比20|\d(到|-)\d|年[和到]/.test(String(ask)))
    const lost: string[] = []
    for (const { ask, value } of plain) {
      const { answer: given } = await converse([dress(String(ask))], known.store, NOW)
      if (given.figures[0]?.figure.text !== value) lost.push(`${dress(String(ask))} → ${given.headline}`)
    }
    expect(lost).toEqual([])
  })
})
