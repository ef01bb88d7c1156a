import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answered, answer } from '../../src/app/answer.ts'
import type { Paragraph } from '../../src/domain/outline.ts'
import type { Evaluation, Report } from '../../src/domain/report.ts'
import { openStore } from '../../src/store/index.ts'
import type { KnowledgeStore } from '../../src/store/interface.ts'
import { checked, contradiction, form, report, type Told } from './accounts.ts'

/** A store with the five departments that the tests ask about. Years and gaps differ on purpose. */

export const QIAOKOU = '中共武汉市硚口区委直属机关工作委员会'
export const HANYANG = '中共武汉市汉阳区委直属机关工作委员会'
export const HONGSHAN = '中国共产党武汉市洪山区委办公室'
export const JINGKAI = '中共武汉经开区工委（汉南区委）办公室'
export const QINGSHAN = '中共武汉市青山区委办公室'

const total = (value: string) => ({ total: value, basic: value })

const qiaokou2020 = report(
  QIAOKOU,
  2020,
  [
    form('overview', {
      '[收]一般公共预算财政拨款收入': { final: '500.00' },
      '[收]本年收入合计': { final: '500.00' },
      '[收]年初结转和结余': { final: '' },
      '[收]总计': { final: '500.00' },
      '[支]一般公共服务支出': { final: '400.00' },
      '[支]社会保障和就业支出': { final: '30.00' },
      '[支]卫生健康支出': { final: '40.00' },
      '[支]住房保障支出': { final: '30.00' },
      '[支]本年支出合计': { final: '500.00' },
      '[支]总计': { final: '500.00' },
    }),
    form('expenditure', {
      合计: { total: '500.00', basic: '480.00', project: '20.00' },
      '201 一般公共服务支出': { total: '400.00', basic: '380.00', project: '20.00' },
      '20131 党委办公厅（室）及相关机构事务': { total: '400.00', basic: '380.00', project: '20.00' },
      '2013101 行政运行': { total: '380.00', basic: '380.00', project: '' },
      '2013102 一般行政管理事务': { total: '20.00', basic: '', project: '20.00' },
      '208 社会保障和就业支出': total('30.00'),
      '20805 行政事业单位养老支出': total('30.00'),
      '2080505 机关事业单位基本养老保险缴费支出': total('30.00'),
      '210 卫生健康支出': total('40.00'),
      '21011 行政事业单位医疗': total('40.00'),
      '2101101 行政单位医疗': total('40.00'),
      '221 住房保障支出': total('30.00'),
      '22102 住房改革支出': total('30.00'),
      '2210201 住房公积金': total('25.00'),
      '2210202 提租补贴': total('5.00'),
    }),
    form('generalBudgetExpenditure', { 合计: { total: '500.00', basic: '480.00', project: '20.00' } }),
    form('basicExpenditure', {
      '301 工资福利支出': { final: '390.00' },
      '30101 基本工资': { final: '150.00' },
      '30103 奖金': { final: '215.00' },
      '30113 住房公积金': { final: '25.00' },
      '302 商品和服务支出': { final: '40.00' },
      '30201 办公费': { final: '12.30' },
      '30205 水费': { final: '0.70' },
      '30206 电费': { final: '2.00' },
      '30211 差旅费': { final: '' },
      '30215 会议费': { final: '0.00' },
      '30228 工会经费': { final: '25.00' },
      '303 对个人和家庭的补助': { final: '50.00' },
      '30302 退休费': { final: '50.00' },
      人员经费合计: { final: '440.00' },
      公用经费合计: { final: '40.00' },
    }),
    form('threePublic', {
      total: { budget: '1.60', final: '0.40' },
      overseas: { budget: '0.00', final: '0.00' },
      vehicles: { budget: '1.00', final: '0.40' },
      vehiclePurchase: { budget: '', final: '' },
      vehicleOperation: { budget: '1.00', final: '0.40' },
      reception: { budget: '0.60', final: '0.00' },
    }),
  ],
  [
    { subject: 'total.both', item: '收、支总计', measure: 'final', text: '500.00' },
    { subject: 'total.both', item: '收、支总计', measure: 'change', text: '20.00', direction: 'up', versus: 'priorYear' },
    { subject: 'total.both', item: '收、支总计', measure: 'growth', text: '4.2', direction: 'up', versus: 'priorYear' },
    {
      subject: 'generalBudget.expenditure',
      item: '一般公共预算财政拨款支出',
      measure: 'budget',
      text: '400.00',
      topic: 'generalBudget.detail',
    },
    {
      subject: 'generalBudget.expenditure',
      item: '一般公共预算财政拨款支出',
      measure: 'final',
      text: '500.00',
      topic: 'generalBudget.detail',
    },
    { subject: 'operating', item: '机关运行经费', measure: 'final', text: '40.00', topic: 'operating' },
    {
      subject: 'operating',
      item: '机关运行经费',
      measure: 'change',
      text: '3.00',
      direction: 'down',
      versus: 'priorYear',
      topic: 'operating',
    },
    { subject: 'procurement.total', item: '政府采购支出总额', measure: 'final', text: '8.88', topic: 'procurement' },
    { subject: 'procurement.goods', item: '政府采购货物支出', measure: 'final', text: '8.88', topic: 'procurement' },
    { subject: 'assets.vehicles', item: '车辆', measure: 'count', text: '2', unit: '辆', topic: 'assets' },
    { subject: 'count.vehiclesKept', item: '公务用车保有量', measure: 'count', text: '1', unit: '辆', topic: 'threePublic' },
    { subject: 'staff.active', item: '在职人员', measure: 'count', text: '16', unit: '人', topic: 'profile' },
    { subject: 'staff.retired', item: '离退休人员', measure: 'count', text: '9', unit: '人', topic: 'profile' },
    { subject: '', item: '离休', measure: 'count', text: '2', unit: '人', topic: 'profile' },
    { subject: '', item: '退休', measure: 'count', text: '7', unit: '人', topic: 'profile' },
    { subject: '', item: '机关总编制人数', measure: 'count', text: '18', unit: '人', topic: 'profile' },
    { subject: '', item: '行政编制', measure: 'count', text: '15', unit: '人', topic: 'profile' },
    { subject: '', item: '捐款', measure: 'amount', text: '320', unit: '元', topic: 'other' },
    { subject: '', item: '参加冬衣捐款', measure: 'amount', text: '4150.60', unit: '元', topic: 'other' },
    { subject: '', item: '燃料费', measure: 'final', text: '0.15', topic: 'threePublic' },
    { subject: '', item: '维修费', measure: 'final', text: '0.25', topic: 'threePublic' },
    { subject: '', item: '外地同行来访接待', measure: 'count', text: '3', unit: '批次', topic: 'threePublic' },
    { subject: 'project:群团活动', item: '群团活动', measure: 'final', text: '20.00', topic: 'generalBudget.detail' },
  ],
)

