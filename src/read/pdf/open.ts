import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { complaint } from '../complaints.ts'
import { MAX_PAGES } from '../limits.ts'

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string): string => `${join(home, name)}/`

/** Without the character maps a PDF with unembedded Chinese fonts reads as an empty text. */
const SETTINGS = {
  cMapUrl: folder('cmaps'),
  cMapPacked: true,
  standardFontDataUrl: folder('standard_fonts'),
  wasmUrl: folder('wasm'),
  iccUrl: folder('iccs'),
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  verbosity: VerbosityLevel.ERRORS,
}

export type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>

/** Opens a PDF; the file's own faults become words. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<Pdf> {
  // pdfjs takes the buffer away, and it must be a plain one.
  const task = getDocument({ ...SETTINGS, data: Uint8Array.from(bytes) })
  const pdf = await task.promise.catch(async (error: unknown) => {
    await task.destroy()
    throw error instanceof Error && error.name === 'PasswordException' ? complaint.encrypted(name) : complaint.damaged(name)
  })
  const refusal =
    pdf.numPages === 0 ? complaint.pageless(name) : pdf.numPages > MAX_PAGES ? complaint.pages(name, pdf.numPages, MAX_PAGES) : null
  if (refusal === null) return pdf
  await task.destroy()
  throw refusal
}
