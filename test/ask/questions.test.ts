import { Decimal } from 'decimal.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { converse, knownStore } from './known.ts'
import { QUESTIONS } from './questions/index.ts'

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
  it('holds at least 300 cases', () => {
    expect(Object.values(QUESTIONS).flat().length).toBeGreaterThanOrEqual(300)
  })
})

/** `0.40÷1.60×100%=25.00%`: computed again from the text alone, with another evaluator. */
function recomputed(derivation: string): { readonly left: Decimal; readonly right: string } {
  const [steps = '', right = ''] = derivation.split(/[=≈]/)
  return { left: evaluate(steps.replaceAll('÷', '/').replaceAll('×', '*').replaceAll('100%', '100')), right: right.replace('%', '') }
}

function evaluate(text: string): Decimal {
  let at = 0
  const peek = () => text[at] ?? ''
  const factor = (): Decimal => {
    if (peek() === '(') {
      at++
      const inner = sum()
      at++
      return inner
    }
    const digits = /^-?[\d.]+/.exec(text.slice(at))?.[0] ?? ''
    at += digits.length
    return new Decimal(digits)
  }
  const product = (): Decimal => {
    let value = factor()
    while (peek() === '*' || peek() === '/') value = text[at++] === '*' ? value.times(factor()) : value.div(factor())
    return value
  }
  const sum = (): Decimal => {
    let value = product()
    while (peek() === '+' || peek() === '-') value = text[at++] === '+' ? value.plus(product()) : value.minus(product())
    return value
  }
  return sum()
}

describe('every source', () => {
  it('stands in the report that it names', async () => {
    const files = new Map((await known.store.reports({ includeSuperseded: true })).map(({ id, meta }) => [id, meta.file]))
    const placeOf = (file: string, form: string, column: string, raw: string) => [file, form, column, raw].join(' ')
    const facts = await known.store.facts({ currentOnly: false })
    const printed = new Set(facts.map(({ reportId, form, column, where }) => placeOf(files.get(reportId) ?? '', form, column, where.raw)))
    let several = 0
    for (const { ask } of Object.values(QUESTIONS).flat()) {
      const { answer } = await converse([ask].flat(), known.store, NOW)
      for (const { sources } of answer.figures) {
        for (const { report, form, column, raw } of sources) expect(printed, String(ask)).toContain(placeOf(report, form, column, raw))
        if (new Set(sources.map(({ report }) => report)).size > 1) several++
      }
    }
    expect(several).toBeGreaterThan(5)
  })
})

describe('no invented figure', () => {
  it('every figure is printed in the report or follows from its derivation', async () => {
    const printed = new Set((await known.store.facts({ currentOnly: false })).map(({ figure }) => `${figure.text}${figure.unit}`))
    let computed = 0
    for (const { ask } of Object.values(QUESTIONS).flat()) {
      const { answer } = await converse([ask].flat(), known.store, NOW)
      for (const { figure, derivation, sources } of answer.figures) {
        expect(sources.length, `${ask}: a figure without a place`).toBeGreaterThan(0)
        if (derivation === null) expect(printed, String(ask)).toContain(`${figure.text}${figure.unit}`)
        else {
          const { left, right } = recomputed(derivation)
          expect(right).toBe(figure.text)
          expect(left.toFixed(figure.decimals, Decimal.ROUND_HALF_UP)).toBe(new Decimal(figure.text).toFixed(figure.decimals))
          computed++
        }
      }
    }
    expect(computed).toBeGreaterThan(20)
  })

  it('nor does a word of a reply hold one that its figures do not give', async () => {
    const TOKEN = /-?\d+(?:\.\d+)?(?=万元|亿元|元|%|分(?!别)|辆|批次|人次)/g
    const bare = (text: string): string => text.replace(/^-/, '')
    const stored = new Set((await known.store.facts({ currentOnly: false })).map(({ figure }) => bare(figure.text)))
    const findings = (await Promise.all((await known.store.reports()).map(({ id }) => known.store.findings(id)))).flat()
    const gaps = findings.map(({ difference }) => bare(difference ?? ''))
    for (const { ask } of Object.values(QUESTIONS).flat()) {
      const { answer } = await converse([ask].flat(), known.store, NOW)
      if (answer.headline.includes('报告原文') || answer.headline.includes('报告自己的说法')) continue
      const given = new Set([
        ...answer.figures.map(({ figure }) => bare(figure.text)),
        ...answer.figures.flatMap(({ derivation }) => (derivation?.match(/\d+(?:\.\d+)?/g) ?? []).map(bare)),
        ...gaps,
        // An amount that the question itself holds figures against.
        ...([ask]
          .flat()
          .join(' ')
          .match(/\d+(?:\.\d+)?/g) ?? []),
        '100',
      ])
      // What stands beside an answer without figures (an inferred year) gives its own derivation in the text.
      const inferred = answer.figures.length === 0 ? answer.lines.join('').match(/\d+\.\d+/g) : null
      const text = [answer.headline, ...answer.lines, ...(answer.table?.rows.flat() ?? []), ...(answer.chart?.alt ?? '').split('；')].join(
        '\n',
      )
      for (const token of text.match(TOKEN) ?? []) {
        const known1 = given.has(bare(token)) || (inferred?.includes(token) ?? false)
        // Refusals may name a printed figure (出国预算 0.00万元，没有完成率).
        expect(known1 || (answer.figures.length === 0 && stored.has(bare(token))), `${[ask].flat().join(' → ')}: ${token} in ${text}`).toBe(
          true,
        )
      }
    }
  })
})
