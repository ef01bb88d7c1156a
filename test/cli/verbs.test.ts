import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import { InputError } from '../../src/domain/errors.ts'
import type { CheckResult, Finding } from '../../src/domain/finding.ts'
import { call, nothingFound, programWith, smallReport } from './calling.ts'

const place = (line: number, raw: string) => ({ page: null, line, raw })
const contradiction: Finding = {
  rule: 'narrative.total',
  kind: 'table-vs-narrative',
  verdict: 'inconsistent',
  statement: '说明称支出合计12.00万元，表中为21.00万元，相差9.00万元。',
  left: { what: '说明', value: '12.00', unit: '万元', where: place(3, '12.00') },
  right: { what: '表', value: '21.00', unit: '万元', where: null },
  evidence: [place(5, '21.00')],
  difference: '9.00',
  derivation: '20.00+1.00=21.00',
  likelyCause: '两个数字可能颠倒了',
  touches: ['narrative|c1'],
  effects: [],
}
const found: CheckResult = { ...nothingFound, findings: [contradiction] }
const reading = programWith({ readReport: async () => smallReport, checkReport: async () => nothingFound })

const answer: Answer = {
  status: 'answered',
  headline: '12.00 万元',
  lines: [],
  table: null,
  figures: [
    {
      what: '支出合计',
      department: '某市示范局',
      fiscalYear: 2022,
      figure: { text: '12.00', unit: '万元', decimals: 2 },
      derivation: null,
      sources: [{ report: 'r', form: 'expenditure', row: '合计', column: 'total', page: null, line: 3, raw: '12.00' }],
    },
  ],
  notes: [],
  choices: [],
  context: null,
}

describe('read', () => {
  it('prints facts, unread figures, the share read and the missing forms as one object', async () => {
    const { status, stdout, stderr } = await call('read', ['x.txt', '--json'], reading)
    expect(status).toBe(0)
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n')).toHaveLength(1)
    const printed = JSON.parse(stdout)
    expect(printed.report).toMatchObject({ department: '某市示范局', fiscalYear: 2022, kind: 'finalAccount', unit: '万元', pages: null })
    expect(printed.facts[0]).toMatchObject({
      form: 'expenditure',
      row: { code: '2019901', name: '一般事务' },
      column: 'total',
      value: '1234.50',
      unit: '万元',
      where: { page: null, line: 12, raw: '1,234. 50' },
      repaired: true,
    })
    expect(printed.facts.at(-1)).toMatchObject({ form: 'narrative', section: '二、支出情况', column: 'final', repaired: false })
    expect(printed.unread).toEqual([{ where: { page: null, line: 40 }, raw: '27l48', reason: '字符辨认不清' }])
    expect(printed.tokens).toEqual({ all: 4, facts: 3, unread: 1 })
    expect(printed.missingForms).toEqual(['governmentFund'])
  })

  it('tells a person the same in Chinese', async () => {
    const { stdout } = await call('read', ['x.txt'], reading)
    for (const words of [
      '某市示范局 2022年度决算',
      '支出决算表：2个数字',
      '政府性基金预算财政拨款收入支出决算表',
      '3/4（75.0%）',
      '第40行 “27l48”：字符辨认不清',
    ])
      expect(stdout).toContain(words)
  })
})

describe('check', () => {
  it('ends with 0 when nothing contradicts, and says what was checked', async () => {
    const { status, stdout } = await call('check', ['x.txt'], reading)
    expect(status).toBe(0)
    expect(stdout).toContain('核对')
    expect(stdout).toContain('没有上年报告')
  })

  it('ends with 1 when something is inconsistent', async () => {
    const program = programWith({ readReport: async () => smallReport, checkReport: async () => found })
    const forPrograms = await call('check', ['x.txt', '--json'], program)
    expect(forPrograms.status).toBe(1)
    const [printed] = JSON.parse(forPrograms.stdout).findings
    expect(printed).toMatchObject({
      rule: 'narrative.total',
      verdict: 'inconsistent',
      difference: '9.00',
      evidence: [{ line: 5 }],
      effects: [],
    })
    expect(printed).not.toHaveProperty('touches')
    const forPeople = await call('check', ['x.txt'], program)
    expect(forPeople.stdout).toContain(contradiction.statement)
    expect(forPeople.stdout).toContain('两个数字可能颠倒了')
  })

  it('says how to see all where a screen does not hold them', async () => {
    const withFindings = (count: number) =>
      programWith({
        readReport: async () => smallReport,
        checkReport: async () => ({ ...found, findings: Array.from({ length: count }, () => contradiction) }),
      })
    expect((await call('check', ['x.txt'], withFindings(21))).stdout).toMatch(/另有1处[\s\S]*要看全部，用 check 文件 --out /)
    expect((await call('check', ['x.txt'], withFindings(20))).stdout).not.toContain('--out')
  })

  it('ends with 0 when there are only roundings and remarks on wording', async () => {
    const mild = [
      { ...contradiction, verdict: 'rounding' as const },
      { ...contradiction, verdict: 'text' as const },
    ]
    const program = programWith({ readReport: async () => smallReport, checkReport: async () => ({ ...found, findings: mild }) })
    expect((await call('check', ['x.txt'], program)).status).toBe(0)
  })
})

