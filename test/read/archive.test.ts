import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { readArchive } from '../../src/read/archive/read.ts'
import { readDocument } from '../../src/read/index.ts'
import { sniff, sniffInside } from '../../src/read/sniff.ts'
import { docx, p } from './formats/docx.ts'
import { type ZipFile, zip } from './formats/zip.ts'

const reading = { name: '决算.zip', signal: undefined, onPage: undefined }
const read = (files: readonly ZipFile[]) => readArchive(zip(files), reading)
const text = (words: string) => Buffer.from(`${words}\n`)

function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), 'Sheet1')
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })
}

/** 说明.txt in GBK. */
const GBK_NAME = Buffer.from([0xcb, 0xb5, 0xc3, 0xf7, 0x2e, 0x74, 0x78, 0x74])

describe('archives', () => {
  it('reads the attachments of one report as one, the explanation before the forms, pages counted on', async () => {
    const content = await read([
      { name: '附件10：名词解释.txt', bytes: text('基本支出：指日常支出。') },
      {
        name: '附件2：表.xlsx',
        bytes: workbook([
          ['项目', '决算数'],
          ['合计', '1.00'],
        ]),
      },
      { name: '附件1：说明.docx', bytes: docx(p('本年支出1.00万元。')) },
      { name: '__MACOSX/._附件1：说明.docx', bytes: 'x' },
      { name: '附件/', bytes: '' },
    ])
    expect(content.parts).toEqual([
      { file: '附件1：说明.docx', type: 'docx', firstPage: 1, pages: 1 },
      { file: '附件10：名词解释.txt', type: 'text', firstPage: 2, pages: 1 },
      { file: '附件2：表.xlsx', type: 'xlsx', firstPage: 3, pages: 1 },
    ])
    expect(content.pages).toBe(3)
    expect(content.lines.filter((line) => line.text !== '').map((line) => [line.page, line.no, line.text])).toEqual([
      [1, 1, '本年支出1.00万元。'],
      [2, 1, '基本支出：指日常支出。'],
      [3, 1, '项目\t决算数'],
      [3, 2, '合计\t1.00'],
    ])
    expect(content.gaps).toEqual([])
  })

  it('reads names in GBK and in UTF-8, said or not', async () => {
    const { parts } = await read([
      { name: GBK_NAME, bytes: text('甲') },
      { name: '说明二.txt', bytes: text('乙') },
      { name: '说明三.txt', bytes: text('丙'), flags: 0x800 },
    ])
    expect(parts?.map((part) => part.file)).toEqual(['说明.txt', '说明二.txt', '说明三.txt'])
  })

  it('reads a file that is there twice once', async () => {
    const words = text('某市示范局决算')
    const { parts, gaps } = await read([
      { name: 'a/说明.txt', bytes: words },
      { name: 'b/副本.txt', bytes: words },
      { name: '报告.docx', bytes: docx(p('支出1.00万元')) },
      { name: '报告.html', bytes: '<html><p>支出1.00万元</p></html>' },
    ])
    expect(parts?.map((part) => part.file)).toEqual(['报告.docx', '说明.txt'])
    expect(gaps.map((gap) => gap.reason)).toEqual(['“报告.html”与“报告.docx”同名，只读了后者'])
  })

  it('goes on where one file cannot be read, and tells', async () => {
    const { parts, gaps } = await read([
      { name: '说明.txt', bytes: text('支出1.00万元') },
      { name: '表.docx', bytes: docx('<w:p>') },
      { name: '章.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
    ])
    expect(parts).toHaveLength(1)
    expect(gaps.map((gap) => gap.reason)).toEqual([
      '压缩包中有文件没有读：文件“表.docx”已损坏或不完整，请重新下载后再给。',
      expect.stringContaining('压缩包中有文件没有读：“章.png”是图片'),
    ])
  })

  it('opens an archive in an archive, but not a third', async () => {
    const inner = zip([{ name: '说明.txt', bytes: text('支出') }])
    expect((await read([{ name: '内.zip', bytes: inner }])).parts?.[0]?.file).toBe('说明.txt')
    const third = zip([{ name: '内.zip', bytes: inner }])
    await expect(read([{ name: '中.zip', bytes: third }])).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('层压缩包'),
    })
  })
})

describe('archives that are refused', () => {
  const zeros = Buffer.alloc(50 * 1024 * 1024)
  it.each([
    ['a bomb', [{ name: '0.txt', bytes: zeros }], 'too-large'],
    ['a bomb that lies about its size', [{ name: '0.txt', bytes: zeros, declaredSize: 100 }], 'damaged'],
    ['too many files', Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.txt`, bytes: 'x', method: 0 })), 'too-large'],
    ['a password', [{ name: '说明.txt', bytes: text('支出'), flags: 1 }], 'encrypted'],
    ['an unknown packing', [{ name: '说明.txt', bytes: text('支出'), method: 14 }], 'damaged'],
    ['nothing that is read', [{ name: '说明.mp3', bytes: 'ID3x' }], 'wrong-type'],
  ] as const)('%s', async (_, files, code) => {
    const error = await read(files).catch((e: unknown) => e)
    expect(error).toMatchObject({ name: 'InputError', code })
    expect(String(error)).toMatch(/^InputError: [^\n]+。$/)
  })

  it('unpacks nothing of a bomb', async () => {
    const bomb = zip([{ name: '0.docx', bytes: zeros }])
    const before = process.memoryUsage().arrayBuffers
    const started = performance.now()
    await expect(readArchive(bomb, reading)).rejects.toMatchObject({ code: 'too-large' })
    expect(performance.now() - started).toBeLessThan(200)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  })

  it('says a cut archive is damaged', () => {
    const whole = zip([{ name: '说明.txt', bytes: text('支出'.repeat(100)) }])
    expect(sniffInside('zip', whole.subarray(0, whole.length - 30))).toEqual({ refuse: 'damaged' })
  })
})

describe('by content, never by name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const typeOf = async (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes)
    return (await readDocument(join(folder, name))).type
  }

  it('tells Word, Excel, web page and archive apart, in a process of their own', async () => {
    expect(await typeOf('甲.pdf', docx(p('支出')))).toBe('docx')
    expect(await typeOf('乙.txt', workbook([['合计', '1']]))).toBe('xlsx')
    expect(await typeOf('丙.doc', Buffer.from('<html><p>支出</p></html>'))).toBe('html')
    expect(await typeOf('丁.docx', zip([{ name: '说明.docx', bytes: docx(p('支出')), method: 0 }]))).toBe('zip')
  })

  it('knows an encrypted Office file', () => {
    const file = XLSX.CFB.utils.cfb_new()
    XLSX.CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(5000))
    const bytes = Buffer.from(XLSX.CFB.write(file, { type: 'buffer' }))
    expect(sniff(bytes, bytes.length)).toEqual({ container: 'ole' })
    expect(sniffInside('ole', bytes)).toEqual({ refuse: 'encrypted' })
  })
})
