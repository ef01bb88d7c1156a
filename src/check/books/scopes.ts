import type { Paragraph } from '../../domain/outline.ts'
import type { Claim, Report } from '../../domain/report.ts'
import { groupedBy } from '../grouping.ts'
import type { Spot } from './spots.ts'

/**
 * Of what a figure is told where it is not the department's whole: a unit of its own, the item it is listed under, or something that the words
 * leave open. Two figures of the same words are one thing only in the same scope; '' is the department's whole.
 */
export type Scope = string

/** A claim with the subject it has where it stands. */
export interface Spoken {
  readonly claim: Claim
  readonly subject: string | null
}

/** Is this the amount that a form prints for the subject; null where no form does. */
export type IsPrinted = (spoken: Spoken) => boolean | null

const ORGAN =
  '(?:局|委|办公室|办事处|中心|学校|中学|小学|大学|学院|医院|幼儿园|研究院|研究所|队|站|所|馆|院|厂|林场|管理处|管理所|公司|校|园|庭|社|会|镇|乡)'
/** `3.某市第二中学2023年度收、支总计`: the body with which a paragraph opens. */
const BODY = new RegExp(
  `^(?:[（(]?[\\d一二三四五六七八九十]{1,3}[)）]?[、.．]?\\s*)?([\\u4e00-\\u9fa5（）()]{2,30}?${ORGAN}(?:[（(](?:本级|机关|本部)[)）])?)(?=(?:部门|单位)?(?:20\\d\\d年|收入|支出|收、|本年|财政拨款|基本支出|项目支出|一般公共|总[收支]|决算|预算))`,
)
/** So many bodies that open paragraphs of one section show that it tells them one by one. */
const ONE_BY_ONE = 2

const sentencesOf = ({ firstSentence, sentences }: Paragraph): readonly number[] => sentences.map((_, i) => firstSentence + i)

/** Sentences that speak of one unit of the department, where a section tells its units one by one. */
function ofUnits({ outline, meta }: Report): ReadonlyMap<number, Scope> {
  const told = (outline?.paragraphs ?? []).filter(({ kind, cells }) => kind === 'text' && cells === null)
  const own = new Set([meta.department, ...meta.aliases])
  const sections = groupedBy(told, ({ path, topic }) => `${topic}|${path.join('/')}`)
  return new Map(
    [...sections.values()].flatMap((paragraphs) => {
      const named = paragraphs.flatMap((paragraph) => {
        const body = BODY.exec(paragraph.text)?.[1]
        return body === undefined || own.has(body) ? [] : [{ paragraph, body }]
      })
      if (new Set(named.map(({ body }) => body)).size < ONE_BY_ONE) return []
      return named.flatMap(({ paragraph, body }) => sentencesOf(paragraph).map((sentence) => [sentence, body] as const))
    }),
  )
}

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
export function scopesOf(report: Report, spoken: readonly Spoken[], { spots, isPrinted }: Known): ReadonlyMap<string, Scope> {
  const byId = new Map(spoken.map((one) => [one.claim.id, one]))
  const units = ofUnits(report)
  const ownOf = (one: Spoken): Scope => underItem(one, byId) || ofFiscalMoney(one, byId) || ofGuests(one, spots)
  const scopes = new Map(spoken.map((one) => [one.claim.id, units.get(one.claim.sentence) ?? ownOf(one)]))
  leftOpen(spoken, scopes, isPrinted)
  return scopes
}