const hanyang = (year: number, expenditure: string, threePublic: string) =>
  report(
    HANYANG,
    year,
    [
      form('overview', {
        '[收]本年收入合计': { final: expenditure },
        '[支]本年支出合计': { final: expenditure },
      }),
      form('expenditure', {
        合计: { total: expenditure, basic: '150.00', project: '' },
        '2013101 行政运行': total('150.00'),
        '2080101 行政运行': total('7.00'),
      }),
      form('threePublic', {
        total: { budget: '3.00', final: threePublic },
        overseas: { budget: '—', final: '—' },
        vehicles: { budget: '3.00', final: threePublic },
        vehiclePurchase: { budget: '0.00', final: '0.00' },
        vehicleOperation: { budget: '3.00', final: threePublic },
        reception: { budget: '', final: '' },
      }),
    ],
    [],
  )

const told = (department: string, year: number, sum: string, more: readonly Told[] = []) =>
  report(
    department,
    year,
    [],
    [
      { subject: 'revenue.total', item: '收入合计', measure: 'final', text: sum, topic: 'revenue' },
      { subject: 'revenue.appropriation', item: '财政拨款收入', measure: 'final', text: sum, topic: 'revenue' },
      { subject: 'expenditure.total', item: '支出合计', measure: 'final', text: sum, topic: 'expenditure' },
      { subject: 'expenditure.basic', item: '基本支出', measure: 'final', text: '900.00', topic: 'expenditure' },
      { subject: 'expenditure.project', item: '项目支出', measure: 'final', text: '100.00', topic: 'expenditure' },
      { subject: 'threePublic.total', item: '“三公”经费', measure: 'final', text: '17.50', topic: 'threePublic' },
      { subject: 'threePublic.total', item: '“三公”经费', measure: 'budget', text: '35.00', topic: 'threePublic' },
      { subject: 'threePublic.vehicleOperation', item: '公务用车运行费', measure: 'final', text: '17.50', topic: 'threePublic' },
      { subject: 'threePublic.reception', item: '公务接待费', measure: 'final', text: '0', topic: 'threePublic' },
      { subject: 'personnel', item: '人员经费', measure: 'final', text: '800.00', topic: 'basic' },
      { subject: 'public', item: '公用经费', measure: 'final', text: '100.00', topic: 'basic' },
      { subject: 'public', item: '公用经费', measure: 'prior', text: '95.00', topic: 'basic' },
      { subject: 'count.vehiclesKept', item: '公务用车保有量', measure: 'count', text: '8', unit: '辆', topic: 'threePublic' },
      ...more,
    ],
  )

