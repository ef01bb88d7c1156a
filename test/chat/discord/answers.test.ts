import { describe, expect, it } from 'vitest'
import { HANYANG, HONGSHAN, QIAOKOU } from '../../ask/known.ts'
import { withHouse } from './bot.ts'
import { command, componentsOf, EDITOR, labelsOf, press, textOf, typing, write } from './people.ts'

const at = withHouse()

describe('slash commands', () => {
  it('answer with the figure first, a table, and buttons', async () => {
    const seen = command(at.house.discord, '三公', { 部门: '硚口机关工委', 年度: '2020' })
    const message = await seen.message()
    expect(message.body.content).toMatch(/^中共武汉市硚口区.*2020年度“三公”经费：.*0\.40万元/)
    expect(textOf(message)).toMatch(/预算数｜决算数｜项目（万元）\n```\n *1\.60 +0\.40 {2}“三公”/)
    expect(labelsOf(message)).toEqual(expect.arrayContaining(['原文', '导出']))
    expect(message.ephemeral).toBe(false)
  })

  it('compute, and show how', async () => {
    const seen = command(at.house.discord, '支出', { 部门: '硚口机关工委', 年度: '2020' })
    expect(await seen.text()).toContain('500.00')
    const how = await seen.press('怎么算的')
    expect((await how.message()).ephemeral).toBe(true)
    expect(await how.text()).toContain('÷500.00')
  })

  it('show the original characters and their place to whoever asks', async () => {
    const seen = command(at.house.discord, '三公', { 部门: '硚口机关工委', 年度: '2020' })
    const source = await seen.press('原文', { by: EDITOR })
    expect(await source.text()).toMatch(/第\d+行.*“0\.40”/)
  })

  it('go to the year before', async () => {
    const seen = command(at.house.discord, '三公', { 部门: '汉阳机关工委', 年度: '2024' })
    expect(labelsOf(await seen.message())).toContain('上一年')
    const prior = await seen.press('上一年')
    expect(await prior.text()).toMatch(/2023年度“三公”经费：.*2\.00万元/)
    expect(labelsOf(await prior.message())).not.toContain('上一年')
  })

  it('hand the report over as files with Chinese names', async () => {
    const seen = command(at.house.discord, '收入', { 部门: '洪山区委办', 年度: '2021' })
    const { files } = await (await seen.press('导出')).message()
    expect(files.map(({ name }) => name)).toEqual([`${HONGSHAN}2021.xlsx`, `${HONGSHAN}2021.md`, `${HONGSHAN}2021.csv`])
    expect(files[2]?.data.toString()).toContain('1000.00')
  })

  it('take an item by code, name or everyday word', async () => {
    const seen = command(at.house.discord, '支出', { 部门: QIAOKOU, 年度: '2020', 科目: '办公费' })
    expect(await seen.text()).toContain('12.30')
  })

  it('ask back with a menu where it is ambiguous, and answer in the same message', async () => {
    const seen = command(at.house.discord, '三公', { 部门: '机关工委', 年度: '2020' })
    const message = await seen.message()
    expect(labelsOf(message)).toContain('菜单')
    const chosen = await seen.choose(QIAOKOU)
    expect((await chosen.callback()).type).toBe(7)
    expect(await chosen.text()).toContain('0.40')
    const foreign = await command(at.house.discord, '三公', { 部门: '机关工委' }).choose(QIAOKOU, { by: EDITOR })
    expect(await foreign.text()).toContain('别人的提问')
  })

  it('answer check for a stored report, help, and the list of departments', async () => {
    const check = await command(at.house.discord, 'check', { 部门: '硚口机关工委', 年度: '2020' }).message()
    expect(check.body.content).toContain('数字核对40处')
    expect(check.files.map(({ name }) => name).join()).toMatch(/\.docx$/)
    expect(await command(at.house.discord, '帮助').text()).toContain('/三公')
    expect(await command(at.house.discord, '部门').text()).toContain(HANYANG)
  })

  it('draw the figures as a picture with words for those who do not see it', async () => {
    const seen = command(at.house.discord, '支出', { 部门: '硚口机关工委', 年度: '2020' })
    expect(labelsOf(await seen.message())).toEqual(['怎么算的', '原文', '图', '导出'])
    const picture = await (await seen.press('图')).message()
    expect(picture.files[0]?.name).toMatch(/\.png$/)
    expect(picture.files[0]?.data.subarray(1, 4).toString()).toBe('PNG')
    expect((picture.body.attachments as { description?: string }[])[0]?.description).toContain('支出')
  })

  it('hand out the file that a question asks for', async () => {
    const { files } = await command(at.house.discord, '导出', { 部门: '硚口机关工委', 年度: '2020', 格式: 'xlsx' }).message()
    expect(files[0]?.name).toMatch(/\.xlsx$/)
  })

  it('show a figure that the report contradicts with its rival', async () => {
    expect(await command(at.house.discord, '三公', { 部门: '经开工委办', 年度: '2020' }).text()).toMatch(/6\.50[\s\S]*5\.60/)
  })

  it('never open a file of the machine', async () => {
    const seen = command(at.house.discord, 'check', { 部门: '/etc/passwd.txt' })
    expect(await seen.text()).toContain('不能打开文件')
  })

  it('keep markup, mentions and links of what people type without effect', async () => {
    const text = await command(at.house.discord, '三公', { 部门: '**@everyone** <@1> [点](https://坏.example) `x`' }).text()
    expect(text).not.toMatch(/(?<!\\)\*\*|@everyone|(?<!\\)<@|(?<!\\)\[点|https:\/\/|(?<!\\)`/)
  })

  it('work through every button after a restart', async () => {
    const prior = await command(at.house.discord, '三公', { 部门: '汉阳机关工委', 年度: '2024' }).message()
    const spent = await command(at.house.discord, '支出', { 部门: '硚口机关工委', 年度: '2020' }).message()
    await at.house.restart()
    expect(await (await press(at.house.discord, prior, '上一年')).text()).toContain('2.00万元')
    expect(await (await press(at.house.discord, spent, '怎么算的')).text()).toContain('÷500.00')
    expect(await (await press(at.house.discord, spent, '原文')).text()).toContain('“500.00”')
    const picture = await (await press(at.house.discord, spent, '图')).message()
    expect(picture.body.content).toContain('500.00')
    expect(picture.files[0]?.name).toMatch(/\.png$/)
    expect((await (await press(at.house.discord, spent, '导出')).message()).files).toHaveLength(3)
  })

  it('say that a button of another time has no effect', async () => {
    const message = at.house.discord.keep(
      '900000000000000003',
      { content: '旧', components: [{ type: 1, components: [{ type: 2, style: 2, label: '旧按钮', custom_id: 'x' }] }] },
      [],
    )
    expect(await (await press(at.house.discord, message, '旧按钮')).text()).toContain('已经失效')
  })
})

