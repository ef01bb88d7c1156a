import { type Box, ILLEGIBLE } from '../../domain/document.ts'
import { isOverlaid, isPicture, largePictures } from '../pdf/gaps.ts'
import type { Glyph } from '../pdf/ink.ts'
import type { Pdf } from '../pdf/open.ts'
import type { PageInk } from '../pdf/page.ts'
import { type Area, type Bitmap, quarterTurned, WHITE, withoutAreas } from './bitmap.ts'
import { type Engine, engine } from './engine.ts'
import { type Layout, layoutOf, readLayout, type SeenGlyph, type Sight, signsOf, type Waiting } from './picture.ts'
import { drawn } from './render.ts'

/** Text this certain on average stands upright. */
const UPRIGHT = 0.85
/** So many of the longest strips tell how a page stands. */
const SAMPLE = 6
/** Upright text has strips of several characters; turned digits stand alone. */
const FEWEST = 3
/** Strips longer than this many letters take long to read: the sample holds them only where there are no others. */
const LONGEST = 16
/** The turns to try, likeliest first: upright, landscape tables on portrait pages, upside down. */
const TURNS = [0, 3, 1, 2]

/** How readable a layout is, 0 to 1, by a few of its strips. */
async function readability(eye: Engine, layout: Layout): Promise<number> {
  const width = ({ area }: Layout['strips'][number]) => area.right - area.left
  const tooLong = (strip: Layout['strips'][number]) => Math.max(0, width(strip) - LONGEST * layout.letter)
  const sample = layout.strips.toSorted((a, b) => tooLong(a) - tooLong(b) || width(b) - width(a))
  let [certain, expected] = [0, 0]
  for (const strip of sample.slice(0, SAMPLE)) {
    const signs = await signsOf(eye, layout, strip)
    certain += signs.reduce((sum, sign) => sum + sign.certain, 0)
    expected += Math.max(FEWEST, signs.length)
  }
  return expected === 0 ? 0 : certain / expected
}

/** The page as it stands upright. */
async function uprightLayout(eye: Engine, bitmap: Bitmap, scale: number): Promise<Layout> {
  let best: { layout: Layout; readable: number } | null = null
  for (const turn of TURNS) {
    const layout = layoutOf(quarterTurned(bitmap, turn), scale)
    if (best === null && layout.strips.length === 0) return layout
    const readable = await readability(eye, layout)
    if (readable > (best?.readable ?? -1)) best = { layout, readable }
    if (readable >= UPRIGHT) break
  }
  return best?.layout ?? layoutOf(bitmap, scale)
}

/** What was made of a page that is, or holds, a picture. */
export interface Seen {
  readonly page: PageInk
  readonly signs: readonly SeenGlyph[]
}

const pixelsOf = ({ x, y, width, height }: Box, scale: number): Area => ({
  left: Math.floor(x * scale),
  top: Math.floor(y * scale),
  right: Math.ceil((x + width) * scale),
  bottom: Math.ceil((y + height) * scale),
})

function cropped({ width, height, grey }: Bitmap, area: Area): Bitmap {
  const [left, top] = [Math.max(0, area.left), Math.max(0, area.top)]
  const [across, down] = [Math.max(0, Math.min(width, area.right) - left), Math.max(0, Math.min(height, area.bottom) - top)]
  const out = new Uint8Array(across * down)
  for (let y = 0; y < down; y++) out.set(grey.subarray((top + y) * width + left, (top + y) * width + left + across), y * across)
  return { width: across, height: down, grey: out }
}

/** The same sight at its place on the page. */
const moved = ({ glyphs, segments }: Sight, { x, y }: Box): Sight => ({
  glyphs: glyphs.map((glyph) => ({
    ...glyph,
    box: { ...glyph.box, x: glyph.box.x + x, y: glyph.box.y + y },
    baseline: glyph.baseline + y,
  })),
  segments: segments.map((s) =>
    s.level ? { ...s, at: s.at + y, from: s.from + x, to: s.to + x } : { ...s, at: s.at + x, from: s.from + y, to: s.to + y },
  ),
})

/** The page's own text is known exactly: it is taken off the picture, so that it is not read twice. */
function withoutText(bitmap: Bitmap, glyphs: readonly Glyph[], scale: number): Bitmap {
  const areas = glyphs.filter((glyph) => !glyph.blank).map(({ box }) => pixelsOf(box, scale))
  return { ...bitmap, grey: withoutAreas(bitmap.grey, bitmap.width, bitmap.height, areas, 2, WHITE) }
}

async function lookAtAll(eye: Engine, page: PageInk, bitmap: Bitmap, scale: number, waiting?: Waiting): Promise<Seen> {
  const layout = await uprightLayout(eye, bitmap, scale)
  const sight = await readLayout(eye, layout, waiting)
  const [width, height] = [layout.bitmap.width / scale, layout.bitmap.height / scale]
  return { page: joined({ ...page, width, height, segments: [] }, [sight]), signs: sight.glyphs }
}

async function lookAtPictures(eye: Engine, page: PageInk, bitmap: Bitmap, scale: number, waiting?: Waiting): Promise<Seen> {
  const sights: Sight[] = []
  for (const box of largePictures(page)) {
    const layout = layoutOf(cropped(bitmap, pixelsOf(box, scale)), scale)
    sights.push(moved(await readLayout(eye, layout, waiting), box))
  }
  return { page: joined(page, sights), signs: sights.flatMap((sight) => [...sight.glyphs]) }
}

/** What of a page's text can be relied on: neither another program's guess on a scan nor characters that their font does not name. */
const ownText = (page: PageInk): Glyph[] => (isOverlaid(page) ? [] : page.glyphs.filter((glyph) => glyph.text !== ILLEGIBLE))

/** What was seen, among what the page gives itself. */
function joined(page: PageInk, sights: readonly Sight[]): PageInk {
  const glyphs = [...page.glyphs]
  for (const sight of sights) {
    const past = glyphs.reduce((most, glyph) => Math.max(most, glyph.run), 0) + 1
    glyphs.push(...sight.glyphs.map((glyph) => ({ ...glyph, run: glyph.run + past })))
  }
  return { ...page, glyphs, segments: [...page.segments, ...sights.flatMap((sight) => [...sight.segments])] }
}

/**
 * Looks at a page whose text, or a part of it, is a picture.
 * @returns the page with the recognised characters among its own; null where the recogniser is not installed
 */
export async function look(pdf: Pdf, page: PageInk, waiting?: Waiting): Promise<Seen | null> {
  const whole = isPicture(page)
  if (!whole && largePictures(page).length === 0) return { page, signs: [] }
  const eye = await engine()
  if (eye === null) return null
  const { bitmap, scale } = await drawn(pdf, page.page)
  const own = { ...page, glyphs: ownText(page) }
  const bare = withoutText(bitmap, own.glyphs, scale)
  return whole ? lookAtAll(eye, own, bare, scale, waiting) : lookAtPictures(eye, own, bare, scale, waiting)
}
