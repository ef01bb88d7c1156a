import { complaint } from '../complaints.ts'
import type { Content, Reading } from '../content.ts'
import { decode } from '../decode.ts'
import { linesOf } from './lines.ts'

const MARKDOWN = /^(?:#{1,6} \S|[ \t]{0,3}\|?[ \t]{0,3}:?-{3,100}:?[ \t]{0,3}\|)/m

/** Reads a text or Markdown file. */
export async function readText(bytes: Uint8Array, { name }: Reading): Promise<Content> {
  const decoded = decode(bytes)
  if (decoded === null) throw complaint.binary(name)
  if (decoded.text.trim() === '') throw complaint.empty(name)
  const gaps = decoded.broken === 0 ? [] : [{ page: null, reason: `有 ${decoded.broken} 处字节不是有效的文字，显示为“�”` }]
  return { type: MARKDOWN.test(decoded.text) ? 'markdown' : 'text', pages: null, lines: linesOf(decoded.text), gaps }
}
