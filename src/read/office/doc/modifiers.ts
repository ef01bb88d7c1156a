import { viewOf } from './header.ts'

/** A single property modifier ("sprm"): what it changes, and to what. */
export interface Modifier {
  readonly code: number
  readonly operand: Uint8Array
}

/** The modifiers used here, by their codes in the format. */
export const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  rowShape: 0xd608,
  listLevel: 0x260a,
  list: 0x460b,
  elsewhere: 0x6646,
} as const

const LONG_TABS = 0xc615
/** Operand bytes by the top three bits of the code; 0 for those that carry their length. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const

/** Where the operand begins behind the code, and how long it is. */
function operandOf(view: DataView, code: number, at: number): { readonly from: number; readonly size: number } {
  const fixed = SIZES[code >> 13] ?? 1
  if (fixed > 0) return { from: at, size: fixed }
  if (code === SPRM.rowShape) return { from: at + 2, size: view.getUint16(at, true) - 1 }
  const size = view.getUint8(at)
  // A length of 255 says: count the tabs instead.
  if (code !== LONG_TABS || size !== 255) return { from: at + 1, size }
  const deleted = view.getUint8(at + 1)
  return { from: at + 1, size: 2 + 4 * deleted + 3 * view.getUint8(at + 2 + 4 * deleted) }
}

/** Reads a list of modifiers; a broken end is left off, what stands before it holds. */
export function modifiersOf(bytes: Uint8Array): Modifier[] {
  const view = viewOf(bytes)
  const found: Modifier[] = []
  let at = 0
  while (at + 3 <= bytes.byteLength) {
    const code = view.getUint16(at, true)
    if (at + 5 > bytes.byteLength && (SIZES[code >> 13] ?? 1) !== 1) break
    const { from, size } = operandOf(view, code, at + 2)
    if (size < 0 || from + size > bytes.byteLength) break
    found.push({ code, operand: bytes.subarray(from, from + size) })
    at = from + size
  }
  return found
}

/** The operand's value; the last modifier of a kind wins; null when there is none. */
export function operandValue(modifiers: readonly Modifier[], code: number): number | null {
  const operand = modifiers.findLast((modifier) => modifier.code === code)?.operand
  if (operand === undefined) return null
  return operand.reduceRight((value, byte) => value * 256 + byte, 0)
}