describe('ask', () => {
  // A batch opens the store before it asks; what is in it does not matter here.
  const anyStore = async () => ({}) as never
  /** Repeats what was said so far, so that a test sees the conversation. */
  const asking = programWith({
    store: anyStore,
    conversation: () => {
      const said: string[] = []
      return async (message) => {
        said.push(message)
        return { answer, text: said.join('→') }
      }
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'ask-'))
  const file = (content: string): string => {
    const path = join(folder, `${Math.random()}.json`)
    writeFileSync(path, content)
    return path
  }

  it('writes nothing into a file whose ending is another', async () => {
    const files = [{ name: '三公.csv', type: 'text/csv', bytes: Buffer.from('x'), alt: null }]
    const program = programWith({ conversation: () => async () => ({ answer, text: '', files }) })
    const picture = join(folder, 'x.png')
    const { status, stderr } = await call('ask', ['三公导出', '--out', picture], program)
    expect([status, existsSync(picture)]).toEqual([2, false])
    expect(stderr).toContain('换成 .csv 结尾')
    expect((await call('ask', ['三公导出', '--out', join(folder, 'x.csv')], program)).status).toBe(0)
  })

  it('prints one reply in the shape of the contract', async () => {
    const { stdout } = await call('ask', ['支出多少', '--json'], asking)
    expect(JSON.parse(stdout)).toEqual({
      status: 'answered',
      text: '支出多少',
      figures: [
        {
          what: '支出合计',
          department: '某市示范局',
          fiscalYear: 2022,
          value: '12.00',
          unit: '万元',
          derivation: null,
          sources: [{ report: 'r', form: 'expenditure', row: '合计', column: 'total', page: null, line: 3, raw: '12.00' }],
        },
      ],
      notes: [],
      choices: [],
    })
  })

  it('answers a batch with one reply for each element, of a conversation the last', async () => {
    const { stdout, status } = await call('ask', ['--batch', file('["甲", ["乙", "丙"]]'), '--json'], asking)
    expect(status).toBe(0)
    expect(JSON.parse(stdout).map((reply: { text: string }) => reply.text)).toEqual(['甲', '乙→丙'])
  })

  it('goes on after an element that cannot be used', async () => {
    const program = programWith({
      store: anyStore,
      conversation: () => async (message) => {
        if (message === '') throw new InputError('empty', '没有问题。')
        return { answer, text: '好' }
      },
    })
    const { stdout } = await call('ask', ['--batch', file('["", "甲"]'), '--json'], program)
    expect(JSON.parse(stdout).map((reply: { status: string }) => reply.status)).toEqual(['refused', 'answered'])
  })

  it('ends with 2 on an empty question, in the shape of a reply and of an error', async () => {
    const program = programWith({
      conversation: () => async () => ({ answer: { ...answer, status: 'refused', figures: [] }, text: '请写上要问的话。' }),
    })
    const { status, stdout } = await call('ask', ['  ', '--json'], program)
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'empty', message: '请写上要问的话。' }, status: 'refused', figures: [] })
    const forPeople = await call('ask', [''], program)
    expect([forPeople.stdout, forPeople.stderr]).toEqual(['', '请写上要问的话。\n'])
  })

  it.each([
    ['["甲"', 'damaged'],
    ['{"a":1}', 'wrong-type'],
    ['[1]', 'wrong-type'],
    ['[[]]', 'wrong-type'],
  ])('refuses the batch file %s', async (content, code) => {
    const { status, stdout } = await call('ask', ['--batch', file(content), '--json'], asking)
    expect(status).toBe(2)
    expect(JSON.parse(stdout).error.code).toBe(code)
  })
})

describe('ingest', () => {
  it('ends with a table of what went in and what did not, and why', async () => {
    const program = programWith({
      ingest: async () => [
        {
          file: 'a.txt',
          outcome: 'added',
          department: '某市示范局',
          fiscalYear: 2022,
          kind: 'finalAccount',
          figures: 812,
          contradictions: 3,
          next: { fiscalYear: 2023, contradictions: 2 },
          reason: null,
        },
        {
          file: 'c.pdf',
          outcome: 'added',
          department: '某市示范局',
          fiscalYear: 2023,
          kind: 'budget',
          figures: 30,
          contradictions: 0,
          next: null,
          reason: null,
        },
        {
          file: 'e.txt',
          outcome: 'completed',
          department: '某市示范局',
          fiscalYear: 2020,
          kind: 'finalAccount',
          figures: 7,
          contradictions: 0,
          next: null,
          reason: null,
        },
        {
          file: 'd.txt',
          outcome: 'known',
          department: '某市示范局',
          fiscalYear: 2021,
          kind: 'finalAccount',
          figures: 9,
          contradictions: 0,
          next: null,
          reason: null,
        },
        {
          file: 'b.png',
          outcome: 'refused',
          department: null,
          fiscalYear: null,
          kind: null,
          figures: null,
          contradictions: null,
          next: null,
          reason: '这是图片。',
        },
      ],
    })
    const { status, stdout } = await call('ingest', ['a.txt', 'b.png'], program)
    expect(status).toBe(2)
    expect(stdout).toContain('已收录  a.txt  某市示范局 2022年度，812个数字，3处不一致；2023年度的与它相比，2处不一致')
    expect(stdout).toContain('已补上原文  e.txt  某市示范局 2020年度，7个数字，0处不一致；现在可以问“为什么”')
    expect(stdout).toContain('未收录  b.png  这是图片。')
    expect(stdout).toContain('已收录  c.pdf  某市示范局 2023年度部门预算，30个数字')
    expect(stdout).toContain('已重读  d.txt')
    expect(stdout).toContain('共5份')
  })

  it.each([
    [['a.txt'], false],
    [['--again', 'a.txt'], true],
  ])('%j reads known files again: %s', async (argv, wanted) => {
    const asked: boolean[] = []
    const ingest = async (_: readonly string[], again: boolean) => {
      asked.push(again)
      return []
    }
    await call('ingest', argv, programWith({ ingest }))
    expect(asked).toEqual([wanted])
  })
})

