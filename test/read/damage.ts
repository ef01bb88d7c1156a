/**
 * Damages a PDF at random and reads it, many times: `tsx test/read/damage.ts RUNS`.
 * A program of its own, because a library's forgotten promise must not count against the reader: in use it runs apart, too.
 */
import fc from 'fast-check'
import { InputError } from '../../src/domain/errors.ts'
import { readPdf } from '../../src/read/pdf/read.ts'
import { pdfOf } from './pdf-maker.ts'

process.on('unhandledRejection', () => {})
const good = pdfOf(
  Array.from({ length: 2 }, () => ({
    draw: (pen) =>
      pen
        .text(50, 60, '支出决算表')
        .table([50, 150, 250], [100, 120, 140])
        .text(55, 114, '合计')
        .text(160, 114, '1.00')
        .picture(50, 300, 200, 200),
  })),
)
const hit = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) })
const damages = fc.sample(fc.tuple(fc.array(hit, { maxLength: 30 }), fc.nat(good.length * 3)), Number(process.argv[2] ?? 100))

const outcome = { read: 0, refused: 0, failed: [] as string[], slowest: 0 }
for (const [hits, cut] of damages) {
  const bytes = Buffer.from(good.subarray(0, cut))
  for (const { at, byte } of hits) if (at < bytes.length) bytes[at] = byte
  const started = performance.now()
  try {
    await readPdf(bytes, { name: '损坏.pdf', signal: AbortSignal.timeout(120_000), onPage: undefined })
    outcome.read++
  } catch (error) {
    if (error instanceof InputError) outcome.refused++
    else outcome.failed.push(String(error))
  }
  outcome.slowest = Math.max(outcome.slowest, Math.round(performance.now() - started))
}
process.stdout.write(`${JSON.stringify(outcome)}\n`)
process.exit()
