import type { Paragraph } from '../../domain/outline.ts'
import { itemOf } from './items.ts'
import { type Ledger, sectionOf } from './ledger.ts'
import type { Scope } from './scope.ts'
import { absentIn, saidIn } from './statements.ts'
import { nameOf } from './subjects.ts'

/** Words of a clause, with their place in the paragraph. */
export interface Words {
  readonly paragraph: Paragraph
  readonly sentence: number
  readonly text: string
  readonly start: number
}

const ZERO_UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?:用车|车辆)$/, '辆'],
  [/设备$/, '台（套）'],
]
const MUTE: ReadonlySet<string> = new Set(['basic', 'attachment', 'work'])

/** A direction without a figure becomes a statement; the final amount that it judges learns it too. */
export function readDirection(words: Words, scope: Scope, ledger: Ledger): void {
  const said = saidIn(words.text)
  if (!said) return
  const item = itemOf(words.text.slice(0, said.start))
  const named = nameOf(item, scope.topic, 'money', scope.parentCode)
  const group = named.subject !== null ? scope.group(named.item, named.subject, 'money') : (scope.current ?? scope.head)
  if (!group || (item !== '' && named.subject === null && scope.reasons)) return
  const versus = said.versus ?? scope.versus ?? scope.lastVersus
  const start = words.start + said.start
  ledger.statements.push({
    topic: words.paragraph.topic,
    section: sectionOf(words.paragraph),
    item: group.item,
    subject: group.subject,
    relation: said.relation,
    versus,
    sentence: words.sentence,
    where: ledger.place(words.paragraph, start, words.start + said.end),
  })
  if (versus === 'priorYear') scope.lastVersus = versus
  scope.current = group
  const final = group.claims.get('final')
  if (final !== undefined && versus === 'budget' && said.relation !== 'absent') ledger.direct(final, said.relation, versus)
}

/** 没有公务用车: no figure, but a count of nought; any other absence is a statement. */
export function readAbsence(words: Words, scope: Scope, ledger: Ledger): void {
  const absent = absentIn(words.text)
  if (!absent || scope.reasons || MUTE.has(scope.topic)) return
  const item = itemOf(absent.words) || absent.words
  const unit = scope.topic === 'assets' ? ZERO_UNITS.find(([ending]) => ending.test(item))?.[1] : undefined
  const [start, end] = [words.start + absent.start, words.start + words.text.length]
  const named = nameOf(item, scope.topic, unit ? 'count' : 'money')
  const { item: name, subject } = named
  if (unit) {
    const figure = { text: '0', unit, decimals: 0 }
    const rest = { repaired: null, direction: null, of: null, versus: null, year: null, partOf: null }
    ledger.claim(words.paragraph, words.sentence, start, end, { item: name, subject, measure: 'count', figure, ...rest })
  }
  ledger.statements.push({
    topic: words.paragraph.topic,
    section: sectionOf(words.paragraph),
    item: name,
    subject,
    relation: 'absent',
    versus: null,
    sentence: words.sentence,
    where: ledger.place(words.paragraph, start, end),
  })
}
