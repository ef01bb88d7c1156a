import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/check/index.ts'
import { FORM_IDS, type FormId } from '../../../src/domain/form.ts'
import type { Report } from '../../../src/domain/report.ts'
import { parseReport } from '../../../src/parse/index.ts'
import { readDocument } from '../../../src/read/index.ts'

const FOLDER = join(import.meta.dirname, '../../../../shared/reports/budgets')
const absent = !existsSync(FOLDER)
if (absent) console.warn('real budgets are not at hand (../shared/reports/budgets): their tests are skipped')

const opened = new Map<string, Promise<Report>>()
const open = (name: string): Promise<Report> => {
  const known = opened.get(name) ?? readDocument(join(FOLDER, name)).then(parseReport)
  opened.set(name, known)
  return known
}
const total = (report: Report, id: FormId, column: string): string | undefined => {
  const cell = report.forms.find((form) => form.id === id)?.rows.find((row) => row.name === '合计')?.cells[column]
  return cell?.kind === 'figure' ? cell.figure.text : undefined
}

/** What a reader of the pages wrote down: year, all, basic, project, people, office, 三公. */
const READ = [
  ['putuo-finance-2025.pdf', 2025, '31214205.80', '25121091.00', '6093114.80', '22826756.00', '2294335.00', '0.95'],
  ['putuo-wanli-2023.pdf', 2023, '164978640', '99406297', '65572343', '84024865', '15381432', '22.91'],
  ['putuo-wanli-2024.pdf', 2024, '156211123', '99706020', '56505103', '88537451', '11168569', '47.91'],
] as const

describe.skipIf(absent)('real budgets', () => {
  it.each(READ)(
    '%s: all nine tables with their totals, hardly a figure left over',
    async (name, year, all, basic, project, people, office, three) => {
      const report = await open(name)
      expect(report.meta).toMatchObject({ kind: 'budget', fiscalYear: year, unit: '元' })
      expect(report.forms.map(({ id }) => id)).toEqual([...FORM_IDS])
      expect(['total', 'basic', 'project'].map((column) => total(report, 'expenditure', column))).toEqual([all, basic, project])
      expect(total(report, 'revenue', 'appropriation')).toBe(all)
      expect(['budget', 'personnel', 'public'].map((column) => total(report, 'basicExpenditure', column))).toEqual([basic, people, office])
      const sum = report.forms.find(({ id }) => id === 'threePublic')?.rows.find((row) => row.name === 'total')?.cells.budget
      expect(sum?.kind === 'figure' ? sum.figure.text : null).toBe(three)
      // 机关运行经费 stands in the 三公 table without being one of its items.
      const pages = new Set(report.forms.flatMap((form) => [form.where.page, form.end.page]))
      expect(report.unread.filter(({ where }) => pages.has(where.page)).map(({ reason }) => reason)).toEqual(['不是“三公”经费的栏目'])
    },
  )

  it.each(READ)('%s: every table adds up, across and down', async (name) => {
    const sums = checkReport(await open(name)).findings.filter(
      ({ rule, verdict }) => verdict === 'inconsistent' && !rule.startsWith('narrative.'),
    )
    expect(sums).toEqual([])
  })

  it('a budget whose tables are not in the file is read from its explanations, and raises no alarm', async () => {
    const report = await open('jiangsu-cppcc-2019.pdf')
    expect(report.meta).toMatchObject({ kind: 'budget', fiscalYear: 2019, unit: '万元' })
    expect(report.missingForms).toEqual([...FORM_IDS])
    const said = report.claims.map(({ subject, measure, figure }) => `${subject} ${measure} ${figure.text}`)
    expect(said).toEqual(
      expect.arrayContaining([
        'revenue.total budget 13377.11',
        'expenditure.total budget 13377.11',
        'expenditure.basic budget 6522.75',
        'expenditure.project budget 4968.34',
        'threePublic.overseas budget 106',
        'threePublic.vehicles budget 156.6',
        'threePublic.reception budget 397.5',
      ]),
    )
    expect(checkReport(report).findings).toEqual([])
  })

  it('no final account is taken for a budget', async () => {
    for (const name of ['qiaokou-2020.txt', 'hanyang-2024.txt', 'hongshan-2021.txt', 'putuo-social-work-2024.pdf'].map((n) =>
      join('..', n),
    ))
      expect((await open(name)).meta.kind).toBe('finalAccount')
  })
})
