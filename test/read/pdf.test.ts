import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ordinary } from '../../src/read/pdf/characters.ts'
import { readPdf } from '../../src/read/pdf/read.ts'
import { type PageSpec, type Pen, pdfOf } from './pdf-maker.ts'

const READING = { name: '报告.pdf', signal: undefined, onPage: undefined }
const read = (...pages: PageSpec[]) => readPdf(pdfOf(pages), READING)
const draw = async (...pages: ((pen: Pen) => void)[]) => read(...pages.map((one) => ({ draw: one })))
const linesOf = async (...pages: ((pen: Pen) => void)[]) => (await draw(...pages)).lines.map((line) => line.cells ?? line.text)

/** A head over two rows, its first column merged downwards, its last two columns under one word. */
const FORM = (pen: Pen) =>
  pen
    .text(200, 60, '支出决算表', 14)
    .text(400, 80, '单位：万元')
    .table([50, 200, 300, 400], [100, 120, 140, 170, 190], ['0,0,down', '0,1,right'])
    .text(100, 125, '项目')
    .text(280, 114, '本年支出')
    .text(240, 134, '合计')
    .text(330, 134, '基本支出')
    .text(55, 152, '机关事业单位基本养老保')
    .text(55, 164, '险缴费')
    .text(250, 158, '1,234.50')
    .text(340, 158, '592. 29')
    .text(55, 184, '住房公积金')
    .text(250, 184, '7.00')

describe('the paper', () => {
  it('leaves out what a layout pushed beyond its edge: nobody sees it there', async () => {
    const lines = await linesOf((pen) => pen.text(100, -40, '看不见的旧行').text(100, 100, '页面上的字'))
    expect(lines).toEqual(['页面上的字'])
  })
})

describe('ruled tables', () => {
  it('reads title, unit, merged heads, wrapped names and figures as they stand', async () => {
    const document = await draw(FORM)
    expect(document).toMatchObject({ type: 'pdf', pages: 1, gaps: [] })
    expect(document.lines.map((line) => line.cells ?? line.text)).toEqual([
      '支出决算表',
      '单位：万元',
      ['项目', '本年支出', ''],
      ['', '合计', '基本支出'],
      ['机关事业单位基本养老保险缴费', '1,234.50', '592. 29'],
      ['住房公积金', '7.00', ''],
    ])
  })

  it('says where each cell is', async () => {
    const row = (await draw(FORM)).lines[4]
    expect(row).toMatchObject({ no: null, page: 1, text: '机关事业单位基本养老保险缴费\t1,234.50\t592. 29' })
    expect(row?.box).toEqual({ x: 50, y: 140, width: 350, height: 30 })
    expect(row?.cellBoxes).toEqual([
      { x: 50, y: 140, width: 150, height: 30 },
      { x: 200, y: 140, width: 100, height: 30 },
      { x: 300, y: 140, width: 100, height: 30 },
    ])
    const head = (await draw(FORM)).lines[2]
    expect(head?.cellBoxes?.[1]).toEqual({ x: 200, y: 100, width: 200, height: 20 })
    expect(head?.cellBoxes?.[2]).toBeNull()
  })

  it('takes thin bars, dashes and doubled strokes for rulings', async () => {
    const lines = await linesOf((pen) => {
      for (const y of [100, 120, 140]) pen.bar(50, y, 200, 0.5)
      for (const y of [100, 120]) pen.bar(50, y, 0.5, 20.5).bar(250, y, 0.5, 20.5)
      pen.raw('[2 1] 0 d').line(150, 100, 150, 140).line(150.6, 100, 150.6, 140)
      pen.text(60, 114, '合计').text(200, 114, '1.00').text(60, 134, '小计').text(200, 134, '2.00')
    })
    expect(lines).toEqual([
      ['合计', '1.00'],
      ['小计', '2.00'],
    ])
  })

  it('takes a table whose sides are open as wide as its rulings', async () => {
    const lines = await linesOf((pen) =>
      pen
        .line(50, 100, 350, 100)
        .line(50, 120, 350, 120)
        .line(50, 140, 350, 140)
        .line(150, 100, 150, 140)
        .line(250, 100, 250, 140)
        .text(60, 114, '项目')
        .text(160, 114, '预算')
        .text(260, 114, '决算')
        .text(60, 134, '合计')
        .text(160, 134, '1.00')
        .text(260, 134, '2.00'),
    )
    expect(lines).toEqual([
      ['项目', '预算', '决算'],
      ['合计', '1.00', '2.00'],
    ])
  })

  it('parts printed rows that no ruling parts, but not a wrapped name', async () => {
    const lines = await linesOf((pen) =>
      pen
        .table([50, 200, 300], [100, 120, 190])
        .text(60, 114, '科目')
        .text(210, 114, '金额')
        .text(60, 134, '基本工资')
        .text(210, 134, '10.00')
        .text(60, 150, '津贴')
        .text(210, 150, '2.50')
        .text(60, 166, '奖金')
        .text(210, 166, '0.30'),
    )
    expect(lines).toEqual([
      ['科目', '金额'],
      ['基本工资', '10.00'],
      ['津贴', '2.50'],
      ['奖金', '0.30'],
    ])
  })

  it('keeps text that sticks out of its cell in that cell', async () => {
    const lines = await linesOf((pen) =>
      pen
        .table([50, 150, 250], [100, 120, 140])
        .text(52, 114, '对附属单位补助支出合计')
        .text(200, 114, '1.00')
        .text(52, 134, '其他')
        .text(200, 134, '2.00'),
    )
    expect(lines).toEqual([
      ['对附属单位补助支出合计', '1.00'],
      ['其他', '2.00'],
    ])
  })

  it('reads a frame around text as text', async () => {
    expect(await linesOf((pen) => pen.table([40, 300], [90, 150]).text(50, 114, '本表无数据').text(50, 134, '特此说明'))).toEqual([
      '本表无数据',
      '特此说明',
    ])
  })
})

