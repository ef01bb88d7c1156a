import type { Paragraph } from '../../domain/outline.ts'
import type { Measure, Topic } from '../../domain/report.ts'
import { functionalCode } from './classification.ts'
import { evaluatedProject, itemOf, projectName } from './items.ts'
import { type Group, type List, Lists } from './lists.ts'
import { nameOf } from './subjects.ts'
import type { Versus } from './versus.ts'
import { viewOf } from './view.ts'

const HEADING_NUMBER =
  /^(?:第[一二三四五六七八九十]+部分|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d{1,2}[.．、])\s*/
const HEADING_END = /(?:支出|收入)?(?:决算|预算)?(?:总体|具体|结构|构成)?(?:情况)?(?:说明)?[。：:]?$/
const ATTACHED_PROJECT = /(?:区|市|县|省|部|委|局|办|室|院|会|处|中心|公室)?([^区市县省部委局办室院会处]{3,40}?)项目(?:支出)?(?:绩效)?自评/

const WHOLES: Readonly<Record<string, string>> = {
  personnel: 'generalBudget.basic',
  public: 'generalBudget.basic',
  'expenditure.basic': 'expenditure.total',
  'expenditure.project': 'expenditure.total',
  'generalBudget.basic': 'generalBudget.expenditure',
  'generalBudget.project': 'generalBudget.expenditure',
  'threePublic.overseas': 'threePublic.total',
  'threePublic.vehicles': 'threePublic.total',
  'threePublic.reception': 'threePublic.total',
  'threePublic.vehiclePurchase': 'threePublic.vehicles',
  'threePublic.vehicleOperation': 'threePublic.vehicles',
  'procurement.goods': 'procurement.total',
  'procurement.works': 'procurement.total',
  'procurement.services': 'procurement.total',
}

/** Parts of one whole stand beside each other, never under each other. */
const areSiblings = (a: string | null, b: string | null): boolean => {
  const whole = a === null ? undefined : WHOLES[a]
  return whole !== undefined && b !== null && a !== b && WHOLES[b] === whole
}

const OWN_PARAGRAPH: ReadonlySet<string> = new Set(['personnel', 'public'])

/** 人员经费 and 公用经费 are no parts of one economic item, even behind a list of those. */
const ownsParagraph = (subject: string | null, parent: string | null): boolean =>
  OWN_PARAGRAPH.has(subject ?? '') && parent?.startsWith('economic:') === true

/** What is being spoken of, as a reader keeps it in mind. */
export class Scope {
  readonly lists = new Lists()
  current: Group | null = null
  lastMoney: Group | null = null
  /** The item that the heading or the head of a numbered paragraph names. */
  head: Group | null = null
  versus: Versus | null = null
  year: number | null = null
  /** What the figure before measured, in this sentence. */
  lastMeasure: Measure | null = null
  /** Which receptions the sentence speaks of, where it tells them apart. */
  guests: 'domestic' | 'foreign' | null = null
  /** Unit of the last amount in this sentence. */
  moneyUnit: string | null = null
  /** What the shares of this sentence are shares of. */
  shareOf: string | null = null
  /** Behind 主要原因: words give reasons, no items. */
  reasons = false
  /** What the reasons explain a difference from. */
  reasonsAgainst: Versus | null = null
  /** Did the clause before end with ； ? */
  behindSemicolon = false
  /** The last words of the reasons, for a figure that stands in them without an item. */
  reason = ''
  topic: Topic = 'other'
  parentCode: string | null = null
  private guestsOutside: Scope['guests'] = null
  private path = ''
  private groups: Group[] = []
  /** The items of this sentence, in the order they were told. */
  private told: Group[] = []
  private paragraph = 0

  /** The first item of this paragraph and of the one before: lists that a paragraph announces at its end hang on it. */
  first: Group | null = null
  previous: Group | null = null
  /** What the figures before compared with, for a direction that names no base. */
  lastVersus: Versus | null = null

  startParagraph(paragraph: Paragraph): void {
    const path = paragraph.path.join('\n')
    this.paragraph++
    if (path !== this.path) {
      this.lists.moveTo(path)
      if (!path.startsWith(this.path)) this.forget()
      this.path = path
      this.head = this.headOf(paragraph)
    }
    this.topic = paragraph.topic
    this.lists.end('paragraph')
    if (paragraph.number !== null && paragraph.level !== null) this.lists.endLevel(paragraph.level)
    if (this.first) this.previous = this.first
    this.first = null
    this.current = this.head
    this.lastMoney = this.head
  }

  /** The item that a list can hang on: the one being spoken of, or the one the paragraph before ended with. */
  get spokenOf(): Group | null {
    if (this.current && this.current.claims.size > 0) return this.current
    const before = this.dividedBefore
    return before && before.claims.size > 0 ? before : null
  }

