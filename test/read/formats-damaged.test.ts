import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/domain/errors.ts'
import { HEAD_BYTES } from '../../src/read/limits.ts'
import { READERS } from '../../src/read/readers.ts'
import { sniff, sniffInside } from '../../src/read/sniff.ts'
import { WRITERS } from './formats/same-report.ts'
import { zip } from './formats/zip.ts'

const reading = { name: '报告', signal: undefined, onPage: undefined }
const ROUNDS = 40

/** The same numbers in every run, so that a failure can be looked at. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const lines = Array.from({ length: 60 }, (_, i) => ({
  no: i + 1,
  page: null,
  text: `第${i}行`,
  cells: i % 3 === 0 ? null : [`${2010100 + i}`, `科目${i}`, `${i}.50`],
}))
const whole: Readonly<Record<string, Uint8Array>> = {
  docx: WRITERS.docx(lines),
  doc: WRITERS.doc(lines),
  xlsx: WRITERS.xlsx(lines),
  xls: WRITERS.xls(lines),
  html: WRITERS.html(lines),
  zip: zip([
    { name: '说明.docx', bytes: WRITERS.docx(lines) },
    { name: '表.xls', bytes: WRITERS.xls(lines) },
  ]),
}

const DAMAGE: Readonly<Record<string, (bytes: Uint8Array, roll: (below: number) => number) => Uint8Array>> = {
  'cut off': (bytes, roll) => bytes.subarray(0, 8 + roll(bytes.length - 8)),
  'with wrong bytes': (bytes, roll) => {
    const copy = Uint8Array.from(bytes)
    for (let i = 0; i < 12; i++) copy[8 + roll(copy.length - 8)] = roll(256)
    return copy
  },
  'with a wrong head': (bytes, roll) => {
    const copy = Uint8Array.from(bytes)
    for (let i = 0; i < 4; i++) copy[8 + roll(600)] = roll(256)
    return copy
  },
  'random behind its first bytes': (bytes, roll) => Uint8Array.from({ length: 3000 }, (_, i) => (i < 8 ? (bytes[i] ?? 0) : roll(256))),
}

async function outcome(bytes: Uint8Array): Promise<string> {
  const head = sniff(bytes.subarray(0, HEAD_BYTES), bytes.length)
  const found = 'container' in head ? sniffInside(head.container, bytes) : head
  if (!('kind' in found)) return 'refused'
  try {
    const read = await READERS[found.kind]()
    await read(bytes, reading)
    return 'read'
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    expect(error.message).toMatch(/^[^\n]+。$/)
    return error.code
  }
}

describe.each(Object.keys(whole))('a damaged .%s', (type) => {
  it.each(Object.keys(DAMAGE))('%s is read or refused in one sentence, soon', async (kind) => {
    const roll = dice(type.length * 7919 + kind.length)
    const started = performance.now()
    for (let i = 0; i < ROUNDS; i++) await outcome(DAMAGE[kind]?.(whole[type] ?? new Uint8Array(), roll) ?? new Uint8Array())
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  it.runIf(['docx', 'xlsx', 'xls', 'zip'].includes(type))('is never taken for whole when its end is missing', async () => {
    const bytes = whole[type] ?? new Uint8Array()
    for (const part of [0.3, 0.6, 0.9]) expect(await outcome(bytes.subarray(0, bytes.length * part))).toMatch(/refused|damaged/)
  })
})
