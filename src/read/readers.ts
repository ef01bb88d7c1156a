import type { Reader } from './content.ts'
import type { FileKind } from './sniff.ts'

/** The reader of each kind of file, loaded when the first such file comes. */
export const READERS: Readonly<Record<FileKind, () => Promise<Reader>>> = {
  text: async () => (await import('./text/read.ts')).readText,
  pdf: async () => {
    await import('./pdf/without-canvas.ts')
    return (await import('./pdf/read.ts')).readPdf
  },
  docx: async () => (await import('./office/docx/read.ts')).readDocx,
  doc: async () => (await import('./office/doc/read.ts')).readDoc,
  xlsx: async () => (await import('./office/sheets/read.ts')).readXlsx,
  xls: async () => (await import('./office/sheets/read.ts')).readXls,
  html: async () => (await import('./html/read.ts')).readWebPage,
  zip: async () => (await import('./archive/read.ts')).readArchive,
}
