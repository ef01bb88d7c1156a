import type { DepartmentIndex } from './names/department-index.ts'
import { findDepartment } from './names/find-department.ts'
import type { Query } from './query.ts'
import { HELD } from './words/held.ts'
import { leftovers, withNames, withoutFillers } from './words/leftover.ts'
import { FILLERS } from './words/light.ts'
import type { Spotted } from './words/spot-names.ts'

/** Which words of a question name departments, and which are left. */

/** A name without a place that is listed beside another: 区委办和某某局. */
const BESIDE = new RegExp(`${HELD} *[和与跟及同比、,，]|[和与跟及同比、,，][^和与跟及、,，]{0,4}${HELD}`)
const LISTED = /[和与跟及、,，]/
const ORGAN_END = /(局|委|办|部|院|厅|会|中心|街道|公室|学校|大学|学院|处|所|队|社|馆|站|乡|镇|区|县|市|省)$/

const ORGAN_PHRASE =
  /[\p{Script=Han}]{2,}?(局|工委|委员会|[市区县省党]委(?!托)|[建改健信资编]委|办公室|委办|府办|厅|检察院|法院|大学|学院|街道办?|中心)(?![\p{Script=Han}]{0,4}(局|委员会|办公室|中心))/u
const LEADING_FILLER = new RegExp(`^(${FILLERS.filter((word) => word.length > 1 || '的在那和'.includes(word)).join('|')})`)

/** A body that no name of the index explains: 江岸区人社局. Only the words before it that mean nothing are taken off. */
export function organPhrase(text: string): string | null {
  let phrase = ORGAN_PHRASE.exec(text)?.[0] ?? ''
  while (LEADING_FILLER.test(phrase)) phrase = phrase.replace(LEADING_FILLER, '')
  return phrase.length >= 3 ? phrase : null
}

/** The words that name a department, and those that nothing explains. */
export function namesIn(words: string, spotted: readonly Spotted[], index: DepartmentIndex): Pick<Query, 'departments' | 'rest'> {
  const { departments, rest } = namesAndRest(words, spotted, index)
  // Characters of different places must not be read as one word.
  return { departments, rest: rest.length === 1 ? withoutFillers(rest) : rest }
}

function namesAndRest(words: string, spotted: readonly Spotted[], index: DepartmentIndex): Pick<Query, 'departments' | 'rest'> {
  const rest = withNames(words)
  const held = spotted.find((name) => name.generic)
  const specific = spotted.filter((name) => !name.generic)
  if (specific.length > 0) {
    const named = specific.map((name) => name.text)
    if (held !== undefined && BESIDE.test(words)) {
      const [before = '', ...after] = rest.split(HELD)
      const all = held.start < (specific[0]?.start ?? 0) ? [before + held.text, ...named] : [...named, before + held.text]
      return { departments: all, rest: after.join('') }
    }
    const other = rest.replaceAll(HELD, '')
    // An organ that no name explains, listed beside one that is known: looked for like any other, never passed over.
    // 经开区工委（汉南区委）办公室: the rest of the same department's name.
    const [only] = specific.length === 1 ? (index.named((specific[0]?.text ?? '').replace(/[^\p{L}\p{N}]/gu, ''))?.entries ?? []) : []
    const parts = only === undefined ? '' : [only.name, ...only.forms].join('')
    if (other.length > 2 && parts.includes(other)) return { departments: named, rest: '' }
    if (other.length < 4 || !ORGAN_END.test(other) || !LISTED.test(words)) return { departments: named, rest: other }
    const first = words.indexOf(other.slice(0, 2)) < (specific[0]?.start ?? 0)
    return { departments: first ? [other, ...named] : [...named, other], rest: '' }
  }
  if (held !== undefined) {
    const each = placesOfKind(words, held, index)
    if (each !== null) return each
    const [before = '', ...after] = rest.split(HELD)
    return { departments: [before + held.text], rest: after.join('') }
  }
  const organ = organPhrase(words)
  if (organ !== null && findDepartment(index, rest).kind === 'none')
    return { departments: [organ], rest: withoutFillers(words.replace(organ, ' ')) }
  if (rest.length < 2) return { departments: [], rest }
  const alone = placesAlone(words, index)
  if (alone !== null) return alone
  const torn = placeAndMore(rest, index)
  if (torn !== null) return torn
  if (findDepartment(index, rest).kind !== 'none') return { departments: [rest], rest: '' }
  const { cores, beside } = placesIn(rest, index)
  if (cores.length > 0 && !ORGAN_END.test(beside)) return { departments: cores, rest: beside }
  return ORGAN_END.test(rest) ? { departments: [rest], rest: '' } : { departments: [], rest }
}

