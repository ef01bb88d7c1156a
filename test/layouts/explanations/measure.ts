import { checkReport } from '../../../src/check/index.ts'
import { canonicalDigits } from '../../../src/domain/figure.ts'
import type { Claim, Report } from '../../../src/domain/report.ts'
import { parseReport } from '../../../src/parse/index.ts'
import { linesOf } from '../../../src/read/text/lines.ts'
import { chance } from '../../check/planter/accounts.ts'
import { accountsOf } from '../accounts.ts'
import { textOf } from '../print/text.ts'
import { TEMPLATES } from '../templates.ts'
import { bookOf } from './book.ts'
import { CENTRAL } from './central.ts'
import { EASTERN } from './eastern.ts'
import { FURTHER } from './further.ts'
import { type Fact, Pen } from './pen.ts'
import type { Manner } from './phrases.ts'
import { WESTERN } from './western.ts'

export const MANNERS: readonly Manner[] = [...WESTERN, ...EASTERN, ...CENTRAL, ...FURTHER]

/** What was made of one explanation. */
export interface Score {
  readonly wanted: number
  readonly right: number
  /** Figures that were read as something else than what they are. */
  readonly wrong: readonly string[]
  /** Figures that were not read, or whose item was not known. */
  readonly lost: readonly string[]
  readonly alarms: readonly string[]
}

interface Printed {
  readonly lines: readonly string[]
  readonly facts: readonly Fact[]
}

/** A whole report: the forms of the accounts and the explanation in this manner. Facts carry lines of the whole text. */
export function printed(manner: Manner, seed: number): Printed {
  const template = TEMPLATES.find(({ name }) => name === (manner.hand.unit === '元' ? '北京' : '湖北'))
  if (!template) throw new Error('no forms')
  const a = accountsOf(seed, template.traits)
  const pen = new Pen(manner.hand)
  const { lines: told, facts } = pen.finish(manner.write(bookOf(a, seed), pen))
  const sheets = template.sheets(a, template.style).filter(({ title }) => !title.includes('采购'))
  const front = [`${a.year}年度${a.department}部门决算`, '第二部分 部门决算表']
  const lines = textOf(front, sheets, told, 'tabs', a.year, seed).split('\n')
  const first = lines.lastIndexOf(told[0] ?? '')
  return { lines, facts: facts.map((fact) => ({ ...fact, line: first + 2 * fact.line })) }
}

export const reportOf = (lines: readonly string[]): Report => {
  const text = lines.join('\n')
  return parseReport({ file: '报告.txt', sha256: '', bytes: text.length, type: 'text', pages: null, lines: linesOf(text), gaps: [] })
}

/** What these short explanations owe: sections they leave out, and a percentage of no budget, which many places print as 0%. */
const OWED = /^disclosure\.|完成率没有意义/

const findingsOf = (report: Report): string[] =>
  checkReport(report)
    .findings.filter(({ verdict, rule, statement }) => verdict !== 'rounding' && !OWED.test(`${rule} ${statement}`))
    .map(({ rule, statement }) => `${rule}: ${statement}`)

const digits = (text: string): string => canonicalDigits(text) ?? text
const briefFact = (fact: Fact): string => `${fact.subject ?? '—'} ${fact.measure} ${fact.text}${fact.unit}`
const briefClaim = (claim: Claim): string =>
  `${claim.subject ?? '—'}[${claim.item}] ${claim.measure} ${claim.figure.text}${claim.figure.unit} ${claim.versus ?? ''} ${claim.direction ?? ''}`

/** 资金 that no standard thing is meant by may be told as 金额 or as 决算. */
const sameMeasure = (fact: Fact, claim: Claim): boolean =>
  fact.measure === claim.measure ||
  (fact.subject === null && ['final', 'amount'].includes(fact.measure) && ['final', 'amount'].includes(claim.measure))

const direction = (up: boolean): string => (up ? 'up' : 'down')

const sameUnit = (fact: Fact, claim: Claim): boolean => claim.figure.unit.normalize('NFKC') === fact.unit.normalize('NFKC')

function fits(fact: Fact, claim: Claim): boolean {
  const side = fact.versus === null || (claim.versus === fact.versus && (fact.up === null || claim.direction === direction(fact.up)))
  const unit = sameUnit(fact, claim)
  return fact.subject === claim.subject && sameMeasure(fact, claim) && side && unit
}

/** The item is not known, but nothing false is said. */
const open = (fact: Fact, claim: Claim): boolean =>
  claim.subject === null &&
  sameMeasure(fact, claim) &&
  sameUnit(fact, claim) &&
  (fact.versus === null || claim.versus === null || claim.versus === fact.versus)

export function measure(manner: Manner, seed: number): Score {
  const { lines, facts } = printed(manner, seed)
  const report = reportOf(lines)
  const claims = new Map<number, Claim[]>()
  for (const claim of report.claims) claims.set(claim.where.line ?? 0, [...(claims.get(claim.where.line ?? 0) ?? []), claim])
  const [wrong, lost]: [string[], string[]] = [[], []]
  let right = 0
  for (const fact of facts) {
    const there = claims.get(fact.line + 1) ?? []
    const at = there.findIndex((claim) => digits(claim.figure.text) === digits(fact.text))
    const claim = there[at]
    const words = (lines[fact.line] ?? '').slice(Math.max(0, fact.at - 40), fact.at)
    if (claim === undefined) lost.push(`${briefFact(fact)} ｜${words}`)
    else {
      there.splice(0, at + 1)
      if (fits(fact, claim)) right++
      else (open(fact, claim) ? lost : wrong).push(`${briefFact(fact)} ← ${briefClaim(claim)} ｜${words}`)
    }
  }
  const told = new Set(facts.map(({ line }) => line + 1))
  const extra = [...claims].filter(([line]) => line > (facts[0]?.line ?? 0)).flatMap(([line, left]) => (told.has(line) ? left : left))
  return {
    wanted: facts.length,
    right,
    wrong: [...wrong, ...extra.map((claim) => `多出 ${briefClaim(claim)}`)],
    lost,
    alarms: findingsOf(report),
  }
}

/** What rules hold; a percentage against the budget is held by none yet. */
const CHECKED: ReadonlySet<string> = new Set(['final', 'share', 'completion', 'growth', 'change'])

/** Plants one wrong figure at a time and tells which ones were noticed. */
export function detection(manner: Manner, seed: number, count: number): { readonly planted: number; readonly missed: readonly string[] } {
  const { lines, facts } = printed(manner, seed)
  const random = chance(seed + 99)
  const able = facts.filter(
    (fact) =>
      fact.versus !== 'budget' &&
      fact.subject !== null &&
      CHECKED.has(fact.measure) &&
      Number(digits(fact.text)) > 3 &&
      fact.text.includes('.'),
  )
  const missed: string[] = []
  for (let i = 0; i < count; i++) {
    const fact = able[Math.floor(random() * able.length)]
    if (!fact) continue
    const slip = String((Number(fact.text[0]) % 9) + 1) + fact.text.slice(1)
    const line = lines[fact.line] ?? ''
    const changed = lines.map((one, no) =>
      no === fact.line ? line.slice(0, fact.at) + slip + line.slice(fact.at + fact.text.length) : one,
    )
    if (findingsOf(reportOf(changed)).length === 0)
      missed.push(`${briefFact(fact)} → ${slip} ｜${line.slice(Math.max(0, fact.at - 40), fact.at)}`)
  }
  return { planted: count, missed }
}
