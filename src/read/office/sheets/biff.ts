import { complaint } from '../../complaints.ts'
import { openCompound } from '../compound.ts'

/**
 * The records of a workbook stream that say what its sheets show. All others (formulas of names, of validation, of shared
 * ranges, drawings, pivots …) are kept from the library: it runs for ever on some that are damaged.
 */
const SHOWN = new Set([
  ...[0x0809, 0x000a, 0x003c], // begin, end, continue
  ...[0x0042, 0x0022, 0x0085, 0x00fc, 0x00e0, 0x041e, 0x001e, 0x0031], // code page, dates, sheets, texts, formats, fonts
  ...[0x0200, 0x0208, 0x007d, 0x00e5], // extent, rows, columns, merged cells
  ...[0x0203, 0x027e, 0x00bd, 0x00fd, 0x0204, 0x00d6, 0x0205, 0x0006, 0x0207, 0x0201, 0x00be], // cells
])
const RECORD = { begin: 0x0809, end: 0x000a, formula: 0x0006, password: 0x002f, nothing: 0x0161 }
/** Where a formula's length stands, behind the value it gave. */
const FORMULA_LENGTH_AT = 20

/**
 * The workbook stream of an .xls with the values of its formulas, but without the formulas.
 * @throws RangeError when the file is cut off; InputError when it has a password or is no workbook
 */
export function workbookStream(bytes: Uint8Array, name: string): Buffer {
  const file = openCompound(bytes)
  const found = file.read('Workbook') ?? file.read('Book')
  if (found === null) throw complaint.damaged(name)
  const stream = Buffer.from(found)
  let next = 0
  let depth = 0
  for (let at = 0; at + 4 <= stream.length; at = next) {
    const type = stream.readUInt16LE(at)
    // Behind the last sheet anything may stand.
    if (depth === 0 && at > 0 && type !== RECORD.begin) break
    if (type === RECORD.begin) depth++
    if (type === RECORD.end) depth--
    next = at + 4 + stream.readUInt16LE(at + 2)
    if (next > stream.length) throw new RangeError('record cut off')
    if (type === RECORD.password) throw complaint.encrypted(name)
    if (type === RECORD.formula && next > at + 4 + FORMULA_LENGTH_AT + 1) stream.writeUInt16LE(0, at + 4 + FORMULA_LENGTH_AT)
    else if (!SHOWN.has(type)) stream.writeUInt16LE(RECORD.nothing, at)
  }
  return stream
}
