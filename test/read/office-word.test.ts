import { describe, expect, it } from 'vitest'
import { readDoc } from '../../src/read/office/doc/read.ts'
import { readDocx } from '../../src/read/office/docx/read.ts'
import { doc, MERGED } from './formats/doc.ts'
import { docx, p, run, table, tc } from './formats/docx.ts'

const reading = { name: '报告', signal: undefined, onPage: undefined }
const linesOf = async (body: string, parts?: Record<string, string>) => (await readDocx(docx(body, parts), reading)).lines
const textsOf = async (body: string, parts?: Record<string, string>) => (await linesOf(body, parts)).map((line) => line.text)

describe('.docx', () => {
  it('reads paragraphs and tables in order, numbered as they run', async () => {
    expect(
      await linesOf(
        p('某市示范局决算') +
          p('') +
          table([
            ['项目', '决算数'],
            ['合计', '1,234.50'],
          ]) +
          p('完'),
      ),
    ).toEqual([
      { no: 1, page: null, text: '某市示范局决算', cells: null },
      { no: 3, page: null, text: '项目\t决算数', cells: ['项目', '决算数'] },
      { no: 4, page: null, text: '合计\t1,234.50', cells: ['合计', '1,234.50'] },
      { no: 5, page: null, text: '完', cells: null },
    ])
  })

  it('keeps a merged cell in its first row and column', async () => {
    const rows = [
      tc('项目', '<w:gridSpan w:val="2"/>') + tc('合计', '<w:vMerge w:val="restart"/>'),
      tc('编码') + tc('名称') + tc('旧文字', '<w:vMerge/>'),
      tc('201') + tc('一般公共服务支出') + tc('3.20'),
    ]
    const body = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`
    expect((await linesOf(body)).map((line) => line.cells)).toEqual([
      ['项目', '', '合计'],
      ['编码', '名称', ''],
      ['201', '一般公共服务支出', '3.20'],
    ])
  })

  it('joins what a cell breaks for width and never glues two figures', async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => p(text)).join('')}</w:tc>`
    const body = `<w:tbl><w:tr>${cell('一般公共', '服务支出')}${cell('1.20', '3.40')}</w:tr></w:tbl>`
    expect((await linesOf(body))[0]?.cells).toEqual(['一般公共服务支出', '1.20 3.40'])
  })

  it('prints the numbers that Word counts itself, from paragraph and from style', async () => {
    const numbered = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`
    const level = (i: number, format: string, text: string, style = '') =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="Head"/>')}${level(1, 'decimal', '（%2）')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`
    const styles = '<w:styles><w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>'
    const body =
      p('部门概况', '<w:pStyle w:val="Head"/>') +
      p('职责', numbered(1)) +
      p('机构', numbered(1)) +
      p('收入情况', numbered(0)) +
      p('总体', numbered(1))
    expect(await textsOf(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles })).toEqual([
      '一、部门概况',
      '（1）职责',
      '（2）机构',
      '二、收入情况',
      '（1）总体',
    ])
  })

  it('leaves out deleted, hidden and doubled text, keeps inserted text and text boxes', async () => {
    const deleted = '<w:del><w:r><w:delText>12.00</w:delText></w:r></w:del>'
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>'
    const box = `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>${p('单位：万元')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('单位：万元')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`
    const body = `<w:p>${run('支出')}${deleted}<w:ins>${run('13.00')}</w:ins>${hidden}${box}${run('万元')}</w:p>`
    expect(await textsOf(body)).toEqual(['支出13.00万元', '单位：万元'])
  })

  it('reads a table that only arranges text as text', async () => {
    const body = `<w:tbl><w:tr><w:tc>${p('一、概况')}${p('本部门有三个处室。')}${table([
      ['甲', '1.00'],
      ['乙', '2.00'],
    ])}</w:tc></w:tr></w:tbl>`
    expect((await linesOf(body)).map((line) => line.cells ?? line.text)).toEqual([
      '一、概况',
      '本部门有三个处室。',
      ['甲', '1.00'],
      ['乙', '2.00'],
    ])
  })

  it('lets digits of every width and marks of every kind through, radicals as ordinary characters', async () => {
    expect(
      (
        await linesOf(
          table([
            ['⽀出\u200b合计', '１，２３４．５０'],
            ['差额', '−3.20'],
            ['结余', '—'],
          ]),
        )
      ).map((line) => line.cells),
    ).toEqual([
      ['支出合计', '１，２３４．５０'],
      ['差额', '−3.20'],
      ['结余', '—'],
    ])
  })

  it('says that pictures were not read', async () => {
    const { gaps } = await readDocx(docx(`${p('表一')}<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>`), reading)
    expect(gaps).toEqual([{ page: null, reason: '文中有 1 张图片，图片里的内容没有读' }])
  })

  it.each([
    ['broken XML', docx('<w:p>'), 'damaged'],
    ['tables nested without end', docx('<w:tbl><w:tr><w:tc>'.repeat(60) + '</w:tc></w:tr></w:tbl>'.repeat(60)), 'damaged'],
    ['nothing in it', docx(p('')), 'empty'],
  ])('refuses a file with %s', async (_, bytes, code) => {
    await expect(readDocx(bytes, reading)).rejects.toMatchObject({ name: 'InputError', code })
  })
})

describe('.doc', () => {
  it('reads paragraphs and the cells of tables, blank ones too', async () => {
    const bytes = doc([
      '某市示范局决算',
      [
        ['项目', '', '决算数'],
        ['', '合计', '1,234.50'],
        ['', '', ''],
      ],
      '完',
    ])
    expect((await readDoc(bytes, reading)).lines).toEqual([
      { no: 1, page: null, text: '某市示范局决算', cells: null },
      { no: 2, page: null, text: '项目\t\t决算数', cells: ['项目', '', '决算数'] },
      { no: 3, page: null, text: '\t合计\t1,234.50', cells: ['', '合计', '1,234.50'] },
      { no: 4, page: null, text: '\t\t', cells: ['', '', ''] },
      { no: 5, page: null, text: '完', cells: null },
    ])
  })

  it('finds the columns by the drawn edges, and merged cells in their first place', async () => {
    const bytes = doc([
      [
        [
          { text: '项目', merge: 0, width: 2 },
          { text: '合计', merge: MERGED.startsDown },
        ],
        ['编码', '名称', { text: '旧文字', merge: MERGED.fromAbove }],
        ['201', { text: '服务', merge: 0 }, '3.20'],
      ],
    ])
    expect((await readDoc(bytes, reading)).lines.map((line) => line.cells)).toEqual([
      ['项目', '', '合计'],
      ['编码', '名称', ''],
      ['201', '服务', '3.20'],
    ])
  })

  it('leaves field codes out and keeps their results', async () => {
    const { lines } = await readDoc(doc(['共\u0013 PAGE \u0014\u001525\u0015页\u0001']), reading)
    expect(lines[0]?.text).toBe('共25页')
  })

  it('reads long tables over many pages of properties', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`${2010100 + i}`, `科目${i}`, `${i}.00`])
    expect((await readDoc(doc([rows]), reading)).lines.map((line) => line.cells)).toEqual(rows)
  })

  it('refuses an encrypted file, and one that is cut off', async () => {
    await expect(readDoc(doc(['甲'], { encrypted: true }), reading)).rejects.toMatchObject({ code: 'encrypted' })
    await expect(readDoc(doc(['甲'.repeat(9000)]).subarray(0, 9000), reading)).rejects.toMatchObject({ code: 'damaged' })
  })
})
