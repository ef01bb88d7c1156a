import type { CellObject } from '@e965/xlsx'
import { Decimal } from 'decimal.js'

const SIGN = /[-−–—－]/
const BRACKETS = /^\((.*)\)$/

/** A negative number that its format shows in brackets or in red alone keeps its sign. */
function signed(text: string, value: number): string {
  if (value >= 0 || SIGN.test(text) || !/[1-9]/.test(text)) return text
  return `-${text.replace(BRACKETS, '$1')}`
}

/** A point written as a mere character among the digits: `0!.0,` shows 元 as 万元. The library puts it in the wrong place. */
const WRITTEN_POINT = /[0#](?:!\.|\\\.|"\.")[0#]/
const SIMPLE = /^#?0?(?:!\.|\\\.|"\.")(0+)(,*)(?:_.)*$/
const UNREADABLE = '〔数字格式读不懂〕'

function withWrittenPoint(pattern: string, value: number): string {
  const [, places = '', thousands = ''] = SIMPLE.exec(pattern.split(';')[0] ?? '') ?? []
  if (places === '') return UNREADABLE
  const digits = new Decimal(value)
    .abs()
    .div(Decimal.pow(1000, thousands.length))
    .toFixed(0)
    .padStart(places.length + 1, '0')
  const text = `${digits.slice(0, -places.length)}.${digits.slice(-places.length)}`
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text
}

function shown(cell: CellObject): string {
  const pattern = typeof cell.z === 'string' ? cell.z : ''
  if (typeof cell.v === 'number' && WRITTEN_POINT.test(pattern)) return withWrittenPoint(pattern, cell.v)
  return cell.w ?? (cell.v === undefined ? '' : String(cell.v))
}

/** A cell as the sheet shows it: its number format applied, never the binary number behind it. */
export function cellText(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z') return ''
  const text = shown(cell).replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
  return typeof cell.v === 'number' && cell.t === 'n' ? signed(text, cell.v) : text
}
