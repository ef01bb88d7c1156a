import type { Chart } from '../../domain/chart.ts'
import { boxAt, colourOf, type Drawn, FAINT, fillOf, INK, INNER, MARGIN, textAt, WIDTH } from './pen.ts'
import { extentOf } from './scale.ts'
import { lines, textWidth } from './text-layout.ts'

/** Standing columns for a few years: time runs from left to right. */

const HEIGHT = 320
const LABEL = 22
const STEP = 28

const slotOf = (chart: Chart): number => INNER / chart.categories.length

/** Only where every label fits over its column. */
export function columnsFit(chart: Chart): boolean {
  const values = chart.series[0]?.values ?? []
  const widest = Math.max(0, ...values.map((value) => textWidth(value?.label.replace(/（.*）/, '') ?? '没有数字', LABEL)))
  return chart.series.length === 1 && chart.categories.length > 1 && widest < slotOf(chart) - 8
}

export function columns(chart: Chart, top: number): Drawn {
  const extent = extentOf(chart)
  const room = HEIGHT - 3 * LABEL
  const zero = top + 3 * LABEL + room * (1 - extent.negative)
  const slot = slotOf(chart)
  const middle = 'text-anchor="middle"'
  const parts = chart.categories.map((category, i) => {
    const centre = MARGIN + slot * (i + 0.5)
    const value = chart.series[0]?.values[i] ?? null
    const name = textAt(centre, top + HEIGHT + (extent.negative > 0 ? 40 : 30), category, LABEL, `${middle} fill="${INK}"`)
    if (value === null) return name + textAt(centre, zero - 10, '没有数字', LABEL, `${middle} fill="${FAINT}"`)
    const length = extent.lengthOf(value) * room
    const width = Math.min(90, slot * 0.6)
    const [y, height] = [Math.min(zero, zero - length), Math.max(2, Math.abs(length))]
    const rect = length === 0 ? '' : boxAt(centre - width / 2, y, width, height, fillOf(value, 0, colourOf(chart, 0)))
    const label = value.label.split(/(?=（)/).flatMap((part) => lines(part, LABEL, slot, 1))
    const base = length >= 0 ? y - 10 - (label.length - 1) * STEP : y + height + LABEL
    return name + rect + label.map((line, n) => textAt(centre, base + n * STEP, line, LABEL, `${middle} fill="${INK}"`)).join('')
  })
  const axis = `<line x1="${MARGIN}" y1="${zero}" x2="${WIDTH - MARGIN}" y2="${zero}" stroke="${FAINT}" stroke-width="1"/>`
  return { body: parts.join('') + axis, height: HEIGHT + 56 }
}
