import { describe, expect, it } from 'vitest'
import { readWebPage } from '../../src/read/html/read.ts'
import { isWebPage } from '../../src/read/html/sniff.ts'

const reading = { name: '网页', signal: undefined, onPage: undefined }
const read = (html: string | Uint8Array) => readWebPage(Buffer.from(html), reading)
const page = (body: string, head = '') => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`
const shownIn = async (body: string, head?: string) => (await read(page(body, head))).lines.map((line) => line.cells ?? line.text)

describe('web pages', () => {
  it('reads paragraphs and tables in order, numbered as they run', async () => {
    expect(
      (await read(page('<p>某市示范局<b>决算</b></p><table><tr><th>项目<th>决算数<tr><td>合计<td>1,234.50&nbsp;</table>'))).lines,
    ).toEqual([
      { no: 1, page: null, text: '某市示范局决算', cells: null },
      { no: 2, page: null, text: '项目\t决算数', cells: ['项目', '决算数'] },
      { no: 3, page: null, text: '合计\t1,234.50', cells: ['合计', '1,234.50'] },
    ])
  })

  it('keeps a merged cell in its first row and column', async () => {
    const rows =
      '<tr><td colspan=2>项目</td><td rowspan="2">合计</td></tr><tr><td>编码</td><td>名称</td></tr><tr><td>201</td><td>服务</td><td>3.20</td></tr>'
    expect(await shownIn(`<table>${rows}</table>`)).toEqual([
      ['项目', '', '合计'],
      ['编码', '名称', ''],
      ['201', '服务', '3.20'],
    ])
  })

  it('leaves out menus, scripts, styles, forms and what is hidden', async () => {
    const body =
      '<div class="top"><nav>首页</nav><ul><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li></ul></div><div id="zoom"><style>p{}</style><p>本年收入12.00万元，支出12.00万元，收支平衡，没有结余。</p><p style="display:none">草稿13.00</p><script>var x="14.00"</script><select><option>2020</option></select></div><footer>备案号</footer>'
    expect(await shownIn(body)).toEqual(['本年收入12.00万元，支出12.00万元，收支平衡，没有结余。'])
  })

  it('never leaves a figure behind on its way to the main text', async () => {
    const body = `<div><p>${'部门职责。'.repeat(80)}</p></div><div><table><tr><td>合计</td><td>1.00</td></tr></table></div>`
    expect((await shownIn(body)).at(-1)).toEqual(['合计', '1.00'])
  })

  it('takes line breaks as lines, a layout table as text, figures split by markup as one', async () => {
    const body =
      '<table><tr><td>一、收入情况<br>收入<span>5,335</span><span>.32</span>万元。<table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>'
    expect(await shownIn(body)).toEqual(['一、收入情况', '收入5,335.32万元。', ['甲', '1']])
  })

  it('puts the title first where the text does not say it', async () => {
    const head = '<title>某市示范局2022年度部门决算_某市人民政府</title>'
    expect(await shownIn('<p>收入1.00万元。</p>', head)).toEqual(['某市示范局2022年度部门决算', '收入1.00万元。'])
    expect(await shownIn('<h1>某市示范局2022年度部门决算</h1>', head)).toEqual(['某市示范局2022年度部门决算'])
  })

  it('reads GBK by its word, and UTF-8 against it', async () => {
    /** 收入 in GBK. */
    const gbk = Buffer.concat([
      Buffer.from('<html><meta charset="gb2312"><p>'),
      Buffer.from([0xca, 0xd5, 0xc8, 0xeb]),
      Buffer.from('</p></html>'),
    ])
    expect((await read(gbk)).lines[0]?.text).toBe('收入')
    expect(await shownIn('<p>收入</p>', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')).toEqual(['收入'])
  })

  it('tells what the page does not contain', async () => {
    const { gaps } = await read('<html><body><p>见附件</p><img src="1.png"><a href="/决算表.xlsx">附件</a>')
    expect(gaps.map((gap) => gap.reason)).toEqual([
      '网页里有 1 张图片，图片里的内容没有读',
      '网页没有结尾，可能没有保存完整',
      '网页另有 1 个附件，没有随网页保存下来，请另外给出',
    ])
  })

  it('stands sloppy and hostile pages', async () => {
    expect((await read(`<html>${'<div>'.repeat(20_000)}完`)).lines.at(-1)?.text).toBe('完')
    await expect(read(`<html>${'<table><tr><td>'.repeat(200)}完`)).rejects.toMatchObject({ name: 'InputError', code: 'damaged' })
    await expect(read(page('<script>1</script>'))).rejects.toMatchObject({ code: 'empty' })
    const wide = await read('<table><tr><td colspan="999999" rowspan="999999">甲<td>乙<tr><td>丙</table>')
    expect(wide.lines[0]?.cells?.[0]).toBe('甲')
  })
})

describe('what a web page is', () => {
  it.each([
    '<!DOCTYPE html>',
    '\ufeff\n<HTML xmlns="x">',
    '<?xml version="1.0"?>\n<!-- 存 --><html>',
    '<table border=1>',
    '<meta charset=gbk>',
  ])('%j is one', (head) => {
    expect(isWebPage(Buffer.from(head).toString('latin1'))).toBe(true)
  })
  it.each(['# 决算\n<table>', '<table>\n# 决算', '合计<10', '收入 <p>', '<甲>'])('%j is none', (head) => {
    expect(isWebPage(Buffer.from(head).toString('latin1'))).toBe(false)
  })
})
