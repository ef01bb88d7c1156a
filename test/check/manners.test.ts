import { describe, expect, it } from 'vitest'
import { checkReport } from '../../src/check/index.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { parseReport } from '../../src/parse/index.ts'
import { linesOf } from '../../src/read/text/lines.ts'
import type { Edit } from './cases.ts'
import { CLEAN_REPORT } from './clean-report.ts'
import { MANNERS } from './manners.ts'

function findingsOf(edits: readonly Edit[]): readonly Finding[] {
  const text = edits.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`样例里没有“${from}”`)
    return before.replace(from, to)
  }, CLEAN_REPORT)
  const report = parseReport({ file: '样例.txt', sha256: '', bytes: 0, type: 'text', pages: null, lines: linesOf(text), gaps: [] })
  return checkReport(report).findings.filter(({ verdict }) => verdict !== 'rounding')
}

describe('the manners of other places', () => {
  for (const { name, quiet, told = [] } of MANNERS) {
    it(`${name}: nothing is found in coherent accounts`, () => {
      expect(findingsOf(quiet).map(({ rule, statement }) => `${rule} ${statement}`)).toEqual([])
    })
    for (const { slip, says } of told)
      it(`${name}: ${slip[1]} is noticed`, () => {
        expect(
          findingsOf([...quiet, slip])
            .map(({ statement }) => statement)
            .join('\n'),
        ).toMatch(says)
      })
  }
})
