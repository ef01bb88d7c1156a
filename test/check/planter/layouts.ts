import { type Accounts, accountsOf, allTotal, groupTotal, itemTotal, PROFILES } from './accounts.ts'
import { type Dress, type FormName, Forms } from './forms.ts'

/** Synthetic reports without a defect, in the dress of different places; names, figures and sentences are invented. */

const LOCAL: readonly FormName[] = ['overview', 'revenue', 'expenditure', 'fiscal', 'general', 'basic', 'threePublic', 'fund', 'capital']
const CENTRAL: readonly FormName[] = ['overview', 'revenue', 'expenditure', 'fiscal', 'general', 'basic', 'fund', 'capital', 'threePublic']

const HUBEI: Dress = {
  unit: '万元',
  ordinals: true,
  separators: false,
  zeros: false,
  numbered: true,
  department: true,
  notes: true,
  basicTitle: '一般公共预算财政拨款基本支出决算表',
  order: LOCAL,
  threePublic: 'one-row',
}
const DRESSES: readonly Dress[] = [
  HUBEI,
  { ...HUBEI, ordinals: false, separators: true, numbered: false, department: false },
  { ...HUBEI, separators: true, zeros: true, basicTitle: '一般公共预算财政拨款基本支出决算明细表', order: CENTRAL, threePublic: 'list' },
  { ...HUBEI, unit: '元', separators: true, zeros: true, order: CENTRAL, threePublic: 'list' },
]

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
const percent = (part: number, whole: number, places = 2): string => `${((part / whole) * 100).toFixed(places)}%`

/** The words in which a narrative tells amounts: 万元 with two decimals, whatever unit the forms have. */
class Telling {
  constructor(
    readonly a: Accounts,
    private readonly divisor: number,
  ) {}

  w(value: number): string {
    return `${(value / 100 / this.divisor).toFixed(2)}万元`
  }

  /** 增加5.00万元，增长1.02% against last year. */
  change(now: number, prior: number, each = ''): string {
    const [up, rate] = [now > prior, percent(Math.abs(now - prior), prior)]
    return `${each}${up ? '增加' : '减少'}${this.w(Math.abs(now - prior))}，${up ? '增长' : '下降'}${rate}`
  }

  /** 小于年初预算数 and the like. */
  against(final: number, budget: number): string {
    return final > budget ? '大于' : final < budget ? '小于' : '等于'
  }
}

interface Totals {
  readonly general: number
  readonly basic: number
  readonly project: number
  readonly fund: number
  readonly year: number
  readonly revenue: number
  readonly fiscalRevenue: number
  readonly grand: number
  readonly fiscal: number
  readonly budget: number
  readonly three: number
  readonly threeBudget: number
  readonly threePrior: number
  readonly personnel: number
  readonly office: number
  readonly bought: number
}

function totalsOf(a: Accounts): Totals {
  const [general, basic, project] = [allTotal(a), allTotal(a, (item) => item.basic), allTotal(a, (item) => item.project)]
  const fund = groupTotal(a.fund)
  const head = (code: string): number => a.economic.find((one) => one.code === code)?.amount ?? 0
  return {
    general,
    basic,
    project,
    fund,
    year: general + fund + a.other,
    revenue: general + a.closing - a.opening + fund + a.other,
    fiscalRevenue: general + a.closing - a.opening + fund,
    grand: general + fund + a.other + a.closing,
    fiscal: general + fund + a.closing,
    budget: allTotal(a, (item) => item.budget),
    three: sum(a.threePublic.final),
    threeBudget: sum(a.threePublic.budget),
    threePrior: sum(a.threePublic.prior),
    personnel: head('301') + head('303'),
    office: head('302') + head('310'),
    bought: sum(a.procurement),
  }
}

const DETAILS = (a: Accounts, codes: readonly string[]): string =>
  a.economic
    .filter((head) => codes.includes(head.code))
    .flatMap((head) => head.details.map((detail) => detail.name))
    .join('、')

function front(a: Accounts): string {
  return `${a.year}年度${a.department}部门决算

目 录

第一部分 ${a.department}概况
第二部分 ${a.department}${a.year}年度部门决算表
第三部分 ${a.department}${a.year}年度部门决算情况说明
第四部分 名词解释

第一部分 ${a.department}概况

一、主要职能

负责资料的征集、整理和展陈。

二、机构设置

${a.department}没有下属单位，部门决算仅包括本级决算。

第二部分 ${a.department}${a.year}年度部门决算表`
}

