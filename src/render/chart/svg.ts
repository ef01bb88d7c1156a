import type { Chart } from '../../domain/chart.ts'
import { columns, columnsFit } from './columns.ts'
import { block, boxAt, colourOf, type Drawn, FAINT, FONT, fillOf, INK, INNER, MARGIN, textAt, WIDTH } from './pen.ts'
import { extentOf } from './scale.ts'
import { escapeXml, textWidth } from './text-layout.ts'

/** A picture for a phone: names above their bars, exact labels beside them, as tall as it must be. */

const SIZE = { title: 30, subtitle: 20, name: 24, label: 24, foot: 18 } as const
const BAR = 26

function heading(chart: Chart): Drawn {
  const title = block(chart.title, MARGIN - 12, SIZE.title, INK, 3)
  const under = chart.subtitle === '' ? null : block(`出处：${chart.subtitle}`, MARGIN - 6 + title.height, SIZE.subtitle, FAINT, 2)
  return { body: title.body + (under?.body ?? ''), height: MARGIN + title.height + (under?.height ?? 0) + 8 }
}

function legend(chart: Chart, top: number): Drawn {
  if (chart.series.length < 2) return { body: '', height: 0 }
  let x = MARGIN
  const parts = chart.series.map(({ name }, i) => {
    const at = x
    x += textWidth(name, SIZE.subtitle) + 60
    return boxAt(at, top + 6, 20, 20, colourOf(chart, i)) + textAt(at + 28, top + 23, name, SIZE.subtitle, `fill="${INK}"`)
  })
  return { body: parts.join(''), height: 40 }
}

/** Bars lying on their side, one below the other. */
function bars(chart: Chart, top: number): Drawn {
  const extent = extentOf(chart)
  const labels = chart.series.flatMap(({ values }) => values.map((value) => value?.label ?? ''))
  const room = INNER - Math.min(INNER * 0.62, Math.max(0, ...labels.map((label) => textWidth(label, SIZE.label))) + 14)
  const zero = MARGIN + room * extent.negative
  let y = top
  const parts = chart.categories.map((category, i) => {
    const name = block(category, y, SIZE.name, INK, 2)
    y += name.height + 8
    const drawn = chart.series.map(({ values }, series) => {
      const value = values[i] ?? null
      const at = y
      y += BAR + 6
      const label = (text: string, x: number, colour: string) => textAt(x, at + BAR - 4, text, SIZE.label, `fill="${colour}"`)
      if (value === null) return label('没有数字', zero + 8, FAINT)
      const length = extent.lengthOf(value) * room
      const fill = fillOf(value, series, colourOf(chart, series))
      const box = length === 0 ? '' : boxAt(Math.min(zero, zero + length), at, Math.max(Math.abs(length), 2), BAR, fill)
      return box + label(value.label, Math.max(zero, zero + length) + 8, INK)
    })
    const foot = boxAt(zero - 1, y - chart.series.length * (BAR + 6), 1, chart.series.length * (BAR + 6) - 6, FAINT)
    y += 8
    return name.body + drawn.join('') + foot
  })
  return { body: parts.join(''), height: y - top }
}

const hatches = (chart: Chart): string =>
  chart.series
    .map(
      (_, i) =>
        `<pattern id="hatch${i}" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="10" height="10" fill="#ffffff"/><rect width="5" height="10" fill="${colourOf(chart, i)}"/></pattern>`,
    )
    .join('')

/** What the marks mean, and both sides of what is contested. */
function foot(chart: Chart, top: number): Drawn {
  const all = chart.series.flatMap(({ values }) => values)
  const legend = [
    chart.computed === true ? '数字由报告印出的数算出，按所列小数位四舍五入' : '数字照报告所印',
    ...(all.some((value) => value?.implied === true) ? ['斜纹为下一年报告所述或推算'] : []),
  ].join('；')
  let height = 0
  const body = [`${legend}。`, ...chart.notes].map((line) => {
    const drawn = block(line, top + height, SIZE.foot, FAINT, 4)
    height += drawn.height
    return drawn.body
  })
  return { body: body.join(''), height: height + 8 }
}

/** The picture as SVG; the alternative text stands in it as title. */
export function chartSvg(chart: Chart): string {
  const head = heading(chart)
  const key = legend(chart, head.height)
  const top = head.height + key.height
  const plot = chart.kind === 'years' && columnsFit(chart) ? columns(chart, top) : bars(chart, top)
  const below = foot(chart, top + plot.height)
  const height = Math.ceil(top + plot.height + below.height + MARGIN / 2)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}" role="img">`,
    `<title>${escapeXml(chart.alt)}</title><defs>${hatches(chart)}</defs>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    head.body,
    key.body,
    plot.body,
    below.body,
    '</svg>',
  ].join('')
}
