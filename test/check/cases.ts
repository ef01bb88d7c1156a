import type { Report } from '../../src/domain/report.ts'

/** Words of the clean report and what stands there instead. */
export type Edit = readonly [from: string, to: string]

/** One failing case for a relation; `pass` where the clean report alone does not bring the relation into play. */
export interface Case {
  readonly fail: readonly Edit[]
  readonly pass?: readonly Edit[]
  /** Brings the relation into play where the text alone does not; applied to both. */
  readonly adjust?: (report: Report, failing: boolean) => Report
  /** Last year's total as last year's report prints it: [passing, failing]. */
  readonly lastYear?: readonly [string, string]
  /** Some relations only tell rounding remainders. */
  readonly verdict?: 'rounding'
}

/** The last attachment speaks of one project throughout. */
const asProject = (report: Report): Report => ({
  ...report,
  claims: report.claims.map((claim) => {
    const own =
      claim.topic === 'attachment' &&
      !claim.item.startsWith('江城市') &&
      ['执行率情况', '自评得分', '产出指标', '满意度指标'].includes(claim.item)
    return own || claim.subject?.startsWith('project:口述史') ? { ...claim, subject: 'project:口述史采集' } : claim
  }),
})

/** The names that its headings and sections print, as a reader of the cover would collect them. */
const spelledVariously = (report: Report): Report => ({
  ...report,
  meta: { ...report.meta, aliases: ['江城市云溪区文史馆', '江城市云溪区地方志史馆'] },
})

/** A label that stands alone, as a page break can leave it. */
const labelled = (report: Report, failing: boolean): Report => {
  const texts = failing ? ['主要产出和效果：', '下一步改进措施：加强管理。'] : ['主要产出和效果：完成志书两卷。']
  const [first] = report.outline?.paragraphs ?? []
  const added = first ? texts.map((text) => ({ ...first, kind: 'text' as const, number: null, text, cells: null })) : []
  return { ...report, outline: { paragraphs: [...(report.outline?.paragraphs ?? []), ...added] } }
}

/** A report whose tables are pictures. */
const withoutForms = (report: Report): Report => ({ ...report, forms: [] })

const DEPARTMENT = '江城市云溪区地方文史馆'
const everywhere = (name: string): readonly Edit[] => [[DEPARTMENT, name]]

