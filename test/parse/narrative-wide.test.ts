import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/parse/index.ts'
import { documentOf } from './truth.ts'

const amounts = (sentence: string): string[] =>
  parseReport(documentOf(`江城市青云区档案馆2022年度部门决算\n三、支出决算情况说明\n${sentence}\n以上为部门决算。决算`)).claims.map(
    (c) => `${c.figure.text}${c.figure.unit}`,
  )

describe('figures in wide characters', () => {
  it('are read whole, digits, points and commas', () =>
    expect(amounts('2022年度支出合计１，２３４．５０万元。其中：基本支出１，０００．００万元；项目支出1，234.50元。')).toEqual([
      '1234.50万元',
      '1000.00万元',
      '1234.50元',
    ]))

  it('a wide comma between figures with units parts them', () =>
    expect(amounts('2022年度基本支出200万元，300万元为项目支出。')).toEqual(['200万元', '300万元']))
})
