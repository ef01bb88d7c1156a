import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { pdfOf } from './pdf-maker.ts'

const folder = mkdtempSync(join(tmpdir(), 'no-canvas-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** As if the packages for pictures had been left out. */
const LEFT_OUT = `import Module from 'node:module'
const resolve = Module._resolveFilename
Module._resolveFilename = function (name, ...rest) {
  if (name === '@napi-rs/canvas') throw new Error('left out')
  return resolve.call(this, name, ...rest)
}`

function readWithout(bytes: Uint8Array): { lines: { text: string }[]; gaps: { reason: string }[] } {
  const file = join(folder, 'in.pdf')
  writeFileSync(file, bytes)
  const readers = pathToFileURL(join(import.meta.dirname, '../../src/read/readers.ts')).href
  const program = `import { readFileSync } from 'node:fs'
const { READERS } = await import('${readers}')
const read = await READERS.pdf()
console.log(JSON.stringify(await read(readFileSync(${JSON.stringify(file)}), { name: 'in.pdf' })))
process.exit()`
  const flags = [
    '--import',
    'tsx',
    '--import',
    `data:text/javascript,${encodeURIComponent(LEFT_OUT)}`,
    '--input-type=module',
    '-e',
    program,
  ]
  return JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
}

describe('without the packages for pictures', () => {
  it('text is read all the same, and a page that is a picture is told with what it would take', () => {
    const { lines, gaps } = readWithout(
      pdfOf([{ draw: (pen) => pen.text(50, 100, '收入决算表') }, { draw: (pen) => pen.picture(0, 0, 595, 842) }]),
    )
    expect(lines.map((line) => line.text)).toEqual(['收入决算表'])
    expect(gaps.map((gap) => gap.reason).join()).toContain('图片')
  })
})
