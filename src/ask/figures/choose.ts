import { claimKey, type Fact } from '../../domain/fact.ts'
import { normaliseName } from '../normalise.ts'
import type { Item } from '../query.ts'
import { type Looked, look } from './lookup.ts'
import type { ReportView } from './report-view.ts'

/** What an item means in one report. */
export type Chosen =
  | { readonly kind: 'one'; readonly looked: Looked; readonly others: readonly Looked[] }
  | { readonly kind: 'sum'; readonly parts: readonly Looked[] }
  | { readonly kind: 'several'; readonly looked: readonly Looked[] }
  | { readonly kind: 'none'; readonly looked: Looked | null }

/** The report's own name for something, exactly as one of the phrases says it. */
export function exactly(view: ReportView, phrases: readonly string[]): Looked | null {
  for (const phrase of phrases) {
    const chosen = phrase.length < LONG_ENOUGH ? null : freely(view, phrase)
    if (chosen?.kind === 'one' && normaliseName(chosen.looked.words) === phrase) return chosen.looked
  }
  return null
}

/** Picks the meaning of an item that this report has figures for. */
export function choose(view: ReportView, item: Item, column: string | null = null): Chosen {
  const [first] = item.subjects
  if (first === undefined) return freely(view, item.words)
  if (first.includes('+')) {
    const parts = first.split('+').map((subject) => look(view, subject, 'final', column))
    return parts.every(({ facts }) => facts.length > 0)
      ? { kind: 'sum', parts }
      : { kind: 'none', looked: parts.find(({ facts }) => facts.length === 0) ?? null }
  }
  const subjects = item.different ? [...new Set([...item.subjects, ...namesakes(view, item.words)])] : item.subjects
  const all = subjects.map((subject) => look(view, printedBelow(view, subject), 'final', column))
  const found = all.filter(({ facts }) => facts.length > 0)
  const [best, ...others] = found
  if (best === undefined) return { kind: 'none', looked: all.find(({ hollow }) => hollow.length > 0) ?? all[0] ?? null }
  if (item.different && others.length > 0) return { kind: 'several', looked: found }
  const known = new Set(best.facts.map(({ key }) => key))
  return { kind: 'one', looked: best, others: others.filter(({ facts }) => !known.has(facts[0]?.key ?? '')) }
}

/** 乡村振兴 is printed by its only 项: a 款 without a row of its own stands for the one below it. */
function printedBelow(view: ReportView, subject: string): string {
  const code = /^code:(\d{3,5})$/.exec(subject)?.[1]
  if (code === undefined) return subject
  const codes = new Set(
    view.report.forms.flatMap(({ rows }) => rows.flatMap((row) => (row.code?.startsWith(code) === true ? [row.code] : []))),
  )
  const [only] = codes
  return codes.size === 1 && only !== undefined ? `code:${only}` : subject
}

/** Codes that this report prints under a name, whether the classification lists them or not. */
function namesakes(view: ReportView, words: string): string[] {
  const wanted = normaliseName(words)
  const rows = ['expenditure', 'generalBudgetExpenditure'].flatMap((id) => view.report.forms.find((form) => form.id === id)?.rows ?? [])
  return rows.flatMap(({ code, name }) => (code !== null && normaliseName(name) === wanted ? [`code:${code}`] : []))
}

const SHORTEST = 2
/** A shorter phrase is a common word, not a project's name. */
const LONG_ENOUGH = 3

/** Words of no classification: a project or an item that the report itself names so. */
function freely(view: ReportView, words: string): Chosen {
  const wanted = normaliseName(words)
  if (wanted.length < SHORTEST) return { kind: 'none', looked: null }
  // 2019年综合协调经费 in the report of 2021 is not this year's.
  const otherYears = new Set(
    view.report.claims.filter(({ year }) => year !== null && year !== view.report.meta.fiscalYear).map((claim) => claimKey(claim)),
  )
  const named = [...view.facts.values()].filter(
    (fact) =>
      !otherYears.has(fact.key) &&
      normaliseName(fact.row.name).includes(wanted) &&
      /元$|^[辆人个批次件名台场支位]+$/.test(fact.figure.unit) &&
      /^(final|total|amount|execution|budget|count)$/.test(fact.column),
  )
  const names = [...new Set(named.map((fact) => fact.row.name))]
  const exact = names.filter((name) => normaliseName(name) === wanted)
  const kept = exact.length > 0 ? exact : names
  const looked = kept.map((name): Looked => {
    const facts = named.filter((fact) => fact.row.name === name)
    return {
      subject: `project:${name}`,
      words: name.replace(/^[一二三四五六七八九十]是/, ''),
      facts: [...facts.filter((f) => f.column !== 'budget'), ...facts.filter((f) => f.column === 'budget')],
      hollow: [],
    }
  })
  const [only] = looked
  if (only === undefined) return { kind: 'none', looked: null }
  // A few characters inside a longer name may be the rest of any word: a choice for the user.
  const told = exact.length > 0 || wanted.length > LONG_ENOUGH
  return looked.length === 1 && told ? { kind: 'one', looked: only, others: [] } : { kind: 'several', looked }
}

/** All figures that an item has in this report, final and budget. */
export function factsNamed(view: ReportView, item: Item): Fact[] {
  const chosen = choose(view, item)
  const looked =
    chosen.kind === 'one' ? [chosen.looked] : chosen.kind === 'sum' ? chosen.parts : chosen.kind === 'several' ? chosen.looked : []
  return looked.flatMap(({ subject, facts }) => [...facts, ...look(view, subject, 'budget').facts])
}
