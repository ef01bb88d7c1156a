import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../src/read/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function file(content: string | Uint8Array, name = `报告${++files}.txt`): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const read = (content: string | Uint8Array, name?: string) => readDocument(file(content, name))
const cellsOf = async (content: string) => (await read(content)).lines.map((line) => line.cells)

const PAGE = '收入决算表\n单位：万元\n合计\t12.30\n'
/** 收入 in GBK. */
const GBK = Buffer.from([0xca, 0xd5, 0xc8, 0xeb, 0x0a, 0x31, 0x32])

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(PAGE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${PAGE}`)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${PAGE}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\ufeff${PAGE}`, 'utf16le').swap16()],
  ])('reads %s', async (_, bytes) => {
    const { lines, type } = await read(bytes)
    expect(type).toBe('text')
    expect(lines.map((line) => line.text)).toEqual(['收入决算表', '单位：万元', '合计\t12.30', ''])
  })

  it('reads GB18030', async () => {
    expect((await read(GBK)).lines.map((line) => line.text)).toEqual(['收入', '12'])
  })

  it('reads a text cut inside a character and says so', async () => {
    const cut = await read(Buffer.from(`${PAGE}支出`).subarray(0, -1))
    expect(cut.lines.at(-1)?.text).toBe('支\ufffd')
    expect(cut.gaps).toHaveLength(1)
    expect((await read(PAGE)).gaps).toEqual([])
  })
})

describe('lines', () => {
  it('counts lines by every kind of line end, blank ones too', async () => {
    const { lines } = await read('甲\r\n乙\r丙\n\n丁')
    expect(lines.map((line) => [line.no, line.text])).toEqual([
      [1, '甲'],
      [2, '乙'],
      [3, '丙'],
      [4, ''],
      [5, '丁'],
    ])
  })

  it('lets form feeds, NULs and unusual separators stand inside their line', async () => {
    const { lines } = await read(`${'正文'.repeat(100)}\n甲\f乙\u0000丙\u2028丁\u0085戊\n己`)
    expect(lines[1]?.text).toBe('甲\f乙\u0000丙\u2028丁\u0085戊')
    expect(lines[2]).toMatchObject({ no: 3, text: '己' })
  })

  it('gives the cells of tabbed rows, blank ones too, but not of indented text', async () => {
    expect(await cellsOf('一、外交支出\t33\t\t \t1,234.50\n\t本部门职责')).toEqual([['一、外交支出', '33', '', '', '1,234.50'], null])
    expect(await cellsOf('合计\t1\t2\n\t\t3')).toEqual([
      ['合计', '1', '2'],
      ['', '', '3'],
    ])
  })

  it('reads Markdown tables and keeps the original line numbers', async () => {
    const { lines, type } = await read('# 决算\n| 科目 | 决算数 |\n| :-- | --: |\n| a\\|b | **12.00** |\n| 人员<br>经费&nbsp; | |\n完')
    expect(type).toBe('markdown')
    expect(lines.map((line) => [line.no, line.cells])).toEqual([
      [1, null],
      [2, ['科目', '决算数']],
      [4, ['a|b', '12.00']],
      [5, ['人员经费', '']],
      [6, null],
    ])
  })

  it('never glues two figures of one cell', async () => {
    expect(await cellsOf('|1.20<br/>3.40|x|')).toEqual([['1.20 3.40', 'x']])
  })

  it('takes bars in running text as text', async () => {
    expect(await cellsOf('预算 | 决算 | 差异')).toEqual([null])
  })
})

describe('bad input', () => {
  const png = Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')
  const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 251))
  it.each([
    ['an empty file', '', 'empty'],
    ['blanks only', '\ufeff \n\t\n', 'empty'],
    ['a picture', png, 'wrong-type'],
    ['binary noise', noise, 'wrong-type'],
    ['an archive', Buffer.from('Rar!\x1a\x07\x00', 'latin1'), 'wrong-type'],
    ['rich text', '{\\rtf1\\ansi', 'wrong-type'],
  ])('refuses %s in one sentence', async (_, content, code) => {
    const error = await read(content).catch((e: unknown) => e)
    expect(error).toMatchObject({ name: 'InputError', code })
    expect(String(error)).toMatch(/^InputError: [^\n]+。$/)
  })

  it('does not believe the name', async () => {
    await expect(read(png, '决算.txt')).rejects.toMatchObject({ code: 'wrong-type' })
    expect((await read(PAGE, '决算.jpg')).type).toBe('text')
  })

  it('refuses a missing file, a folder, a path that is none, a device', async () => {
    await expect(readDocument(join(folder, '没有.txt'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(readDocument(join(file(PAGE), '下级'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(readDocument('报\u0000告')).rejects.toMatchObject({ code: 'not-found' })
    await expect(readDocument('长'.repeat(9000))).rejects.toMatchObject({ code: 'not-found' })
    await expect(readDocument(folder)).rejects.toMatchObject({ code: 'is-folder' })
    await expect(readDocument('/dev/zero')).rejects.toMatchObject({ code: 'wrong-type' })
  })

  it('keeps control characters of a name out of the message', async () => {
    const error = await readDocument('\u001b[31m红\n.txt').catch((e: unknown) => e)
    expect(String(error)).not.toMatch(/[\u0000-\u001f]/)
  })

  it('refuses what is too large before reading it', async () => {
    await expect(readDocument(file(PAGE), { maxBytes: 10 })).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('size', () => {
  it('reads a line of a million characters and thirty megabytes in seconds', async () => {
    const started = performance.now()
    for (const piece of ['合', '\t', '|', '<br>', '\\', '&', '<', '*', '-', ' '])
      expect((await read(piece.repeat(1e6).slice(0, 1e6).concat('完'))).lines).toHaveLength(1)
    const long = await read('合计\t1.00\t2.00\n'.repeat(1_500_000))
    expect(long.lines).toHaveLength(1_500_001)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
