import type { Figure } from '../../src/domain/figure.ts'
import type { Cell, Report } from '../../src/domain/report.ts'

/** A repeatable source of chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What can happen to one printed figure; null where it cannot happen to this one. */
export const SLIPS: Readonly<Record<string, (text: string, at: number) => string | null>> = {
  数字漏写: (text, at) => dropped(text, at),
  数字颠倒: (text, at) => swapped(text, at),
  数字重复: (text, at) => text.slice(0, at + 1) + text.slice(at),
  数字写错: (text, at) => (/\d/.test(text[at] ?? '') ? text.slice(0, at) + String((Number(text[at]) + 3) % 10) + text.slice(at + 1) : null),
}

const dropped = (text: string, at: number): string | null =>
  /\d/.test(text[at] ?? '') && /^\d{2,}/.test(text) ? text.slice(0, at) + text.slice(at + 1) : null

function swapped(text: string, at: number): string | null {
  const [a, b] = [text[at], text[at + 1]]
  if (a === undefined || b === undefined || a === b || !/\d\d/.test(a + b)) return null
  return text.slice(0, at) + b + a + text.slice(at + 2)
}

/** One figure of a report that a plant can change. */
export interface Spot {
  readonly what: string
  readonly text: string
  readonly change: (figure: Figure | null) => Report
}

/** Printed, non-zero figures of the forms. */
export function formSpots(report: Report): Spot[] {
  return report.forms.flatMap((form, f) =>
    form.rows.flatMap((row, r) =>
      Object.entries(row.cells).flatMap(([column, cell]): Spot[] => {
        if (cell.kind !== 'figure' || Number(cell.figure.text) === 0) return []
        const change = (figure: Figure | null): Report => {
          const next: Cell = figure === null ? { kind: 'blank' } : { ...cell, figure }
          const rows = form.rows.map((other, i) => (i === r ? { ...row, cells: { ...row.cells, [column]: next } } : other))
          return { ...report, forms: report.forms.map((other, i) => (i === f ? { ...form, rows } : other)) }
        }
        return [{ what: `${form.id} ${row.code ?? ''}${row.name} ${column}`, text: cell.figure.text, change }]
      }),
    ),
  )
}

/** Non-zero figures of the explanations that the accounts determine. */
export function claimSpots(report: Report): Spot[] {
  const measured = ['final', 'completion', 'share', 'growth', 'change']
  const topics = [
    'overall',
    'revenue',
    'expenditure',
    'fiscalOverall',
    'generalBudget.total',
    'generalBudget.structure',
    'generalBudget.detail',
    'basic',
    'threePublic',
    'governmentFund',
  ]
  return report.claims.flatMap((claim, c): Spot[] => {
    if (!measured.includes(claim.measure) || !topics.includes(claim.topic) || Number(claim.figure.text) === 0) return []
    const change = (figure: Figure | null): Report => ({
      ...report,
      claims: report.claims.map((other, i) => (i === c ? { ...claim, figure: figure ?? claim.figure } : other)),
    })
    return [{ what: `${claim.topic} ${claim.item} ${claim.measure}`, text: claim.figure.text, change }]
  })
}
