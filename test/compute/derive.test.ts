import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, growth, impliedPrior, inUnit, perHead, share, total } from '../../src/compute/derive.ts'
import { type Figure, figureOf } from '../../src/domain/figure.ts'

const of = (text: string, unit = '万元'): Figure => {
  const figure = figureOf(text, unit)
  if (figure === null) throw new Error(text)
  return figure
}
const amount = fc
  .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 3 }))
  .map(([n, d]) => of(new Decimal(n).div(10 ** d).toFixed(d)))

describe('derived figures', () => {
  it('say how they came about', () => {
    expect(difference(of('0.40'), of('1.60'))).toMatchObject({ derivation: '0.40-1.60=-1.20', figure: { text: '-1.20', unit: '万元' } })
    expect(share(of('12.30'), of('40.00'))?.derivation).toBe('12.30÷40.00×100%=30.75%')
    expect(share(of('1.00'), of('3.00'))?.derivation).toBe('1.00÷3.00×100%≈33.33%')
    expect(growth(of('110.00'), of('100.00'))?.figure.text).toBe('10.00')
    expect(total([of('0.70'), of('2.0'), of('-1')])?.derivation).toBe('0.70+2.0+(-1)=1.70')
    expect(impliedPrior(of('342.36'), of('5.29'), 'up')?.figure.text).toBe('337.07')
    expect(impliedPrior(of('342.36'), of('5.29'), 'down')?.figure.text).toBe('347.65')
    expect(perHead(of('390.00'), of('16', '人'))?.figure.text).toBe('24.38')
  })

  it('round half up, for display only', () => {
    expect(share(of('1'), of('800'))?.figure.text).toBe('0.13')
    expect(share(of('1'), of('3'))?.value.toFixed(20)).toBe('33.33333333333333333333')
  })

  it('know no share, growth or head of nothing', () => {
    expect(share(of('1'), of('0.00'))).toBeNull()
    expect(growth(of('1'), of('0'))).toBeNull()
    expect(perHead(of('1'), of('0', '人'))).toBeNull()
  })

  it('bring units together, and never mix money with counts', () => {
    expect(difference(of('1.5'), of('5000', '元'))?.figure).toMatchObject({ text: '1.0000', unit: '万元' })
    expect(difference(of('1.5'), of('3', '辆'))).toBeNull()
    expect(inUnit(of('12.30'), '元')).toMatchObject({ derivation: '12.30×10000=123000', figure: { text: '123000', unit: '元' } })
    expect(inUnit(of('12.30'), '亿元')).toMatchObject({ derivation: '12.30÷10000=0.00123', figure: { unit: '亿元' } })
    expect(inUnit(of('2', '辆'), '元')).toBeNull()
  })

  it('are exact: difference and sum undo each other', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const sum = total([a, b])
        const back = sum === null ? null : difference(sum.figure, b)
        expect(back?.value.eq(a.text)).toBe(true)
      }),
    )
  })
})
