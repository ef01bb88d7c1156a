import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/domain/document.ts'
import { placeAt } from '../../src/domain/outline.ts'
import { buildOutline } from '../../src/parse/outline.ts'

const linesOf = (text: string): Line[] =>
  text.split('\n').map((line, i) => ({ no: i + 1, page: null, text: line, cells: line.includes('\t') ? line.split('\t') : null }))
const paragraphsOf = (text: string) => buildOutline([linesOf(text)]).paragraphs

/** Wrapped at 20 characters with a blank line between every two, as extraction leaves it. */
const WRAPPED = `二、收入决算情况说明

2031年度，本单位收入合计为 1234. 50万元，与上

年相比增加了 10.20 万元，主要原因是新设了一个事

- 7 -

业单位，人员相应增加，公用经费随之增加，并且年

内追加了项目。`

describe('joining lines', () => {
  it('joins soft-wrapped lines over blank lines and page numbers', () => {
    const [heading, body, ...rest] = paragraphsOf(WRAPPED)
    expect(heading?.text).toBe('二、收入决算情况说明')
    expect(body?.text).toBe(
      '2031年度，本单位收入合计为1234.50万元，与上年相比增加了10.20万元，主要原因是新设了一个事业单位，人员相应增加，公用经费随之增加，并且年内追加了项目。',
    )
    expect(rest).toEqual([])
  })

  it('keeps the figures of an item with its name, although the line above ends a sentence before the margin', () => {
    const text = [
      '（三）支出决算具体情况',
      '1.教育支出（类）普通教育（款）小学教育（项），用于修缮。',
      '年初预算为 5.00 万元，支出决算为 4.00 万元，决算数小于预算',
      '数的主要原因是工程延期。',
      '本部门严格执行预算，决算与预算的差异在上面逐项作了说明。',
    ]
    const paragraphs = paragraphsOf(text.join('\n')).map((one) => one.text)
    expect(paragraphs[1]).toMatch(/^1\.教育支出.*修缮。年初预算为5\.00万元.*延期。/)
    expect(paragraphsOf(`本部门概况。\n年初预算为 5.00 万元。`).length).toBe(2)
  })

  it('keeps the rows of a numbered list of bodies apart', () => {
    const rows = [
      '序号 单位名称',
      '1 某市某区人民政府某某路街道办事处（本级）',
      '2 某市某区某某路街道综合执法队',
      '3 某市某区某某路街道服务中心',
    ]
    const texts = paragraphsOf(rows.join('\n')).map((one) => one.text)
    expect(texts.slice(-3).map((text) => text[0])).toEqual(['1', '2', '3'])
  })

  it('knows the line of every character and the number that was mended', () => {
    const body = paragraphsOf(WRAPPED)[1]
    if (!body) throw new Error('no paragraph')
    expect(placeAt(body, body.text.indexOf('1234')).line).toBe(3)
    expect(placeAt(body, body.text.indexOf('10.20')).line).toBe(5)
    expect(placeAt(body, body.text.indexOf('随之')).line).toBe(9)
    expect(body.mends).toEqual([{ start: body.text.indexOf('1234.50'), raw: '1234. 50' }])
  })

  it('never joins across runs', () => {
    const outline = buildOutline([linesOf('本单位支出合计，'), linesOf('为三万元。')])
    expect(outline.paragraphs.map((p) => p.text)).toEqual(['本单位支出合计，', '为三万元。'])
  })

  it('does not take a wrapped figure for a list number, nor a list number for a figure', () => {
    const texts = paragraphsOf(
      '与上年度决算数相比，收入支出总计各增加了五万余元，增长\n1.6%，主要原因是人员增加。\n2. 2031年末实有人数共9人。',
    ).map((p) => p.text)
    expect(texts).toEqual([
      '与上年度决算数相比，收入支出总计各增加了五万余元，增长1.6%，主要原因是人员增加。',
      '2. 2031年末实有人数共9人。',
    ])
  })

  it('keeps rows of tables with their cells', () => {
    const [row] = paragraphsOf('1\t党建工作\t召开 会议3次\t完成')
    expect(row).toMatchObject({ kind: 'row', cells: ['1', '党建工作', '召开会议3次', '完成'] })
  })

  it('keeps a line of a million characters in linear time', () => {
    const started = performance.now()
    expect(paragraphsOf('支出12.5万元，'.repeat(110_000))).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

const REPORT = `某市园林局2031年度部门决算
目录
第一部分 部门概况
一、主要职责
第二部分 决算情况说明
一、收入支出总体情况说明
二、“三公”经费支出情况
第三部分 名词解释
第一部分 部门概况
一、主要职责
负责园林绿化工作。
第二部分 决算情况说明
一、收入支出总体情况说明
收、支总计10万元。
二、“三公”经费支出情况
（一）公务接待费支出情况说明。
公务接待费支出1万元。
五、国有资产占有使用情况
共有车辆2辆。
第三部分 名词解释
一、其他收入：指其他各项收入。`

describe('headings', () => {
  const paragraphs = paragraphsOf(REPORT)
  const find = (words: string) => paragraphs.find((p) => p.text.includes(words) && p.kind === 'text')

  it('tells cover and contents page from the body', () => {
    expect(paragraphs[0]?.kind).toBe('cover')
    const twice = paragraphs.filter((p) => p.text.includes('主要职责'))
    expect(twice.map((p) => p.kind)).toEqual(['contents', 'heading'])
  })

  it('gives every paragraph the headings above it', () => {
    expect(find('公务接待费支出1')?.path).toEqual(['第二部分决算情况说明', '二、“三公”经费支出情况', '（一）公务接待费支出情况说明。'])
  })

  it('decides the topic by words, not by number', () => {
    expect(find('收、支总计')?.topic).toBe('overall')
    expect(find('公务接待费支出1')?.topic).toBe('threePublic')
    expect(find('车辆')?.topic).toBe('assets')
    expect(find('其他收入')?.topic).toBe('glossary')
  })

  it('keeps a self-evaluation report an attachment, whatever its own headings say', () => {
    const own = paragraphsOf('2031年度绿化养护项目自评报告\n一、基本情况\n（一）支出情况\n预算数5万元。').at(-1)
    expect(own?.topic).toBe('attachment')
  })
})
