import * as xlsx from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/app/answer.ts'
import type { AnswerFile } from '../../src/app/answer-files.ts'
import { converse, knownStore } from '../ask/known.ts'

const NOW = new Date('2026-11-20')
let known: Awaited<ReturnType<typeof knownStore>>
beforeAll(async () => {
  known = await knownStore()
})
afterAll(() => known.close())

async function fileOf(...messages: string[]): Promise<AnswerFile> {
  const [file] = (await converse(messages, known.store, NOW)).files ?? []
  if (file === undefined) throw new Error(`no file: ${messages.join(' → ')}`)
  return file
}
const textOf = ({ bytes }: AnswerFile): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe('a file whose name is given', () => {
  const savedAs = async (question: string, saveAs: string) => {
    const { files = [] } = await answer(question, known.store, null, NOW, { checkFile: null, saveAs })
    return files.map(({ name, bytes }) => [name.replace(/^.*\./, ''), Buffer.from(bytes).toString('latin1', 0, 4)])
  }
  it.each([
    ['硚口机关工委2020年三公导出成csv', 't.xlsx', [['xlsx', 'PK\u0003\u0004']]],
    ['硚口机关工委2020年三公画图', 't.csv', [['csv', '\u00ef\u00bb\u00bf"']]],
    ['硚口机关工委2020年三公', 't.JSON', [['json', '{\n  ']]],
    ['硚口机关工委2020年三公导出成csv', 't.png', [['png', '\u0089PNG']]],
    ['硚口机关工委2020年三公导出成csv', '三公', [['csv', '\u00ef\u00bb\u00bf"']]],
    ['已收录哪些部门', 't.csv', []],
  ])('%s as %s is what its ending says', async (question, name, files) => {
    expect(await savedAs(question, name)).toEqual(files)
  })
})

describe('files that go with a reply', () => {
  it('CSV: a mark of the encoding, every figure with its rival, the question and the edition', async () => {
    const file = await fileOf('经开工委办2020年三公导出成csv')
    const text = textOf(file)
    expect(file.name).toMatch(/\.csv$/)
    expect(text.startsWith('\ufeff"部门","年度","项目","数值","单位"')).toBe(true)
    expect(text).toContain('6.50,"万元"')
    expect(text).toContain('5.60,"万元"')
    expect(text).toContain('另一说法')
    expect(text).toContain('"经开工委办2020年三公导出成csv"\r\n')
  })

  it('JSON: question, figures with sources, editions', async () => {
    const json = JSON.parse(textOf(await fileOf('2020年三公排名', '导出成json')))
    expect(json).toMatchObject({ status: 'answered', answeredAt: NOW.toISOString() })
    expect(json.figures[0]).toMatchObject({ value: '17.50', unit: '万元' })
    expect(json.editions.length).toBeGreaterThanOrEqual(3)
    for (const { sha256 } of json.editions) expect(sha256).toHaveLength(64)
  })

  it('XLSX: amounts as numbers shown as printed, words as text', async () => {
    const book = xlsx.read((await fileOf('硚口机关工委2020年三公', '导出成excel')).bytes, { cellNF: true })
    expect(book.SheetNames).toHaveLength(2)
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    expect(sheet?.D2).toMatchObject({ t: 'n', w: '0.40' })
    expect(sheet?.C2).toMatchObject({ t: 's' })
  })

  it('a whole report: codes are text', async () => {
    const book = xlsx.read((await fileOf('/导出 硚口机关工委 2020 xlsx')).bytes)
    const rows: unknown[][] = xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
    expect(rows.find((row) => row[4] === '行政运行')?.[3]).toBe('2013101')
    expect(textOf(await fileOf('/导出 硚口机关工委 2020'))).toContain('"2013101","行政运行"')
    expect(JSON.parse(textOf(await fileOf('/导出 硚口机关工委 2020 json')))).toMatchObject({ report: { fiscalYear: 2020 } })
    expect(textOf(await fileOf('/导出 硚口机关工委 2020 markdown'))).toContain('standardForm')
  })

  it('a picture with its alternative text; a name that is safe anywhere', async () => {
    const file = await fileOf('画一张2020年各部门支出排名图')
    expect(file).toMatchObject({ type: 'image/png' })
    expect(file.alt).toContain('2000.00万元')
    expect(file.name).toMatch(/^[\p{L}\p{N}_-]{1,60}\.png$/u)
  })

  it('none where nobody asked for one, or there is nothing to hand out', async () => {
    expect((await converse(['硚口机关工委2020年三公'], known.store, NOW)).files ?? []).toEqual([])
    expect((await converse(['江岸区委办2020年三公导出'], known.store, NOW)).files ?? []).toEqual([])
    const { answer } = await converse(['硚口机关工委2020年在职人数画图'], known.store, NOW)
    expect(answer.notes.join('')).toContain('不够画成图')
  })
})