function back(a: Accounts): string {
  const items = [...a.classes, a.fund].flatMap((group) =>
    group.section.items.map((item) => `${group.name}（类）${group.section.name}（款）${item.name}（项）。`),
  )
  return `第四部分 名词解释

一、财政拨款收入：指单位从本级财政部门取得的财政预算资金。

二、本部门使用的支出功能分类科目：

${items.map((text, i) => `${i + 1}.${text}`).join('\n\n')}`
}

/** 湖北 and its neighbours: sections one to thirteen, classes in the details. */
function hubei(t: Telling): string {
  const { a } = t
  const s = totalsOf(a)
  const share = (value: number, whole: number): string => percent(value, whole)
  const classes = a.classes.map((group) => ({ group, amount: groupTotal(group), budget: groupTotal(group, (item) => item.budget) }))
  const [overseas, purchase, operation, reception] = a.threePublic.final
  const [o0, p0, r0, c0] = a.threePublic.prior
  const [o1, p1, r1, c1] = a.threePublic.budget
  return `第三部分 ${a.department}${a.year}年度部门决算情况说明

一、收入支出决算总体情况说明

${a.year}年度收、支总计${t.w(s.grand)}。与${a.year - 1}年度相比，收、支总计各${t.change(s.grand, a.prior.both)}，主要原因是工作任务变化。

二、收入决算情况说明

${a.year}年度收入合计${t.w(s.revenue)}。其中：财政拨款收入${t.w(s.fiscalRevenue)}，占本年收入${share(s.fiscalRevenue, s.revenue)}；其他收入${t.w(a.other)}，占本年收入${share(a.other, s.revenue)}。

三、支出决算情况说明

${a.year}年度支出合计${t.w(s.year)}。其中：基本支出${t.w(s.basic)}，占本年支出${share(s.basic, s.year)}；项目支出${t.w(s.year - s.basic)}，占本年支出${share(s.year - s.basic, s.year)}。

四、财政拨款收入支出决算总体情况说明

${a.year}年度财政拨款收、支总计${t.w(s.fiscal)}。与${a.year - 1}年度相比，财政拨款收、支总计各${t.change(s.fiscal, a.prior.fiscal)}，主要原因是工作任务变化。

五、一般公共预算财政拨款支出决算情况说明

（一）一般公共预算财政拨款支出决算总体情况

${a.year}年度一般公共预算财政拨款支出${t.w(s.general)}，占本年支出合计的${share(s.general, s.year)}。与${a.year - 1}年度相比，一般公共预算财政拨款支出${t.change(s.general, a.prior.general)}，主要原因是工作任务变化。

（二）一般公共预算财政拨款支出决算结构情况

${a.year}年度一般公共预算财政拨款支出${t.w(s.general)}，主要用于以下方面：${classes.map(({ group, amount }) => `${group.name.replace(/支出$/, '')}（类）支出${t.w(amount)}，占${share(amount, s.general)}`).join('；')}。

（三）一般公共预算财政拨款支出决算具体情况

${a.year}年度一般公共预算财政拨款支出年初预算为${t.w(s.budget)}，支出决算为${t.w(s.general)}，完成年初预算的${share(s.general, s.budget)}。其中：基本支出${t.w(s.basic)}，项目支出${t.w(s.project)}。项目支出主要用于${a.projects.map((project) => `${project.name}${t.w(project.amount)}`).join('，')}。

${classes.map(({ group, amount, budget }, i) => `${i + 1}.${group.name}（类）。年初预算为${t.w(budget)}，支出决算为${t.w(amount)}，完成年初预算的${share(amount, budget)}，支出决算数${t.against(amount, budget)}年初预算数的主要原因是人员变动。`).join('\n\n')}

六、一般公共预算财政拨款基本支出决算情况说明

${a.year}年度一般公共预算财政拨款基本支出${t.w(s.basic)}，其中：人员经费${t.w(s.personnel)}，主要包括：${DETAILS(a, ['301', '303'])}；公用经费${t.w(s.office)}，主要包括：${DETAILS(a, ['302', '310'])}。

七、财政拨款“三公”经费支出决算情况说明

（一）“三公”经费财政拨款支出决算总体情况

${a.year}年度“三公”经费财政拨款年初预算数为${t.w(s.threeBudget)}，支出决算为${t.w(s.three)}，完成年初预算的${share(s.three, s.threeBudget)}。

1.因公出国（境）费支出决算为${t.w(overseas)}，完成年初预算的${share(overseas, o1)}，比年初预算${overseas > o1 ? '增加' : '减少'}${t.w(Math.abs(overseas - o1))}，主要原因是行程变化。全年安排出国团组1个，2人次。

2.公务用车购置及运行费支出决算为${t.w(purchase + operation)}，完成年初预算的${share(purchase + operation, p1 + r1)}，比年初预算${purchase + operation > p1 + r1 ? '增加' : '减少'}${t.w(Math.abs(purchase + operation - p1 - r1))}，主要原因是车辆更新。其中：公务用车购置费${t.w(purchase)}，公务用车运行费${t.w(operation)}。截至${a.year}年12月31日，开支财政拨款的公务用车保有量5辆。

3.公务接待费支出决算为${t.w(reception)}，完成年初预算的${share(reception, c1)}，比年初预算${reception > c1 ? '增加' : '减少'}${t.w(Math.abs(reception - c1))}，主要原因是厉行节约。${a.year}年共接待9批次，72人次。

${a.year}年度“三公”经费财政拨款支出决算数比${a.year - 1}年度${t.change(s.three, s.threePrior)}，其中：因公出国（境）支出决算${t.change(overseas, o0)}；公务用车购置及运行费支出决算${t.change(purchase + operation, p0 + r0)}；公务接待支出决算${t.change(reception, c0)}。

八、政府性基金预算财政拨款收入支出决算情况说明

${a.year}年度政府性基金预算财政拨款年初结转和结余0.00万元，本年收入${t.w(s.fund)}，本年支出${t.w(s.fund)}，年末结转和结余0.00万元。

九、国有资本经营预算财政拨款支出决算情况说明

本部门没有国有资本经营预算财政拨款支出。

十、机关运行经费支出情况说明

${a.year}年度${a.department}机关运行经费支出${t.w(s.office)}，比${a.year - 1}年度${t.change(s.office, a.prior.operating)}。主要原因是压减办公开支。

十一、政府采购支出情况说明

${a.year}年度${a.department}政府采购支出总额${t.w(s.bought)}，其中：政府采购货物支出${t.w(a.procurement[0])}、政府采购工程支出${t.w(a.procurement[1])}、政府采购服务支出${t.w(a.procurement[2])}。授予中小企业合同金额${t.w(a.small)}，占政府采购支出总额的${share(a.small, s.bought)}，其中：授予小微企业合同金额${t.w(a.micro)}，占授予中小企业合同金额的${share(a.micro, a.small)}。

十二、国有资产占用情况说明

截至${a.year}年12月31日，${a.department}共有车辆${sum(a.vehicles)}辆，其中，机要通信用车${a.vehicles[0]}辆、应急保障用车${a.vehicles[1]}辆、其他用车${a.vehicles[2]}辆；单价100万元（含）以上设备（不含车辆）0台（套）。

十三、预算绩效情况说明

本部门组织对${a.year}年度一般公共预算项目支出全面开展绩效自评，共涉及项目${a.projects.length}个，资金${t.w(s.project)}，占一般公共预算项目支出总额的100.00%。

${a.projects.map((project, i) => `${i + 1}.${project.name}项目绩效自评综述：项目全年预算数为${t.w(project.budget)}，执行数为${t.w(project.amount)}，完成预算的${share(project.amount, project.budget)}。`).join('\n\n')}`
}

