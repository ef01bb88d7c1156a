import { describe, expect, it } from 'vitest'
import { rebuildStore } from '../../src/app/rebuild.ts'
import { findingKey } from '../../src/domain/finding-key.ts'
import { openStore } from '../../src/store/index.ts'
import { makeCheck, makeReport } from './synthetic.ts'
import { temporaryFolder } from './temporary.ts'

const folder = temporaryFolder()
const editor = { id: '100000000000000001', name: '审核员' }
const old = makeReport({ department: '某市样板局', year: 2021, sha256: 'a1'.repeat(32), seed: 3 })
const fresh = makeReport({ department: '某市样板局', year: 2021, sha256: 'b2'.repeat(32), seed: 4 })

describe('what people say of the knowledge', () => {
  it('takes an edition back: the one before is current again; taken in anew, it returns', async () => {
    const store = await openStore(folder.file())
    const first = await store.ingest(old, makeCheck())
    const second = await store.ingest(fresh, makeCheck())
    await store.withdraw(second.report.id)
    expect((await store.reports()).map(({ id }) => id)).toEqual([first.report.id])
    expect((await store.edition(fresh.meta.sha256))?.withdrawnAt).toMatch(/^20/)
    await store.withdraw(first.report.id)
    expect(await store.reports()).toEqual([])
    expect((await store.ingest(fresh, makeCheck())).kind).toBe('added')
    expect((await store.reports()).map(({ id }) => id)).toEqual([second.report.id])
    await store.close()
  })

  it('keeps marks of findings and the list of changes, also through a rebuild', async () => {
    const file = folder.file()
    const store = await openStore(file)
    const { report } = await store.ingest(old, makeCheck())
    const finding = 'rule|某句'
    const mark = { finding, mark: 'known' as const, why: '已联系单位', by: editor, at: '2026-01-02T03:04:05.000Z' }
    await store.mark(report.meta.sha256, [mark])
    await store.mark(report.meta.sha256, [{ ...mark, mark: 'mistaken', why: '口径不同' }])
    const change = {
      action: 'taken-in' as const,
      by: editor,
      sha256: report.meta.sha256,
      department: '某市样板局',
      fiscalYear: 2021,
      detail: '',
    }
    await store.note(change)
    await store.close()
    await rebuildStore(file, () => undefined)
    const again = await openStore(file)
    expect(await again.marks(report.meta.sha256)).toEqual([{ ...mark, mark: 'mistaken', why: '口径不同' }])
    expect(await again.changes(report.meta.sha256)).toMatchObject([change])
    expect(await again.marks('x')).toEqual([])
    await again.close()
  })

  it('knows a finding again by its rule and its sentence', () => {
    const [one, other] = makeCheck().findings
    if (one !== undefined) expect(findingKey(one)).toBe(findingKey({ ...one, effects: [] }))
    if (one !== undefined && other !== undefined) expect(findingKey(one)).not.toBe(findingKey(other))
  })
})
