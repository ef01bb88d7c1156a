import { ORGANS } from '../../../knowledge/aliases/index.ts'
import type { Department } from '../../store/interface.ts'
import { normaliseName } from '../normalise.ts'
import { type DepartmentIndex, type Indexed, type Named, soundsOf } from './department-index.ts'
import { reading } from './reading.ts'
import { coverage, edits } from './similarity.ts'

/** How a department was found; anything but a name is said in the reply. */
export type Found =
  | { readonly kind: 'one'; readonly department: Department; readonly by: 'name' | 'characters' | 'sound' | 'spelling' }
  | { readonly kind: 'several'; readonly departments: readonly Department[] }
  | { readonly kind: 'none'; readonly nearest: readonly Department[] }

type By = Extract<Found, { kind: 'one' }>['by']

/** Below this the words share too little with a name to mean it. */
const LEAST_COVERAGE = 0.6
/** Two names closer than this are a choice for the user. */
const CLEAR_LEAD = 0.15
const NEAREST = 5
/** Characters that make another organ of a name: 党 for 工 is no slip of the pen. */
const ORGAN_CHARACTERS = new Set(ORGANS.flatMap(({ short }) => [...short.join('')]))

const several = (entries: readonly Indexed[]): Found => ({ kind: 'several', departments: entries.map((entry) => entry.department) })
const choose = (entries: readonly Indexed[], by: By): Found => {
  const [only] = entries
  return only !== undefined && entries.length === 1 ? { kind: 'one', department: only.department, by } : several(entries)
}

const hasPlace = (entry: Indexed, words: string): boolean => entry.cores.length === 0 || entry.cores.some((core) => words.includes(core))
/** 武汉财政局 may be the city's own, 汉口机关工委 another district's: words about a place that is not the name's. */
const speaksOfPlace = (entry: Indexed, words: string): boolean => {
  const organ = new Set(entry.placed.organ)
  return entry.placed.places.some(({ core }) => [...core].some((character) => words.includes(character) && !organ.has(character)))
}

/** Every character of the words stands in the name. */
function byCharacters(index: DepartmentIndex, words: string): Found | null {
  const ranked = index
    .holding(words)
    .map((entry) => ({ entry, score: Math.max(...[entry.name, ...entry.forms].map((form) => coverage(words, form))) }))
    .filter(({ score }) => score >= LEAST_COVERAGE)
    .sort((a, b) => b.score - a.score)
  // A place alone means all that lies in it.
  const inside = ranked.filter(({ entry }) => entry.placed.places.some(({ core, full }) => core === words || full === words))
  if (inside.length > 1) return several(inside.map(({ entry }) => entry))
  const placed = ranked.filter(({ entry }) => hasPlace(entry, words))
  const [best, next] = placed
  if (best !== undefined) {
    if (next === undefined || best.score - next.score > CLEAR_LEAD) return choose([best.entry], 'characters')
    return several(placed.map(({ entry }) => entry))
  }
  if (ranked.length === 0) return null
  const unsure = ranked.some(({ entry }) => speaksOfPlace(entry, words))
  const entries = ranked.map(({ entry }) => entry)
  return unsure ? several(entries) : choose(entries, 'characters')
}

const fromNamed = (named: Named | null, by: By): Found | null => (named === null ? null : choose(named.entries, by))

function bySound(index: DepartmentIndex, words: string): Found | null {
  const letters = reading(words)
  const exact = fromNamed(index.sounding(letters), 'sound')
  if (exact !== null || !/^[a-z0-9]+$/.test(words) || words.length < 4) return exact
  const placed = index.entries.filter((entry) => entry.cores.some((core) => reading(core) === words))
  if (placed.length > 0) return choose(placed, 'sound')
  const inside = index.entries.filter((entry) => soundsOf(entry).some((part) => part.includes(words)))
  return inside.length > 0 ? choose(inside, 'sound') : null
}

/** One slip in a long name, or in a short one where the slip does not spell another organ. */
function isSlip(words: string, form: string): boolean {
  const most = words.length >= 10 ? 2 : 1
  if (words.length < 4 || edits(words, form, most) > most) return false
  const foreign = [...words].filter((character) => !form.includes(character))
  return words.length <= form.length && (words.length >= 10 || foreign.every((character) => !ORGAN_CHARACTERS.has(character)))
}

/** Common subsequence and pairs rank the names; only a slip of the pen with the right place is taken for the name. */
function bySpelling(index: DepartmentIndex, words: string): Found {
  const ranked = index
    .near(words)
    .map((entry) => ({ entry, score: coverage(words, entry.name) }))
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, 20)
    .map(({ entry }) => entry)
  const slips = ranked.filter((entry) => hasPlace(entry, words) && entry.forms.some((form) => isSlip(words, form)))
  return slips.length > 0 ? choose(slips, 'spelling') : { kind: 'none', nearest: ranked.slice(0, NEAREST).map((entry) => entry.department) }
}

/** Finds the department that words mean: known names, then every character, then sound, then spelling. */
export function findDepartment(index: DepartmentIndex, words: string): Found {
  const wanted = normaliseName(words).slice(0, 60)
  if (wanted === '') return { kind: 'none', nearest: [] }
  return fromNamed(index.named(wanted), 'name') ?? byCharacters(index, wanted) ?? bySound(index, wanted) ?? bySpelling(index, wanted)
}

/** Names for completion while typing: those that begin so, then those that hold every character, then those that sound so. */
export function suggestDepartments(index: DepartmentIndex, words: string, limit = 25): Department[] {
  const wanted = normaliseName(words)
  if (wanted === '') return index.entries.slice(0, limit).map((entry) => entry.department)
  const starting = index.entries.filter((entry) => entry.forms.some((form) => form.startsWith(wanted)))
  const sound = /^[a-z]+$/.test(wanted)
    ? index.entries.filter((entry) =>
        soundsOf(entry).some((part) => (wanted.length >= 4 ? part.includes(wanted) : part.startsWith(wanted))),
      )
    : []
  const all = new Set([...starting, ...index.holding(wanted), ...sound])
  return [...all].slice(0, limit).map((entry) => entry.department)
}