/** 上海 and other cities: 本年收入合计, items down to 项, other matters under one head. */
function shanghai(t: Telling): string {
  const { a } = t
  const s = totalsOf(a)
  const items = a.classes.flatMap((group) => group.section.items.map((item) => ({ group, item })))
  const [overseas, purchase, operation, reception] = a.threePublic.final
  const [o0, p0, r0, c0] = a.threePublic.prior
  return `第三部分 ${a.department}${a.year}年度部门决算情况说明

一、收入支出决算总体情况说明

${a.department}${a.year}年度收入支出总计${t.w(s.grand)}。与${a.year - 1}年度相比，收入支出总计${t.change(s.grand, a.prior.both)}。主要原因：业务量变化。

二、收入决算情况说明

本年收入合计${t.w(s.revenue)}，其中：财政拨款收入${t.w(s.fiscalRevenue)}，占${percent(s.fiscalRevenue, s.revenue)}；其他收入${t.w(a.other)}，占${percent(a.other, s.revenue)}。

三、支出决算情况说明

本年支出合计${t.w(s.year)}，其中：基本支出${t.w(s.basic)}，占${percent(s.basic, s.year)}；项目支出${t.w(s.year - s.basic)}，占${percent(s.year - s.basic, s.year)}。

四、财政拨款收入支出决算总体情况说明

${a.department}${a.year}年度财政拨款收入支出总计${t.w(s.fiscal)}。与${a.year - 1}年度相比，财政拨款收入支出总计${t.change(s.fiscal, a.prior.fiscal)}。主要原因：业务量变化。

五、一般公共预算财政拨款支出决算情况说明

（一）一般公共预算财政拨款支出决算总体情况

一般公共预算财政拨款支出${t.w(s.general)}，占本年支出合计的${percent(s.general, s.year)}。与${a.year - 1}年度相比，一般公共预算财政拨款支出${t.change(s.general, a.prior.general)}。主要原因：业务量变化。

（二）一般公共预算财政拨款支出决算结构情况

一般公共预算财政拨款支出${t.w(s.general)}，主要用于以下方面：${a.classes.map((group) => `${group.name}（类）${t.w(groupTotal(group))}，占${percent(groupTotal(group), s.general)}`).join('；')}。

（三）一般公共预算财政拨款支出决算具体情况

一般公共预算财政拨款支出年初预算为${t.w(s.budget)}，支出决算为${t.w(s.general)}，完成年初预算的${percent(s.general, s.budget)}。决算数${t.against(s.general, s.budget)}预算数的主要原因：人员变动。其中：

${items.map(({ group, item }, i) => `${i + 1}、${group.name}（类）${group.section.name}（款）${item.name}（项）。主要用于：日常开支。年初预算为${t.w(item.budget)}，支出决算为${t.w(itemTotal(item))}。决算数${t.against(itemTotal(item), item.budget)}预算数的主要原因：人员变动。`).join('\n\n')}

六、一般公共预算财政拨款基本支出决算情况说明

一般公共预算财政拨款基本支出${t.w(s.basic)}。其中：人员经费${t.w(s.personnel)}，主要包括：${DETAILS(a, ['301', '303'])}；公用经费${t.w(s.office)}，主要包括：${DETAILS(a, ['302', '310'])}。

七、财政拨款“三公”经费支出决算情况说明

（一）“三公”经费财政拨款支出决算总体情况说明

“三公”经费财政拨款支出年初预算为${t.w(s.threeBudget)}，支出决算为${t.w(s.three)}，完成预算的${percent(s.three, s.threeBudget)}，其中：因公出国（境）费支出决算为${t.w(overseas)}，完成预算的${percent(overseas, a.threePublic.budget[0])}；公务用车购置及运行维护费支出决算为${t.w(purchase + operation)}，完成预算的${percent(purchase + operation, a.threePublic.budget[1] + a.threePublic.budget[2])}；公务接待费支出决算为${t.w(reception)}，完成预算的${percent(reception, a.threePublic.budget[3])}。

${a.year}年度“三公”经费财政拨款支出决算数比${a.year - 1}年度${t.change(s.three, s.threePrior)}。其中：因公出国（境）费支出决算${t.change(overseas, o0)}；公务用车购置及运行维护费支出决算${t.change(purchase + operation, p0 + r0)}；公务接待费支出决算${t.change(reception, c0)}。

（二）“三公”经费财政拨款支出决算具体情况说明

1、因公出国（境）费支出${t.w(overseas)}。全年安排因公出国（境）团组1个，累计2人次。

2、公务用车购置及运行维护费支出${t.w(purchase + operation)}。其中：公务用车购置支出${t.w(purchase)}，全年购置公务用车1辆；公务用车运行维护支出${t.w(operation)}，年末公务用车保有量5辆。

3、公务接待费支出${t.w(reception)}。全年公务接待9批次，72人次。

八、政府性基金预算财政拨款收入支出决算情况说明

${a.department}${a.year}年度政府性基金预算财政拨款年初结转和结余0.00万元，本年收入${t.w(s.fund)}，本年支出${t.w(s.fund)}，年末结转和结余0.00万元。

九、国有资本经营预算财政拨款收入支出决算情况说明

${a.department}${a.year}年度无国有资本经营预算财政拨款收入和支出。

十、预算绩效管理情况

本部门对${a.projects.length}个项目开展绩效自评。

十一、其他重要事项的情况说明

（一）机关运行经费支出情况

机关运行经费支出${t.w(s.office)}，比${a.year - 1}年度${t.change(s.office, a.prior.operating)}。主要原因是压减办公开支。

（二）政府采购支出情况

${a.department}${a.year}年度政府采购金额为${t.w(s.bought)}，其中：货物采购金额${t.w(a.procurement[0])}、工程采购金额${t.w(a.procurement[1])}、服务采购金额${t.w(a.procurement[2])}。

（三）国有资产占有使用情况说明

截至${a.year}年12月31日，${a.department}共有车辆${sum(a.vehicles)}辆，其中：机要通信用车${a.vehicles[0]}辆、应急保障用车${a.vehicles[1]}辆、其他用车${a.vehicles[2]}辆；单价100万元（含）以上设备（不含车辆）0台（套）。`
}