export const CASES: Readonly<Record<string, Case>> = {
  'form.row-total': { fail: [['2012901\t行政运行\t400.00\t400.00\t\t\t\t', '2012901\t行政运行\t400.00\t430.00\t\t\t\t']] },
  'form.column-total': { fail: [['合计\t\t1005.00\t785.00\t220.00', '合计\t\t1050.00\t785.00\t265.00']] },
  'form.code-hierarchy': {
    fail: [['20805\t行政事业单位养老支出\t200.00\t200.00\t\t\t\t', '20805\t行政事业单位养老支出\t210.00\t210.00\t\t\t\t']],
  },
  'fund.balance': { fail: [['合计\t\t0.00\t20.00\t20.00\t0.00\t20.00\t0.00', '合计\t\t0.00\t20.00\t20.00\t0.00\t20.00\t3.00']] },
  'overview.year-total': { fail: [['一、一般公共服务支出\t32\t600.00', '一、一般公共服务支出\t32\t606.00']] },
  'overview.grand-total': { fail: [['总计\t31\t1015.00', '总计\t31\t1051.00']] },
  'overview.two-sides': { fail: [['总计\t62\t1015.00', '总计\t62\t1016.00']] },
  'overview.carried-parts': { fail: [['一般公共预算财政拨款\t29\t10.00', '一般公共预算财政拨款\t29\t1.00']] },
  'basic.details': { fail: [['30102\t津贴补贴\t150.00', '30102\t津贴补贴\t105.00']] },
  'basic.personnel': { fail: [['人员经费合计\t\t700.00', '人员经费合计\t\t770.00']] },
  'basic.public': { fail: [['公用经费合计\t\t\t\t\t85.00', '公用经费合计\t\t\t\t\t58.00']] },
  'basic.total': { fail: [['人员经费合计\t\t700.00', '人员经费合计\t\t770.00']] },
  'three-public.parts': { fail: [['15.00\t0.00\t12.00\t0.00\t12.00\t3.00', '15.00\t0.00\t12.00\t0.00\t12.00\t5.00']] },
  'three-public.economic': { fail: [['30231\t公务用车运行维护费\t8.00', '30231\t公务用车运行维护费\t18.00']] },
  'note.rows': { fail: [['本年收入合计\t27\t1005.00', '本年收入合计\t27\t1500.00']] },
  'note.columns': { fail: [['2012901\t行政运行\t400.00\t400.00\t\n', '2012901\t行政运行\t400.00\t430.00\t\n']] },
  'note.row-numbers': { fail: [['59行＝（33+34+…+58）行', '57行＝（33+34+…+58）行']] },
  'forms.totals': { fail: [['合计\t\t1005.00\t785.00\t220.00', '合计\t\t1050.00\t785.00\t265.00']] },
  'forms.fiscal-revenue': { fail: [['二、政府性基金预算财政拨款收入\t2\t20.00', '二、政府性基金预算财政拨款收入\t2\t']] },
  'forms.classes': { fail: [['九、卫生健康支出\t40\t100.00', '九、卫生健康支出\t40\t']] },
  'forms.general-budget-rows': { fail: [['2210203\t购房补贴\t20.00\t20.00\t\n', '2210203\t购房补贴\t25.00\t25.00\t\n']] },
  'forms.fiscal-classes': { fail: [['九、卫生健康支出\t41\t100.00\t100.00', '九、卫生健康支出\t41\t110.00\t110.00']] },
  'forms.fiscal-totals': { fail: [['总计\t64\t1010.00', '总计\t64\t1100.00']] },
  'forms.fund-carried': {
    pass: [
      ['政府性基金预算财政拨款\t30\t\t', '政府性基金预算财政拨款\t30\t2.00\t'],
      ['合计\t\t0.00\t20.00\t20.00\t0.00', '合计\t\t2.00\t20.00\t20.00\t0.00'],
    ],
    fail: [
      ['政府性基金预算财政拨款\t30\t\t', '政府性基金预算财政拨款\t30\t5.00\t'],
      ['合计\t\t0.00\t20.00\t20.00\t0.00', '合计\t\t2.00\t20.00\t20.00\t0.00'],
    ],
  },
  'narrative.form-final': { fail: [['支出合计1005.00万元', '支出合计1050.00万元']] },
  'narrative.form-three-public-budget': { fail: [['年初预算数为15.00万元', '年初预算数为51.00万元']] },
  'narrative.repeated': { fail: [['一般公共预算财政拨款支出980.00万元，主要用于', '一般公共预算财政拨款支出890.00万元，主要用于']] },
  'narrative.operating': { fail: [['机关运行经费支出85.00万元', '机关运行经费支出87.00万元']] },
  'ratio.completion': { fail: [['完成年初预算的98.00%', '完成年初预算的89.00%']] },
  'ratio.share': { fail: [['占20.41%', '占24.01%']] },
  'ratio.shares-to-100': { fail: [['占20.41%', '占24.01%']] },
  'change.growth': { fail: [['增长1.50%', '增长15.00%']] },
  'change.prior': { fail: [['增加18.00万元', '增加81.00万元']] },
  'change.implied-prior': {
    pass: [['（二）部门整体绩效目标完成情况', '2022年决算数为1000.00万元。\n\n（二）部门整体绩效目标完成情况']],
    fail: [['（二）部门整体绩效目标完成情况', '2022年决算数为1000.01万元。\n\n（二）部门整体绩效目标完成情况']],
    verdict: 'rounding',
  },
  'change.budget': { fail: [['比年初预算减少3.00万元', '比年初预算减少13.00万元']] },
  'change.three-public-parts': { fail: [['公务接待支出决算减少0.50万元', '公务接待支出决算减少5.00万元']] },
  'list.defined-parts': { fail: [['其中：基本支出785.00万元，占本年支出78.11%', '其中：基本支出758.00万元，占本年支出78.11%']] },
  'list.procurement-share': { fail: [['授予中小企业合同金额40.00万元', '授予中小企业合同金额400.00万元']] },
  'list.vehicles': { fail: [['其他用车3辆', '其他用车5辆']] },
  'list.vehicles-kept': { fail: [['公务用车保有量4辆', '公务用车保有量14辆']] },
  'list.staff': { fail: [['其中：行政10人，工勤20人', '其中：行政10人，工勤25人']] },
  'list.classes': { fail: [['卫生健康（类）支出100.00万元', '卫生健康（类）支出10.00万元']] },
  'list.items': { fail: [['展陈维护30.00万元，口述史', '展陈维护39.00万元，口述史']] },
  'direction.budget': { fail: [['支出决算数大于年初预算数', '支出决算数小于年初预算数']] },
  'direction.change': { fail: [['收、支总计各增加15.00万元，增长1.50%', '收、支总计各增加15.00万元，下降1.50%']] },
  'direction.level': {
    pass: [['支出决算为10.00万元，完成年初预算的66.67%。', '支出决算为10.00万元，较上年10.00万元无变化。']],
    fail: [['支出决算为10.00万元，完成年初预算的66.67%。', '支出决算为10.00万元，较上年12.00万元无变化。']],
  },
  'evaluation.rate': { fail: [['150.00\t145.00\t96.67%', '150.00\t145.00\t69.67%']] },
  'evaluation.execution-score': { fail: [['96.67%\t19.33', '96.67%\t19.93']] },
  'evaluation.total-score': { fail: [['总分\t\t\t\t99.33', '总分\t\t\t\t93.33']] },
  'evaluation.section-weight': { fail: [['完成志书\t2卷\t2卷\t40', '完成志书\t2卷\t2卷\t50']] },
  'evaluation.score-weight': { fail: [['满分50分，得分49分', '满分50分，得分59分']] },
  'evaluation.department': { fail: [['基本支出总额\t785.00万元', '基本支出总额\t758.00万元']] },
  'evaluation.department-sum': { fail: [['基本支出预算执行数785.00万元', '基本支出预算执行数885.00万元']] },
  'evaluation.department-budget': {
    pass: [
      [
        '年度绩效目标\t三级指标\t年初目标值\t实际完成值',
        '预算执行情况\t预算数（A）\t执行数（B）\t执行率（B/A）\n部门整体支出总额\t1000.00\t980.00\t98.00%\n年度绩效目标\t三级指标\t年初目标值\t实际完成值',
      ],
    ],
    fail: [
      [
        '年度绩效目标\t三级指标\t年初目标值\t实际完成值',
        '预算执行情况\t预算数（A）\t执行数（B）\t执行率（B/A）\n部门整体支出总额\t1000.0\t980.0\t98.00%\n年度绩效目标\t三级指标\t年初目标值\t实际完成值',
      ],
      ['年初预算为1000.00万元', '年初预算为1000.04万元'],
    ],
    verdict: 'rounding',
  },
  'evaluation.project-sum': { fail: [['36.00\t30.00\t83.33%', '36.00\t130.00\t83.33%']] },
  'evaluation.summary': { fail: [['馆本级\t186.00万元', '馆本级\t168.00万元']] },
  'project.repeated': { fail: [['项目全年预算数为150.00万元', '项目全年预算数为105.00万元']] },
  'attachment.project-score': { fail: [['（一）自评得分：94.00分', '（一）自评得分：98.00分']], adjust: asProject },
  'attachment.department-score': { fail: [['其中执行情况得分19.6分', '其中执行情况得分18.9分']], adjust: asProject },
  'attachment.listed-scores': { fail: [['综合得分94.6分', '综合得分96.4分']] },
  'attachment.budgets': {
    pass: [
      [
        '1.地方志编修项目绩效自评综述：项目全年预算数为150.00万元，执行数为145.00万元，完成预算的96.67%。',
        '1.地方志编修项目绩效自评综述：年初预算数为700.00万元，执行数为680.00万元。',
      ],
      [
        '2.展陈维护项目绩效自评综述：项目全年预算数为36.00万元，执行数为30.00万元，完成预算的83.33%。',
        '2.展陈维护项目绩效自评综述：年初预算数为300.00万元，执行数为300.00万元。',
      ],
    ],
    fail: [
      [
        '1.地方志编修项目绩效自评综述：项目全年预算数为150.00万元，执行数为145.00万元，完成预算的96.67%。',
        '1.地方志编修项目绩效自评综述：年初预算数为750.00万元，执行数为680.00万元。',
      ],
      [
        '2.展陈维护项目绩效自评综述：项目全年预算数为36.00万元，执行数为30.00万元，完成预算的83.33%。',
        '2.展陈维护项目绩效自评综述：年初预算数为300.00万元，执行数为300.00万元。',
      ],
    ],
  },
  'prior.report': { fail: [], lastYear: ['1000.00', '1001.00'] },
  'name.forms': { fail: [[`公开06表\n\n部门：${DEPARTMENT}`, '公开06表\n\n部门：江城市地方文史馆']] },
  'name.headings': { fail: [[`第一部分 ${DEPARTMENT}概况\n\n一、`, '第一部分 区文史馆概况\n\n一、']] },
  'name.spelling': {
    pass: everywhere('中共江城市云溪区委文史办公室'),
    fail: [...everywhere('中共江城市云溪区委文史办公室'), ['政府采购支出总额', '（中国共产党江城市云溪区委文史办公室）政府采购支出总额']],
  },
  'year.text': { fail: [['2023年度收、支总计', '2022年度收、支总计']] },
  'year.forms': { fail: [['2023年度收入决算表', '2021年度收入决算表']] },
  'unit.bare': { fail: [['支出决算为980.00万元，完成', '支出决算为980.00，完成']] },
  'unit.bare-share': { fail: [['支出595.00万元，占60.71%', '支出595.00万元，占60.71']] },
  'unit.bare-in-list': {
    fail: [
      [
        '地方志编修145.00万元，展陈维护30.00万元，口述史采集20.00万元',
        '地方志编修145.00万元，展陈维护30，口述史采集20.00万元，其他0.00万元',
      ],
    ],
  },
  'unit.shortened': { fail: [['展陈维护30.00万元，口述史', '展陈维护30.00万，口述史']] },
  'unit.forms': {
    fail: [['公开08表\n\n部门：江城市云溪区地方文史馆\n\n单位：万元', '公开08表\n\n部门：江城市云溪区地方文史馆\n\n单位：元']],
  },
  'text.alternatives': { fail: [['收、支总计各增加15.00', '收、支总计各增加(减少)15.00']] },
  'text.both-directions': { fail: [['支出决算数大于年初预算数', '支出决算数大小于年初预算数']] },
  'text.placeholder': { fail: [['主要原因是展陈任务增加。\n\n二、', '主要原因是XX任务增加。\n\n二、']] },
  'text.instruction': { fail: [['主要原因是压减办公开支。', '主要原因是压减办公开支（请根据实际情况填写）。']] },
  'text.level': { fail: [['从本级财政部门取得的财政拨款', '从市直部门和市级财政取得并拨付的资金']] },
  'text.kind': { fail: [['二、部门决算单位构成', '二、部门预算单位构成']] },
  'disclosure.three-public': { fail: [['2023年共接待8批次，60人次。', '']] },
  'disclosure.sections': {
    fail: [
      ['十一、政府采购支出情况说明', '十一、其他情况说明'],
      [
        '政府采购支出总额50.00万元，其中：政府采购货物支出30.00万元、政府采购工程支出0.00万元、政府采购服务支出20.00万元。授予中小企业合同金额40.00万元，占政府采购支出总额的80.00%，其中：授予小微企业合同金额20.00万元，占授予中小企业合同金额的50.00%。',
        '没有其他情况。',
      ],
    ],
  },
  'disclosure.empty-form': {
    fail: [
      ['说明：本部门没有国有资本经营预算财政拨款支出。', ''],
      ['本部门没有国有资本经营预算财政拨款支出。', '见附表。'],
    ],
  },
  'disclosure.notes': {
    fail: [
      [
        '注：本表反映部门本年度一般公共预算财政拨款支出情况。',
        '注：本表反映部门本年度一般公共预算财政拨款支出情况。本表反映部门本年度一般公共预算财政拨款支出情况。',
      ],
    ],
  },
  'text.item-list': { fail: [['主要包括：办公费、差旅费', '主要包括：办公费、印刷费、差旅费']] },
  'glossary.items': { fail: [['4.卫生健康支出（类）', '4.医疗卫生与计划生育支出（类）']] },
  'name.items': { fail: [['3.卫生健康支出（类）。年初', '3.医疗卫生与计划生育支出（类）。年初']] },
  'glossary.sample': {
    fail: [['1.一般公共服务支出（类）群众团体事务（款）', '1.一般公共服务支出（类）财政事务（款）']],
    adjust: withoutForms,
  },
  'glossary.missing': { fail: [['6.住房保障支出（类）住房改革支出（款）购房补贴（项）。', '']] },
  'text.numbering': { fail: [['3.卫生健康支出（类）。年初', '5.卫生健康支出（类）。年初']] },
  'text.contents': { fail: [['第四部分 名词解释\n第五', '第四部分 其他事项\n第五']] },
  'text.doubled-words': { fail: [['缴费基数调整', '缴费基数缴费基数调整']] },
  'text.both-words': { fail: [['政府采购支出总额50.00万元', '政府采购支出收入50.00万元']] },
  'text.short-year': { fail: [['2023年度收、支总计', '202年度收、支总计']] },
  'text.doubled-marks': { fail: [['主要原因是用车减少。', '主要原因是用车减少。。']] },
  'text.brackets': { fail: [['地方文史资料的征集、整理和展陈。', '地方文史资料的征集（含口述、整理和展陈。']] },
  'text.missing-words': { fail: [['支出595.00万元，占60.71%', '支出595.00万元，60.71%']] },
  'text.ending': { fail: [['占本年支出21.89%。', '占本年支出21.89%；']] },
  'text.empty-label': { fail: [], adjust: labelled },
  'forms.same-payment': { fail: [['30113\t住房公积金\t65.00', '30113\t住房公积金\t65.01']], verdict: 'rounding' },
  'count.growth': {
    pass: [['完成志书两卷。', '完成志书两卷，印发简报75期，同比下降6.25%。']],
    fail: [['完成志书两卷。', '完成志书两卷，印发简报75期，同比下降6.67%。']],
  },
  'list.misnamed': {
    pass: [
      ['1.一般公共服务支出（类）。年初', '基本支出主要用于：\n\n1.一般公共服务支出（类）。年初'],
      ['支出决算为595.00万元，完成', '支出决算为400.00万元，完成'],
    ],
    fail: [['1.一般公共服务支出（类）。年初', '基本支出主要用于：\n\n1.一般公共服务支出（类）。年初']],
  },
  'statement.prior': {
    pass: [['5.56%。主要原因是压减办公开支。', '5.56%。机关运行经费减少的主要原因是压减办公开支。']],
    fail: [['5.56%。主要原因是压减办公开支。', '5.56%。机关运行经费增加的主要原因是压减办公开支。']],
  },
  'statement.twice': {
    pass: [['减少5.00万元，下降5.56%。主要原因', '减少5.00万元，下降5.56%。机关运行经费减少的主要原因']],
    fail: [['比2022年度减少5.00万元，下降5.56%。主要原因', '与2022年度持平。机关运行经费减少的主要原因']],
  },
  'statement.level-total': {
    pass: [['财政拨款收、支总计各增加10.00万元，增长1.00%，主要原因是展陈任务增加', '财政拨款收、支总计持平']],
    fail: [
      ['财政拨款收、支总计各增加10.00万元，增长1.00%，主要原因是展陈任务增加', '财政拨款收、支总计持平'],
      ['一般公共预算财政拨款支出增加18.00万元', '一般公共预算财政拨款支出减少118.00万元'],
    ],
  },
  'statement.absent': {
    fail: [['合计\t\t\t\t\n\n注：本表反映部门本年度国有', '合计\t\t5.00\t\t5.00\n\n注：本表反映部门本年度国有']],
  },
  'evaluation.nothing-done': {
    pass: [['完成志书\t2卷\t2卷\t40', '完成志书\t2次\t0次\t0']],
    fail: [['完成志书\t2卷\t2卷\t40', '完成志书\t2次\t0次\t40']],
  },
  'name.many': {
    fail: [
      ['江城市云溪区地方文史馆政府采购支出总额', '江城市云溪区文史馆政府采购支出总额'],
      ['江城市云溪区地方文史馆机关运行经费', '江城市云溪区地方志史馆机关运行经费'],
    ],
    adjust: spelledVariously,
  },
  'unit.bare-count': {
    pass: [['完成志书两卷。', '完成志书两卷，处理文件518件、信函450件、简报475件、电报230份。']],
    fail: [['完成志书两卷。', '完成志书两卷，处理文件518件、信函450件、简报475、电报230份。']],
  },
  'disclosure.assets': {
    fail: [
      [
        '，其中，机要通信用车1辆、应急保障用车1辆、其他用车3辆；单价50万元（含）以上通用设备0台（套），单价100万元（含）以上专用设备0台（套）',
        '',
      ],
    ],
  },
  'disclosure.changes': {
    fail: [['公务用车购置及运行费支出决算减少1.50万元，下降14.29%；', '公务用车购置及运行费支出决算0.00万元；']],
  },
  'text.section-titles': {
    pass: [['年度部门决算情况说明\n第四部分', '年度部门决算情况说明\n一、收入支出决算总体情况说明\n二、收入决算情况说明\n第四部分']],
    fail: [['年度部门决算情况说明\n第四部分', '年度部门决算情况说明\n一、收入支出决算总体情况\n二、收入决算情况说明\n第四部分']],
  },
  'rows.levels': { fail: [['20805\t行政事业单位养老支出\t200.00\t200.00\t\t\t\t\t\n', '']] },
  'rows.in-all': { fail: [['2210203\t购房补贴\t20.00\t20.00\t\t\t\t\n', '']] },
}
