import { type Accounts, sum, type ThreePublic } from './accounts.ts'
import { headRows } from './code-forms.ts'
import { type GridCell, type GridRow, LEFT, type Sheet, words } from './grid.ts'
import { cell, type Style } from './style.ts'

/**
 * one row: twelve columns, budgets before finals; pairs: a budget and a final under each item; list: an item a row;
 * phases: a row each for last year, budget and final, with 会议费 and 培训费; counts: a list with operating expenses and numbers;
 * stacked: budget, final and numbers one below the other, the first two with a header of their own.
 */
export type ThreePublicLayout = 'one row' | 'pairs' | 'list' | 'phases' | 'counts' | 'stacked'

const KEYS = ['total', 'overseas', 'vehicles', 'vehiclePurchase', 'vehicleOperation', 'reception'] as const
const spread = ([overseas, purchase, operation, reception]: ThreePublic): number[] => [
  overseas + purchase + operation + reception,
  overseas,
  purchase + operation,
  purchase,
  operation,
  reception,
]
const ITEMS: readonly (readonly string[])[] = [
  ['合计'],
  ['因公出国（境）费'],
  ['公务用车购置及运行维护费', '小计'],
  ['公务用车购置及运行维护费', '公务用车购置费'],
  ['公务用车购置及运行维护费', '公务用车运行维护费'],
  ['公务接待费'],
]

export function threePublicForm(a: Accounts, style: Style, no: string, title: string, layout: ThreePublicLayout): Sheet {
  const { budget, final, prior } = a.threePublic
  const [plan, real, last] = [spread(budget), spread(final), spread(prior)]
  const at =
    (column: 'budget' | 'final') =>
    (value: number, i: number): GridCell =>
      cell(style, value, { form: 'threePublic', row: KEYS[i] ?? '', parent: null, side: null, column })
  const made = (head: readonly GridRow[], body: readonly GridRow[]): Sheet => ({
    title,
    above: style.above(no, a.department, style.unit),
    head,
    body,
    notes: ['注：本表反映部门本年度“三公”经费支出预决算情况。'],
  })
  const pairs = plan.map((value, i) => [at('budget')(value, i), at('final')(real[i] ?? 0, i)] as const)
  if (layout === 'one row') {
    const head = headRows(['预算数', '决算数'].flatMap((phase) => ITEMS.map((item) => [phase, ...item])))
    const numbers = words(...Array.from({ length: 12 }, (_, i) => String(i + 1)))
    return made(style.numbered ? [...head, numbers] : head, [[...plan.map(at('budget')), ...real.map(at('final'))]])
  }
  if (layout === 'pairs') {
    const head = headRows(
      ITEMS.flatMap((item) => ['预算数', '决算数'].map((phase) => [...item, ...(item.length === 1 ? [item[0] ?? ''] : []), phase])),
    )
    return made(head, [pairs.flat()])
  }
  if (layout === 'phases') {
    const head = headRows([
      ['项目'],
      ...ITEMS.map((item) => ['财政拨款安排的“三公”经费', ...item.map((name) => (name === '合计' ? '小计' : name))]),
      ['会议费'],
      ['培训费'],
    ])
    const more = a.meetings.map((value) => cell(style, value))
    return made(head, [
      [{ text: '上年数' }, ...last.map((value) => cell(style, value)), ...more],
      [{ text: '预算数' }, ...plan.map(at('budget')), ...more],
      [{ text: '决算数' }, ...real.map(at('final')), ...more],
    ])
  }
  if (layout === 'stacked') {
    const items = [...ITEMS, ['会议费'], ['培训费']]
    const head = (phase: string): GridRow[] => headRows(items.map((item) => [phase, ...item]))
    const more = a.meetings.map((value) => cell(style, value))
    const across = (text: string): GridRow => items.map((_, i) => ({ text: i === 0 ? text : LEFT }))
    const numbers = (...texts: readonly string[]): GridRow => texts.flatMap((text) => [{ text }, { text: LEFT }])
    return made(head('预算数'), [
      [...plan.map(at('budget')), ...more],
      ...head('决算数'),
      [...real.map(at('final')), ...more],
      across('相关统计数'),
      numbers('项目', '统计数', '项目', '统计数'),
      numbers('因公出国（境）团组数（个）', '1', '因公出国（境）人次数（人）', '3'),
      numbers('公务用车购置数（辆）', '1', '公务用车保有量（辆）', '4'),
      numbers('国内公务接待批次（个）', '17', '国内公务接待人次（人）', '1,120'),
    ])
  }
  if (layout === 'list') {
    const names = ['合计', '1.因公出国（境）费', '2.公务用车购置及运行维护费', '其中：公务用车购置费', '公务用车运行维护费', '3.公务接待费']
    return made(
      [words('项目', '预算数', '决算数')],
      names.map((name, i) => [{ text: name }, ...(pairs[i] ?? [])]),
    )
  }
  const names = [
    '（一）支出合计',
    '1．因公出国（境）费',
    '2．公务用车购置及运行维护费',
    '（1）公务用车购置费',
    '（2）公务用车运行维护费',
    '3．公务接待费',
  ]
  const entries: (readonly [string, ...GridCell[]])[] = [
    ['一、“三公”经费支出', { text: '—' }, { text: '—' }, { text: '—' }],
    ...names.map((name, i) => [name, pairs[i]?.[0] ?? { text: '' }, cell(style, plan[i] ?? 0), pairs[i]?.[1] ?? { text: '' }] as const),
    ['（1）国内接待费', { text: '—' }, { text: '—' }, cell(style, real[5] ?? 0)],
    ['其中：外事接待费', { text: '—' }, { text: '—' }, cell(style, 0)],
    ['（2）国（境）外接待费', { text: '—' }, { text: '—' }, cell(style, 0)],
    ['（二）相关统计数', { text: '—' }, { text: '—' }, { text: '—' }],
    ...(
      [
        '1．因公出国（境）团组数（个）',
        '2．因公出国（境）人次数（人）',
        '3．公务用车购置数（辆）',
        '4．公务用车保有量（辆）',
        '5．国内公务接待批次（个）',
        '6．国内公务接待人次（人）',
      ] as const
    ).map((name, i) => [name, { text: '—' }, { text: '—' }, { text: String([1, 3, 1, 4, 17, 120][i]) }] as const),
    [
      '二、机关运行经费',
      { text: '—' },
      { text: '—' },
      cell(style, sum(a.economic.filter((head) => /^30[12]/.test(head.code)).map((head) => Math.floor(head.amount / 9)))),
    ],
  ]
  return made(
    [words('项目', '行次', '年初预算数', '全年预算数', '决算统计数'), words('栏次', '', '1', '2', '3')],
    entries.map(([name, ...cells], i) => [{ text: name }, { text: String(i + 1) }, ...cells]),
  )
}
