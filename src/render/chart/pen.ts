import type { Chart, ChartValue } from '../../domain/chart.ts'
import { escapeXml, lines } from './text-layout.ts'

/** What all parts of a picture share: size, colours, text. */

export const WIDTH = 720
export const MARGIN = 32
export const INNER = WIDTH - 2 * MARGIN
export const FONT = 'Noto Sans SC'
export const INK = '#1c2733'
export const FAINT = '#5b6875'

/** Okabe and Ito's palette: told apart with any colour vision, and by lightness. */
const COLOURS = ['#0072B2', '#E69F00'] as const
const BUDGET_AND_FINAL = ['#E69F00', '#0072B2'] as const

export interface Drawn {
  readonly body: string
  readonly height: number
}

export const colourOf = (chart: Chart, series: number): string =>
  (chart.kind === 'budgetFinal' ? BUDGET_AND_FINAL : COLOURS)[series % 2] ?? COLOURS[0]

export const textAt = (x: number, y: number, text: string, size: number, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" ${more}>${escapeXml(text)}</text>`

export const boxAt = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`

/** A text in as many lines as it needs, from `top` downwards. */
export function block(text: string, top: number, size: number, colour: string, most: number): Drawn {
  const step = size * 1.35
  const body = lines(text, size, INNER, most).map((line, i) => textAt(MARGIN, top + step * (i + 1), line, size, `fill="${colour}"`))
  return { body: body.join(''), height: body.length * step }
}

/** What no report prints for its year is drawn hatched. */
export const fillOf = (value: ChartValue, series: number, colour: string): string => (value.implied ? `url(#hatch${series})` : colour)
