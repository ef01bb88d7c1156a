import { BUDGET_SIGNS } from '../../../knowledge/forms/budget.ts'
import type { Line } from '../../domain/document.ts'
import type { MoneyUnit } from '../../domain/figure.ts'
import type { FormId } from '../../domain/form.ts'
import type { Claim, FormRow, Unread } from '../../domain/report.ts'
import type { ParsedRows } from '../forms/code-form.ts'
import { type FormRegion, type ParsedForms, parseForms, recogniseForms } from '../forms/index.ts'
import { decimalsOfTokens } from '../forms/numbers.ts'
import { tokensOf } from '../forms/tokens.ts'
import { squeeze } from '../text.ts'
import type { Money } from './cells.ts'
import { codeRows, type ReadRows } from './code-rows.ts'
import { columnsOf } from './columns.ts'
import { type Grid, gridsOf } from './grid.ts'
import { type CodeSystem, isCodeOf } from './labels.ts'
import { sideRows } from './side-rows.ts'
import { threePublicRows } from './three-public.ts'
import { readUnruled } from './unruled.ts'

export { kindOf } from './kind.ts'
export { budgetYearOf } from './year.ts'

const NOTE = /^(?:注[:：\d]|说明[:：]|备注[:：]|本表)/
const GOVERNMENT = /政府(?:预算)?(?:支出)?经济/
const SYSTEMS = (id: FormId): readonly CodeSystem[] => (id === 'basicExpenditure' ? ['economic', 'governmentEconomic'] : ['functional'])

/** 一般公共预算 is what the standard forms of these names mean; a table of all appropriations, or by the government's items, gives way. */
const rank = (region: FormRegion): number => {
  const title = region.title ?? ''
  return (GOVERNMENT.test(title) ? 0 : 2) + (/财政拨款/.test(title) && !/一般公共/.test(title) ? 0 : 1)
}

/** The tables of a budget that correspond to the standard forms; of several for one form those that mean exactly it. */
export function recogniseBudget(lines: readonly Line[]): FormRegion[] {
  const regions = recogniseForms(lines, BUDGET_SIGNS)
  const plural = (region: FormRegion): boolean => region.id === 'basicExpenditure' || region.id === 'generalBudgetExpenditure'
  return regions.filter((region) => !plural(region) || regions.every((other) => other.id !== region.id || rank(other) <= rank(region)))
}

function gridRows(id: FormId, grid: Grid, year: number, money: Money): ReadRows {
  if (id === 'threePublic') return threePublicRows(grid, year, money)
  const columns = columnsOf(id, grid.stacks, year)
  return id === 'overview' || id === 'fiscalOverview' ? sideRows(id, grid, columns, money) : codeRows(id, grid, columns, money, SYSTEMS(id))
}

/** A form holds items of one classification: the department's own economic items drive out the government's. */
function oneSystem(id: FormId, { rows, unread }: ReadRows): ReadRows {
  const own = SYSTEMS(id).find((system) => rows.some((row) => isCodeOf(system, row.code)))
  const foreign = (row: FormRow): boolean => own !== undefined && row.code !== null && !isCodeOf(own, row.code)
  const dropped: Unread[] = rows
    .filter(foreign)
    .flatMap((row) => Object.values(row.cells))
    .flatMap((cell) =>
      cell.kind === 'figure' ? [{ where: cell.where, reason: '政府预算经济分类（501…）是另一套科目，不与部门经济分类混列' }] : [],
    )
  return { rows: rows.filter((row) => !foreign(row)), unread: [...unread, ...dropped] }
}

function readTable(year: number, id: FormId, lines: readonly Line[], unit: MoneyUnit): ParsedRows {
  const note = lines.findIndex((line) => line.cells === null && NOTE.test(squeeze(line.text)))
  const table = note < 0 ? lines : lines.slice(0, note)
  const grids = gridsOf(table)
  const tokens = grids.flatMap((grid) => grid.body.flatMap(tokensOf))
  const money: Money = { unit, decimals: decimalsOfTokens(tokens) }
  const read = grids.map((grid) => gridRows(id, grid, year, money))
  const whole = oneSystem(id, { rows: read.flatMap((r) => r.rows), unread: read.flatMap((r) => r.unread) })
  return { ...whole, decimals: money.decimals, used: new Set(tokens), notes: note < 0 ? [] : lines.slice(note) }
}

/** Reads the tables of a budget. Figures of other years never become the year's: they are unread, with the reason. */
export function parseBudget(
  lines: readonly Line[],
  regions: readonly FormRegion[],
  claims: readonly Claim[],
  unit: MoneyUnit,
  year: number,
): ParsedForms {
  return parseForms(lines, regions, claims, unit, (...table) =>
    table[1].some((line) => line.cells !== null) ? readTable(year, table[0], table[1], table[2]) : readUnruled(year, ...table),
  )
}
