import type { Department } from '../../store/interface.ts'
import { normaliseName } from '../normalise.ts'
import { CharacterIndex } from './character-index.ts'
import { type PlacedName, placeCores, splitName } from './places.ts'
import { initials, reading } from './reading.ts'
import { nameForms } from './short-forms.ts'

/** A department as the index knows it. */
export interface Indexed {
  readonly department: Department
  /** Its full name, normalised. */
  readonly name: string
  readonly forms: readonly string[]
  readonly placed: PlacedName
  /** Words that name its narrowest place. */
  readonly cores: readonly string[]
}

/** Who answers to a name; `generic` when the name tells no place. */
export interface Named {
  readonly entries: readonly Indexed[]
  readonly generic: boolean
}

/** Everything that finding departments needs, built once for a set of names. */
export interface DepartmentIndex {
  readonly entries: readonly Indexed[]
  readonly named: (form: string) => Named | null
  readonly byPlace: (core: string) => readonly Indexed[]
  /** Entries whose names hold every one of the characters, best first. */
  readonly holding: (characters: string) => readonly Indexed[]
  /** Entries whose names share most characters with a text, `NEAR` at most. */
  readonly near: (characters: string) => readonly Indexed[]
  readonly sounding: (letters: string) => Named | null
  readonly longestForm: number
}

const NEAR = 200

interface Mutable {
  entries: Indexed[]
  generic: boolean
}

function put(map: Map<string, Mutable>, key: string, entry: Indexed, generic: boolean): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, { entries: [entry], generic })
  else {
    // One department's forms come together: it is the last one or not there.
    if (known.entries.at(-1) !== entry) known.entries.push(entry)
    known.generic &&= generic
  }
}

const entrySounds = new WeakMap<Indexed, readonly string[]>()

/** How the places and the whole name of a department sound, in full and by first letters. */
export function soundsOf(entry: Indexed): readonly string[] {
  const known = entrySounds.get(entry)
  if (known !== undefined) return known
  const sounds = [...entry.cores, entry.name].flatMap((part) => [reading(part), initials(part)])
  entrySounds.set(entry, sounds)
  return sounds
}

/** Names by sound take a while to build and few questions need them: built at the first. */
function indexSounds(forms: ReadonlyMap<string, Mutable>): Map<string, Mutable> {
  const sounds = new Map<string, Mutable>()
  for (const [form, { entries, generic }] of forms)
    for (const entry of entries) {
      put(sounds, reading(form), entry, generic)
      if (form.length >= 4) put(sounds, initials(form), entry, generic)
    }
  return sounds
}

/** 区委办 names no place, from whatever name it was shortened: 汉阳区委办 is another one. */
const PLACELESS = /^[省市区县州旗](委|政府|人大|政协|直)/

/** Builds the index of department names. 10,000 names take under a second. */
export function indexDepartments(departments: readonly Department[]): DepartmentIndex {
  const forms = new Map<string, Mutable>()
  const places = new Map<string, Indexed[]>()
  const entries = departments.map((department): Indexed => {
    const found = nameForms(department.name, department.aliases)
    const placed = splitName(department.name.replace(/[（(].*?[）)]/, ''))
    const inner = /[（(](.+?)[）)]/.exec(department.name)?.[1]
    const cores = [...placeCores(placed), ...(inner === undefined ? [] : placeCores(splitName(inner)))]
    const entry = { department, name: normaliseName(department.name), forms: found.map((form) => form.text), placed, cores }
    for (const { text, generic } of found) put(forms, text, entry, generic || PLACELESS.test(text))
    for (const core of new Set(cores)) {
      const there = places.get(core)
      if (there === undefined) places.set(core, [entry])
      else there.push(entry)
    }
    return entry
  })
  const characters = new CharacterIndex(entries.map((entry) => [entry.name, ...entry.department.aliases.map(normaliseName)].join('')))
  const at = (numbers: readonly number[]): Indexed[] => numbers.flatMap((number) => entries[number] ?? [])
  let sounds: Map<string, Mutable> | null = null
  return {
    entries,
    named: (form) => forms.get(form) ?? null,
    byPlace: (core) => places.get(core) ?? [],
    holding: (words) => at(characters.holding(normaliseName(words))),
    near: (words) => at(characters.sharing(words, NEAR)),
    sounding: (letters) => {
      sounds ??= indexSounds(forms)
      return sounds.get(letters) ?? null
    },
    longestForm: [...forms.keys()].reduce((most, form) => Math.max(most, form.length), 0),
  }
}
