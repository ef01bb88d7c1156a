import type { Paragraph } from '../../domain/outline.ts'
import type { Topic } from '../../domain/report.ts'
import { functionalCode } from './classification.ts'
import { evaluatedProject, itemOf, projectName } from './items.ts'
import { type Group, Lists } from './lists.ts'
import { nameOf } from './subjects.ts'
import type { Versus } from './versus.ts'

const HEADING_NUMBER =
  /^(?:第[一二三四五六七八九十]+部分|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d{1,2}[.．、])\s*/
const HEADING_END = /(?:支出|收入)?(?:决算|预算)?(?:总体|具体|结构|构成)?(?:情况)?(?:说明)?[。：:]?$/
const ATTACHED_PROJECT = /(?:区|市|县|省|部|委|局|办|室|院|会|处|中心|公室)?([^区市县省部委局办室院会处]{3,40}?)项目(?:支出)?(?:绩效)?自评/

/** What is being spoken of, as a reader keeps it in mind. */
export class Scope {
  readonly lists = new Lists()
  current: Group | null = null
  lastMoney: Group | null = null
  /** The item that the heading or the head of a numbered paragraph names. */
  head: Group | null = null
  versus: Versus | null = null
  year: number | null = null
  /** Unit of the last amount in this sentence. */
  moneyUnit: string | null = null
  /** Behind 主要原因: words give reasons, no items. */
  reasons = false
  topic: Topic = 'other'
  parentCode: string | null = null
  private heading = ''
  private groups: Group[] = []

  /** The item that the paragraph before ended with: a paragraph that begins with 其中 goes on from it. */
  previous: Group | null = null
  /** What the figures before compared with, for a direction that names no base. */
  lastVersus: Versus | null = null

  startParagraph(paragraph: Paragraph): void {
    const heading = paragraph.path.at(-1) ?? ''
    if (heading !== this.heading) {
      this.lists.end('section')
      this.groups = []
      this.current = null
      this.lastMoney = null
      this.lastVersus = null
      this.heading = heading
      this.head = this.headOf(paragraph)
    }
    this.topic = paragraph.topic
    this.lists.end('paragraph')
    if (paragraph.number !== null && paragraph.level !== null) this.lists.endLevel(paragraph.level)
    this.previous = this.lastMoney ?? this.current
    this.current = this.head
    this.lastMoney = this.head
  }

  /** The item that a list can hang on: the one being spoken of, or the one the paragraph before ended with. */
  get spokenOf(): Group | null {
    if (this.current && this.current.claims.size > 0) return this.current
    return this.previous && this.previous.claims.size > 0 ? this.previous : null
  }

  startSentence(): void {
    this.versus = null
    this.year = null
    this.moneyUnit = null
    this.reasons = false
    this.lists.end('sentence')
  }

  /** The group of an item: the one that already speaks of it, or a new one. */
  group(item: string, subject: string | null, kind: Group['kind'], unit = ''): Group {
    const same = (g: Group): boolean => (subject !== null ? g.subject === subject : g.subject === null && g.item === item)
    const list = this.lists.innermost
    if (this.current && same(this.current) && (this.current !== this.head || item === '')) return this.current
    const listed = list && !same(list.parent) && list.parent.kind === kind && list.parent.unit === unit ? list : null
    const known = this.groups.findLast((g) => same(g) && g.list === listed)
    if (known) return known
    const group: Group = { item, subject, kind, unit, claims: new Map(), list: listed }
    this.groups.push(group)
    if (this.groups.length > 400) this.groups.splice(0, 200)
    return group
  }

  /** The group that already has claims of this subject, the latest first. */
  known(subject: string): Group | null {
    return this.groups.findLast((g) => g.subject === subject && g.claims.size > 0) ?? null
  }

  speakOf(group: Group): void {
    this.current = group
    if (group.kind === 'money') this.lastMoney = group
  }

  /** The item that the headings name: a standard one, a 类/款, or the project that an attached report is about. */
  private headOf(paragraph: Paragraph): Group | null {
    this.parentCode = null
    let head: Group | null = null
    for (const heading of paragraph.path) {
      const words = heading.replace(HEADING_NUMBER, '')
      const project = evaluatedProject(words) ?? ATTACHED_PROJECT.exec(words)?.[1] ?? null
      if (paragraph.topic === 'attachment' && project) head = this.bare(project, `project:${projectName(project)}`)
      if (paragraph.topic === 'attachment') continue
      const item = itemOf(words.replace(HEADING_END, ''))
      const named = nameOf(words.replace(HEADING_END, ''), paragraph.topic, 'money')
      if (named.subject) head = this.bare(named.item, named.subject)
      else if (item !== '' && head === null && paragraph.topic === 'performance' && /项目$/.test(item))
        head = this.bare(item, `project:${projectName(item)}`)
      if (/\([类款]\)/.test(words.normalize('NFKC'))) this.parentCode = functionalCode(words.normalize('NFKC'), null)
    }
    return head
  }

  private bare(item: string, subject: string | null): Group {
    return { item, subject, kind: 'money', unit: '', claims: new Map(), list: null }
  }
}
