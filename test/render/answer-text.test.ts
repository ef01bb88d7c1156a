import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { answerText } from '../../src/render/answer-text.ts'
import { checkLines, checkVerdict } from '../../src/render/check-lines.ts'
import { tableLines } from '../../src/render/table-text.ts'
import { displayWidth, padTo, wrap } from '../../src/render/width.ts'

const ANSWER: Answer = {
  status: 'answered',
  headline: '某局2020年度公务接待费：决算 0.60万元。',
  lines: [],
  table: {
    head: ['项目', '预算数（万元）', '决算数（万元）'],
    rows: [
      ['公务接待费', '1.00', '0.60'],
      ['出国', '未填列', '10.00'],
    ],
  },
  figures: [
    {
      what: '公务接待费',
      department: '某局',
      fiscalYear: 2020,
      figure: { text: '0.60', unit: '万元', decimals: 2 },
      derivation: null,
      sources: [{ report: 'a.txt', form: 'threePublic', row: 'reception', column: 'final', page: 3, line: null, raw: '0. 60' }],
    },
    {
      what: '占比',
      department: '某局',
      fiscalYear: 2020,
      figure: { text: '60.00', unit: '%', decimals: 2 },
      derivation: '0.60÷1.00×100%=60.00%',
      sources: [],
    },
  ],
  notes: ['只收录了2020年度。'],
  choices: [],
  context: null,
}

describe('the reply as a person reads it', () => {
  it('begins with the answer, then table, notes, steps and sources', () => {
    const lines = answerText(ANSWER).split('\n')
    expect(lines[0]).toBe(ANSWER.headline)
    expect(lines.indexOf('注意：')).toBeGreaterThan(3)
    expect(lines.indexOf('怎么算的：')).toBeGreaterThan(lines.indexOf('注意：'))
    expect(lines.at(-1)).toBe('  《“三公”经费支出决算表》第3页：公务接待费 决算数“0. 60”')
  })

  it('stays a text: what steers a terminal is taken out of questions and reports alike', () => {
    const text = answerText({ ...ANSWER, headline: '红\u001b[31m字\u0007', notes: ['a\u001b]0;title\u0007b\nc'] })
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
    expect(text.split('\n')[0]).toBe('红字')
  })

  it('numbers the choices of a question back', () => {
    expect(answerText({ ...ANSWER, status: 'ambiguous', table: null, figures: [], notes: [], choices: ['甲局', '乙局'] })).toContain(
      '\n  1. 甲局\n  2. 乙局',
    )
  })
})

describe('tables', () => {
  it('align by what the terminal shows, Chinese characters counted as two', () => {
    const [head = '', rule = '', ...rows] = tableLines(ANSWER.table ?? { head: [], rows: [] })
    expect(new Set([head, ...rows].map(displayWidth)).size).toBe(1)
    expect(displayWidth(rule.replaceAll('─', '-'))).toBe(displayWidth(head))
    expect(rows.map((row) => row.at(-1))).toEqual(['0', '0'])
  })

  it('count widths', () => {
    expect(displayWidth('硚口ab（1）')).toBe(4 + 2 + 5)
    expect(padTo('元', 4)).toBe('元  ')
    expect(padTo('1', 3, 'left')).toBe('  1')
    expect(wrap('一二三四', 4)).toEqual(['一二', '三四'])
  })
})

const finding = (verdict: Finding['verdict'], statement: string, difference: string | null = null): Finding => ({
  rule: 'r',
  kind: 'table-sum',
  verdict,
  statement,
  left: null,
  right: null,
  evidence: [],
  difference,
  derivation: null,
  likelyCause: null,
  touches: [],
  effects: [],
})

describe('a check for people', () => {
  const coverage = {
    checked: 9,
    passed: 5,
    rounding: 2,
    inconsistent: 2,
    text: 0,
    unchecked: [{ rule: 'x', reason: '没有这张表', count: 3 }],
  }

  it('tells the heavy errors first, rounding in one line, and the ledger', () => {
    const result = {
      findings: [
        finding('inconsistent', '小错。', '0.10'),
        finding('inconsistent', '大错。', '12.00'),
        finding('rounding', '尾差。'),
        finding('rounding', '尾差。'),
      ],
      coverage,
    }
    expect(checkVerdict(result)).toBe('数字核对9处，发现2处数字不一致。')
    const text = checkLines(result).join('\n')
    expect(text.indexOf('大错')).toBeLessThan(text.indexOf('小错'))
    expect(text).toContain('另有2处尾差')
    expect(text).toContain('没有这张表：3处')
    expect(text).toMatch(/台账：数字核对9处；数字相符5，尾差2，不一致2，文字问题0，未核对3/)
  })

  it('never calls an empty result a pass', () => {
    expect(checkVerdict({ findings: [], coverage: { ...coverage, checked: 0 } })).toBe('这份报告没有能核对的数字。')
    expect(checkVerdict({ findings: [], coverage })).toContain('没有发现矛盾')
  })
})
