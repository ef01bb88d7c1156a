import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckResult } from '../../src/domain/finding.ts'
import { call, programWith, smallReport } from './calling.ts'

const nothing: CheckResult = { findings: [], coverage: { checked: 3, passed: 3, rounding: 0, inconsistent: 0, text: 0, unchecked: [] } }
const reading = programWith({ readReport: async () => smallReport, checkReport: async () => nothing })

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-out-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('check FILE --out', () => {
  it('writes the whole result and says so', async () => {
    const file = join(folder, '结果.md')
    const { status, stdout } = await call('check', ['x.txt', '--out', file], reading)
    expect(status).toBe(0)
    expect(stdout).toContain(`全部结果已写入 ${file}。`)
    expect(await readFile(file, 'utf8')).toContain('## 台账')
  })

  it('never overwrites, and refuses other endings before it reads anything', async () => {
    const file = join(folder, '一次.docx')
    expect((await call('check', ['x.txt', '--out', file], reading)).status).toBe(0)
    const again = await call('check', ['x.txt', '--out', file], reading)
    expect(again.status).toBe(2)
    expect(again.stdout + again.stderr).toContain('已经存在')
    const other = await call('check', ['x.txt', '--out', 'a.pdf'], programWith({}))
    expect(other.status).toBe(2)
    expect(other.stdout + other.stderr).toContain('.docx')
  })
})