const SHORTEST_PLACE = 2
const LONGEST_PLACE = 6

/** 硚口与汉阳两个机关工委, 同样是区委办，青山和洪山: one department for each place, whether its name is known or not. */
function placesOfKind(words: string, { text: kind }: Spotted, index: DepartmentIndex): Pick<Query, 'departments' | 'rest'> | null {
  const [before = '', ...after] = words.split(HELD)
  const listed = before
    .split(/[和与跟及同、,，]|以及|还有/)
    .map(withoutFillers)
    .filter((place) => place !== '')
  const placed = listed.every((place) => place.length >= SHORTEST_PLACE && place.length <= LONGEST_PLACE)
  if (listed.length > 1 && placed && listed.some((place) => placesIn(place, index).cores.length > 0))
    return { departments: listed.map((place) => place + kind), rest: withoutFillers(after.join('')) }
  const behind = placesIn(withoutFillers(after.join('')), index)
  if (behind.cores.length < 2) return null
  return { departments: behind.cores.map((place) => place + kind), rest: listed.join('') + withoutFillers(behind.beside) }
}

/** 援汉医疗队那笔钱 汉南的: a place that stands for itself is the department, what else there is, is not. */
function placesAlone(words: string, index: DepartmentIndex): Pick<Query, 'departments' | 'rest'> | null {
  const pieces = leftovers(words, false)
  const places = pieces.filter((piece) => piece.length > 1 && index.byPlace(piece).length > 0)
  const others = pieces.filter((piece) => !places.includes(piece))
  return places.length === 1 && others.length > 0 && !others.some((piece) => piece.length > 2 && ORGAN_END.test(piece))
    ? { departments: places, rest: others.join('') }
    : null
}

/** 青山公: one character beside a place is the rest of another word, not of the department's name. */
function placeAndMore(rest: string, index: DepartmentIndex): Pick<Query, 'departments' | 'rest'> | null {
  const isPlace = (core: string) => core.length > 1 && index.byPlace(core).length > 0
  const [front, back] = [rest.slice(0, -1), rest.slice(1)]
  if (isPlace(front) && !/[省市区县州旗]$/.test(rest)) return { departments: [front], rest: rest.slice(-1) }
  return isPlace(back) ? { departments: [back], rest: rest.slice(0, 1) } : null
}

/** 武汉各区委办: a place beside a name says nothing more. */
export function withoutPlace<T extends Pick<Query, 'departments' | 'rest'>>(names: T, index: DepartmentIndex): T {
  const isPlace = ({ placed }: { placed: { places: readonly { core: string; full: string }[] } }) =>
    placed.places.some(({ core, full }) => core === names.rest || full === names.rest)
  return names.departments.length > 0 && names.rest !== '' && index.entries.some(isPlace) ? { ...names, rest: '' } : names
}

/** Every place of the index that a text names: 硚口和汉阳 are two departments by their places. */
export function placesIn(text: string, index: DepartmentIndex): { readonly cores: string[]; readonly beside: string } {
  const cores: string[] = []
  let beside = text
  for (let core = longestPlace(beside, index); core !== null; core = longestPlace(beside, index)) {
    cores.push(core)
    beside = beside.replace(core, '')
  }
  return { cores, beside }
}

function longestPlace(text: string, index: DepartmentIndex): string | null {
  for (let length = Math.min(8, text.length); length >= 2; length--)
    for (let at = 0; at + length <= text.length; at++) {
      const core = text.slice(at, at + length)
      if (index.byPlace(core).length > 0) return core
    }
  return null
}
