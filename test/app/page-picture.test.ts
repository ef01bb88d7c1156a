import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EXAMINER } from '../../src/app/examine.ts'
import { pagePicture } from '../../src/app/page-picture.ts'
import type { PagePicture } from '../../src/app/uploads-protocol.ts'
import { wrap } from '../../src/render/width.ts'
import { reportText } from '../chat/discord/report-text.ts'
import { zip } from '../read/formats/zip.ts'
import { type Pen, pdfOf } from '../read/pdf-maker.ts'

const folder = mkdtempSync(join(tmpdir(), 'chazhang-page-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lines = reportText('某市云溪区示范局', 2022)
  .split('\n')
  .filter((line) => line !== '')
  .flatMap((line) => wrap(line, 80))
const pdf = pdfOf([{ draw: (pen: Pen) => lines.forEach((line, row) => void pen.text(70, 80 + row * 24, line, 11)) }])

async function pictured(name: string, bytes: Uint8Array): Promise<PagePicture | null> {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  const document = await EXAMINER.readDocument(file)
  const report = await EXAMINER.parseReport(document)
  return pagePicture(file, document, report, await EXAMINER.checkReport(report))
}

describe('the picture of a file', () => {
  it('is of a PDF in an archive, too', async () => {
    const packed = await pictured('公开.zip', zip([{ name: '公开/决算.pdf', bytes: pdf }]))
    expect(packed?.alt).toContain('130.00')
    expect(Buffer.from(packed?.png ?? []).toString('latin1', 1, 4)).toBe('PNG')
  })

  it('is none of a file without pages to be seen, or where it cannot be told which file was read', async () => {
    expect(await pictured('决算.txt', Buffer.from(reportText('某市云溪区示范局', 2022)))).toBeNull()
    const other = pdfOf([{ draw: (pen: Pen) => void pen.text(70, 80, '附：封面', 11) }])
    const twice = zip([
      { name: '一/决算.pdf', bytes: pdf },
      { name: '二/决算.pdf', bytes: other },
    ])
    expect(await pictured('两份.zip', twice)).toBeNull()
  })
})
