import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Which rooms each room may import from; its own is always allowed. `domain` and `knowledge` are open to all. */
const ARROWS: Record<string, readonly string[]> = {
  knowledge: [],
  domain: [],
  read: [],
  parse: ['read'],
  check: [],
  compute: [],
  store: [],
  ask: ['compute', 'store/interface.ts'],
  app: ['read', 'parse', 'check', 'compute', 'store', 'ask', 'render'],
  render: [],
  commands: ['app', 'ask', 'store/interface.ts', 'render'],
  cli: ['app', 'render', 'commands', 'store/interface.ts'],
  chat: ['render', 'app', 'commands'],
  'main.ts': ['app', 'cli', 'chat', 'commands', 'render', 'store', 'config.ts'],
  'config.ts': [],
}

const roomOf = (file: string): string => {
  const parts = relative(root, file).split('/')
  return parts[0] === 'src' ? (parts[1] ?? '') : (parts[0] ?? '')
}
const insideSrc = (file: string): string => relative(join(root, 'src'), file)

const sources = ['src', 'commands', 'knowledge'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, folder, file)),
)

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map((match) => join(dirname(file), match[1] ?? ''))

describe('the house', () => {
  it('has a rule for every room', () => {
    const rooms = new Set(sources.map(roomOf))
    for (const room of rooms) expect(Object.keys(ARROWS), `room ${room}`).toContain(room)
  })

  it('keeps its arrows', () => {
    const wrong: string[] = []
    for (const file of sources) {
      const room = roomOf(file)
      for (const target of importsOf(file)) {
        const to = roomOf(target)
        const allowed =
          to === room || to === 'domain' || to === 'knowledge' || (ARROWS[room] ?? []).some((a) => a === to || a === insideSrc(target))
        if (!allowed || (room === 'domain' && to === 'knowledge')) wrong.push(`${relative(root, file)} → ${relative(root, target)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('reads process.env in config.ts alone', () => {
    const readers = sources.filter((file) => /process\.env/.test(readFileSync(file, 'utf8'))).map((file) => relative(root, file))
    expect(readers.filter((file) => file !== 'src/config.ts')).toEqual([])
  })

  it('has no file over 300 lines and no utils drawer', () => {
    const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301).map((file) => relative(root, file))
    expect(long).toEqual([])
    expect(sources.filter((file) => /\/(utils?|helpers?|common|misc)(\/|\.ts$)/.test(file))).toEqual([])
  })

  it('keeps SQL inside store', () => {
    const sql = sources.filter((file) => /from 'kysely'|from 'better-sqlite3'/.test(readFileSync(file, 'utf8'))).map(roomOf)
    expect(sql.filter((room) => room !== 'store')).toEqual([])
  })
})
