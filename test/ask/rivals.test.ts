import { describe, expect, it } from 'vitest'
import { notesOn, rivalsOf } from '../../src/ask/answers/rivals.ts'
import type { ReportView } from '../../src/ask/figures/report-view.ts'
import { factsOf } from '../../src/domain/fact.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { contradiction, form, report } from './accounts.ts'

const of = report(
  '某局',
  2020,
  [form('threePublic', { total: { final: '6.50' }, vehicles: { final: '5.00' }, reception: { final: '1.00' } })],
  [{ subject: 'threePublic.total', item: '“三公”经费', measure: 'final', text: '5.60' }],
)
const facts = new Map(factsOf(of).map((fact) => [fact.key, fact]))
const factAt = (row: string) => {
  const fact = [...facts.values()].find((one) => one.row.name === row && one.form === 'threePublic')
  if (fact === undefined) throw new Error(row)
  return fact
}
const view = (findings: readonly Finding[]): ReportView => ({
  department: { id: 1, name: '某局', aliases: [] },
  stored: { id: 1, departmentId: 1, meta: of.meta, current: true, hasText: false, ingestedAt: '' },
  report: of,
  facts,
  findings,
})

describe('figures that the report contradicts', () => {
  const direct = contradiction(of, 'threePublic', 'total', 'final', 'threePublic.total', '0.90')

  it('carry the other figure, whichever side they stand on, and the difference', () => {
    const [rival] = rivalsOf(view([direct]), factAt('total'))
    expect(rival).toMatchObject({ figure: { text: '5.60', unit: '万元' }, difference: '0.90万元' })
    const swapped = { ...direct, left: direct.right, right: direct.left }
    expect(rivalsOf(view([swapped]), factAt('total'))).toHaveLength(1)
  })

  it('are not contested by a sum that merely begins at their place: that is a note', () => {
    const vehicles = factAt('vehicles')
    const sum: Finding = {
      ...direct,
      rule: 'test.sum',
      statement: '各项相加为6.00万元，与合计6.50万元相差0.50万元。',
      left: { what: '各项相加', value: '6.00', unit: '万元', where: vehicles.where },
      right: { what: '合计', value: '6.50', unit: '万元', where: factAt('total').where },
      touches: [vehicles.key, factAt('total').key],
    }
    expect(rivalsOf(view([sum]), vehicles)).toEqual([])
    expect(notesOn(view([sum]), [vehicles], [])).toEqual([sum.statement])
    expect(rivalsOf(view([sum]), factAt('total'))).toMatchObject([{ figure: { text: '6.00' }, difference: '0.50万元' }])
  })

  it('stay alone where nothing touches them; rounding is one line', () => {
    expect(rivalsOf(view([direct]), factAt('reception'))).toEqual([])
    const rounding: Finding = { ...direct, verdict: 'rounding' }
    expect(rivalsOf(view([rounding]), factAt('total'))).toEqual([])
    expect(notesOn(view([rounding, { ...rounding }]), [factAt('total')], [])).toEqual(['另有2处尾差，在四舍五入范围内。'])
  })
})
