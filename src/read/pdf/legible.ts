import { ILLEGIBLE } from '../../domain/document.ts'
import type { Glyph } from './ink.ts'
import type { Font } from './pen.ts'

/** A glyph with the characters that its font gave for it. */
export interface FontGlyph extends Glyph {
  readonly font: Font | null
  readonly given: string
}

/**
 * Characters that no report prints. A font without a Unicode map gives glyph numbers instead,
 * and these fall among control characters, foreign scripts and unused ranges. Symbol fonts (U+F0xx) draw bullets.
 */
const ODD =
  /[\u0000-\u0008\u000b\u000e-\u001f\u0080-\u009f\u0100-\u036f\u0400-\u1fff\u2c00-\u2e7f\u3130-\u31ff\u3400-\u4dbf\ua000-\uefff\uf100-\uf8ff\ufffd]/

/** A font is mute from this share of odd characters on, and from so many different ones. */
const SHARE = 0.3
const KINDS = 3

function muteFonts(glyphs: readonly FontGlyph[]): Set<Font | null> {
  const fonts = new Map<Font | null, { all: number; odd: string[] }>()
  for (const { font, given } of glyphs) {
    const seen = fonts.get(font) ?? { all: 0, odd: [] }
    seen.all++
    if (ODD.test(given)) seen.odd.push(given)
    fonts.set(font, seen)
  }
  return new Set([...fonts].filter(([, { all, odd }]) => odd.length > all * SHARE && new Set(odd).size >= KINDS).map(([font]) => font))
}

/** Replaces all characters of a mute font, so that glyph numbers never pass for figures, and drops what is invisible. */
export function legible(glyphs: readonly FontGlyph[]): Glyph[] {
  const mute = muteFonts(glyphs)
  return glyphs.flatMap(({ font, given, ...glyph }): Glyph[] => {
    if (!mute.has(font)) return glyph.text === '' ? [] : [glyph]
    return [{ ...glyph, text: ILLEGIBLE, blank: false, ...(font?.missingFile ? { lost: true } : {}) }]
  })
}
