import { readFile } from 'node:fs/promises'
import type { SourceDocument } from '../domain/document.ts'
import type { CheckResult } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { openArchive } from '../read/archive/open.ts'
import { shownName } from '../read/complaints.ts'
import { panelsPicture } from '../read/show/panels.ts'
import { numberedFindings } from '../render/check-markdown.ts'
import { panelsOf } from './page-panels.ts'
import type { PagePicture } from './uploads-protocol.ts'

/** A PDF of the file: itself, or one of an archive, whose pages are counted on from the part before. */
interface Paged {
  readonly from: number
  readonly to: number
  read(): Promise<Uint8Array | null>
}

function pdfsOf(file: string, { type, parts = [], pages }: SourceDocument): Paged[] {
  if (type === 'pdf') return [{ from: 1, to: pages ?? 1, read: () => readFile(file) }]
  const inside = async (name: string): Promise<Uint8Array | null> => {
    const archive = openArchive(await readFile(file), name)
    const entries = archive.entries.filter((entry) => shownName(entry.name) === name)
    // Two files of one name in two folders: which one was read cannot be told.
    return entries.length === 1 && entries[0] !== undefined ? archive.read(entries[0]) : null
  }
  return parts.flatMap((part) =>
    part.type === 'pdf' ? [{ from: part.firstPage, to: part.firstPage + part.pages - 1, read: () => inside(part.file) }] : [],
  )
}

/**
 * The pages of a file with the first findings marked, of its first PDF that shows any; null where none does.
 * The findings' places are the report's own objects.
 */
export async function pagePicture(
  file: string,
  document: SourceDocument,
  report: Report,
  result: CheckResult,
): Promise<PagePicture | null> {
  for (const { from, to, read } of pdfsOf(file, document)) {
    const lines = document.lines.filter(({ page }) => page !== null && page >= from && page <= to)
    const { panels, alt } = panelsOf(numberedFindings(result), report, lines)
    const bytes = panels.length === 0 ? null : await read()
    const own = panels.map((panel) => ({ ...panel, page: panel.page - from + 1 }))
    const png = bytes === null ? null : await panelsPicture(bytes, document.file, own)
    if (png !== null) return { png, alt }
  }
  return null
}