describe('pages', () => {
  it('reads turned pages and turned text upright', async () => {
    const upright = (await draw(FORM)).lines.map((line) => line.text)
    const turned = await read({
      rotate: 90,
      width: 600,
      height: 600,
      draw: (pen) => {
        pen.raw('0 -1 1 0 0 600 cm')
        FORM(pen)
      },
    })
    expect((await read({ rotate: 90, draw: FORM })).lines.map((line) => line.text)).toEqual(upright)
    expect(turned.lines.map((line) => line.text)).toEqual(upright)
  })

  it('leaves out page numbers and running heads, not what only looks like them', async () => {
    const page = (number: number) => (pen: Pen) =>
      pen.text(240, 30, '某某局年度报告', 9).text(50, 100, `正文第${number}句`).text(50, 300, '2024').text(280, 820, `- ${number} -`)
    expect(await linesOf(page(1), page(2), page(3))).toEqual([1, 2, 3].flatMap((n) => [`正文第${n}句`, '2024']))
    expect(await linesOf((pen) => pen.text(50, 60, '单位：万元').text(300, 800, '12.50'))).toEqual(['单位：万元', '12.50'])
  })

  it('reads a character painted twice once', async () => {
    expect(await linesOf((pen) => pen.text(50, 100, '合计11').text(50.3, 100, '合计11'))).toEqual(['合计11'])
  })

  it('names pages that are pictures', async () => {
    const { gaps } = await draw(
      (pen) => pen.picture(50, 50, 500, 700),
      FORM,
      (pen) => FORM(pen).picture(50, 300, 500, 400),
    )
    expect(gaps.map((gap) => gap.page)).toEqual([1, 3])
  })

  it('keeps the columns of a table that goes on overleaf, where its last row spans some of them', async () => {
    const first = (pen: Pen) =>
      pen
        .table([50, 90, 130, 250, 350], [700, 720, 740])
        .text(55, 714, '类')
        .text(95, 714, '款')
        .text(140, 714, '名称')
        .text(260, 714, '合计')
        .text(55, 734, '201')
        .text(95, 734, '06')
        .text(140, 734, '财政事务')
        .text(260, 734, '1.00')
        .text(290, 820, '- 1 -')
    const next = (pen: Pen) => pen.table([50, 250, 350], [60, 80]).text(120, 74, '合计').text(260, 74, '1.00').text(290, 820, '- 2 -')
    expect((await linesOf(first, next)).at(-1)).toEqual(['合计', '', '', '1.00'])
    const other = (pen: Pen) => next(pen.text(120, 40, '另一张表'))
    expect((await linesOf(first, other)).at(-1)).toEqual(['合计', '1.00'])
  })

  it('shows what a font without a Unicode map draws as unknown, never as figures', async () => {
    const bytes = Buffer.from(
      pdfOf([{ draw: (pen) => pen.text(50, 100, '\u0012\u0013\u0014\u0015\u0016\u0031\u0032\u0413') }])
        .toString('latin1')
        .replace('/UniGB-UCS2-H', '/Identity-H  ')
        .replace('(GB1)', '(Identity)'),
      'latin1',
    )
    const { lines, gaps } = await readPdf(bytes, READING)
    expect(lines.map((line) => line.text).join('')).not.toMatch(/\d/)
    expect(gaps[0]?.reason).toContain('没有给出文字编码')
  })

  it('tells of each page read', async () => {
    const told: string[] = []
    await readPdf(pdfOf([{ draw: FORM }, { draw: FORM }]), { ...READING, onPage: (page, pages) => told.push(`${page}/${pages}`) })
    expect(told).toEqual(['1/2', '2/2'])
  })
})

