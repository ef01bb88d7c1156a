import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import type { Line } from '../../../src/domain/document.ts'
import { readDocument } from '../../../src/read/index.ts'
import { engine } from '../../../src/read/scan/engine.ts'
import { WRITERS } from '../../read/formats/same-report.ts'
import { zip } from '../../read/formats/zip.ts'
import { type Pen, pdfOf } from '../../read/pdf-maker.ts'
import { picturePdf } from '../../read/scan/scan-maker.ts'
import { withHouse } from './bot.ts'
import { command, EDITOR, labelsOf, messageCommand, READER, type Seen, textOf, typing, write } from './people.ts'
import { photographed } from './photograph.ts'
import { reportText } from './report-text.ts'

const at = withHouse()
const NAME = '某市云溪区示范局'
const CORRECTED = '某市云溪区示范总局'
const DRAFT = reportText(NAME, 2022)

/** Nothing of an upload may be left on the disk. */
const onDisk = (): string[] => {
  try {
    return readdirSync(join(at.house.folder, 'uploads'), { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
}
/** Everything that stands in a Word file. */
async function wordsOf(data: Buffer | undefined): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-word-'))
  try {
    writeFileSync(join(folder, 'a.docx'), data ?? '')
    return (await readDocument(join(folder, 'a.docx'))).lines.map(({ text }) => text).join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const blind = (await engine()) === null
const check = (content: string, name = '示范局2022年决算.txt', as = READER): Seen =>
  command(at.house.discord, 'check', { 文件: at.house.upload(name, content) }, { by: as })

describe('the check of an uploaded report', () => {
  it('is told to the asker alone, with the whole as a file, and leaves nothing on the disk', async () => {
    const seen = check(DRAFT)
    expect(((await seen.callback()).data as { flags: number }).flags).toBe(64)
    expect((await seen.callback()).type).toBe(5)
    const result = await seen.result()
    expect(result.body.content).toMatch(new RegExp(`${NAME}2022年度：数字核对\\d+处.*，发现[1-9]`))
    expect(textOf(result)).toContain('130.00')
    expect(textOf(result)).toContain('台账')
    expect(result.files.map(({ name }) => name)).toEqual([`核对报告-${NAME}-2022.docx`])
    expect(await wordsOf(result.files[0]?.data)).toMatch(/1\. [\s\S]*130\.00/)
    expect(labelsOf(result)).toEqual(['发到频道', '导出'])
    expect(onDisk()).toEqual([])
    expect((await at.house.store.departments()).map(({ name }) => name)).not.toContain(NAME)
  })

  it('is handed out as a workbook and as Markdown, too, as long as it is in memory', async () => {
    const seen = check(DRAFT)
    await seen.result()
    const exported = await (await seen.press('导出')).message()
    expect(exported.ephemeral).toBe(true)
    expect(exported.files.map(({ name }) => name)).toEqual([`核对报告-${NAME}-2022.xlsx`, `核对报告-${NAME}-2022.md`])
    expect(XLSX.utils.sheet_to_csv(XLSX.read(exported.files[0]?.data).Sheets.核对结果 ?? {})).toMatch(/1,数字不一致,.*130\.00/)
    expect(exported.files[1]?.data.toString()).toMatch(/### 1\. [\s\S]*130\.00/)
    at.house.services.uploads.forget()
    expect(await (await seen.press('导出')).text()).toContain('重新上传')
  })

  it('is shown to the channel where the asker says so, at once or later', async () => {
    const open = command(at.house.discord, 'check', { 文件: at.house.upload('a.txt', DRAFT), 公开: true })
    expect(((await open.callback()).data as { flags: number }).flags).toBe(0)
    expect((await open.result()).ephemeral).toBe(false)
    const seen = check(DRAFT)
    await seen.result()
    const shown = await seen.press('发到频道')
    expect((await shown.message()).ephemeral).toBe(false)
    expect(await shown.text()).toContain(NAME)
    expect(await (await seen.press('发到频道', { by: EDITOR })).text()).toContain('别人的提问')
  })

  it('runs from the menu of a message with a file, and says so where there is none', async () => {
    const file = at.house.upload('b.txt', DRAFT)
    const seen = messageCommand(at.house.discord, '核对这份报告', [{ ...file, name: '_____.txt', title: '示范局决算' }])
    expect((await seen.result()).ephemeral).toBe(true)
    expect(textOf(await seen.result())).toContain('示范局决算.txt')
    expect(await messageCommand(at.house.discord, '核对这份报告', []).text()).toContain('没有附件')
    const several = messageCommand(at.house.discord, '核对这份报告', [file, { ...file, name: '附表.xlsx' }])
    expect(textOf(await several.result())).toContain('只核对了第一个附件，另有1个')
  })

  it('works in a direct message by sending the file, and points to privacy in a channel', async () => {
    const file = at.house.upload('c.txt', DRAFT)
    const first = await write(at.house.discord, '', { files: [file] }, { where: 'dm' }).reply()
    await at.house.discord.until(() => textOf(first).includes('台账'), 'the result')
    expect(first.files).toHaveLength(1)
    expect(textOf(await write(at.house.discord, '看看', { mention: true, files: [file] }).reply())).toContain('/check')
  })

  it('takes two files of two people at once', async () => {
    const [one, other] = [check(DRAFT, 'd.txt'), check(reportText('某市东湖区样板局', 2021), 'e.txt', EDITOR)]
    expect(textOf(await one.result())).toContain(NAME)
    expect(textOf(await other.result())).toContain('某市东湖区样板局2021年度')
  })

  it('refuses in one sentence what is no report, empty, binary, or of another type', async () => {
    const said = async (name: string, content: string | Buffer) =>
      textOf(await command(at.house.discord, 'check', { 文件: at.house.upload(name, content) }).result())
    expect(await said('f.txt', '很久很久以前，有一座山。')).toMatch(/^[^\n]*(报告|决算)[^\n]*。$/)
    expect(await said('g.exe', 'MZ')).toContain('不是能核对的类型')
    expect(await said('h.txt', '')).toContain('空的')
    expect(await said('i.txt', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)))).toMatch(/^[^\n]+。$/)
    expect(onDisk()).toEqual([])
  })

  it('asks for a department or a file where neither is given', async () => {
    expect(await command(at.house.discord, 'check', {}).text()).toContain('部门')
  })
})

/** Side by side: each waits for a process that reads. */
describe.concurrent('an uploaded report of any kind', () => {
  it.for(['docx', 'xlsx'] as const)('takes %s', async (type) => {
    const lines = DRAFT.split('\n').map((text, i): Line => ({ no: i + 1, page: null, text, cells: null }))
    const seen = command(at.house.discord, 'check', { 文件: at.house.upload(`示范局.${type}`, Buffer.from(WRITERS[type](lines))) })
    expect(textOf(await seen.result())).toMatch(new RegExp(`${NAME}2022年度[\\s\\S]*130\\.00`))
  })

  it('takes a PDF, and shows the page with the figures marked, in words for those who do not see it', async () => {
    const lines = DRAFT.split('\n').filter((line) => line !== '')
    const pages = Array.from({ length: Math.ceil(lines.length / 4) }, (_, page) => ({
      draw: (pen: Pen) => lines.slice(page * 4, page * 4 + 4).forEach((line, row) => void pen.text(60, 80 + row * 30, line, 6)),
    }))
    const seen = command(at.house.discord, 'check', { 文件: at.house.upload('示范局.pdf', pdfOf(pages)) })
    const result = await seen.result()
    expect(textOf(result)).toContain(NAME)
    expect(result.files.map(({ name }) => name)).toEqual([`核对报告-${NAME}-2022.docx`, '原页-2022.png'])
    const { width, height } = await loadImage(result.files[1]?.data ?? Buffer.of())
    expect(width).toBe(1200)
    expect(height).toBeGreaterThan(100)
    expect((result.body.attachments as { description?: string }[])[1]?.description).toMatch(/报告原页.*第1条：.*130\.00/)
    const shown = await (await seen.press('发到频道')).message()
    expect(shown.files).toHaveLength(2)
  })

  it.skipIf(blind)(
    `takes a scanned report${blind ? ' (skipped: the recogniser is not installed)' : ''}, and says that it is one`,
    async () => {
      const lines = DRAFT.split('\n').filter((line) => line !== '')
      const scan = await picturePdf([await photographed(lines)])
      const result = await command(at.house.discord, 'check', { 文件: at.house.upload('扫描.pdf', scan) }).result()
      expect(textOf(result)).toMatch(new RegExp(`${NAME}2022年度[\\s\\S]*130\\.00[\\s\\S]*第1页是图片`))
      expect(result.files[1]?.name).toBe('原页-2022.png')
    },
  )

  it('takes an archive', async () => {
    const packed = zip([{ name: '公开/说明.txt', bytes: DRAFT }])
    const result = await command(at.house.discord, 'check', { 文件: at.house.upload('公开.zip', packed) }).result()
    expect(textOf(result)).toMatch(new RegExp(`${NAME}2022年度[\\s\\S]*130\\.00`))
  })
})

describe('changes of the knowledge', () => {
  const editor = { by: EDITOR }

  it('take a checked report in for those with the right, corrected, with who and when', async () => {
    const seen = check(DRAFT, 'j.txt', EDITOR)
    expect(labelsOf(await seen.result())).toEqual(['入库', '标为已知', '标为误报', '发到频道', '导出'])
    const form = await seen.press('入库', editor)
    expect((await form.callback()).type).toBe(9)
    const done = await form.fill({ department: CORRECTED, aliases: '示范局子、云溪示范' }, editor)
    expect(await done.text()).toBe(`已入库：${CORRECTED}2022年度决算。`)
    const [department] = (await at.house.store.departments()).filter(({ name }) => name === CORRECTED)
    expect(department?.aliases).toEqual(expect.arrayContaining(['示范局子', '云溪示范']))
    const [edition] = await at.house.store.reports({ departmentId: department?.id })
    expect(edition?.meta.fiscalYear).toBe(2022)
    const [change] = await at.house.store.changes(edition?.meta.sha256 ?? '')
    expect(change).toMatchObject({ action: 'taken-in', by: { id: EDITOR.id, name: EDITOR.name } })
    expect(change?.detail).toContain(`部门由“${NAME}”改为“${CORRECTED}”`)
    expect(await typing(at.house.discord, '三公', { 部门: '云溪' }, '部门')).toEqual([CORRECTED])
    expect(await command(at.house.discord, '三公', { 部门: '云溪示范', 年度: '2022' }).text()).toContain('5.00')
  })

  it('wait for department and year to be confirmed where a person gives only the file', async () => {
    const file = at.house.upload('r.txt', reportText('某市西湖区样板局', 2018))
    const seen = command(at.house.discord, '入库', { 文件: file }, editor)
    expect(await seen.text()).toMatch(/某市西湖区样板局2018年度[\s\S]*还没有入库/)
    const names = async () => (await at.house.store.departments()).map(({ name }) => name)
    expect(await names()).not.toContain('某市西湖区样板局')
    const done = await (await seen.press('入库', editor)).fill({ year: '2019' }, editor)
    expect(await done.text()).toBe('已入库：某市西湖区样板局2019年度决算。')
    expect(await names()).toContain('某市西湖区样板局')
  })

  it('keep the older edition, and bring it back when the newer is withdrawn', async () => {
    const text = (twice: string) => reportText('某市北湖区样板局', 2020, twice)
    const take = async (content: string, name: string) =>
      command(at.house.discord, '入库', { 文件: at.house.upload(name, content), 部门: '某市北湖区样板局', 年度: '2020' }, editor).text()
    expect(await take(text('120.00'), 'k.txt')).toContain('已入库')
    expect(await take(text('121.00'), 'l.txt')).toContain('旧版')
    const asked = () => command(at.house.discord, '支出', { 部门: '某市北湖区样板局', 年度: '2020' }).text()
    expect(await asked()).toContain('121.00')
    const withdrawn = command(at.house.discord, '撤回', { 部门: '某市北湖区样板局', 年度: '2020', 缘由: '传错了' }, editor)
    expect(await withdrawn.text()).toMatch(/已撤回.*现行的是20/)
    expect(await asked()).toContain('120.00')
    const again = command(at.house.discord, '撤回', { 部门: '某市北湖区样板局', 年度: '2020', 缘由: '也错' }, editor)
    expect(await again.text()).toContain('现在没有报告')
    expect(await command(at.house.discord, '撤回', { 部门: '某市北湖区样板局', 年度: '2020', 缘由: '再' }, editor).text()).toContain(
      '不用撤回',
    )
  })

  it('mark findings as known or mistaken, shown in every later check of that edition', async () => {
    const seen = check(DRAFT, 'm.txt', EDITOR)
    await seen.result()
    const marked = await (await seen.press('标为误报', editor)).fill({ numbers: '1', why: '口径不同，已向单位核实' }, editor)
    expect(await marked.text()).toContain('已把1处标为误报')
    const later = await check(DRAFT, 'n.txt').result()
    expect(textOf(later)).toMatch(/〔误报：口径不同，已向单位核实，审核员，20/)
    expect(await wordsOf(later.files[0]?.data)).toContain('误报：口径不同')
    const long = '与上级批复的口径不同'.repeat(15)
    await (await (await seen.press('标为已知', editor)).fill({ numbers: '1', why: long }, editor)).message()
    expect(textOf(await check(DRAFT, 's.txt').result())).toMatch(/相差10.00万元（第15行）。〔已知：与上级批复的口径不同/)
    const wrong = await (await seen.press('标为已知', editor)).fill({ numbers: '99', why: '不' }, editor)
    expect(await wrong.text()).toContain('没有编号99')
  })

  it('mark findings of a stored report, also after a restart, and show them wherever it is checked', async () => {
    const jingkai = { 部门: '经开工委办', 年度: '2020' }
    const seen = command(at.house.discord, 'check', jingkai, editor)
    expect(labelsOf(await seen.message())).toEqual(['标为已知', '标为误报', '导出'])
    await at.house.restart()
    const marked = await (await seen.press('标为已知', editor)).fill({ numbers: '1', why: '单位已说明' }, editor)
    expect(await marked.text()).toContain('已把1处标为已知')
    expect(await command(at.house.discord, 'check', jingkai).text()).toContain('〔已知：单位已说明，审核员')
    expect(textOf(await write(at.house.discord, '核对经开工委办2020年决算', { mention: true }).reply())).toContain('已知：单位已说明')
  })

  it('are refused to everybody else, on the server, whatever their client sends', async () => {
    const file = at.house.upload('o.txt', DRAFT)
    expect(await command(at.house.discord, '入库', { 文件: file }).text()).toContain('权限')
    expect(await command(at.house.discord, '撤回', { 部门: NAME, 年度: '2023', 缘由: '坏' }).text()).toContain('权限')
    const seen = check(DRAFT, 'p.txt', EDITOR)
    await seen.result()
    expect(await (await seen.press('入库', { by: READER })).text()).toContain('权限')
    const form = await seen.press('入库', editor)
    expect(await (await form.fill({}, { by: READER })).text()).toContain('权限')
    expect(await command(at.house.discord, '入库', { 文件: file }, { by: EDITOR, where: 'dm' }).text()).toContain('权限')
  })

  it('say that a result has left the memory, instead of storing something else', async () => {
    const seen = check(reportText('某市南湖区样板局', 2019), 'q.txt', EDITOR)
    const result = await seen.result()
    at.house.services.uploads.forget()
    expect(await (await seen.press('入库', editor)).text()).toContain('重新上传')
    expect(result.body.content).toBeDefined()
  })
})
