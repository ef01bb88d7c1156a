import { describe, expect, it } from 'vitest'
import { withMarks } from '../../src/app/knowledge-changes.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { findingKey, formerFindingKey } from '../../src/domain/finding-key.ts'

const finding = (statement: string, line = 12, value = '418.20'): Finding => ({
  rule: 'narrative.repeated',
  kind: 'narrative-vs-narrative',
  verdict: 'inconsistent',
  statement,
  left: { what: '说明中“支出”决算数', value, unit: '万元', where: { page: null, line, raw: value } },
  right: { what: '支出决算表', value: '481.20', unit: '万元', where: { page: null, line: 80, raw: '481.20' } },
  evidence: [],
  difference: '63.00',
  derivation: null,
  likelyCause: null,
  touches: [],
  effects: [],
})
const mark = (key: string) => ({
  finding: key,
  mark: 'known' as const,
  why: '已更正',
  by: { id: '1', name: '审计员' },
  at: '2024-08-01T00:00:00Z',
})
const worded = (marked: string, now: Finding): string => withMarks([now], [mark(marked)])[0]?.statement ?? ''

describe('a word about a finding', () => {
  it('stays with it when its sentence is worded anew', () => {
    expect(worded(findingKey(finding('两数不符。')), finding('两数相差63.00万元。'))).toContain('已知：已更正')
  })

  it('does not pass to another place or another figure', () => {
    const key = findingKey(finding('两数不符。'))
    expect(worded(key, finding('两数不符。', 13))).toBe('两数不符。')
    expect(worded(key, finding('两数不符。', 12, '418.30'))).toBe('两数不符。')
  })

  it('is found where it was kept by the sentence', () => {
    expect(worded(formerFindingKey(finding('两数不符。')), finding('两数不符。'))).toContain('已知：已更正')
  })
})
