import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MONEY_UNITS, type MoneyUnit, scaleBetween } from '../../src/domain/figure.ts'
import { amountKey } from '../../src/store/amount-key.ts'

const digits = (max: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: max })
const printed = fc
  .tuple(fc.boolean(), digits(40), fc.option(digits(12), { nil: null }))
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`)
const amount = fc.record({ text: printed, unit: fc.constantFrom(...MONEY_UNITS) })

const Exact = Decimal.clone({ precision: 200 })
const inYuan = ({ text, unit }: { text: string; unit: MoneyUnit }) => new Exact(text).times(new Exact(10).pow(scaleBetween(unit, '元')))
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

describe('sorting amounts', () => {
  it('puts amounts of any size, sign, precision and unit in the order of their values', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(order(amountKey(a), amountKey(b))).toBe(inYuan(a).comparedTo(inYuan(b)))
      }),
      { numRuns: 3000 },
    )
  })

  it('tells amounts apart that differ in their last digit only', () => {
    fc.assert(
      fc.property(amount, (a) => {
        const more = { ...a, text: new Exact(a.text).plus(new Exact(10).pow(-12)).toFixed() }
        expect(amountKey(more) > amountKey(a)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    [
      { text: '1', unit: '亿元' },
      { text: '9999.99', unit: '万元' },
    ],
    [
      { text: '0.02', unit: '万元' },
      { text: '199.99', unit: '元' },
    ],
    [
      { text: '-1.1', unit: '万元' },
      { text: '-1.15', unit: '万元' },
    ],
    [
      { text: '0', unit: '元' },
      { text: '-0.01', unit: '亿元' },
    ],
    [
      { text: '10.5', unit: '%' },
      { text: '9.5', unit: '%' },
    ],
  ])('%j is more than %j', (a, b) => expect(amountKey(a) > amountKey(b)).toBe(true))

  it('takes the same amount in two units, and a zero with a minus, for equal', () => {
    expect(amountKey({ text: '1.50', unit: '万元' })).toBe(amountKey({ text: '15000', unit: '元' }))
    expect(amountKey({ text: '-0.00', unit: '万元' })).toBe(amountKey({ text: '0', unit: '亿元' }))
  })
})
