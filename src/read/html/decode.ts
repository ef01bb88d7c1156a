import { type Decoded, decode } from '../decode.ts'

const HEAD = 4096
const CHARSET = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,30})/i

/** null when the label is unknown or the bytes are no text of that kind. */
function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(/^(?:gb|x-gbk|936)/i.test(label) ? 'gb18030' : label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * A page's characters. What is valid UTF-8 is UTF-8, whatever the page says (many say the wrong thing);
 * else its own word is tried, then what any text is tried with.
 * @returns null when the bytes are no text
 */
export function decodePage(bytes: Uint8Array): Decoded | null {
  const decoded = decode(bytes)
  const said = CHARSET.exec(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'))?.[1]
  if (said === undefined || /^utf-?8$/i.test(said) || decodeAs('utf-8', bytes) !== null) return decoded
  const text = decodeAs(said, bytes)
  return text === null ? decoded : { text, broken: 0 }
}
