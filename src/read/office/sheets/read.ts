import type { WorkBook } from '@e965/xlsx'
import type { Line, ReadGap } from '../../../domain/document.ts'
import { InputError } from '../../../domain/errors.ts'
import { openArchive } from '../../archive/open.ts'
import { complaint } from '../../complaints.ts'
import type { Content, Reading } from '../../content.ts'
import { HEAD_BYTES } from '../../limits.ts'
import { isOldSpreadsheet } from '../sniff.ts'
import { workbookStream } from './biff.ts'
import { sheetLines } from './lines.ts'
import { type VisibleSheet, visibleRows } from './visible.ts'

type Library = typeof import('@e965/xlsx')

/** Old files name their characters by code page; GBK is among those the library keeps apart. */
async function libraryFor(kind: 'xlsx' | 'xls'): Promise<Library> {
  const library = await import('@e965/xlsx')
  if (kind === 'xls') library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  return library
}

const OPTIONS = {
  type: 'buffer',
  dense: true,
  cellStyles: true,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
  dateNF: 'yyyy-mm-dd',
} as const

/** The library throws plain errors, and strings, for whatever it cannot make sense of. */
function openWorkbook(library: Library, bytes: Buffer, name: string): WorkBook {
  try {
    return library.read(bytes, OPTIONS)
  } catch (error) {
    throw /password|encrypt/i.test(String(error)) ? complaint.encrypted(name) : complaint.damaged(name)
  }
}

function gapsOf(sheet: VisibleSheet, name: string, page: number): ReadGap[] {
  const notes: readonly (readonly [count: number, what: string])[] = [
    [sheet.hiddenRows, '行隐藏的内容，没有读'],
    [sheet.hiddenColumns, '列隐藏的内容，没有读'],
    [sheet.cut, '行超出上限，没有读'],
  ]
  return notes.flatMap(([count, what]) => (count === 0 ? [] : [{ page, reason: `工作表“${name}”有 ${count} ${what}` }]))
}

function contentOf(book: WorkBook, type: 'xlsx' | 'xls'): Content {
  const lines: Line[] = []
  const gaps: ReadGap[] = []
  let page = 0
  book.SheetNames.forEach((name, i) => {
    const sheet = book.Sheets[name]
    if (sheet === undefined || sheet['!type'] === 'chart') return
    if (book.Workbook?.Sheets?.[i]?.Hidden) {
      gaps.push({ page: null, reason: `工作表“${name}”是隐藏的，没有读` })
      return
    }
    const visible = visibleRows(sheet)
    page++
    gaps.push(...gapsOf(visible, name, page))
    lines.push(...sheetLines(name, visible.rows, page))
  })
  return { type, pages: page, lines, gaps }
}

/** A package is unpacked once within its limits, so that the library meets no bomb. */
function checkedPackage(bytes: Uint8Array, name: string): Buffer {
  const archive = openArchive(bytes, name)
  for (const entry of archive.entries) archive.read(entry)
  return Buffer.from(bytes)
}

/** The library reads a cut .xls as far as it goes, and what is missing would not be noticed: so it gets the stream alone. */
function checkedStream(bytes: Uint8Array, name: string): Buffer {
  const xml = isOldSpreadsheet(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1'))
  return xml ? Buffer.from(bytes) : workbookStream(bytes, name)
}

const reader =
  (type: 'xlsx' | 'xls') =>
  async (bytes: Uint8Array, { name }: Reading): Promise<Content> => {
    const library = await libraryFor(type)
    try {
      const checked = (type === 'xlsx' ? checkedPackage : checkedStream)(bytes, name)
      const content = contentOf(openWorkbook(library, checked, name), type)
      if (content.lines.every((line) => line.no === null)) throw complaint.empty(name)
      return content
    } catch (error) {
      // A workbook that opens can still hold sheets that contradict themselves.
      throw error instanceof InputError ? error : complaint.damaged(name)
    }
  }

/** Reads a workbook (.xlsx): each sheet a page, each row as the sheet shows it. */
export const readXlsx = reader('xlsx')
/** Reads a workbook of Excel 97 to 2003 (.xls), or one saved as XML. */
export const readXls = reader('xls')
