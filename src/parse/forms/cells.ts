import type { Line } from '../../domain/document.ts'
import { figureOf, type MoneyUnit } from '../../domain/figure.ts'
import type { Cell, Place, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import type { Reading } from './numbers.ts'
import type { Token } from './tokens.ts'

/** What a form parser found: rows, what it had to leave unread, and every token it accounted for. */
export interface Taken {
  readonly used: Set<Token>
  readonly unread: Unread[]
}

export const placeOf = (line: Line, raw: string): Place => ({ page: line.page, line: line.no, raw })

/** How figures out of pictures are marked; those that the recogniser is not certain of carry both. */
export const FROM_PICTURE = '由图片识别'
export const UNSURE = '字迹不清'

function seenAs({ tokens }: Reading): string | null {
  if (!tokens.some(({ line }) => line.recognised)) return null
  return tokens.some(({ line, cell }) => cell !== null && line.unsure?.includes(cell)) ? `${FROM_PICTURE}，${UNSURE}` : FROM_PICTURE
}

export function figureCell(reading: Reading, unit: MoneyUnit, decimals: number): Cell {
  const figure = figureOf(reading.text, unit, decimals)
  const where = placeOf(reading.token.line, reading.raw)
  const mended = [seenAs(reading), reading.repaired].filter((reason) => reason !== null).join('，') || null
  return figure === null ? { kind: 'unreadable', where, reason: '不是数字' } : { kind: 'figure', figure, where, repaired: mended }
}

export const dashCell = (token: Token): Cell => ({ kind: 'dash', where: placeOf(token.line, token.raw) })
export const BLANK: Cell = { kind: 'blank' }

/** 一、 or （一） before an item's name is numbering, not name. */
export const itemName = (words: string): string =>
  squeeze(words).replace(/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、．])/, '')

const UNIT = /单位[:：](?:单位[:：])?(?:人民币)?(亿元|万元|千元|元)/
const DEPARTMENT =
  /^(?:编制|填报|公开)?(?:部门|单位)(?:名称|[（(]单位[）)])?[:：](?!(?:金额)?单位[:：])(.+?)(?:(?:金额)?单位[:：].*|公开\d+表.*|20\d\d年.*)?$/

/** What the lines above a form's rows say, and where. */
export interface FormHead {
  readonly unit: MoneyUnit | null
  readonly unitWhere: Place | null
  readonly department: string | null
  readonly departmentWhere: Place | null
}

/** 单位： and 部门： in the lines above a form's rows. */
export function headOf(lines: readonly Line[]): FormHead {
  let unit: MoneyUnit | null = null
  let unitWhere: Place | null = null
  let department: string | null = null
  let departmentWhere: Place | null = null
  for (const line of lines) {
    const flat = squeeze(line.text).replace(/[*#]/g, '')
    const printed = UNIT.exec(flat)?.[1] as MoneyUnit | undefined
    if (unit === null && printed !== undefined) {
      unit = printed
      unitWhere = placeOf(line, printed)
    }
    const named = DEPARTMENT.exec(flat)?.[1]
    if (department === null && named !== undefined && !/^(?:亿|万|千)?元$/.test(named) && named.length >= 3) {
      department = named
      departmentWhere = placeOf(line, named)
    }
  }
  return { unit, unitWhere, department, departmentWhere }
}
