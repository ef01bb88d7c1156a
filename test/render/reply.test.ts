import { describe, expect, it } from 'vitest'
import type { Answer, AnswerFigure } from '../../src/domain/answer.ts'
import { answerText } from '../../src/render/answer-text.ts'
import { offersOf, replyOf } from '../../src/render/reply.ts'

const figure = (line: number, more: Partial<AnswerFigure> = {}): AnswerFigure => ({
  what: `第${line}项`,
  department: '某局',
  fiscalYear: 2020,
  figure: { text: '1.00', unit: '万元', decimals: 2 },
  derivation: null,
  sources: [{ report: 'a.txt', form: 'expenditure', row: `第${line}项`, column: 'total', page: null, line, raw: '1.00' }],
  ...more,
})
const answer = (more: Partial<Answer> = {}): Answer => ({
  status: 'answered',
  headline: '某局2020年度支出合计：20.00万元。',
  lines: ['\u001b[31m红\u001b[0m', '  缩进'],
  table: null,
  figures: Array.from({ length: 20 }, (_, i) => figure(i + 1, { derivation: `${i}+1=${i + 1}` })),
  notes: [],
  choices: [],
  context: { departments: ['某局'], years: [2020], measure: null },
  ...more,
})

describe('a reply', () => {
  it('has every step and every source, and no character that steers a screen', () => {
    const { lines, steps, sources, report } = replyOf({ answer: answer() })
    expect(lines).toEqual(['红', '  缩进'])
    expect(steps).toHaveLength(20)
    expect(sources).toHaveLength(21)
    expect(sources[0]).toBe('来源（a.txt）：')
    expect(report).toEqual({ department: '某局', year: 2020 })
  })

  it('is about one report only where it answers about one department and year', () => {
    expect(replyOf({ answer: answer({ status: 'ambiguous' }) }).report).toBeNull()
    expect(replyOf({ answer: answer({ context: { departments: ['甲', '乙'], years: [2020], measure: null } }) }).report).toBeNull()
  })

  it('as text counts what it leaves out', () => {
    const text = answerText(answer())
    expect(text).toMatch(/怎么算的：\n( {2}第\d+项：.*\n){12} {2}另有8步。/)
    expect(text).toMatch(/来源（a\.txt）：\n( {2}《支出决算表》第\d行.*\n){8} {2}另有12处出处。$/)
    expect(answerText(answer({ figures: [figure(1)] }))).not.toContain('另有')
  })

  it('offers what can be asked of it, and nothing that has no answer', () => {
    const chart = { kind: 'bars' } as unknown as Answer['chart']
    expect(offersOf(replyOf({ answer: answer({ chart }) }), true)).toEqual(['steps', 'sources', 'picture', 'priorYear', 'export'])
    expect(offersOf(replyOf({ answer: answer({ figures: [], context: null }) }), false)).toEqual([])
    const drawn = { answer: answer({ chart, output: 'picture' }), files: [{ name: 'a.png', bytes: new Uint8Array(), alt: null }] }
    expect(offersOf(replyOf(drawn), false)).toEqual(['steps', 'sources', 'export'])
  })
})