describe('completion', () => {
  it('knows abbreviations, any characters, slips and pinyin', async () => {
    const offered = (typed: string) => typing(at.house.discord, '三公', { 部门: typed }, '部门')
    expect(await offered('硚口')).toEqual([QIAOKOU])
    expect(await offered('洪山办公')).toContain(HONGSHAN)
    expect(await offered('硚口机关共委')).toContain(QIAOKOU)
    expect(await offered('qiaokou')).toEqual([QIAOKOU])
    expect(await offered('qk')).toContain(QIAOKOU)
    expect(await offered('')).toHaveLength(5)
    expect(await offered('没有这样的名字')).toEqual([])
  })

  it('offers the years of the department that was chosen', async () => {
    expect(await typing(at.house.discord, '三公', { 部门: HANYANG, 年度: '' }, '年度')).toEqual(['2024', '2023'])
    expect(await typing(at.house.discord, '三公', { 部门: '硚口', 年度: '' }, '年度')).toEqual(['2020'])
    expect(await typing(at.house.discord, '三公', { 年度: '202' }, '年度')).toEqual(['2024', '2023', '2021', '2020'])
  })

  it('offers items by everyday word, name and code', async () => {
    const offered = (typed: string) => typing(at.house.discord, '支出', { 部门: QIAOKOU, 科目: typed }, '科目')
    expect((await offered('办公费'))[0]).toContain('办公费')
    expect((await offered('30201')).join()).toContain('30201')
    expect((await offered('')).length).toBe(25)
  })
})

describe('plain words', () => {
  it('are answered where the bot is mentioned, and nowhere else', async () => {
    const said = write(at.house.discord, '硚口机关工委2020年三公经费多少', { mention: true })
    expect(textOf(await said.reply())).toContain('0.40')
    const aside = write(at.house.discord, '今天吃什么', {})
    await command(at.house.discord, '帮助').message()
    expect(aside.answered()).toBe(false)
  })

  it('keep their subject in a reply to the answer, also after a restart', async () => {
    const first = await write(at.house.discord, '汉阳机关工委2024年三公经费', { mention: true }).reply()
    expect(textOf(first)).toContain('2.50')
    await at.house.restart()
    const second = await write(at.house.discord, '那2023年呢', { replyTo: first }).reply()
    expect(textOf(second)).toMatch(/2023年度.*2\.00万元/)
    const third = await write(at.house.discord, '支出呢', { replyTo: second }).reply()
    expect(textOf(third)).toMatch(/2023年度支出合计.*180\.00/)
  })

  it('keep their subject for the next mention of the same person', async () => {
    await write(at.house.discord, '洪山区委办2021年三公经费', { mention: true }).reply()
    expect(textOf(await write(at.house.discord, '收入呢', { mention: true }).reply())).toContain('1000.00')
  })

  it('keep a conversation of any length in its buttons', async () => {
    let last = await write(at.house.discord, '汉阳机关工委2024年三公经费是多少', { mention: true }).reply()
    for (const question of ['那2023年的情况又是怎样的呢', '支出合计呢', '那2024年的呢', '三公经费呢', '那2023年呢'])
      last = await write(at.house.discord, question, { replyTo: last }).reply()
    expect(textOf(last)).toMatch(/2023年度“三公”经费.*2\.00/)
    for (const one of componentsOf(last)) expect(String(one.custom_id).length).toBeLessThanOrEqual(100)
  })

  it('are answered in a direct message without a mention', async () => {
    const said = write(at.house.discord, '青山区委办 2020 收入', {}, { where: 'dm' })
    expect(textOf(await said.reply())).toContain('1000.00')
    expect(textOf(await write(at.house.discord, '', { mention: true }).reply())).toContain('/三公')
  })
})
