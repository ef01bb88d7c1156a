import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalDigits, convert, decimalOf, figureOf } from '../../src/domain/figure.ts'
import { add, divide, exactly, intervalOf, meets, subtract, sum, times } from '../../src/domain/interval.ts'

const money = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([n, d]) => ({ text: new Decimal(n).div(new Decimal(10).pow(d)).toFixed(d), unit: '万元', decimals: d }))

describe('the one door for numbers', () => {
  it.each([
    ['1,234.50', '1234.50'],
    ['1，234.50', '1234.50'],
    ['１２．３０', '12.30'],
    ['－9.60', '-9.60'],
    ['−0.07', '-0.07'],
    ['0.00', '0.00'],
  ])('reads %s as %s', (raw, text) => expect(canonicalDigits(raw)).toBe(text))

  it.each(['', '-', '—', '/', '1 2', '1.2.3', '1,23', '12万', '.5', 'NaN', '1e5'])('takes %j for no number', (raw) =>
    expect(canonicalDigits(raw)).toBeNull(),
  )

  it('keeps the printed decimals, or the table’s where they are more', () => {
    expect(figureOf('17.9', '万元', 2)).toEqual({ text: '17.9', unit: '万元', decimals: 2 })
    expect(figureOf('0.288', '万元', 2)?.decimals).toBe(3)
  })

  it('reads back every figure it could have printed', () => {
    fc.assert(fc.property(money, (f) => canonicalDigits(f.text) === f.text))
  })
})

describe('units', () => {
  it('moves value and precision together', () => {
    expect(convert({ text: '3.50', unit: '万元', decimals: 2 }, '元')).toEqual({ text: '35000', unit: '元', decimals: -2 })
    expect(convert({ text: '12.5', unit: '元', decimals: 1 }, '万元')).toEqual({ text: '0.00125', unit: '万元', decimals: 5 })
  })
  it('goes there and back without loss', () => {
    fc.assert(
      fc.property(money, fc.constantFrom('元' as const, '千元' as const, '亿元' as const), (f, unit) => {
        const back = convert(convert(f, unit), '万元')
        expect(decimalOf(back).eq(decimalOf(f))).toBe(true)
        expect(back.decimals).toBe(f.decimals)
      }),
    )
  })
  it('refuses what is no money', () => expect(() => convert({ text: '3', unit: '人', decimals: 0 }, '元')).toThrow(RangeError))
})

describe('intervals', () => {
  it('hold the printed value and are closed', () => {
    fc.assert(
      fc.property(money, (f) => {
        const i = intervalOf(f)
        expect(i.low.lte(decimalOf(f)) && i.high.gte(decimalOf(f))).toBe(true)
        expect(i.high.minus(i.low).eq(new Decimal(10).pow(-f.decimals))).toBe(true)
        expect(meets(i, exactly(i.high))).toBe(true)
      }),
    )
  })
  it('add, subtract, multiply and divide around every value inside', () => {
    fc.assert(
      fc.property(money, money, (f, g) => {
        const [a, b, x, y] = [intervalOf(f), intervalOf(g), decimalOf(f), decimalOf(g)]
        expect(meets(add(a, b), exactly(x.plus(y)))).toBe(true)
        expect(meets(subtract(a, b), exactly(x.minus(y)))).toBe(true)
        expect(meets(times(a, b), exactly(x.times(y)))).toBe(true)
        const q = divide(a, b)
        if (b.low.lte(0) && b.high.gte(0)) expect(q).toBeNull()
        else if (q) expect(q.low.lte(x.div(y).plus('1e-15')) && q.high.gte(x.div(y).minus('1e-15'))).toBe(true)
      }),
    )
  })
  it('counts are exact, money is not', () => {
    expect(intervalOf({ text: '7', unit: '人', decimals: 0 })).toEqual(exactly(7))
    expect(intervalOf({ text: '7', unit: '万元', decimals: 0 }).high.toString()).toBe('7.5')
  })
  it('a total agrees with parts that differ in the last digit, not with a swapped one', () => {
    const of = (text: string) => intervalOf({ text, unit: '万元', decimals: 2 })
    expect(meets(of('592.29'), sum(['126.08', '35.88', '9.94', '5.95', '403.00', '8.92', '2.53'].map(of)))).toBe(true)
    expect(meets(of('592.29'), sum(['171.90', '403.00', '11.45'].map(of)))).toBe(false)
  })
})
