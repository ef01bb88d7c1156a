import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/domain/errors.ts'
import { factsOf } from '../../src/domain/fact.ts'
import { escapeText, splitCells, splitRemarks, unescapeText, withRemarks } from '../../src/domain/standard-form.ts'
import { readStandardForm } from '../../src/parse/standard-form.ts'
import { standardForm } from '../../src/render/standard-form.ts'
import { factsOnly, formulasOf } from '../../src/render/standard-form-facts.ts'
import { arbitraryReport, words } from './arbitrary-report.ts'

describe('the notation', () => {
  it('brings any text back', () => {
    fc.assert(fc.property(words, (text) => unescapeText(escapeText(text)) === text))
  })

  it('never breaks a table row or a line', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (texts) => {
        const row = `| ${texts.map(escapeText).join(' | ')} |`
        expect(row).not.toMatch(/[\r\n\u2028\u2029]/)
        expect(splitCells(row).map(unescapeText)).toEqual(texts)
      }),
    )
  })

  it('keeps remarks apart from the text they follow', () => {
    fc.assert(
      fc.property(words, fc.array(words), (head, values) => {
        const written = withRemarks(
          escapeText(head),
          values.map((value, index) => [`键${index}`, value]),
        )
        expect(splitRemarks(written)).toEqual({ head: escapeText(head), remarks: values.map((value, index) => [`键${index}`, value]) })
      }),
    )
  })
})

describe('a report in standard form', () => {
  it('reads back to all its facts and all its structure, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const back = readStandardForm(standardForm(report))
        expect(back).toEqual(factsOnly(report))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every figure with its address, place and unit', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const address = (r: typeof report) =>
          factsOf(r).map(({ key, figure, where, repaired }) => ({ key, figure, page: where.page, line: where.line, repaired }))
        expect(new Set(address(readStandardForm(standardForm(report)) ?? report))).toEqual(new Set(address(report)))
      }),
      { numRuns: 100 },
    )
  })

  it('exports the same again once it was read back', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const once = standardForm(report)
        const back = readStandardForm(once)
        expect(back === null ? '' : standardForm(back)).toBe(once)
      }),
      { numRuns: 100 },
    )
  })

  it('survives an editor that changes line ends and adds a byte order mark', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const edited = `\ufeff${standardForm(report).replaceAll('\n', '\r\n')}`
        expect(readStandardForm(edited)).toEqual(factsOnly(report))
      }),
      { numRuns: 50 },
    )
  })

  it('is recognised by its front matter alone', () => {
    expect(readStandardForm('第一部分 某局概况\n| 甲 | 乙 |')).toBeNull()
    expect(readStandardForm('---\ntitle: x\n---\n')).toBeNull()
    expect(readStandardForm('')).toBeNull()
  })

  it('says that it was cut short instead of giving half a report', () => {
    const report = fc.sample(
      arbitraryReport.filter((r) => r.claims.length > 0 && r.forms.some((f) => f.rows.length > 1)),
      { numRuns: 20, seed: 7 },
    )
    for (const one of report) {
      const lines = standardForm(one).split('\n')
      const lastFact = lines.findLastIndex((line) => /^(- |\| )/.test(line))
      for (const kept of [3, Math.floor(lastFact / 2), lastFact])
        expect(() => readStandardForm(lines.slice(0, kept).join('\n')), `kept ${kept}`).toThrow(InputError)
    }
  })

  it('names the damaged line as the file numbers it, also when rules under tables were left out on the way', () => {
    const figure = { text: '1.00', unit: '万元', decimals: 2 }
    const where = { page: null, line: 7, raw: '1.00' }
    const evaluation = {
      project: '甲',
      scope: 'project',
      indicator: null,
      column: 'budget',
      figure,
      where,
      repaired: null,
      table: 1,
    } as const
    const [empty] = fc.sample(arbitraryReport, 1)
    if (empty === undefined) throw new Error('no sample')
    const lines = standardForm({ ...empty, forms: [], claims: [], unread: [], records: [], evaluations: [evaluation, evaluation] }).split(
      '\n',
    )
    const bad = lines.findLastIndex((line) => line.startsWith('| 1 '))
    lines[bad] = '| 1 | 项目 |'
    const whole = lines.join('\n')
    const withoutRules = lines.filter((line) => !/^\| ---/.test(line)).join('\n')
    expect(() => readStandardForm(whole)).toThrow(`第${bad + 1}行`)
    expect(() => readStandardForm(withoutRules)).toThrow(`第${bad + 1}行`)
  })

  it('names the version when a newer program wrote it', () => {
    expect(() => readStandardForm('---\nstandardForm: 99\n---\n')).toThrow(/更新的版本/)
  })
})

describe('what may leave the machine', () => {
  it('keeps formulas of notes and none of their words', () => {
    expect(formulasOf('注：本表反映本年收支情况。27行＝（1+2+…+8）行；30行＝（27+28+29）行。数据四舍五入。')).toEqual([
      '27行＝（1+2+…+8）行',
      '30行＝（27+28+29）行',
    ])
    expect(formulasOf('注：1栏各行=（2+3+4+5+6+7）栏各行。')).toEqual(['1栏各行=（2+3+4+5+6+7）栏各行'])
    expect(formulasOf('注：本表以“万元”为金额单位，2020年没有收支。')).toEqual([])
  })

  it('cuts raw characters that are prose down to the figure', () => {
    const raw = `由于种种原因${'而且'.repeat(30)}共支出 12.50 万元`
    const [report] = fc.sample(
      arbitraryReport.filter((r) => r.claims.length > 0),
      1,
    )
    if (report === undefined) throw new Error('no sample')
    const [claim] = report.claims
    if (claim === undefined) throw new Error('no claim')
    const wordy = {
      ...report,
      claims: [{ ...claim, figure: { text: '12.50', unit: '万元', decimals: 2 }, where: { page: 1, line: 2, raw } }],
    }
    expect(factsOnly(wordy).claims[0]?.where.raw).toBe('12.50')
  })

  it('changes nothing more when applied twice', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(factsOnly(factsOnly(report))).toEqual(factsOnly(report))
      }),
      { numRuns: 100 },
    )
  })
})
