/** Decoded characters, and how many bytes of the file were no valid characters (shown as �). */
export interface Decoded {
  readonly text: string
  readonly broken: number
}

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Even a short text may be cut inside a character. */
const FEW = 2
/** Above this share of impossible characters the bytes are no text at all. */
const NOISE = 0.02
/** Real GB18030 read as UTF-8 breaks at nearly every character; UTF-8 with some damage breaks at few. */
const DAMAGED_UTF8 = 0.1

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

interface Census {
  readonly foreign: number
  readonly broken: number
  readonly control: number
}

/** One linear walk: characters beyond ASCII, replacement characters, control and private-use ones. */
function census(text: string): Census {
  let foreign = 0
  let broken = 0
  let control = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c > 0x7f) foreign++
    if (c === 0xfffd) broken++
    else if (c < 0x20 ? c !== 9 && c !== 10 && c !== 12 && c !== 13 : c === 0x7f) control++
  }
  return { foreign, broken, control }
}

const isNoise = (text: string, found: Census): boolean => found.broken + found.control > FEW + text.length * NOISE

function lenient(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes)
  const found = census(text)
  if (found.broken <= found.foreign * DAMAGED_UTF8) return { text, broken: found.broken }
  const chinese = new TextDecoder('gb18030').decode(bytes)
  return { text: chinese, broken: census(chinese).broken }
}

/**
 * Bytes → characters: a byte-order mark decides, else UTF-8, else GB18030 (which covers GBK and GB2312).
 * A few damaged bytes are counted, not fatal.
 * @returns null when the bytes are no text
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))
  const clean = marked ? new TextDecoder(marked[1]).decode(bytes) : strict(bytes, 'utf-8')
  const decoded = clean === null ? lenient(bytes) : { text: clean, broken: 0 }
  return isNoise(decoded.text, census(decoded.text)) ? null : decoded
}
