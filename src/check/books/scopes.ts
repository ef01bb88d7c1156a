import type { Claim } from '../../domain/report.ts'
import { groupedBy } from '../grouping.ts'
import type { Spot } from './spots.ts'

/**
 * Of what a figure is told where it is not the department's whole: the item it is listed under, some of the guests, or something that the
 * words leave open. Two figures of the same words are one thing only in the same scope; '' is the department's whole.
 */
export type Scope = string

/** A claim with the subject it has where it stands. */
export interface Spoken {
  readonly claim: Claim
  readonly subject: string | null
}

/** Is this the amount that a form prints for the subject; null where no form does. */
export type IsPrinted = (spoken: Spoken) => boolean | null

/** What any item is divided into; told under an item it is the item's. */
const NATURES = /^(?:expenditure|generalBudget)\.(?:basic|project)$|^personnel$|^public$|^economic:/
const OF_AN_ITEM = /^(?:code|project):|^(?:governmentFund|stateCapital)\./
/** 本年支出, 支出合计 and the like in words that no subject stands for. */
const WHOLE_WORDS = /合计|总计|总额|本年|财政拨款|一般公共|决算|预算|支出数|^支出$/

/** 初中教育支出…，其中：基本支出…: the basic expenditure of that item alone. */
function underItem({ claim, subject }: Spoken, byId: ReadonlyMap<string, Spoken>): Scope {
  const parent = claim.partOf === null ? undefined : byId.get(claim.partOf)
  if (!parent || subject === null) return ''
  if (parent.subject === subject && parent.claim.measure === claim.measure) return parent.claim.item
  if (!NATURES.test(subject)) return ''
  const other = parent.subject === null ? !WHOLE_WORDS.test(parent.claim.item) : OF_AN_ITEM.test(parent.subject)
  const projects = subject.startsWith('economic:') && (parent.subject?.endsWith('.project') ?? false)
  return other || projects ? parent.claim.item : ''
}

/** 财政拨款支出…，其中基本支出…: of all fiscal money, neither of all money nor of the general budget alone. */
function ofFiscalMoney({ claim, subject }: Spoken, byId: ReadonlyMap<string, Spoken>): Scope {
  if (!/^(?:expenditure|generalBudget)\.(?:basic|project)$/.test(subject ?? '')) return ''
  const parent = claim.partOf === null ? undefined : byId.get(claim.partOf)
  return claim.topic === 'fiscalOverall' || parent?.subject === 'fiscal.expenditure' ? '财政拨款' : ''
}

const PLACES = /国[（(]?境[）)]?内外|境内外|国内外|国内|外事|外宾|国[（(]?境[）)]?外|境外/g
const RECEPTION_COUNTS = /^count\.reception/

/** 国内公务接待…批次，外事接待…批次，共…: which guests a count is of. */
function ofGuests({ claim, subject }: Spoken, spots: ReadonlyMap<string, Spot>): Scope {
  const spot = spots.get(claim.id)
  if (!spot || !RECEPTION_COUNTS.test(subject ?? '')) return ''
  const place = spot.sentence.slice(0, spot.at).match(PLACES)?.at(-1) ?? ''
  return /内外/.test(place) ? '' : place
}

const MANY = 3
/** The scope of a figure whose words leave open of what it is told: it shares it with no other. */
const open = ({ claim }: Spoken): Scope => `?${claim.id}`

/** The same words for several amounts in one sentence, or for many in one section: each is of something else. */
function leftOpen(spoken: readonly Spoken[], scopes: Map<string, Scope>, isPrinted: IsPrinted): void {
  const whole = spoken.filter(({ claim, subject }) => subject !== null && scopes.get(claim.id) === '' && claim.direction !== 'level')
  const key = ({ claim, subject }: Spoken): string =>
    [subject, claim.item, claim.measure, claim.versus, claim.of, claim.figure.unit, claim.section].join('|')
  for (const group of groupedBy(whole, key).values()) {
    const values = new Set(group.map(({ claim }) => Number(claim.figure.text)))
    const inOne = [...groupedBy(group, ({ claim }) => String(claim.sentence)).values()]
    const twice = inOne.some((told) => new Set(told.map(({ claim }) => claim.figure.text)).size > 1)
    // 收入总计…，支出总计…: two sides of one sum.
    const sides = group.some(({ subject }) => subject?.endsWith('.both'))
    if (values.size < 2 || !(values.size >= MANY || (twice && !sides))) continue
    for (const one of group) if (isPrinted(one) !== true) scopes.set(one.claim.id, open(one))
  }
}

/** What else is known of the claims. */
interface Known {
  readonly spots: ReadonlyMap<string, Spot>
  readonly isPrinted: IsPrinted
}

/** The scope of every claim, by its id. */
export function scopesOf(spoken: readonly Spoken[], { spots, isPrinted }: Known): ReadonlyMap<string, Scope> {
  const byId = new Map(spoken.map((one) => [one.claim.id, one]))
  const scopes = new Map(
    spoken.map((one) => [one.claim.id, underItem(one, byId) || ofFiscalMoney(one, byId) || ofGuests(one, spots)] as const),
  )
  leftOpen(spoken, scopes, isPrinted)
  return scopes
}
