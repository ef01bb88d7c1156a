import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/domain/fact.ts'
import { openStore } from '../../src/store/index.ts'
import { makeReport } from './synthetic.ts'
import { temporaryFolder } from './temporary.ts'

const folder = temporaryFolder()
const CHILD = fileURLToPath(new URL('./ingest-child.ts', import.meta.url))
const FIGURES = factsOf(makeReport()).length

interface Running {
  readonly process: ChildProcess
  readonly said: () => string[]
}

function start(path: string, first: number, count: number): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, path, String(first), String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  return { process: child, said: () => output.split('\n').filter(Boolean) }
}

/** Every report that is there is there wholly, exactly one edition of a year is current, and the file is sound. */
async function expectWhole(path: string): Promise<number> {
  const store = await openStore(path)
  const reports = await store.reports({ includeSuperseded: true })
  for (const report of reports) {
    expect(await store.facts({ reportId: report.id, currentOnly: false })).toHaveLength(FIGURES)
    expect(await store.findings(report.id)).toHaveLength(1)
    expect(await store.report(report.id)).not.toBeNull()
  }
  const years = new Set(reports.map((report) => report.meta.fiscalYear))
  expect(reports.filter((report) => report.current)).toHaveLength(years.size)
  expect(await store.passages('接待', { limit: 10_000 })).toHaveLength(years.size)
  await store.close()
  const file = new Database(path, { readonly: true })
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  file.close()
  return reports.length
}

/** Kills the child after a moment, checks the store, and gives how many reports are in it. */
async function killAndCheck(child: Running, path: string, before: number): Promise<number> {
  child.process.kill('SIGKILL')
  await once(child.process, 'close')
  const said = child.said().filter((line) => line !== 'open')
  expect(said.filter((line) => !/^\d+$/.test(line))).toEqual([])
  const stored = await expectWhole(path)
  const acknowledged = said.length === 0 ? before : Number(said.at(-1)) + 1
  // What was acknowledged is in; the one under way is in or out.
  expect([acknowledged, acknowledged + 1]).toContain(stored)
  return stored
}

describe('a kill', () => {
  it('while a store is being created leaves one that can be used', async () => {
    for (let round = 0; round < 4; round++) {
      const path = folder.file()
      const child = start(path, 0, 10_000)
      while (!existsSync(path)) await pause(1)
      await pause(Math.random() * 20)
      await killAndCheck(child, path, 0)
    }
  })

  it('at any moment of an ingest leaves every report in or out', async () => {
    const path = folder.file()
    let stored = 0
    for (let round = 0; round < 6; round++) {
      const child = start(path, stored, 10_000)
      while (child.said().length === 0) await pause(1)
      await pause(Math.random() * 150)
      stored = await killAndCheck(child, path, stored)
    }
    expect(stored).toBeGreaterThan(0)
  })
})

describe('two programs', () => {
  it('can create and fill the same store at once', async () => {
    const path = folder.file()
    const children = [start(path, 0, 20), start(path, 20, 20), start(path, 40, 20)]
    await Promise.all(children.map((child) => once(child.process, 'close')))
    expect(children.map((child) => [child.process.exitCode, child.said().length])).toEqual([
      [0, 21],
      [0, 21],
      [0, 21],
    ])
    expect(await expectWhole(path)).toBe(60)
  })

  it('can read while the other writes', async () => {
    const path = folder.file()
    const store = await openStore(path)
    const writer = start(path, 0, 15)
    const closed = once(writer.process, 'close')
    let seen = 0
    while (writer.process.exitCode === null) {
      const reports = await store.reports({ includeSuperseded: true })
      expect(reports.length).toBeGreaterThanOrEqual(seen)
      seen = reports.length
      await pause(5)
    }
    await closed
    expect(await store.reports({ includeSuperseded: true })).toHaveLength(15)
    await store.close()
  })
})
