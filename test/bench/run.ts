import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BenchPiece, BenchResult, Measurement } from './piece.ts'

/** Runs the pieces of this folder: all of them, or those that are named (`npm run bench -- store`). */
const NOT_PIECES = new Set(['run.ts', 'piece.ts'])
const wanted = new Set(process.argv.slice(2))
const files = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
  .filter((name) => name.endsWith('.ts') && !NOT_PIECES.has(name))
  .sort()

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3))

/** A value, and how it compares to the first size of the same run; a dash where nothing was measured. */
const cellOf = ({ values, unit }: Measurement, i: number): string => {
  const [value = 0, base = 0] = [values[i], values[0]]
  if (value === 0) return '–'
  return `${shown(value)} ${unit}${i === 0 || base === 0 ? '' : ` (×${shown(value / base)})`}`
}

function print({ title, sizes, measurements, remarks }: BenchResult): void {
  const rows = measurements.map((one) => [one.what, ...sizes.map((_, i) => cellOf(one, i))])
  const lines = [['', ...sizes], sizes.map(() => '---').concat('---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  process.stdout.write(`\n## ${title}\n\n${lines.join('\n')}\n\n${remarks.join('\n')}\n`)
}

for (const file of files) {
  if (wanted.size > 0 && !wanted.has(file.replace(/\.ts$/, ''))) continue
  const { piece } = (await import(new URL(file, import.meta.url).href)) as { piece?: BenchPiece }
  if (piece === undefined) continue
  const missing = piece.missing()
  if (missing === null) print(await piece.run())
  else process.stdout.write(`\n## ${piece.title}\n\n跳过：${missing}\n`)
}
