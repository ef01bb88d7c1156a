import { describe, expect, it } from 'vitest'
import { panelsOf } from '../../src/app/page-panels.ts'
import { spotsOf } from '../../src/app/page-spots.ts'
import { checkReport } from '../../src/check/index.ts'
import type { Line, SourceDocument } from '../../src/domain/document.ts'
import type { Finding } from '../../src/domain/finding.ts'
import type { Place, Report } from '../../src/domain/report.ts'
import { parseReport } from '../../src/parse/index.ts'
import { numberedFindings } from '../../src/render/check-markdown.ts'
import { displayWidth } from '../../src/render/width.ts'
import { reportText } from '../chat/discord/report-text.ts'

const EACH = 20
/** Lines of text under each other on pages of thirty lines, five points a column. */
const printed = (texts: readonly string[]): Line[] =>
  texts.map((text, i) => ({
    no: null,
    page: Math.floor(i / 30) + 1,
    text,
    cells: null,
    box: { x: 50, y: 40 + (i % 30) * EACH, width: displayWidth(text) * 5, height: 12 },
  }))
const document = (lines: readonly Line[]): SourceDocument => ({
  file: '示范局.pdf',
  sha256: '0'.repeat(64),
  bytes: 1,
  type: 'pdf',
  pages: 2,
  lines,
  gaps: [],
})

describe('the parts of pages that show findings', () => {
  const texts = reportText('某市云溪区示范局', 2022)
    .split('\n')
    .filter((line) => line !== '')
  const lines = printed(['（内部编号 130.00 号）', ...texts])
  const report = parseReport(document(lines))
  const { panels, alt } = panelsOf(numberedFindings(checkReport(report, null)), report, lines)
  const said = lines.find(({ text }) => text.includes('支出合计130.00'))

  it('have a box around the figure in its own sentence, not around the same characters elsewhere', () => {
    const [panel] = panels
    const marked = panel?.marks.map(({ box }) => box.y)
    expect(marked).toContain(said?.box?.y)
    expect(marked).not.toContain(lines[0]?.box?.y)
    const before = displayWidth((said?.text ?? '').split('130.00')[0] ?? '')
    const mark = panel?.marks.find(({ box }) => Math.abs(box.x - (50 + before * 5)) < 1)
    expect(mark?.box.width).toBeCloseTo(displayWidth('130.00') * 5)
  })

  it('show the line whole, with the page and the number of the finding', () => {
    const [panel] = panels
    expect(panel?.caption).toMatch(/^第1(、2)?条　第1页$/)
    expect(panel?.region.x).toBeLessThanOrEqual(50)
    expect((panel?.region.x ?? 0) + (panel?.region.width ?? 0)).toBeGreaterThanOrEqual(50 + (said?.box?.width ?? 0))
    expect(panels.length).toBeLessThanOrEqual(4)
    expect(alt).toMatch(/^报告原页.*第1条：.*130\.00/)
  })

  it('are one for findings that stand together, each figure marked once', () => {
    const all = numberedFindings(checkReport(report, null))
    const [first] = all
    const twice = panelsOf(first === undefined ? [] : [first, first], report, lines)
    expect(twice.panels.map(({ caption }) => caption)).toEqual(['第1、2条　第1页'])
    const once = panelsOf(first === undefined ? [] : [first], report, lines)
    expect(twice.panels[0]?.marks.map(({ box }) => box)).toEqual(once.panels[0]?.marks.map(({ box }) => box))
    expect(new Set(twice.panels[0]?.marks.map(({ label }) => label))).toEqual(new Set(['1、2']))
  })

  it('are none where nothing was found, or no line has a place', () => {
    expect(panelsOf([], report, lines)).toEqual({ panels: [], alt: '' })
    const bare = lines.map(({ box: _box, ...line }) => line)
    expect(panelsOf(numberedFindings(checkReport(report, null)), report, bare).panels).toEqual([])
  })
})

describe('the spot of a cell', () => {
  const row = (y: number, cells: readonly string[]): Line => ({
    no: null,
    page: 9,
    text: cells.join('\t'),
    cells,
    box: { x: 0, y, width: 400, height: 15 },
    cellBoxes: cells.map((_, i) => ({ x: i * 100, y, width: 100, height: 15 })),
  })
  const place = (raw: string): Place => ({ page: 9, line: null, raw })
  const cells = { total: place('12.00'), basic: place('12.00') }
  const cell = (where: Place) => ({ kind: 'figure', figure: {}, where, repaired: null })
  const own = {
    code: '2013101',
    name: '行政运行',
    parent: null,
    side: null,
    ordinal: null,
    cells: { total: cell(cells.total), basic: cell(cells.basic) },
  }
  const report = { claims: [], outline: null, forms: [{ rows: [own] }] } as unknown as Report
  const finding = (evidence: readonly Place[]): Finding => ({
    rule: 'x',
    kind: 'table-sum',
    verdict: 'inconsistent',
    statement: '行政运行 12.00',
    left: null,
    right: null,
    evidence,
    difference: null,
    derivation: null,
    likelyCause: null,
    touches: [],
    effects: [],
  })
  const lines = [row(100, ['2013102', '一般行政管理事务', '12.00', '112.00']), row(120, ['2013101', '行政运行', '12.00', '12.00'])]

  it('is in its row and column, however often the figure stands on the page', () => {
    expect(spotsOf(finding([cells.basic]), report, lines).map(({ box }) => [box.x, box.y])).toEqual([[300, 120]])
    expect(spotsOf(finding([cells.total]), report, lines).map(({ box }) => [box.x, box.y])).toEqual([[200, 120]])
  })

  it('is in the row that the finding speaks of where the report does not say, and never a part of a longer figure', () => {
    expect(spotsOf(finding([place('12.00')]), report, lines).map(({ box }) => box.y)).toEqual([120, 120])
    expect(spotsOf(finding([place('2.00')]), report, lines)).toEqual([])
    expect(spotsOf(finding([{ ...place('12.00'), page: null }]), report, lines)).toEqual([])
  })
})
