import type { Line } from '../domain/document.ts'
import type { Form } from '../domain/report.ts'
import { type Certainty, completes, formality, type Name, nameIn, saysPlace } from './department/names.ts'
import { DESCRIPTIONS, LABELS, PUBLISHERS, SAYINGS } from './department/sayings.ts'
import { describedName, openingName, titledName } from './department/titles.ts'
import { nameKey, squeeze } from './text.ts'

/** Where a name was found: in what is the report's own to say, in what may speak of another body, or only as a publisher. */
type Source = 'own' | 'described' | 'publisher'

interface Candidate extends Name {
  readonly weight: number
  readonly source: Source
}

interface Vote {
  readonly name: string
  readonly weight: number
  readonly times: number
}

const EARLY = 40
/** These are names only where a title says so. */
const IN_TITLES: ReadonlySet<Certainty> = new Set(['settlement', 'region', 'title'])

class Candidates {
  readonly all: Candidate[] = []

  add(words: string | null | undefined, weight: number, source: Source, title: 'whole' | 'joined' | null = null): boolean {
    const found = nameIn(words ?? undefined)
    if (found === null || (IN_TITLES.has(found.certainty) && title === null)) return false
    // What no ending shows to be a name must be one in a title of one line, and say where it is.
    if (found.certainty === 'title' && (title !== 'whole' || !saysPlace(found.name))) return false
    this.all.push({ ...found, weight, source })
    return true
  }
}

const names = (line: string): boolean => nameIn(titledName(line) ?? describedName(line) ?? '') !== null
const endsInPlace = (line: string): boolean => /^[\u4e00-\u9fff]{2,20}[省市区县州盟旗]$/.test(line)

/** Titles and headings; where a line alone names nobody, it is tried with those below it, for covers and headings wrap. */
function addHeadings(lines: readonly Line[], found: Candidates): void {
  const short = lines.map(({ text }) => squeeze(text).replace(/[*#]/g, '')).filter((flat) => flat !== '')
  const says = (text: string, early: boolean, title: 'whole' | 'joined' = 'joined'): boolean =>
    [found.add(titledName(text), early ? 4 : 2, 'own', title), found.add(describedName(text), early ? 3 : 2, 'own', title)].includes(true)
  short.forEach((a, i) => {
    const early = i < EARLY
    const [b = '', c = ''] = [short[i + 1], short[i + 2]]
    if (a.length > 90) {
      if (early) found.add(openingName(a), 3, 'own', 'joined')
      return
    }
    if (says(a, early, 'whole') || b.length > 40 || (names(b) && !endsInPlace(a))) return
    if (says(a + b, early) || !early || c.length > 40 || (names(c) && !endsInPlace(b))) return
    says(a + b + c, early)
  })
}

function addSayings(lines: readonly Line[], found: Candidates): void {
  for (const sentence of joined(lines)) {
    for (const pattern of SAYINGS) found.add(pattern.exec(sentence)?.[1], 2, 'own')
    for (const pattern of DESCRIPTIONS) {
      const name = pattern.exec(sentence)?.[1] ?? ''
      if (saysPlace(name)) found.add(name, 1, 'described')
    }
  }
  for (const { text } of lines.slice(0, EARLY)) {
    for (const pattern of LABELS) found.add(pattern.exec(text)?.[1], 3, 'own')
    for (const pattern of PUBLISHERS) found.add(pattern.exec(text)?.[1], 1, 'publisher')
  }
}

/** Which names are looked at first: those of organs that the report itself gives; what only a title makes a name comes last. */
const TIERS: readonly ((candidate: Candidate) => boolean)[] = [
  ({ certainty, source }) => source === 'own' && (certainty === 'organ' || certainty === 'settlement'),
  ({ source }) => source === 'described',
  ({ certainty }) => certainty === 'title',
  ({ certainty }) => certainty === 'region',
]

function votesOf(found: readonly Candidate[]): Vote[] {
  const votes = new Map<string, Vote>()
  for (const { name, weight } of found) {
    const key = nameKey(name)
    const own = votes.get(key)
    votes.set(key, { name: own?.name ?? name, weight: (own?.weight ?? 0) + weight, times: (own?.times ?? 0) + 1 })
  }
  return [...votes.values()].sort((a, b) => rank(b) - rank(a))
}

const rank = (c: Vote): number => formality(c.name) * 3 + Math.min(c.weight, 24) / 2

/**
 * The department's full official name as the report prints it most formally, with its other spellings.
 * Sources: 部门： of the forms, cover and headings, and the sentences that must name it.
 */
export function departmentOf(lines: readonly Line[], forms: readonly Form[]): { name: string; aliases: string[] } | null {
  const found = new Candidates()
  for (const form of forms) found.add(form.department, 3, 'own')
  addHeadings(lines, found)
  addSayings(lines, found)
  const ranked = TIERS.map((fits) => votesOf(found.all.filter(fits))).find((tier) => tier.length > 0) ?? []
  const first = ranked[0]
  if (first === undefined) return null
  const { certainty } = found.all.find(({ name }) => name === first.name) ?? { certainty: 'organ' }
  const fuller = found.all
    .filter(({ name, source, certainty: sure }) => sure === 'organ' && source !== 'described' && completes(name, first.name, certainty))
    .sort((a, b) => b.name.length - a.name.length)[0]
  const best = fuller?.name ?? first.name
  // One slip in one place is no second name; a piece of the full name is none either.
  const aliases = ranked.filter((c) => c.name !== best && c.times >= (best.endsWith(c.name) ? 3 : 2)).map((c) => c.name)
  return { name: best, aliases }
}

const HEADING = /^(?:第[一二三四五六七八九十]{1,2}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^，。；]{0,40}$/

/** Soft-wrapped lines joined, so that a sentence is whole; a heading stands alone. */
function joined(lines: readonly Line[]): string[] {
  const out: string[] = []
  let open = ''
  for (const line of lines) {
    const flat = squeeze(line.text)
    if (line.cells !== null) continue
    if (HEADING.test(flat)) {
      out.push(open, flat)
      open = ''
      continue
    }
    open += flat
    if (/[。：:；]$/.test(flat) || open.length > 2000) {
      out.push(...open.split(/[。；]/))
      open = ''
    }
  }
  return [...out, open]
}