describe('every verb', () => {
  it.each([
    ['read', []],
    ['read', ['a', 'b']],
    ['check', ['--format', 'x', 'a']],
    ['export', ['某局']],
    ['rebuild', ['x']],
    ['alias', ['x']],
  ])('%s %j is bad usage, in one sentence that shows the right one', async (verb, argv) => {
    const forPrograms = await call(verb, [...argv, '--json'], programWith({}))
    expect(forPrograms.status).toBe(2)
    expect(JSON.parse(forPrograms.stdout).error).toMatchObject({ code: 'bad-usage', message: expect.stringContaining(`-- ${verb}`) })
    const forPeople = await call(verb, argv, programWith({}))
    expect(forPeople.stdout).toBe('')
    expect(forPeople.stderr.trim().split('\n')).toHaveLength(1)
  })

  it('reports a bug with an id and status 3, its details only in the log', async () => {
    const broken = programWith({ readReport: async () => Promise.reject(new RangeError('boom')) })
    const { status, stdout, stderr } = await call('read', ['x', '--json'], broken)
    expect(status).toBe(3)
    const { error } = JSON.parse(stdout)
    const id = /编号 ([0-9a-f]{8})/.exec(error.message)?.[1]
    expect(id).toBeDefined()
    expect(error.message).not.toContain('boom')
    expect(stderr).toContain(`bug ${id}`)
    expect(stderr).toContain('boom')
  })

  it('tells a full disk and a folder without rights from a bug', async () => {
    for (const code of ['ENOSPC', 'EACCES', 'EROFS']) {
      const broken = programWith({ store: async () => Promise.reject(Object.assign(new Error('x'), { code })) })
      const { status, stderr } = await call('alias', ['甲', '乙'], broken)
      expect(status).toBe(2)
      expect(stderr).toMatch(/请/)
    }
  })

  it('is listed by help', async () => {
    const { stdout } = await call('help', [], programWith({}))
    for (const verb of ['read', 'check', 'ask', 'ingest', 'export', 'alias', 'withdraw', 'backup', 'rebuild', 'help'])
      expect(stdout).toContain(`  ${verb}`)
  })
})

describe('export', () => {
  it('never overwrites a file, and writes what its ending says', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'export-')), 'out.csv')
    writeFileSync(path, 'mine')
    const store = {
      departments: async () => [{ id: 1, name: '某市示范局', aliases: [] }],
      reports: async () => [{ id: 7, departmentId: 1, meta: smallReport.meta, current: true, ingestedAt: '', hasText: false }],
      report: async () => smallReport,
      findings: async () => [],
      coverage: async () => nothingFound.coverage,
    }
    // Only what the export reads of a store is stood in for.
    const program = programWith({ store: async () => store as never, checkReport: async () => nothingFound })
    const { status, stderr } = await call('export', ['某市示范局', '2022', '--format', 'csv', '--out', path], program)
    expect([status, readFileSync(path, 'utf8')]).toEqual([2, 'mine'])
    expect(stderr).toContain('已经存在')
    const good = await call('export', ['示范局', '2022', '--format', 'csv'], program)
    expect(good.stdout.startsWith('\ufeff"部门"')).toBe(true)
    const other = join(path, '..', 'out.json')
    const contradicting = await call('export', ['示范局', '2022', '--format', 'csv', '--out', other], program)
    expect([contradicting.status, existsSync(other)]).toEqual([2, false])
    expect(contradicting.stderr).toContain('.json 结尾')
    await call('export', ['示范局', '2022', '--out', other], program)
    expect(JSON.parse(readFileSync(other, 'utf8'))).toMatchObject({ report: { fiscalYear: 2022 } })
    const unknownYear = await call('export', ['某市示范局', '1999', '--json'], program)
    expect(JSON.parse(unknownYear.stdout).error.message).toContain('2022')
  })
})
