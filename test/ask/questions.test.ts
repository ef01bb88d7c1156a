import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { converse } from '../../src/app/answer.ts'
import { knownStore } from './known.ts'
import { QUESTIONS } from './questions.ts'

const NOW = new Date('2026-11-20')
let known: Awaited<ReturnType<typeof knownStore>>
beforeAll(async () => {
  known = await knownStore()
})
afterAll(() => known.close())

for (const [kind, questions] of Object.entries(QUESTIONS))
  describe(kind, () => {
    it.each(
      questions.map(
        (question) =>
          [
            [question.ask]
              .flat()
              .join(' → ')
              .slice(0, 60)
              .replace(/[^\p{L}\p{N}\p{P} ]/gu, '·'),
            question,
          ] as const,
      ),
    )('%s', async (_, question) => {
      const { answer, text } = await converse([question.ask].flat(), known.store, NOW)
      const [first] = answer.figures
      expect({ status: answer.status, text }).toMatchObject({ status: question.status })
      if (question.value === null) expect(answer.figures).toEqual([])
      else if (question.value !== undefined) expect(first?.figure.text).toBe(question.value)
      if (question.value !== null && question.value !== undefined) {
        expect(first).toMatchObject({ department: question.department, fiscalYear: question.year })
        expect(text).toContain(question.value.replace('-', ''))
      }
      if (question.unit !== undefined) expect(first?.figure.unit).toBe(question.unit)
      for (const words of question.says ?? []) expect(text).toContain(words)
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
    })
  })

describe('the question set', () => {
  it('holds at least 120 cases', () => {
    expect(Object.values(QUESTIONS).flat().length).toBeGreaterThanOrEqual(120)
  })
})
