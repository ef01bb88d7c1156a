import type { Output } from '../../src/cli/output.ts'
import type { Program } from '../../src/cli/program.ts'
import { verbNamed } from '../../src/cli/registry.ts'
import { runVerb } from '../../src/cli/run.ts'
import type { CheckResult } from '../../src/domain/finding.ts'
import type { Report } from '../../src/domain/report.ts'

export interface Called {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

const unexpected = (): never => {
  throw new Error('this call must not come')
}

/** A program of which only the given parts may be used. */
export const programWith = (parts: Partial<Program>): Program => ({
  readReport: unexpected,
  checkReport: unexpected,
  store: unexpected,
  conversation: unexpected,
  ingest: unexpected,
  backup: unexpected,
  rebuild: unexpected,
  ...parts,
})

/** Runs a verb as the command line does, and keeps what it wrote. */
export async function call(name: string, argv: readonly string[], program: Program): Promise<Called> {
  let stdout = ''
  let stderr = ''
  const out: Output = {
    text: (message) => {
      stdout += `${message}\n`
    },
    raw: (message) => {
      stdout += message
    },
    json: (value) => {
      stdout += `${JSON.stringify(value)}\n`
    },
    log: (message) => {
      stderr += `${message}\n`
    },
    progress: () => undefined,
  }
  const verb = verbNamed(name)
  if (verb === undefined) throw new Error(`no verb ${name}`)
  return { status: await runVerb(verb, argv, program, out), stdout, stderr }
}

/** A small report made up for tests. */
export const smallReport: Report = {
  meta: {
    department: '某市示范局',
    aliases: ['示范局'],
    fiscalYear: 2022,
    kind: 'finalAccount',
    unit: '万元',
    file: 'shifan-2022.txt',
    sha256: 'ab'.repeat(32),
    pages: null,
  },
  forms: [
    {
      id: 'expenditure',
      title: '支出决算表',
      unit: '万元',
      decimals: 2,
      department: '某市示范局',
      rows: [
        {
          code: '2019901',
          name: '一般事务',
          parent: null,
          side: null,
          ordinal: null,
          where: { page: null, line: 12, raw: '一般事务' },
          cells: {
            total: {
              kind: 'figure',
              figure: { text: '1234.50', unit: '万元', decimals: 2 },
              where: { page: null, line: 12, raw: '1,234. 50' },
              repaired: '数字中间有空格',
            },
            basic: {
              kind: 'figure',
              figure: { text: '-9.60', unit: '万元', decimals: 2 },
              where: { page: null, line: 12, raw: '-9.60' },
              repaired: null,
            },
            project: { kind: 'blank' },
          },
        },
      ],
      notes: [],
      where: { page: null, line: 10, raw: '支出决算表' },
      end: { page: null, line: 12 },
    },
  ],
  claims: [
    {
      id: 'c1',
      topic: 'expenditure',
      section: '二、支出情况',
      item: '=SUM(A1)',
      subject: 'expenditure.total',
      measure: 'final',
      figure: { text: '1234.50', unit: '万元', decimals: 2 },
      where: { page: null, line: 30, raw: '1234.50' },
      repaired: null,
      sentence: 3,
      direction: null,
      of: null,
      versus: null,
      year: null,
      partOf: null,
    },
  ],
  evaluations: [],
  unread: [{ where: { page: null, line: 40, raw: '27l48' }, reason: '字符辨认不清' }],
  tokens: { all: 4, facts: 3, unread: 1 },
  missingForms: ['governmentFund'],
  outline: null,
  records: [],
}

export const nothingFound: CheckResult = {
  findings: [],
  coverage: { checked: 2, passed: 2, rounding: 0, inconsistent: 0, text: 0, unchecked: [{ rule: 'r', reason: '没有上年报告', count: 1 }] },
}