const jingkai2020 = report(
  JINGKAI,
  2020,
  [
    form('threePublic', {
      total: { budget: '8.00', final: '6.50' },
      overseas: { budget: '0.00', final: '0.00' },
      vehicles: { budget: '6.00', final: '5.00' },
      vehiclePurchase: { budget: '0.00', final: '0.00' },
      vehicleOperation: { budget: '6.00', final: '5.00' },
      reception: { budget: '2.00', final: '1.50' },
    }),
  ],
  [
    { subject: 'threePublic.total', item: '“三公”经费', measure: 'final', text: '5.60', topic: 'threePublic' },
    { subject: 'revenue.total', item: '收入合计', measure: 'final', text: '2000.00', topic: 'revenue' },
    { subject: 'expenditure.total', item: '支出合计', measure: 'final', text: '2000.00', topic: 'expenditure' },
  ],
)

/** 青山's report came with its text: a few sentences of our own. */
const sentence = (line: number, path: readonly string[], text: string): Paragraph => ({
  kind: 'text',
  level: null,
  number: null,
  text,
  cells: null,
  spans: [{ start: 0, line, page: null }],
  topic: 'other',
  path,
  sentences: [[0, text.length]],
  firstSentence: line,
})

const qingshan2020: Report = {
  ...told(QINGSHAN, 2020, '1000.00', [
    { subject: 'expenditure.total', item: '支出合计', measure: 'change', text: '30.00', direction: 'up', versus: 'priorYear' },
    { subject: '', item: '中共武汉市青山区委办公室', measure: 'prior', text: '970.01', year: 2019 },
  ]),
  outline: {
    paragraphs: [
      sentence(501, ['第一部分 概况', '一、主要职能'], '拟定本区文稿，承办会务与文电。'),
      sentence(505, ['第三部分 情况说明', '九、重点工作完成情况'], '全年办结督查事项若干，完成档案整理。'),
      sentence(509, ['第三部分 情况说明', '七、“三公”经费'], '“三公”经费决算17.50万元。比上年减少的主要原因是部分车辆停驶。'),
      sentence(511, ['第三部分 情况说明', '七、“三公”经费'], '公务接待费决算为0万元，比上年减少，主要原因是来访批次减少。'),
      sentence(520, ['第四部分 名词解释'], '机关运行经费：指为保障运转而购买货物和服务的资金。'),
    ],
  },
}

const score = (scope: 'department' | 'project', project: string, text: string, table: number): Evaluation => ({
  project,
  scope,
  indicator: '总分',
  column: 'score',
  figure: { text, unit: '分', decimals: 2 },
  where: { page: null, line: 700 + table, raw: text },
  repaired: null,
  table,
})

/** The total of the list of evaluated projects stands under 合计 alone. */
const listTotal: Evaluation = {
  ...score('project', '合计', '26.30', 2),
  indicator: null,
  column: 'budget',
  figure: { text: '26.30', unit: '万元', decimals: 2 },
}

const satisfaction: Evaluation = {
  ...score('project', '群团活动', '97.00', 1),
  indicator: '防汛工作满意度',
  column: 'actual',
  figure: { text: '97.00', unit: '%', decimals: 2 },
}

/** Opens a store of its own with everything in it. */
export async function knownStore(): Promise<{ readonly store: KnowledgeStore; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-ask-'))
  const store = await openStore(join(folder, 'known.sqlite'))
  for (const one of [
    {
      ...qiaokou2020,
      evaluations: [score('department', '机关工委', '96.50', 0), score('project', '群团活动', '98.00', 1), listTotal, satisfaction],
    },
    hanyang(2023, '180.00', '2.00'),
    hanyang(2024, '200.00', '2.50'),
    told(HONGSHAN, 2021, '1000.00'),
    qingshan2020,
  ])
    await store.ingest(one, checked([]))
  await store.ingest(jingkai2020, checked([contradiction(jingkai2020, 'threePublic', 'total', 'final', 'threePublic.total', '0.90')]))
  return {
    store,
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The last reply of a conversation. */
export async function converse(messages: readonly string[], store: KnowledgeStore, now: Date): Promise<Answered> {
  let last = await answer(messages[0] ?? '', store, null, now)
  for (const message of messages.slice(1)) last = await answer(message, store, last.answer.context, now)
  return last
}