/** Ministries and many provinces: 决算数, 年初预算, 占…%, wordings of their own. */
function central(t: Telling): string {
  const { a } = t
  const s = totalsOf(a)
  const [overseas, purchase, operation, reception] = a.threePublic.final
  const [o0, p0, r0, c0] = a.threePublic.prior
  const classes = a.classes.map((group) => ({ group, amount: groupTotal(group) }))
  const items = a.classes.flatMap((group) => group.section.items.map((item) => ({ group, item })))
  return `第三部分 ${a.department}${a.year}年度部门决算情况说明

一、收入支出决算总体情况说明

${a.year}年度收入总计、支出总计均为${t.w(s.grand)}，与上年相比收入总计、支出总计均${t.change(s.grand, a.prior.both)}，变动的主要原因是：业务量变化。

二、收入决算情况说明

${a.year}年度本年收入合计${t.w(s.revenue)}，其中：财政拨款收入${t.w(s.fiscalRevenue)}，占${percent(s.fiscalRevenue, s.revenue)}；其他收入${t.w(a.other)}，占${percent(a.other, s.revenue)}。

三、支出决算情况说明

${a.year}年度本年支出合计${t.w(s.year)}，其中：基本支出${t.w(s.basic)}，占${percent(s.basic, s.year)}；项目支出${t.w(s.year - s.basic)}，占${percent(s.year - s.basic, s.year)}。

四、财政拨款收入支出决算总体情况说明

${a.year}年度财政拨款收入总计、支出总计均为${t.w(s.fiscal)}，与上年相比财政拨款收入总计、支出总计均${t.change(s.fiscal, a.prior.fiscal)}，变动的主要原因是：业务量变化。

五、一般公共预算财政拨款支出决算情况说明

（一）财政拨款支出决算总体情况

${a.year}年度一般公共预算财政拨款支出年初预算${t.w(s.budget)}，支出决算${t.w(s.general)}，完成年初预算的${percent(s.general, s.budget)}，占本年支出合计的${percent(s.general, s.year)}。与上年相比，一般公共预算财政拨款支出${t.change(s.general, a.prior.general)}，变动的主要原因是：业务量变化。

（二）财政拨款支出决算结构情况

${a.year}年度一般公共预算财政拨款支出${t.w(s.general)}，主要用于以下方面：${classes.map(({ group, amount }) => `${group.name}（类）${t.w(amount)}，占${percent(amount, s.general)}`).join('；')}。

（三）财政拨款支出决算具体情况

${items.map(({ group, item }, i) => `${i + 1}.${group.name}（类）${group.section.name}（款）${item.name}（项）。年初预算${t.w(item.budget)}，支出决算${t.w(itemTotal(item))}，完成年初预算的${percent(itemTotal(item), item.budget)}。决算数${t.against(itemTotal(item), item.budget)}年初预算数的主要原因是：人员变动。`).join('\n\n')}

六、一般公共预算财政拨款基本支出决算情况说明

${a.year}年度一般公共预算财政拨款基本支出${t.w(s.basic)}，其中：人员经费${t.w(s.personnel)}，主要包括：${DETAILS(a, ['301', '303'])}；公用经费${t.w(s.office)}，主要包括：${DETAILS(a, ['302', '310'])}。

七、政府性基金预算财政拨款收入支出决算情况说明

${a.year}年度政府性基金预算财政拨款年初结转和结余0.00万元，本年收入${t.w(s.fund)}，本年支出${t.w(s.fund)}，年末结转和结余0.00万元。

八、国有资本经营预算财政拨款支出决算情况说明

${a.year}年度本部门无国有资本经营预算财政拨款支出。

九、财政拨款“三公”经费支出决算情况说明

（一）“三公”经费支出决算总体情况说明

${a.year}年度“三公”经费财政拨款支出预算为${t.w(s.threeBudget)}，支出决算为${t.w(s.three)}，完成预算的${percent(s.three, s.threeBudget)}，较上年${t.change(s.three, s.threePrior)}。

（二）“三公”经费支出决算具体情况说明

1.因公出国（境）费支出决算${t.w(overseas)}，较上年${t.change(overseas, o0)}。全年因公出国（境）团组1个，2人次。

2.公务用车购置及运行维护费支出决算${t.w(purchase + operation)}，较上年${t.change(purchase + operation, p0 + r0)}。其中：公务用车购置费${t.w(purchase)}，公务用车运行维护费${t.w(operation)}，年末公务用车保有量5辆。

3.公务接待费支出决算${t.w(reception)}，较上年${t.change(reception, c0)}。全年国内公务接待9批次，72人次。

十、机关运行经费支出情况说明

${a.year}年度机关运行经费支出决算${t.w(s.office)}，较上年${t.change(s.office, a.prior.operating)}，主要原因是压减办公开支。

十一、政府采购支出情况说明

${a.year}年度政府采购支出总额${t.w(s.bought)}，其中：政府采购货物支出${t.w(a.procurement[0])}、政府采购工程支出${t.w(a.procurement[1])}、政府采购服务支出${t.w(a.procurement[2])}。授予中小企业合同金额${t.w(a.small)}，占政府采购支出总额的${percent(a.small, s.bought)}，其中：授予小微企业合同金额${t.w(a.micro)}，占授予中小企业合同金额的${percent(a.micro, a.small)}。

十二、国有资产占用及购置情况说明

截至${a.year}年末，本部门共有车辆${sum(a.vehicles)}辆，其中：机要通信用车${a.vehicles[0]}辆、应急保障用车${a.vehicles[1]}辆、其他用车${a.vehicles[2]}辆；单价100万元（含）以上设备（不含车辆）0台（套）。

十三、预算绩效情况说明

本部门组织对${a.projects.length}个项目开展绩效自评，共涉及资金${t.w(s.project)}，占一般公共预算项目支出总额的100.00%。`
}

export interface Layout {
  readonly name: string
  readonly text: string
  readonly unit: string
}

const NARRATIVES: readonly ((telling: Telling) => string)[] = [hubei, shanghai, central, central]
const NAMES = ['湖北样式', '上海样式', '中央样式', '元为单位'] as const

/** The clean reports of one seed, one in each layout. */
export function layoutsOf(seed: number): readonly Layout[] {
  return NAMES.map((name, i): Layout => {
    const [profile, dress, narrative] = [PROFILES[i], DRESSES[i], NARRATIVES[i]]
    if (!profile || !dress || !narrative) throw new Error(`没有版式 ${i}`)
    const accounts = accountsOf(profile, seed + i)
    const divisor = dress.unit === '元' ? 10_000 : 1
    const parts = [front(accounts), new Forms(accounts, dress).all9(), narrative(new Telling(accounts, divisor)), back(accounts)]
    return { name, text: `${parts.join('\n\n')}\n`, unit: dress.unit }
  })
}
