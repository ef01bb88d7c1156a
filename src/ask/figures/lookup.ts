import { ECONOMIC, FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import { cellKey, claimKey, type Fact } from '../../domain/fact.ts'
import type { FormId } from '../../domain/form.ts'
import type { Claim, Form, FormRow, Measure } from '../../domain/report.ts'
import { type StandardSubject, subjectWords } from '../../domain/subject.ts'
import { normaliseName } from '../normalise.ts'
import { SUBJECT_CELLS } from './cells.ts'
import { formOf, type ReportView } from './report-view.ts'
import { isWhole, SCORE, SCORE_WORDS, totalScores } from './scores.ts'

/** A cell that exists and holds no figure. */
export interface Hollow {
  readonly form: FormId
  readonly kind: 'blank' | 'dash' | 'unreadable'
}

/** What a report says of one subject, one measure: its figures, the most telling first, and the cells left open. */
export interface Looked {
  readonly subject: string
  /** The item in official words. */
  readonly words: string
  readonly facts: readonly Fact[]
  readonly hollow: readonly Hollow[]
}

const WANTED_FORMS: readonly FormId[] = ['expenditure', 'generalBudgetExpenditure', 'governmentFund', 'stateCapital']
const COLUMN_OF: Partial<Record<FormId, string>> = { governmentFund: 'expenditure', stateCapital: 'expenditure' }

/** Row names without numbering and marks: 一、, 其中：, （含…）. */
const plainRow = (name: string): string =>
  normaliseName(name.replace(/^(其中[:：]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/, ''))

interface Sought {
  readonly form: Form
  readonly row: FormRow
  readonly column: string
}

function gather(view: ReportView, sought: readonly Sought[]): Pick<Looked, 'facts' | 'hollow'> {
  const facts: Fact[] = []
  const hollow: Hollow[] = []
  for (const { form, row, column } of sought) {
    const cell = row.cells[column]
    const fact = view.facts.get(cellKey(form.id, row, column))
    if (cell === undefined) continue
    if (cell.kind !== 'figure') hollow.push({ form: form.id, kind: cell.kind })
    else if (fact !== undefined) facts.push(fact)
  }
  return { facts, hollow }
}

/** Cells of a standard subject: 支出合计, 三公 …. */
function standardCells(view: ReportView, subject: StandardSubject, measure: 'final' | 'budget'): Sought[] {
  return (SUBJECT_CELLS[subject] ?? []).flatMap((address): Sought[] => {
    const form = formOf(view, address.form)
    if (form === null || (measure === 'budget' && form.id !== 'threePublic')) return []
    const names = address.rows.map(plainRow)
    const rows = form.rows.filter(
      (row) =>
        row.code === null &&
        (address.side === undefined || row.side === null || row.side === address.side) &&
        names.includes(plainRow(row.name)),
    )
    const row = rows.find((one) => one.parent === null) ?? rows[0]
    return row === undefined ? [] : [{ form, row, column: form.id === 'threePublic' ? measure : address.column }]
  })
}

/** Cells of a classification code; a class also by its name, where a form prints no codes. */
function codeCells(view: ReportView, code: string, column: string | null): Sought[] {
  const names = [FUNCTIONAL.get(code)?.name, ...(FUNCTIONAL.get(code)?.otherNames ?? [])].filter((name) => name !== undefined).map(plainRow)
  const coded = WANTED_FORMS.flatMap((id): Sought[] => {
    const form = formOf(view, id)
    const row = form?.rows.find((one) => one.code === code)
    return form === null || row === undefined ? [] : [{ form, row, column: column ?? COLUMN_OF[id] ?? 'total' }]
  })
  if (coded.length > 0 || column !== null) return coded
  const overview = formOf(view, 'overview')
  const named = overview?.rows.find((row) => row.side !== 'revenue' && names.includes(plainRow(row.name)))
  return overview === null || named === undefined ? [] : [{ form: overview, row: named, column: 'final' }]
}

function economicCells(view: ReportView, code: string): Sought[] {
  const form = formOf(view, 'basicExpenditure')
  const row = form?.rows.find((one) => one.code === code)
  return form === null || row === undefined ? [] : [{ form, row, column: 'final' }]
}

const LATE_TOPICS = new Set(['performance', 'attachment', 'work', 'glossary', 'profile'])
const lateness = (claim: Claim): number => (LATE_TOPICS.has(claim.topic) ? 1 : 0)

/** Statements of the explanations about a subject, for the report's own year; self-evaluations last. */
export function claimsAbout(view: ReportView, subject: string, measures: readonly Measure[]): Claim[] {
  return view.report.claims
    .filter((claim) => claim.subject === subject && measures.includes(claim.measure))
    .filter((claim) => claim.year === null || claim.year === view.report.meta.fiscalYear || claim.measure === 'prior')
    .sort((a, b) => lateness(a) - lateness(b))
}

const POSTS = '总编制'
const isForYear = (view: ReportView, { year }: Claim): boolean => year === null || year === view.report.meta.fiscalYear
const TOLD_TOPICS: readonly string[] = ['profile', 'threePublic']
const TOLD_MEASURES: readonly string[] = ['count', 'final', 'amount']
const bareName = (item: string): string => normaliseName(item).replace(/(实有|在编)?(人员|人数|职工|干部|支出)*$/, '')

/** What the overview and the 三公 text tell by a name of their own: 退休, 离休, 燃料费, 维修费 of vehicles. */
function toldFacts(view: ReportView, words: string): Fact[] {
  const wanted = bareName(words)
  // 区委办公室总编制人数: the total of the posts, whoever's they are called.
  const says = wanted === POSTS ? (name: string) => name.endsWith(POSTS) || name === '编制' : (name: string) => name === wanted
  return view.report.claims
    .filter((claim) => TOLD_TOPICS.includes(claim.topic) && TOLD_MEASURES.includes(claim.measure) && isForYear(view, claim))
    .filter((claim) => says(bareName(claim.item)))
    .flatMap((claim) => view.facts.get(claimKey(claim)) ?? [])
}

/** Which way a stated change went; 增加（减少）-9.60 carries its direction in its sign. */
export function moveOf({ direction, figure }: Pick<Claim, 'direction' | 'figure'>): 'up' | 'down' | null {
  if (direction === 'up' || direction === 'down') return direction
  return direction === 'either' && figure.text.startsWith('-') ? 'up' : null
}

const MEASURES_OF: Record<'final' | 'budget', readonly Measure[]> = { final: ['final', 'amount', 'count', 'execution'], budget: ['budget'] }

/** Of several figures of one thing, the one that stands with `other`: in its section, else in its form, else the first. */
export const standingWith = (facts: readonly Fact[], other: Fact | undefined): Fact | undefined =>
  facts.find((fact) => fact.form === other?.form && fact.section === other.section) ??
  facts.find((fact) => fact.form === other?.form) ??
  facts[0]

/** The words of a subject as a person reads them, code included. */
export function wordsOf(view: ReportView, subject: string): string {
  const standard = subjectWords(subject)
  if (standard !== null) return standard
  const [kind = '', code = ''] = subject.split(':')
  const printed = view.report.forms.flatMap((form) => form.rows).find((row) => row.code === code)?.name
  if (kind === 'code') return `${printed ?? FUNCTIONAL.get(code)?.name ?? ''}（${code}）`
  if (kind === 'economic') return `${printed ?? ECONOMIC.get(code)?.name ?? ''}（${code}）`
  return code
}

/**
 * Looks a subject up: forms first, then the explanations.
 * @param column for a code: the column wanted (basic, project) instead of its total
 */
export function look(view: ReportView, subject: string, measure: 'final' | 'budget' = 'final', column: string | null = null): Looked {
  if (subject === SCORE)
    return {
      subject,
      words: SCORE_WORDS,
      facts: measure === 'final' ? totalScores(view).filter((fact) => isWhole(view, fact)) : [],
      hollow: [],
    }
  const [kind, code = ''] = subject.split(':')
  if (kind === 'told') {
    const told = measure === 'final' ? toldFacts(view, code) : []
    return { subject, words: told[0]?.row.name ?? code, facts: told, hollow: [] }
  }
  const sought =
    kind === 'code'
      ? measure === 'budget'
        ? []
        : codeCells(view, code, column)
      : kind === 'economic'
        ? measure === 'budget'
          ? []
          : economicCells(view, code)
        : standardCells(view, subject as StandardSubject, measure)
  const { facts, hollow } = gather(view, sought)
  const told = column === null ? claimsAbout(view, subject, MEASURES_OF[measure]) : []
  const claimFacts = told.map((claim) => view.facts.get(claimKey(claim))).filter((fact) => fact !== undefined)
  return { subject, words: wordsOf(view, subject), facts: [...facts, ...claimFacts], hollow }
}
