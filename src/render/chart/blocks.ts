import type { Chart } from '../../domain/chart.ts'
import { extentOf } from './scale.ts'

/** A picture in a terminal: bars of block characters, the exact label beside each. */

const WIDTH = 32
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const

function bar(share: number): string {
  const eighths = Math.round(Math.abs(share) * WIDTH * 8)
  const full = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
  return full === '' ? '▏' : full
}

export function blockLines(chart: Chart): string[] {
  const { lengthOf } = extentOf(chart)
  return chart.categories.flatMap((category, i) => [
    category,
    ...chart.series.map(({ name, values }) => {
      const value = values[i] ?? null
      const whose = chart.series.length > 1 ? `${name} ` : ''
      if (value === null) return `  ${whose}没有数字`
      const share = lengthOf(value)
      const drawn = value.implied ? bar(share).replaceAll('█', '▒') : bar(share)
      return `  ${whose}${share < 0 ? '－' : ''}${drawn} ${value.label}`
    }),
  ])
}
