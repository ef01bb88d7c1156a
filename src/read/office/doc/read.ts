import { linesOf } from '../../blocks/lines.ts'
import { complaint } from '../../complaints.ts'
import type { Content, Reading } from '../../content.ts'
import { openCompound } from '../compound.ts'
import { readHeader, WORD_97 } from './header.ts'
import { labelsOf } from './labels.ts'
import { readLists } from './lists.ts'
import { readParagraphs } from './paragraphs.ts'
import { readCharacters } from './pieces.ts'
import { readProperties } from './properties.ts'
import { readStyles } from './styles.ts'
import { blocksOf } from './tables.ts'

function readDocument(bytes: Uint8Array, name: string): Content {
  const file = openCompound(bytes)
  const document = file.read('WordDocument')
  if (document === null) throw complaint.damaged(name)
  const header = readHeader(document)
  if (header.version < WORD_97) throw complaint.kind(name, '很旧的 Word 文档（Word 95 或更早）')
  if (header.encrypted) throw complaint.encrypted(name)
  const table = file.read(header.tableStream)
  if (table === null) throw complaint.damaged(name)
  const streams = { document, table, data: file.read('Data') }
  const characters = readCharacters(document, table, header)
  const properties = {
    paragraphs: readProperties(streams, header, 'paragraphs'),
    characters: readProperties(streams, header, 'characters'),
  }
  const { body, footnotes, between, boxes } = header.lengths
  const boxesFrom = body + footnotes + between
  const parts = (
    [
      [0, body],
      [body, body + footnotes],
      [boxesFrom, boxesFrom + boxes],
    ] as const
  ).map((range) => readParagraphs(characters, range, properties))
  const labelOf = labelsOf(readLists(table, header), readStyles(table, header))
  const lines = linesOf(parts.flatMap((part) => blocksOf(part.paragraphs, (one) => labelOf(one) + one.text)))
  const pictures = parts.reduce((sum, part) => sum + part.pictures, 0)
  const gaps = pictures === 0 ? [] : [{ page: null, reason: `文中有 ${pictures} 张图片，图片里的内容没有读` }]
  return { type: 'doc', pages: null, lines, gaps }
}

/** Reads a Word 97–2003 file (.doc): paragraphs, and tables on their grid. */
export async function readDoc(bytes: Uint8Array, { name }: Reading): Promise<Content> {
  try {
    const content = readDocument(bytes, name)
    if (content.lines.length === 0 && content.gaps.length === 0) throw complaint.empty(name)
    return content
  } catch (error) {
    if (error instanceof RangeError) throw complaint.damaged(name)
    throw error
  }
}
