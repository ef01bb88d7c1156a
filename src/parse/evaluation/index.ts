import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import { add, intervalOf, meets } from '../../domain/interval.ts'
import type { Evaluation, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { type CellFigure, cellsOf, figuresIn, plainFigure } from './figures.ts'
import type { EvaluationRegion } from './regions.ts'

export { type EvaluationRegion, evaluationRegions } from './regions.ts'

export interface ParsedEvaluations {
  readonly evaluations: readonly Evaluation[]
  readonly unread: readonly Unread[]
}

type Column = Evaluation['column']
const EXECUTION_ROW = /年度财政资金总额|年度资金总额|部门整体支出总额|财政资金总额|^资金总额|全年预算数?合计/
const TOTAL_ROW = /^(?:总分|合计得分|得分合计|自评得分|总计)/
const INDICATOR = /指标|效益|满意度|控制|规范|完成率|覆盖率|执行率|调整率|变动率|合理性|科学性|管理|成效|核心业务|业务学习|产出/
const TAIL_WORDS = /^(?:偏差|目标未完成|原因分析|改进措施|结果应用|填报|主管部门|项目类别|项目属性|项目类型)/

interface Table {
  readonly number: number
  project: string
  scope: 'department' | 'project'
}

const entry = (table: Table, indicator: string | null, column: Column, found: CellFigure, repaired: string | null = null): Evaluation => ({
  project: table.project,
  scope: table.scope,
  indicator,
  column,
  figure: found.figure,
  where: found.where,
  repaired,
  table: table.number,
})

/** 单位名称 / 项目名称: the words beside the label. */
function nameBeside(line: Line, label: RegExp): string | null {
  const cells = cellsOf(line)
    .map(squeeze)
    .filter((c) => c !== '')
  const at = cells.findIndex((cell) => label.test(cell))
  const beside = at < 0 ? undefined : (cells[at + 1] ?? cells[at]?.replace(label, ''))
  return beside === undefined || beside === '' ? null : beside
}

/** 预算数 执行数 执行率 得分, in that order; what is missing in the middle is not guessed. */
function executionRow(table: Table, line: Line, unit: MoneyUnit, weight: string | null): { evaluations: Evaluation[]; unread: Unread[] } {
  const found = cellsOf(line).flatMap((cell, i) => plainFigure(line, cell, i, unit) ?? [])
  const percent = found.findIndex((f) => f.figure.unit === '%')
  const order: readonly Column[] | null =
    found.length >= 4
      ? ['budget', 'execution', 'rate', 'score']
      : found.length === 3 && percent === 2
        ? ['budget', 'execution', 'rate']
        : found.length === 2 && found[1]?.figure.text === weight
          ? ['budget', 'score']
          : null
  if (order === null) return { evaluations: [], unread: found.map((f) => ({ where: f.where, reason: '执行情况的列无法确定' })) }
  return {
    evaluations: order.flatMap((column, i) => (found[i] ? [entry(table, null, column, unitFor(found[i], column))] : [])),
    unread: found.slice(4).map((f) => ({ where: f.where, reason: '执行情况的列无法确定' })),
  }
}

/** A rate printed as 1 stands for 100 %; it keeps its digits, only its unit is none. Scores are points. */
const unitFor = (found: CellFigure, column: Column): CellFigure =>
  column === 'score'
    ? { ...found, figure: { ...found.figure, unit: '分' } }
    : column === 'rate' && found.figure.unit !== '%'
      ? { ...found, figure: { ...found.figure, unit: '倍' } }
      : found

const DEPARTMENT_TOTAL = /(基本支出总额|项目支出总额|年度目标)(?:[（(](万元|元)[）)])?\s*([\d.,]+(?: \d+)?)(?!\d)\s*(万元|元)?/g

/** 基本支出总额 230.40 万元 项目支出总额 5 1 万元: a lost point is restored when both add up to the department's total. */
function totalsRow(line: Line): { label: string; found: CellFigure; damaged: boolean }[] {
  const text = line.cells === null ? line.text : line.cells.join(' ')
  return [...text.matchAll(DEPARTMENT_TOTAL)].flatMap((match) => {
    const [, label = '', above, digits = '', beside] = match
    const unit = beside ?? above
    const damaged = / /.test(digits)
    const found = unit === undefined ? undefined : figuresIn(line, `${digits.replace(' ', '.')}${unit}`, null, unit)[0]
    return found
      ? [{ label, found: { ...found, where: { ...found.where, raw: damaged || !beside ? digits : `${digits}${unit}` } }, damaged }]
      : []
  })
}

/** A ruled row ends with its score; before it stand target and actual, in figures or in words. */
function ruledIndicator(table: Table, line: Line): Evaluation[] {
  const cells = cellsOf(line).flatMap((cell, i) =>
    squeeze(cell) === '' ? [] : [{ words: squeeze(cell), figure: plainFigure(line, cell, i, '') }],
  )
  const score = cells.at(-1)
  if (cells.length < 4 || score?.figure == null || !/^\d+(?:\.\d+)?$/.test(score.words)) return []
  const label = cells
    .slice(0, -3)
    .map((c) => c.words)
    .join('')
  const [target, actual] = [cells.at(-3)?.figure, cells.at(-2)?.figure]
  return [
    ...(target ? [entry(table, label, 'target', target)] : []),
    ...(actual ? [entry(table, label, 'actual', actual)] : []),
    entry(table, label, 'score', unitFor(score.figure, 'score')),
  ]
}

/** target, actual, score at the end of an indicator's row. */
function indicatorRow(table: Table, line: Line, scored: boolean, wrapped: string): Evaluation[] {
  const ruled = scored && line.cells !== null ? ruledIndicator(table, line) : []
  if (ruled.length > 0) return ruled
  const cells = cellsOf(line)
  const plain = cells.map((cell, i) => plainFigure(line, cell, i, ''))
  const label = cells
    .map(squeeze)
    .filter((c, i) => c !== '' && plain[i] === null)
    .join('')
  const tail = plain.filter((f) => f !== null)
  // A label that wraps stands on the lines above; its figures are alone on the last one.
  if (label === '' && wrapped !== '' && scored && tail.length === 3)
    return (['target', 'actual', 'score'] as const).flatMap((column, i) =>
      tail[i] ? [entry(table, wrapped, column, unitFor(tail[i], column))] : [],
    )
  if (label === '' || tail.length < 2) return inCellFigures(table, line, label)
  const columns: readonly Column[] = scored && tail.length >= 3 ? ['target', 'actual', 'score'] : ['target', 'actual']
  const used = tail.slice(-columns.length)
  const remarks = line.cells === null ? [] : line.cells.filter((cell) => /^[^（(]+[（(]/.test(squeeze(cell)) && /^\d/.test(squeeze(cell)))
  const rates = remarks
    .flatMap((cell) => figuresIn(line, cell, null, '').slice(1))
    .filter((f) => f.figure.unit === '%' && !/[≤≥<>]$/.test(f.label))
  return [
    ...columns.flatMap((column, i) => (used[i] ? [entry(table, label, column, unitFor(used[i], column))] : [])),
    ...rates.map((f) => entry(table, label, 'rate', f)),
  ]
}

/** Bare figures of a row that could not be told apart. */
const leftOver = (line: Line): Unread[] =>
  cellsOf(line)
    .flatMap((cell, i) => plainFigure(line, cell, i, '') ?? [])
    .map((f) => ({ where: f.where, reason: '自评表中的行列无法确定' }))

/** Figures inside the words of a cell: 基本支出预算执行数207.60万元（执行率=91.56%）. */
function inCellFigures(table: Table, line: Line, label: string): Evaluation[] {
  if (line.cells === null) return []
  return line.cells.flatMap((cell, i) =>
    figuresIn(line, cell, i, '')
      .filter((f) => f.figure.unit === '万元' || f.figure.unit === '元' || f.figure.unit === '%')
      .map((f) => entry(table, indicatorWords(f.label, label), columnOf(f.label, f.figure.unit), f)),
  )
}

const indicatorWords = (own: string, label: string): string =>
  own.replace(/^[；;，,。：:（(）)=＝]+|[；;，,。：:（(=＝≤≥]+$/g, '') || label.slice(0, 30)
const columnOf = (words: string, unit: string): Column =>
  unit === '%'
    ? 'rate'
    : /预算/.test(words) && !/执行数/.test(words)
      ? 'budget'
      : /执行|支付|支出|完成/.test(words)
        ? 'execution'
        : 'actual'

function summaryRows(table: Table, lines: readonly Line[]): Evaluation[] {
  return lines.flatMap((line) => {
    const cells = cellsOf(line).map(squeeze)
    const money = cells
      .flatMap((cell, i) => plainFigure(line, cell, i, '') ?? [])
      .filter((f) => /元$/.test(f.figure.unit))
      .at(-1)
    const name = /^合计/.test(cells[0] ?? '') ? '合计' : cells.find((cell, i) => i > 0 && cell.length >= 2 && !/\d/.test(cell))
    return money && name !== undefined ? [entry({ ...table, project: name }, null, 'budget', money)] : []
  })
}

function readTable(number: number, lines: readonly Line[], unit: MoneyUnit): ParsedEvaluations {
  const text = squeeze(lines.map((line) => line.text).join(''))
  const table: Table = {
    number,
    project: '',
    scope: /整体|部门绩效/.test(text.slice(0, 200)) || !/项目名称/.test(text) ? 'department' : 'project',
  }
  const weight = /预算执行情况.{0,12}?[（(](\d+)分/.exec(text)?.[1] ?? null
  const scored = /得分/.test(text)
  const evaluations: Evaluation[] = []
  const unread: Unread[] = []
  let wrapped = ''
  for (const line of lines) {
    const flat = squeeze(line.text)
    const words = flat !== '' && !/\d/.test(flat) && line.cells === null
    if (flat === '' || TAIL_WORDS.test(flat)) continue
    const name = nameBeside(line, table.scope === 'department' ? /^(?:单位|部门)(?:[（(]单位[）)])?名称[:：]?/ : /^项目名称[:：]?/)
    if (name !== null && table.project === '') table.project = name
    const totals = totalsRow(line)
    if (totals.length > 0) {
      for (const { label, found, damaged } of totals)
        evaluations.push(entry(table, label, 'execution', found, damaged ? '小数点丢失' : null))
    } else if (
      EXECUTION_ROW.test(flat) ||
      (!words && wrapped !== '' && EXECUTION_ROW.test(`${wrapped}${flat.replace(/\d.*$/, '')}`.slice(-12)))
    ) {
      const row = executionRow(table, line, unit, weight)
      evaluations.push(...row.evaluations)
      unread.push(...row.unread)
    } else if (TOTAL_ROW.test(flat)) {
      const found = figuresIn(line, flat.replace(/^\D+/, ''), null, '分')[0]
      if (found) evaluations.push(entry(table, '总分', 'score', found))
    } else {
      for (const match of flat.matchAll(/(预算执行情况|年度绩效目标|绩效目标|目标)?[^（(]{0,6}[（(](\d+)分[）)]/g)) {
        const found = figuresIn(line, `${match[2] ?? ''}分`, null, '分')[0]
        if (found) evaluations.push(entry(table, match[1] ?? '分值', 'weight', found))
      }
      if (words) wrapped += flat
      if (INDICATOR.test(flat) || line.cells !== null || /\d%?\s+\d+$/.test(line.text.trim())) {
        const found = indicatorRow(table, line, scored, wrapped)
        evaluations.push(...found)
        if (found.length > 0) wrapped = ''
        else unread.push(...leftOver(line))
      }
    }
  }
  return { evaluations: confirmTotals(evaluations, unread), unread }
}

/** A restored point stays only when the parts then add up to the department's total; else the figure is unread. */
function confirmTotals(evaluations: readonly Evaluation[], unread: Unread[]): Evaluation[] {
  const total = evaluations.find((e) => e.indicator === null && e.column === 'budget')
  const [basic, project] = ['基本支出总额', '项目支出总额'].map((label) => evaluations.find((e) => e.indicator === label))
  const fits = total && basic && project && meets(intervalOf(total.figure), add(intervalOf(basic.figure), intervalOf(project.figure)))
  return evaluations.filter((e) => {
    if (e.repaired === null || fits) return true
    unread.push({ where: e.where, reason: '数字中间有空格，无法确定小数点' })
    return false
  })
}

/** Reads the self-evaluation tables: execution line, scores and indicators, each with its place. */
export function parseEvaluations(lines: readonly Line[], regions: readonly EvaluationRegion[], unit: MoneyUnit): ParsedEvaluations {
  const parsed = regions.map((region, number) => {
    const own = lines.slice(region.from, region.to)
    return region.summary
      ? { evaluations: summaryRows({ number, project: '', scope: 'project' }, own), unread: [] }
      : readTable(number, own, unit)
  })
  return { evaluations: parsed.flatMap((p) => p.evaluations), unread: parsed.flatMap((p) => p.unread) }
}
