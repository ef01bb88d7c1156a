import type { Measure, Topic } from '../../domain/report.ts'
import type { Said } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { ACCOUNT_TOPICS } from '../books/topics.ts'
import { groupedBy } from '../grouping.ts'
import { judge } from '../judge.ts'
import { atMost, equal, type Outcome, type Relation, SHOULD_EQUAL, unchecked } from '../relation.ts'

const TOPICS: readonly Topic[] = [...ACCOUNT_TOPICS, 'operating', 'procurement', 'assets', 'profile']
const REPEATED: readonly Measure[] = ['final', 'budget', 'count', 'change', 'growth', 'share', 'prior']

/** Figures of one subject may be set side by side only where the words leave no doubt about scope. */
function scopeOf(said: Said): string | null {
  const { claim, subject } = said
  if (subject === null || !TOPICS.includes(claim.topic) || !REPEATED.includes(claim.measure)) return null
  // A share depends on its base, a change on what it is compared with; a code on the form its section speaks of.
  const scope = subject.startsWith('code:') ? claim.topic.split('.')[0] : ''
  const base = claim.measure === 'share' ? (claim.of ?? '?') : ''
  const versus = claim.measure === 'change' || claim.measure === 'growth' ? (claim.versus ?? '?') : ''
  return [subject, claim.measure, said.scope, scope, base, versus, claim.direction === 'level' ? 'level' : ''].join('|')
}

/** Every figure against the first one said of the same thing; the first that most others agree with stands for it. */
function repeated(books: Books): Outcome[] {
  const groups = groupedBy(
    books.said.filter(
      (said) => books.isOfTheYear(said) && scopeOf(said) !== null && !(said.claim.measure === 'change' && said.claim.direction === null),
    ),
    (said) => scopeOf(said) ?? '',
  )
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return []
    const standard = mostAgreed(group)
    return group.filter((said) => said !== standard && !isOtherSide(said, standard)).map((said) => equal(said.expr, standard.expr))
  })
}

/** 收入总计 and 支出总计 are one sum, but what is said of incomings alone is not said of outgoings. */
const isOtherSide = ({ claim: a }: Said, { claim: b }: Said): boolean =>
  sideOf(a.item) !== 'both' && sideOf(b.item) !== 'both' && sideOf(a.item) !== sideOf(b.item)

const sideOf = (item: string): 'in' | 'out' | 'both' => {
  const [comes, goes] = [/收入/.test(item), /支出/.test(item)]
  return comes === goes ? 'both' : comes ? 'in' : 'out'
}

function mostAgreed(group: readonly Said[]): Said {
  const votes = group.map((said) => group.filter((other) => judge(equal(said.expr, other.expr)).judgement === 'passed').length)
  return group[votes.indexOf(Math.max(...votes))] ?? (group[0] as Said)
}

const LOCAL_ONLY = /无下属|没有下属|仅包?[括含]?本级|只有本级|单位本级决算组成|预算单位包括本级机关|不含下属/
const HAS_INSTITUTIONS = /事业单位(?!(及|的|基本|养老|离退休|医疗))/

/** 机关运行经费 is the 公用经费 of the administration: never above it, and equal where the department has no institutions. */
function operatingCosts(books: Books): Outcome[] {
  const profile = (books.report.outline?.paragraphs ?? [])
    .filter((paragraph) => paragraph.topic === 'profile')
    .map((paragraph) => paragraph.text)
  const alone =
    profile.some((text) => LOCAL_ONLY.test(text)) &&
    !profile.some((text) => HAS_INSTITUTIONS.test(text.replace(/事业0人|事业单位0个/g, '')))
  const publicCosts = [...books.saying('public', 'final')]
  const form = books.cellOf('public')
  const rivals = [...publicCosts.map((said) => said.expr), ...(form.kind === 'figure' ? [form.expr] : [])]
  const [first, ...others] = rivals
  return books.saying('operating', 'final').flatMap((said): Outcome[] => {
    if (!first) return [unchecked('没有公用经费可比')]
    return [alone ? equal(said.expr, first, { alternatives: others }) : atMost(said.expr, first, { alternatives: others })]
  })
}

/** Explanations against each other. */
export const narrativeRepeats: readonly Relation[] = [
  {
    id: 'narrative.repeated',
    title: '说明中同一事项前后一致',
    kind: 'narrative-vs-narrative',
    compares: '情况说明各节对同一事项、同一口径所写的决算数、预算数、增减额、增减率、占比、数量',
    applies: '两处的事项、年度、口径都写明；绩效和附件自有口径，不比',
    wording: SHOULD_EQUAL,
    origin: '公开样式',
    outcomes: repeated,
  },
  {
    id: 'narrative.operating',
    title: '机关运行经费不超过公用经费',
    kind: 'narrative-vs-narrative',
    compares: '机关运行经费与一般公共预算基本支出的公用经费；概况说明没有下属单位时两者相等',
    applies: '两个数字都有；有事业单位时只查是否超过',
    wording: SHOULD_EQUAL,
    origin: '填报说明',
    outcomes: operatingCosts,
  },
]
