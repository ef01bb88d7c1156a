import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Chart } from '../../domain/chart.ts'
import { FONT } from './pen.ts'
import { chartSvg } from './svg.ts'

/** Pictures as PNG. Drawing engine and font are loaded at the first picture, not before. */

const require = createRequire(import.meta.url)
const ENGINE = '@resvg/resvg-wasm/index_bg.wasm'
/** One file with 7,946 characters. */
const FONT_FILE = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2'
const DIGITS_FILE = '@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff2'

interface Engine {
  readonly Resvg: typeof import('@resvg/resvg-wasm').Resvg
  readonly fonts: readonly Uint8Array[]
}

let engine: Promise<Engine> | null = null

async function load(): Promise<Engine> {
  const [{ initWasm, Resvg }, wasm, ...fonts] = await Promise.all([
    import('@resvg/resvg-wasm'),
    readFile(require.resolve(ENGINE)),
    readFile(require.resolve(FONT_FILE)),
    readFile(require.resolve(DIGITS_FILE)),
  ])
  await initWasm(wasm)
  return { Resvg, fonts }
}

/** Draws a chart as a PNG, 720 points wide. */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
  engine ??= load()
  const { Resvg, fonts } = await engine
  const drawing = new Resvg(chartSvg(chart), { font: { fontBuffers: [...fonts], defaultFontFamily: FONT, loadSystemFonts: false } })
  try {
    const image = drawing.render()
    const png = image.asPng()
    image.free()
    return png
  } finally {
    drawing.free()
  }
}
