import { ORGANS } from '../../../knowledge/aliases/index.ts'
import { normaliseName, normaliseText } from '../normalise.ts'
import { type PlacedName, placeCores, splitName } from './places.ts'

/** A name a department can be called by; `generic` when it names no place, so that others may be called so too. */
export interface NameForm {
  readonly text: string
  readonly generic: boolean
}

const MOST_FORMS = 60
const NO_LETTER = /[^\p{L}\p{N}]/gu
/** What shortening can leave that nobody says. */
const NO_NAME = /^(工?委)?办(公室|公厅)?$|^委|工作委$/

/** `A（B）C` → `AC` and `BC`: two names in one. */
function withoutBrackets(name: string): string[] {
  const found = /^(.*?)[（(](.+?)[）)](.*)$/.exec(name)
  if (found === null) return [name]
  const [, before = '', inside = '', after = ''] = found
  return [before + after, inside + after]
}

const shortenings = new Map<string, readonly string[]>()

/** Every way to shorten the organ's words by the rows of knowledge/aliases/organs.csv; few organs make up all departments. */
function shortened(organ: string): readonly string[] {
  const known = shortenings.get(organ)
  if (known !== undefined) return known
  let forms = new Set([organ])
  for (const { long, short } of ORGANS) {
    const next = new Set(forms)
    for (const form of forms) if (form.includes(long)) for (const word of short) next.add(form.replace(long, word))
    forms = new Set([...next].slice(0, MOST_FORMS))
  }
  shortenings.set(organ, [...forms])
  return [...forms]
}

const PARTY = /^(中共|中国共产党)?$/

/** Ways to say the organ inside its committee: 委员会办公室 of the party is 委办公室; 委直属机关工委 and 人民政府万里街道 go without. */
const ofCommittee = (organ: string): string => organ.replace(/^委员会/, '委')
const withoutSuperior = (organ: string): string[] => {
  const rest = /^(?:工?委|人民政府|政府)(.{3,})$/.exec(organ)?.[1]
  return rest === undefined || /^办|^员会/.test(rest) ? [] : [rest]
}

/** 政协…江苏省委员会办公厅 → 江苏省政协办公厅. */
const ownBody = (body: string, organ: string): string => (body === '中国人民政治协商会议' ? '政协' : body) + organ.replace(/^委员会/, '')

/** The official spellings of a party body: 中共 or 中国共产党, 委 or 委员会 before its office, with or without the city. */
function officialForms({ body, places, organ }: PlacedName): NameForm[] {
  if (!/^(中共|中国共产党)$/.test(body)) return []
  const chains = [places, places.slice(-1)].map((chain) => chain.map(({ full }) => full).join(''))
  const organs = [organ, organ.replace(/^委(?!员会)(?=办)/, '委员会'), ofCommittee(organ)]
  return ['中共', '中国共产党', ''].flatMap((party) =>
    chains.flatMap((chain) => organs.map((one) => ({ text: party + chain + one, generic: false }))),
  )
}

function formsOf(name: string): NameForm[] {
  const split = splitName(name)
  const last = split.places.at(-1)
  const party = PARTY.test(split.body)
  const organs = party ? [split.organ, ofCommittee(split.organ)] : [ownBody(split.body, split.organ)]
  const short = [...new Set(organs.flatMap(shortened))].filter((organ) => organ !== '')
  if (last === undefined) return short.map((text) => ({ text, generic: false }))
  const level = last.full.slice(last.core.length)
  const places = [...placeCores(split), ...split.places.slice(0, -1).flatMap(({ core, full }) => [full + last.core, core + last.core])]
  const everywhere = (organ: string): NameForm[] => [
    ...places.flatMap((place) => [place + level + organ, place + organ].map((text) => ({ text, generic: false }))),
    ...[level + organ, organ].map((text) => ({ text, generic: true })),
  ]
  return [...officialForms(split), ...short.flatMap((organ) => [organ, ...withoutSuperior(organ)]).flatMap(everywhere)]
}

/** All names a department can be found by, its full name and stored aliases first. */
export function nameForms(name: string, aliases: readonly string[]): NameForm[] {
  const given = [name, ...aliases].map((text) => ({ text, generic: splitName(text).places.length === 0 && text !== name }))
  const derived = [name, ...aliases.filter((alias) => alias.length > 6)]
    .flatMap((one) => withoutBrackets(normaliseText(one)))
    .flatMap((one) => [{ text: one, generic: false }, ...formsOf(one)])
  const forms = new Map<string, NameForm>()
  const plain = [
    ...given.map((form) => ({ ...form, text: normaliseName(form.text) })),
    ...derived.map((form) => ({ ...form, text: form.text.replace(NO_LETTER, '') })),
  ]
  for (const { text, generic } of plain) {
    const known = forms.get(text)
    if (text.length >= 2 && !NO_NAME.test(text) && (known === undefined || (known.generic && !generic))) forms.set(text, { text, generic })
  }
  return [...forms.values()]
}
