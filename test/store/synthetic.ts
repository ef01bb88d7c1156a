import type { Fact } from '../../src/domain/fact.ts'
import type { CheckResult, Finding } from '../../src/domain/finding.ts'
import { FORM_COLUMNS, FORM_TITLES, type FormId } from '../../src/domain/form.ts'
import type { Outline, Paragraph } from '../../src/domain/outline.ts'
import type { Cell, Claim, Form, FormRow, Measure, Place, Report } from '../../src/domain/report.ts'

export interface Made {
  readonly department?: string
  readonly aliases?: readonly string[]
  readonly year?: number
  readonly sha256?: string
  /** Made into figures: different numbers, different amounts. */
  readonly seed?: number
  readonly unit?: '元' | '千元' | '万元' | '亿元'
  /** Paragraphs of running text; null for a report that came from an export. */
  readonly text?: readonly string[] | null
  readonly reception?: string
}

const ITEMS: readonly (readonly [string, string])[] = [
  ['201', '一般公共服务支出'],
  ['20131', '党委办公厅（室）及相关机构事务'],
  ['2013101', '行政运行'],
  ['2013102', '一般行政管理事务'],
  ['208', '社会保障和就业支出'],
  ['20805', '行政事业单位养老支出'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['210', '卫生健康支出'],
  ['21011', '行政事业单位医疗'],
  ['2101101', '行政单位医疗'],
  ['221', '住房保障支出'],
  ['22102', '住房改革支出'],
  ['2210201', '住房公积金'],
]
const THREE_PUBLIC = ['total', 'overseas', 'vehicles', 'vehiclePurchase', 'vehicleOperation', 'reception']

let serial = 0

/** A small report made by hand, not taken from any real one. */
export function makeReport(made: Made = {}): Report {
  const seed = made.seed ?? 1
  const unit = made.unit ?? '万元'
  const amount = (row: number, column: number): string =>
    ((seed * 97 + row * 1013 + column * 37) % 1_000_000).toFixed(0).replace(/(\d\d)$/, '.$1')
  const place = (line: number, raw: string): Place => ({ page: null, line, raw })
  const cell = (text: string, line: number): Cell => ({
    kind: 'figure',
    figure: { text: /^\./.test(text) ? `0${text}` : text, unit, decimals: 2 },
    where: place(line, text),
    repaired: null,
  })
  const row = (code: string | null, name: string, columns: readonly string[], line: number): FormRow => ({
    code,
    name,
    parent: null,
    side: null,
    ordinal: null,
    cells: Object.fromEntries(columns.map((column, i) => [column, cell(amount(line, i), line)])),
    where: place(line, name),
  })
  const form = (id: FormId, rows: readonly FormRow[]): Form => ({
    id,
    title: FORM_TITLES[id],
    unit,
    decimals: 2,
    department: null,
    rows,
    notes: [],
    where: place(1, FORM_TITLES[id]),
    end: { page: null, line: 60 },
  })
  const coded = (id: FormId): Form =>
    form(id, [row(null, '合计', FORM_COLUMNS[id], 10), ...ITEMS.map(([code, name], i) => row(code, name, FORM_COLUMNS[id], 11 + i))])
  const threePublic = form(
    'threePublic',
    THREE_PUBLIC.map((name, i) => {
      const plain = row(null, name, FORM_COLUMNS.threePublic, 40 + i)
      return name === 'reception' && made.reception !== undefined
        ? { ...plain, cells: { ...plain.cells, final: cell(made.reception, 45) } }
        : plain
    }),
  )
  const claim = (id: number, item: string, subject: string, measure: Measure, text: string, of: string): Claim => ({
    id: String(id),
    topic: 'threePublic',
    section: '第三部分 / 三公',
    item,
    subject,
    measure,
    figure: { text, unit: of, decimals: 2 },
    where: place(70 + id, text),
    repaired: null,
    sentence: id,
    direction: null,
    of: null,
    versus: null,
    year: null,
    partOf: null,
  })
  const forms = [coded('revenue'), coded('expenditure'), coded('generalBudgetExpenditure'), threePublic]
  const claims = [
    claim(1, '公务接待费', 'threePublic.reception', 'final', made.reception ?? '0.60', unit),
    claim(2, '公务接待费', 'threePublic.reception', 'growth', '12.50', '%'),
    claim(3, '国内公务接待批次', 'count.receptionBatches', 'count', String(seed), '批次'),
  ]
  serial += 1
  return {
    meta: {
      department: made.department ?? '青禾市河东区档案局',
      aliases: made.aliases ?? [],
      fiscalYear: made.year ?? 2021,
      kind: 'finalAccount',
      unit,
      file: `made-${serial}.txt`,
      sha256: made.sha256 ?? `made-${serial}`,
      pages: null,
    },
    forms,
    claims,
    evaluations: [],
    unread: [],
    tokens: { all: 200, facts: 200, unread: 0 },
    missingForms: ['governmentFund', 'stateCapital'],
    outline:
      made.text === null ? null : outlineOf(made.text ?? ['本年公务接待费用于来访调研，共接待若干批次。', '公务用车保有量没有变化。']),
    records: [],
  }
}

function outlineOf(texts: readonly string[]): Outline {
  return {
    paragraphs: texts.map(
      (text, i): Paragraph => ({
        kind: 'text',
        level: null,
        number: null,
        text,
        cells: null,
        spans: [{ start: 0, line: 80 + i, page: 3 }],
        topic: 'threePublic',
        path: ['第三部分 情况说明', '八、“三公”经费'],
        sentences: [[0, text.length]],
        firstSentence: i,
      }),
    ),
  }
}

export const makeFinding = (statement = '表内合计与明细不符'): Finding => ({
  rule: 'made.sum',
  kind: 'table-sum',
  verdict: 'inconsistent',
  statement,
  left: null,
  right: null,
  evidence: [],
  difference: '1.00',
  derivation: null,
  likelyCause: null,
  touches: ['expenditure||2013101||basic'],
  effects: [],
})

/** What a checker would hand over. */
export const makeCheck = (findings: readonly Finding[] = [makeFinding()]): CheckResult => ({
  findings,
  coverage: {
    checked: 12,
    passed: 10,
    rounding: 1,
    inconsistent: 1,
    text: 0,
    unchecked: [{ rule: 'made.none', reason: '没有这张表', count: 1 }],
  },
})

/** What a person sees of a fact: everything but where it is stored. */
export const bare = (fact: Fact): Fact => {
  const { key, form, row, column, figure, where, repaired, section, subject } = fact
  return { key, form, row, column, figure, where, repaired, section, subject }
}
