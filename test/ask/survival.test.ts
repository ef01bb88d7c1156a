import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/app/answer.ts'
import { DAMAGES } from './damage.ts'
import { knownStore } from './known.ts'
import { QUESTIONS } from './questions/index.ts'
import type { Question } from './questions/question.ts'

const NOW = new Date('2026-11-20')
let known: Awaited<ReturnType<typeof knownStore>>
beforeAll(async () => {
  known = await knownStore()
})
afterAll(() => known.close())

/** Plain questions with one right figure. */
const asked = Object.entries(QUESTIONS).flatMap(([kind, questions]) =>
  questions.flatMap((question) =>
    typeof question.ask === 'string' && question.status === 'answered' && typeof question.value === 'string' && !/^[/／]/.test(question.ask)
      ? [{ kind, ask: question.ask, question }]
      : [],
  ),
)

/** `noted`: another figure, and the first line or a note says how the question was read. */
type Fate = 'survives' | 'asked back' | 'declined' | 'noted' | 'another figure'
async function fateOf(text: string, question: Question): Promise<Fate> {
  const { answer: given } = await answer(text, known.store, null, NOW)
  const [first] = given.figures
  if (first === undefined) return given.status === 'ambiguous' ? 'asked back' : 'declined'
  // A comparison tells several figures; which comes first may change with its wording.
  const told = given.figures.some(({ figure, department }) => figure.text === question.value && department === question.department)
  if (told) return 'survives'
  return /理解）|没有“/.test([given.headline, ...given.notes].join()) ? 'noted' : 'another figure'
}

/** What must survive whole, and what share of damaged ones at least: a slip may make another question of it, or none. */
const LEAST: Readonly<Record<string, number>> = {
  blanks: 0.9,
  punctuation: 0.85,
  traditional: 0.97,
  'full width': 0.99,
  courtesy: 0.97,
  'word order': 0.9,
  'doubled character': 0.92,
  'dropped character': 0.68,
  'swapped neighbours': 0.75,
  'wrong character': 0.7,
}

const SLIPS = new Set(['doubled character', 'dropped character', 'swapped neighbours', 'wrong character'])

describe('damaged questions', () => {
  it.each(Object.entries(DAMAGES))('%s', async (name, damage) => {
    const fates: Record<string, Record<Fate, number>> = {}
    let survived = 0
    let otherwise = 0
    for (const [i, { kind, ask, question }] of asked.entries()) {
      const fate = await fateOf(damage(ask, i + 3), question)
      const row = fates[kind] ?? { survives: 0, 'asked back': 0, declined: 0, noted: 0, 'another figure': 0 }
      fates[kind] = { ...row, [fate]: row[fate] + 1 }
      if (process.env.SURVIVAL === 'all' && fate === 'another figure') process.stdout.write(`${name}: ${damage(ask, i + 3)}\n`)
      if (fate === 'survives') survived++
      if (fate === 'another figure') otherwise++
    }
    const share = survived / asked.length
    if (process.env.SURVIVAL !== undefined) process.stdout.write(`${name} ${share.toFixed(3)} ${JSON.stringify(fates)}\n`)
    expect(share).toBeGreaterThanOrEqual(LEAST[name] ?? 1)
    // A slip that nobody tells of may cost an answer, never give another one.
    if (SLIPS.has(name)) expect(otherwise / asked.length).toBeLessThanOrEqual(0.01)
  })
})
