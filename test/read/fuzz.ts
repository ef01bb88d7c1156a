/**
 * Damages small files of every kind at random and reads them in a child process: `nice tsx test/read/fuzz.ts [ROUNDS]`.
 * The same damages in every run. A file is read or refused in one sentence; whatever else happens is a bug, and kept for looking at.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../../src/domain/errors.ts'
import { HEAD_BYTES } from '../../src/read/limits.ts'
import { READERS } from '../../src/read/readers.ts'
import { sniff, sniffInside } from '../../src/read/sniff.ts'
import { readText } from '../../src/read/text/read.ts'
import { WRITERS } from './formats/same-report.ts'
import { zip } from './formats/zip.ts'
import { pdfOf } from './pdf-maker.ts'

/** No file of a few thousand bytes may take this long, however busy the machine is. */
const HANG_MS = 30_000
const PDF_SHARE = 10

type Roll = (below: number) => number

function dice(seed: number): Roll {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const lines = Array.from({ length: 30 }, (_, i) => ({
  no: i + 1,
  page: null,
  text: i === 0 ? '支出决算表' : `第${i}行`,
  cells: i % 3 === 1 ? [`${2010100 + i}`, `科目${i}`, `${i}.50`] : null,
}))
const docx = WRITERS.docx(lines)
const WHOLE: Readonly<Record<string, Uint8Array>> = {
  txt: Buffer.from(lines.map(({ text, cells }) => cells?.join('\t') ?? text).join('\n')),
  docx,
  doc: WRITERS.doc(lines),
  xlsx: WRITERS.xlsx(lines),
  xls: WRITERS.xls(lines),
  html: WRITERS.html(lines),
  zip: zip([
    { name: '说明.docx', bytes: docx },
    { name: '表.xls', bytes: WRITERS.xls(lines) },
  ]),
  pdf: pdfOf([
    { draw: (pen) => pen.text(50, 60, '支出决算表').table([50, 150, 250], [100, 120, 140]).text(55, 114, '合计').text(160, 114, '1.00') },
  ]),
}

/** Cheap damages: bytes changed, a piece cut out, doubled, moved or blanked, the end missing, a number made huge. */
const DAMAGES: readonly ((bytes: Buffer, roll: Roll) => Buffer)[] = [
  (bytes, roll) => {
    for (let i = roll(16) + 1; i > 0; i--) bytes[roll(bytes.length)] = roll(256)
    return bytes
  },
  (bytes, roll) => {
    bytes[roll(bytes.length)] = (bytes[roll(bytes.length)] ?? 0) ^ (1 << roll(8))
    return bytes
  },
  (bytes, roll) => bytes.subarray(0, roll(bytes.length) + 1),
  (bytes, roll) => {
    const at = roll(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + roll(200))])
  },
  (bytes, roll) => {
    const at = roll(bytes.length)
    const piece = bytes.subarray(at, at + roll(400))
    return Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at)])
  },
  (bytes, roll) => bytes.fill(roll(2) * 255, roll(bytes.length), roll(bytes.length)),
  (bytes, roll) => {
    const at = roll(Math.max(1, bytes.length - 4))
    bytes.fill(255, at, at + 4)
    return bytes
  },
]

/** One damaged file of a kind; the number alone decides which. */
function damaged(kind: string, number: number): Buffer {
  const roll = dice(number * 2654435761 + kind.length * 97)
  for (let i = 0; i < 4; i++) roll(2)
  const bytes = Buffer.from(WHOLE[kind] ?? [])
  return (DAMAGES[roll(DAMAGES.length)] ?? ((same) => same))(bytes, roll)
}

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const head = sniff(bytes.subarray(0, HEAD_BYTES), bytes.length)
    const found = 'container' in head ? sniffInside(head.container, bytes) : head
    if (!('kind' in found)) return 'refused'
    const reader = found.kind === 'text' ? readText : await READERS[found.kind]()
    await reader(bytes, { name: '损坏', signal: undefined, onPage: undefined })
    return 'read'
  } catch (error) {
    if (error instanceof InputError && /^[^\n]+。$/.test(error.message)) return 'refused'
    return `failed ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}

/** The child: damages and reads the files of one kind, and tells of each. */
async function child(kind: string, from: number, to: number): Promise<void> {
  process.on('unhandledRejection', () => {})
  for (let number = from; number < to; number++)
    process.send?.({ number, outcome: await outcome(damaged(kind, number)), memory: process.memoryUsage.rss() })
  process.disconnect()
}

interface Told {
  readonly number: number
  readonly outcome: string
  readonly memory: number
}

/** Reads files from `from` on; resolves with the number of the first one it did not come to. */
function run(kind: string, from: number, to: number, told: (one: Told) => void): Promise<number> {
  return new Promise((resolve) => {
    let next = from
    const reader: ChildProcess = fork(fileURLToPath(import.meta.url), ['child', kind, `${from}`, `${to}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const hung = () => reader.kill('SIGKILL')
    let alarm = setTimeout(hung, HANG_MS)
    reader.on('message', (one: Told) => {
      clearTimeout(alarm)
      alarm = setTimeout(hung, HANG_MS)
      next = one.number + 1
      told(one)
    })
    reader.on('exit', () => {
      clearTimeout(alarm)
      resolve(next)
    })
  })
}

async function fuzz(kind: string, rounds: number, folder: string): Promise<boolean> {
  const count = { read: 0, refused: 0, failed: 0, hung: 0 }
  let peak = 0
  const keep = (number: number, why: string) => {
    const file = join(folder, `${number}.${kind}`)
    writeFileSync(file, damaged(kind, number))
    process.stdout.write(`  ${file}: ${why}\n`)
  }
  let from = 0
  while (from < rounds) {
    from = await run(kind, from, rounds, ({ number, outcome: what, memory }) => {
      peak = Math.max(peak, memory)
      if (what === 'read' || what === 'refused') count[what]++
      else {
        count.failed++
        if (count.failed < 5) keep(number, what)
      }
    })
    if (from < rounds) {
      count.hung++
      keep(from, 'hung or crashed')
      from++
    }
  }
  const { read, refused, failed, hung } = count
  process.stdout.write(
    `${kind}: ${rounds} damaged, ${read} read, ${refused} refused, ${failed} failed, ${hung} hung, peak ${Math.round(peak / 1e6)} MB\n`,
  )
  return failed + hung === 0
}

const [first, kind = '', from, to] = process.argv.slice(2)
if (first === 'child') await child(kind, Number(from), Number(to))
else {
  const rounds = Number(first ?? 1000)
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-fuzz-'))
  const results: boolean[] = []
  for (const one of Object.keys(WHOLE)) results.push(await fuzz(one, one === 'pdf' ? Math.ceil(rounds / PDF_SHARE) : rounds, folder))
  process.exitCode = results.every(Boolean) ? 0 : 1
}