describe('tables without rulings', () => {
  const rows = (pen: Pen) =>
    pen
      .text(200, 60, '收入决算表', 14)
      .text(60, 100, '项目')
      .text(250, 100, '预算数')
      .text(400, 100, '决算数')
      .text(60, 120, '财政拨款收入')
      .text(250, 120, '1,200.00')
      .text(400, 120, '1,100.00')
      .text(60, 140, '其他收入')
      .text(400, 140, '3.50')
      .text(60, 160, '合计')
      .text(250, 160, '1,200.00')
      .text(400, 160, '1,103.50')
      .text(60, 200, '注：本表反映各项收入。')
  it('finds the columns by alignment', async () => {
    expect(await linesOf(rows)).toEqual([
      '收入决算表',
      ['项目', '预算数', '决算数'],
      ['财政拨款收入', '1,200.00', '1,100.00'],
      ['其他收入', '', '3.50'],
      ['合计', '1,200.00', '1,103.50'],
      '注：本表反映各项收入。',
    ])
  })
  it('keeps a column in which only its head is printed, and gives a group of heads none of its own', async () => {
    const row = (pen: Pen, y: number, name: string, figures: readonly string[]) => {
      const at = [260, 340, 500]
      figures.forEach((figure, i) => {
        pen.text(at[i] ?? 0, y, figure)
      })
      return pen.text(60, y, name)
    }
    expect(
      await linesOf((pen) => {
        pen.text(60, 85, '项目').text(420, 85, '本年支出').text(60, 100, '科目').text(180, 100, '年初结转').text(260, 100, '本年收入')
        pen.text(345, 115, '小计').text(425, 115, '基本支出').text(505, 115, '项目支出')
        row(pen, 130, '城乡社区支出', ['1,300.00', '1,245.00', '1,245.00'])
        row(pen, 150, '土地出让', ['1,300.00', '1,245.00', '1,245.00'])
        row(pen, 170, '合计', ['1,300.00', '1,245.00', '1,245.00'])
      }),
    ).toEqual([
      ['项目', '', '', '', '本年支出', ''],
      ['科目', '年初结转', '本年收入', '', '', ''],
      ['', '', '', '小计', '基本支出', '项目支出'],
      ['城乡社区支出', '', '1,300.00', '1,245.00', '', '1,245.00'],
      ['土地出让', '', '1,300.00', '1,245.00', '', '1,245.00'],
      ['合计', '', '1,300.00', '1,245.00', '', '1,245.00'],
    ])
  })
  it('takes running text with figures as text', async () => {
    const text = ['本年收入 12.50 万元，', '比上年增加 2.00 万元，', '增长 19.05 %，主要是', '人员增加 1 人。']
    expect(
      await linesOf((pen) =>
        text.forEach((line, i) => {
          pen.text(60, 100 + 20 * i, line)
        }),
      ),
    ).toEqual(text)
  })
})

describe('characters', () => {
  it('gives ordinary characters for radicals and compatibility ideographs, and leaves full-width marks', () => {
    expect(ordinary('⾦额⼯资⻓⻚（１２．５）：\u200b年\uf9d1')).toBe('金额工资长页（１２．５）：年六')
    expect(ordinary('贫困⼾、⾭山')).toBe('贫困户、青山')
  })
})

describe('bad PDFs', () => {
  const good = pdfOf([{ draw: FORM }])
  const locked =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >> /ID [(a) (b)]'
  it.each([
    ['locked', pdfOf([{ draw: FORM }], locked), 'encrypted'],
    ['cut at its head', good.subarray(0, 60), 'damaged'],
    ['without pages', pdfOf([]), 'empty'],
    [
      'a head with noise',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 7) % 256))]),
      'damaged',
    ],
  ])('refuses one that is %s', async (_, bytes, code) => {
    await expect(readPdf(bytes, READING)).rejects.toMatchObject({ name: 'InputError', code })
  })

  it('refuses far too many pages', async () => {
    await expect(readPdf(pdfOf(Array.from({ length: 2001 }, () => ({ draw: () => {} }))), READING)).rejects.toMatchObject({
      code: 'too-large',
    })
  })

  it('stops when told to', async () => {
    const stop = new AbortController()
    const reading = readPdf(pdfOf(Array.from({ length: 50 }, () => ({ draw: FORM }))), {
      ...READING,
      signal: stop.signal,
      onPage: () => stop.abort(),
    })
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('survives any damage: it reads, or says that it cannot', () => {
    const program = fileURLToPath(new URL('./damage.ts', import.meta.url))
    const outcome = JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', program, '150'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
    expect(outcome.failed).toEqual([])
    expect(outcome.read).toBeGreaterThan(0)
    expect(outcome.refused).toBeGreaterThan(0)
  })
})
