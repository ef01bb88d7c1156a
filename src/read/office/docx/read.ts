import type { ReadGap } from '../../../domain/document.ts'
import { type Archive, openArchive } from '../../archive/open.ts'
import { linesOf } from '../../blocks/lines.ts'
import { complaint } from '../../complaints.ts'
import type { Content, Reading } from '../../content.ts'
import { walkXml } from '../xml.ts'
import { readBody } from './body.ts'
import { labelsOf } from './labels.ts'
import { readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'

const BLANK = new TextEncoder().encode('<blank/>')
const MAIN = /\/officeDocument$/

const partOf = (archive: Archive, path: string): Uint8Array | null => {
  const entry = archive.entries.find((one) => one.name.toLowerCase() === path.toLowerCase())
  return entry === undefined ? null : archive.read(entry)
}

/** The main part's path, as the package's relations name it. */
function mainPath(archive: Archive): string {
  let path = 'word/document.xml'
  const relations = partOf(archive, '_rels/.rels')
  if (relations !== null)
    walkXml(relations, {
      open({ name, get }) {
        if (name === 'Relationship' && MAIN.test(get('Type') ?? '')) path = (get('Target') ?? path).replace(/^\//, '')
      },
      close() {},
      text() {},
    })
  return path
}

const gapsOf = (pictures: number): ReadGap[] =>
  pictures === 0 ? [] : [{ page: null, reason: `文中有 ${pictures} 张图片，图片里的内容没有读` }]

function readPackage(archive: Archive, name: string): Content {
  const path = mainPath(archive)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const main = partOf(archive, path)
  if (main === null) throw complaint.damaged(name)
  const numbering = readNumbering(partOf(archive, `${folder}numbering.xml`) ?? BLANK)
  const labelOf = labelsOf(numbering, readStyles(partOf(archive, `${folder}styles.xml`) ?? BLANK))
  const body = readBody(main, labelOf)
  const notes = readBody(partOf(archive, `${folder}footnotes.xml`) ?? BLANK, labelOf)
  const lines = linesOf([...body.blocks, ...notes.blocks])
  return { type: 'docx', pages: null, lines, gaps: gapsOf(body.pictures) }
}

/** Reads a Word file (.docx): paragraphs with the numbers Word prints, tables with their merged cells. */
export async function readDocx(bytes: Uint8Array, { name }: Reading): Promise<Content> {
  try {
    const content = readPackage(openArchive(bytes, name), name)
    if (content.lines.length === 0 && content.gaps.length === 0) throw complaint.empty(name)
    return content
  } catch (error) {
    if (error instanceof RangeError) throw complaint.damaged(name)
    throw error
  }
}