  /** What a paragraph divides that names no whole: the item before, unless that one is itself part of another division. */
  get dividedBefore(): Group | null {
    return this.previous?.list ? null : this.previous
  }

  startSentence(): void {
    this.versus = null
    this.year = null
    this.moneyUnit = null
    this.lastMeasure = null
    this.told = []
    this.guests = null
    this.shareOf = null
    this.reasons = false
    this.reasonsAgainst = null
    this.behindSemicolon = false
    this.lists.end('sentence')
  }

  private forget(): void {
    this.groups = []
    this.previous = null
    this.first = null
    this.current = null
    this.lastMoney = null
    this.lastVersus = null
  }

  /** The group of an item: the one that already speaks of it, or a new one. */
  group(item: string, subject: string | null, kind: Group['kind'], unit = ''): Group {
    const same = (g: Group): boolean => (subject !== null ? g.subject === subject : g.subject === null && g.item === item)
    const list = this.lists.innermost
    if (this.current && same(this.current) && (this.current !== this.head || item === '')) return this.current
    const apart = areSiblings(subject, list?.parent.subject ?? null) || ownsParagraph(subject, list?.parent.subject ?? null)
    const under = list && !same(list.parent) && !apart
    const listed = under && list.parent.kind === kind && list.parent.unit === unit ? list : null
    const known = this.groups.findLast((g) => same(g) && g.list === listed && g.paragraph === this.paragraph && g.claims.size > 0)
    if (known) return known
    const group: Group = { item, subject, kind, unit, claims: new Map(), paragraph: this.paragraph, list: listed ?? this.wholeOf(subject) }
    this.groups.push(group)
    if (this.groups.length > 400) this.groups.splice(0, 200)
    return group
  }

  /** A part that stands without its 其中 belongs to the whole of its paragraph; 人员经费 and 公用经费 often have paragraphs of their own. */
  private wholeOf(subject: string | null): List | null {
    const whole = subject === null ? undefined : WHOLES[subject]
    const parent = whole === undefined ? null : this.known(whole)
    if (!parent || (parent.paragraph !== this.paragraph && !OWN_PARAGRAPH.has(subject ?? ''))) return null
    return { parent, reach: 'clause', level: null, path: this.path }
  }

  enterBracket(): void {
    if (!this.current) return
    this.lists.start(this.current, 'bracket')
    this.guestsOutside = this.guests
  }

  leaveBracket(): void {
    const bracket = this.lists.endBracket()
    if (!bracket) return
    this.guests = this.guestsOutside
    this.speakOf(bracket.parent)
  }

  /** What a paragraph divides that ends with 其中：; where its items stand beside each other, it is their whole. */
  get announced(): Group | null {
    const beside = areSiblings(this.first?.subject ?? null, this.lastMoney?.subject ?? null)
    return beside ? this.known(WHOLES[this.first?.subject ?? ''] ?? '') : (this.first ?? this.previous)
  }

  /** The group that already has claims of this subject, the latest first. */
  known(subject: string): Group | null {
    return this.groups.findLast((g) => g.subject === subject && g.claims.size > 0) ?? null
  }

  /** The item told so many items back in this sentence; undefined when there are not `count` of them. */
  toldBack(back: number, count: number): Group | undefined {
    return this.told.length < count ? undefined : this.told.at(-back)
  }

  speakOf(group: Group): void {
    this.current = group
    if (group.kind === 'money' && group.claims.size > 0 && !this.told.includes(group)) this.told.push(group)
    if (group.claims.size > 0) this.first ??= group
    if (group.kind === 'money') this.lastMoney = group
  }

  /** The item that the headings name: a standard one, a 类/款, or the project that an attached report is about. */
  private headOf(paragraph: Paragraph): Group | null {
    this.parentCode = null
    let head: Group | null = null
    for (const heading of paragraph.path) {
      const words = viewOf(heading).replace(HEADING_NUMBER, '')
      const project = evaluatedProject(words) ?? ATTACHED_PROJECT.exec(words)?.[1] ?? null
      if (paragraph.topic === 'attachment' && project) head = this.bare(project, `project:${projectName(project)}`)
      if (paragraph.topic === 'attachment') continue
      const item = itemOf(words.replace(HEADING_END, ''))
      const named = nameOf(words.replace(HEADING_END, ''), paragraph.topic, 'money')
      if (named.subject) head = this.bare(named.item, named.subject)
      else if (item !== '' && head === null && paragraph.topic === 'performance' && /项目$/.test(item))
        head = this.bare(item, `project:${projectName(item)}`)
      if (/\([类款]\)/.test(words)) this.parentCode = functionalCode(words, null)
    }
    return head
  }

  private bare(item: string, subject: string | null): Group {
    return { item, subject, kind: 'money', unit: '', claims: new Map(), paragraph: 0, list: null }
  }
}
