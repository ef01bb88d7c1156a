import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import { add, intervalOf, meets } from '../../domain/interval.ts'
import type { Evaluation, Unread } from '../../domain/report.ts'
import { squeeze } from '../text.ts'
import { entry, type Table } from './entry.ts'
import { type Header, headerOf, splitBy } from './header.ts'
import { groupWeights, indicatorRow, leftOver, summaryRows, totalRow } from './indicators.ts'
import { executionRow, nameBeside, totalsRow } from './money-rows.ts'
import type { EvaluationRegion } from './regions.ts'
import { besides, fits, isNamedByFigure, labelUnder, scoreStands, underHeader } from './under-header.ts'

export { type EvaluationRegion, evaluationRegions } from './regions.ts'

export interface ParsedEvaluations {
  readonly evaluations: readonly Evaluation[]
  readonly unread: readonly Unread[]
}

const EXECUTION_ROW = /年度财政资金总额|年度资金总额|部门整体支出总额|财政资金总额|^资金总额|全年预算数?合计/
const TOTAL_ROW = /^(?:总分|合计得分|得分合计|自评得分|总计)/
const INDICATOR = /指标|效益|满意度|控制|规范|完成率|覆盖率|执行率|调整率|变动率|合理性|科学性|管理|成效|核心业务|业务学习|产出/
const TAIL_WORDS = /^(?:偏差|目标未完成|原因分析|改进措施|结果应用|填报|主管部门|项目类别|项目属性|项目类型)/

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
  let money: Header | null = null
  let marks: Header | null = null
  let headLine: Line | undefined
  let hasTotal = false
  for (const line of lines) {
    const flat = squeeze(line.text)
    const words = flat !== '' && !/\d/.test(flat) && line.cells === null
    if (flat === '' || TAIL_WORDS.test(flat)) continue
    const name = nameBeside(line, table.scope === 'department' ? /^(?:单位|部门)(?:[（(]单位[）)])?名称[:：]?/ : /^项目名称[:：]?/)
    if (name !== null && table.project === '') table.project = name
    const header = headerOf(line)
    if (header?.columns.has('execution') || header?.columns.has('budget')) money = header
    else if (header !== null && (header.columns.has('score') || header.columns.has('actual'))) marks = header
    const split = splitBy(line, headLine, money)
    if (split !== null) money = split
    headLine = header === null ? undefined : line
    const totals = totalsRow(line)
    if (split !== null) continue
    if (header !== null) {
      evaluations.push(...groupWeights(table, line, flat))
    } else if (totals.length > 0) {
      for (const { label, found, damaged } of totals)
        evaluations.push(entry(table, label, 'execution', found, damaged ? '小数点丢失' : null))
    } else if (
      EXECUTION_ROW.test(flat) ||
      (!words && wrapped !== '' && EXECUTION_ROW.test(`${wrapped}${flat.replace(/\d.*$/, '')}`.slice(-12)))
    ) {
      hasTotal = true
      const row = fits(line, money)
        ? { evaluations: underHeader(table, line, money, null, unit), unread: besides(line, money) }
        : executionRow(table, line, unit, weight)
      evaluations.push(...row.evaluations)
      unread.push(...row.unread)
    } else if (TOTAL_ROW.test(flat)) evaluations.push(...totalRow(table, line))
    else if (marks === null && fits(line, money)) {
      // 其中：… under a total repeats its score; only its money is its own.
      const own = underHeader(table, line, money, labelUnder(line, money), unit)
      const repeats = (e: Evaluation) => hasTotal && (e.column === 'score' || e.column === 'weight')
      evaluations.push(...own.filter((e) => !repeats(e)))
      unread.push(...besides(line, money), ...own.filter(repeats).map((e) => ({ where: e.where, reason: '“其中”行的分数，与上一行重复' })))
    } else if (marks !== null && (fits(line, marks) || isNamedByFigure(line, marks)) && scoreStands(line, marks)) {
      evaluations.push(...groupWeights(table, line, flat), ...underHeader(table, line, marks, labelUnder(line, marks), ''))
    } else {
      evaluations.push(...groupWeights(table, line, flat))
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
