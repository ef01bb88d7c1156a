import * as XLSX from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/read/archive/open.ts'
import { readXls, readXlsx } from '../../src/read/office/sheets/read.ts'
import { zip } from './formats/zip.ts'

const reading = { name: '报告', signal: undefined, onPage: undefined }

function book(sheets: Readonly<Record<string, XLSX.WorkSheet>>, hidden: readonly string[] = []): XLSX.WorkBook {
  const made = XLSX.utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(made, sheet, name)
  made.Workbook = { Sheets: made.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) }
  return made
}
const sheetOf = (rows: readonly (readonly (string | number | null | XLSX.CellObject)[])[]): XLSX.WorkSheet =>
  XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]))
const number = (v: number, z: string): XLSX.CellObject => ({ t: 'n', v, z })
const write = (made: XLSX.WorkBook, bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array =>
  XLSX.write(made, { type: 'buffer', bookType, bookSST: true })
const cellsOf = async (sheet: XLSX.WorkSheet) => (await readXlsx(write(book({ Sheet1: sheet })), reading)).lines.map((line) => line.cells)

describe.each([
  ['.xlsx', 'xlsx', readXlsx],
  ['.xls', 'biff8', readXls],
] as const)('%s', (_, bookType, read) => {
  it('reads each sheet as a page under its name, each row with its number; hidden sheets are told', async () => {
    const made = book(
      {
        旧表: sheetOf([['9.99']]),
        收入决算表: sheetOf([['收入决算表'], [], ['合计', number(12.5, '0.00')]]),
        Sheet3: sheetOf([['完', 1]]),
      },
      ['旧表'],
    )
    const content = await read(write(made, bookType), reading)
    expect(content.pages).toBe(2)
    expect(content.lines).toEqual([
      { no: null, page: 1, text: '收入决算表', cells: null },
      { no: 1, page: 1, text: '收入决算表\t', cells: ['收入决算表', ''] },
      { no: 3, page: 1, text: '合计\t12.50', cells: ['合计', '12.50'] },
      { no: 1, page: 2, text: '完\t1', cells: ['完', '1'] },
    ])
    expect(content.gaps).toEqual([{ page: null, reason: '工作表“旧表”是隐藏的，没有读' }])
  })

  it('gives figures as the sheet shows them', async () => {
    const sheet = sheetOf([
      [
        '甲',
        0.1 + 0.2,
        number(5335.32, '#,##0.00'),
        number(-3.2, '0.00;[Red]0.00'),
        number(-1234.5, '#,##0.00_);(#,##0.00)'),
        number(0.9529, '0.00%'),
      ],
    ])
    const { lines } = await read(write(book({ Sheet1: sheet }), bookType), reading)
    expect(lines[0]?.cells).toEqual(['甲', '0.3', '5,335.32', '-3.20', '-1,234.50', '95.29%'])
  })
})

describe('sheets', () => {
  it('shows a merged cell once, in its first place', async () => {
    const sheet = sheetOf([
      ['项目', '藏', '合计'],
      ['编码', '名称', '藏'],
    ])
    sheet['!merges'] = [XLSX.utils.decode_range('A1:B1'), XLSX.utils.decode_range('C1:C2')]
    expect(await cellsOf(sheet)).toEqual([
      ['项目', '', '合计'],
      ['编码', '名称', ''],
    ])
  })

  it('leaves out hidden rows and columns and says so', async () => {
    const sheet = sheetOf([
      ['甲', '辅助', '1.00'],
      ['乙', '辅助', '2.00'],
      ['丙', '辅助', '3.00'],
    ])
    sheet['!rows'] = [{}, { hidden: true }]
    sheet['!cols'] = [{}, { hidden: true }]
    const { lines, gaps } = await readXlsx(write(book({ Sheet1: sheet })), reading)
    expect(lines.map((line) => [line.no, line.cells])).toEqual([
      [1, ['甲', '1.00']],
      [3, ['丙', '3.00']],
    ])
    expect(gaps.map((gap) => gap.reason)).toEqual(['工作表“Sheet1”有 1 行隐藏的内容，没有读', '工作表“Sheet1”有 1 列隐藏的内容，没有读'])
  })

  it('reads an explanation typed into cells as text', async () => {
    const text = `一、收入情况\n${'本年收入与上年相比有所增加，原因是人员增加。'.repeat(3)}`
    const { lines } = await readXlsx(write(book({ Sheet1: sheetOf([[text], ['合计', 1, 2]]) })), reading)
    expect(lines.map((line) => [line.no, line.cells === null])).toEqual([
      [1, true],
      [1, true],
      [2, false],
    ])
  })

  it('puts a point that is only written among the digits where Excel shows it', async () => {
    const row = [number(53353200, '0!.0,'), number(-53353200, '0\\.0000'), number(5, '0!.0000'), number(53353200, '#,##0!.0000')]
    expect(await cellsOf(sheetOf([['合计', ...row]]))).toEqual([['合计', '5335.3', '-5335.3200', '0.0005', '〔数字格式读不懂〕']])
  })

  it('is not filled by a sheet formatted to its edge', async () => {
    const near = openArchive(write(book({ Sheet1: sheetOf([['甲', 1]]) })), '近')
    const far = near.entries.map((entry) => ({
      name: entry.name,
      bytes: Buffer.from(near.read(entry))
        .toString('utf8')
        .replace('A1:B1', 'A1:XFD1048576')
        .replace('</row>', '</row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'),
    }))
    const { lines } = await readXlsx(zip(far), reading)
    expect(lines.map((line) => line.cells)).toEqual([['甲', '1']])
  })

  it('refuses an empty workbook and a cut one', async () => {
    await expect(readXlsx(write(book({ Sheet1: sheetOf([[]]) })), reading)).rejects.toMatchObject({ code: 'empty' })
    const whole = write(book({ Sheet1: sheetOf(Array.from({ length: 500 }, (_, i) => [`科目${i}`, i])) }), 'biff8')
    await expect(readXls(whole.subarray(0, whole.length / 2), reading)).rejects.toMatchObject({ code: 'damaged' })
  })
})
