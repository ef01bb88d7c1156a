import type { Told } from './book.ts'
import type { Pen } from './pen.ts'
import { bare, beside, END, levels, type Manner, PLAIN, present, TITLE } from './phrases.ts'

const change = (pen: Pen, t: Told): string => pen.moved(t.subject, t.final, t.prior)
const final = (pen: Pen, t: Told): string => pen.w(t.subject, t.final)
const budget = (pen: Pen, t: Told): string => pen.w(t.subject, t.budget, 'budget')
const done = (pen: Pen, t: Told): string => pen.done(t.subject, t.final, t.budget)
const share = (pen: Pen, t: Told, whole: Told): string => pen.share(t.subject, t.final, whole.final)

const MINISTRY: Manner = {
  name: '中央部门',
  hand: { ...PLAIN, separators: true },
  write: (b, pen) => [
    ...TITLE(b),
    '一、收入支出决算总体情况说明',
    `${b.department}${b.year}年度收、支总计均为${final(pen, b.both)}。与${b.year - 1}年度相比，收、支总计各${change(pen, b.both)}。主要是项目经费变动。`,
    '二、收入决算情况说明',
    `本年收入${final(pen, b.revenue)}，其中：一般公共预算财政拨款收入${pen.w('generalBudget.revenue', b.sources[0]?.final ?? 0)}，占${pen.share('generalBudget.revenue', b.sources[0]?.final ?? 0, b.revenue.final)}；${present(
      b.sources.slice(1),
    )
      .map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.revenue)}`)
      .join('；')}。`.replace('；。', '。'),
    '三、支出决算情况说明',
    `本年支出${final(pen, b.spent)}，其中：${present(b.natures)
      .map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.spent)}`)
      .join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${b.year}年度财政拨款收、支总计均为${final(pen, b.fiscalBoth)}。与${b.year - 1}年度相比，财政拨款收、支总计各${change(pen, b.fiscalBoth)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况。',
    `${b.year}年度一般公共预算财政拨款支出${final(pen, b.general)}，占本年支出合计的${share(pen, b.general, b.spent)}。与${b.year - 1}年度相比，一般公共预算财政拨款支出${change(pen, b.general)}。主要原因：工作任务增减。`,
    '（二）一般公共预算财政拨款支出决算结构情况。',
    `${b.year}年度一般公共预算财政拨款支出${final(pen, b.general)}，主要用于以下方面：${b.classes.map((t) => `${bare(t.name)}（类）支出${final(pen, t)}，占${share(pen, t, b.general)}`).join('；')}。`,
    '（三）一般公共预算财政拨款支出决算具体情况。',
    `${b.year}年度一般公共预算财政拨款支出年初预算为${budget(pen, b.general)}，支出决算为${final(pen, b.general)}，完成年初预算的${done(pen, b.general)}。其中：`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${levels(i)}。年初预算为${budget(pen, i)}，支出决算为${final(pen, i)}，完成年初预算的${done(pen, i)}。决算数${i.final === i.budget ? '与年初预算数持平' : `${beside(i.final, i.budget)}年初预算数的主要原因是执行中按规定调整`}。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${b.year}年度一般公共预算财政拨款基本支出${final(pen, b.basic)}，其中：`,
    `人员经费${final(pen, b.personnel)}，主要包括：基本工资、津贴补贴、奖金等；公用经费${final(pen, b.office)}，主要包括：办公费、印刷费等。`,
    '七、财政拨款“三公”经费支出决算情况说明',
    '（一）“三公”经费财政拨款支出决算总体情况说明。',
    `${b.year}年度“三公”经费财政拨款支出预算为${budget(pen, b.three)}，支出决算为${final(pen, b.three)}，完成预算的${done(pen, b.three)}。决算数较上年${change(pen, b.three)}。其中：因公出国（境）费支出决算${final(pen, b.overseas)}，占${share(pen, b.overseas, b.three)}；公务用车购置及运行维护费支出决算${final(pen, b.vehicles)}，占${share(pen, b.vehicles, b.three)}；公务接待费支出决算${final(pen, b.reception)}，占${share(pen, b.reception, b.three)}。`,
    '（二）“三公”经费财政拨款支出决算具体情况说明。',
    `1.因公出国（境）费预算为${budget(pen, b.overseas)}，支出决算为${final(pen, b.overseas)}，完成预算的${done(pen, b.overseas)}。全年因公出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}，累计${pen.n('count.overseasPersons', b.travellers, '人次')}。`,
    `2.公务用车购置及运行维护费预算为${budget(pen, b.vehicles)}，支出决算为${final(pen, b.vehicles)}，完成预算的${done(pen, b.vehicles)}。其中：公务用车购置费支出${final(pen, b.purchase)}，当年购置公务用车${pen.n('count.vehiclesBought', b.bought, '辆')}；公务用车运行维护费支出${final(pen, b.operation)}，年末公务用车保有量${pen.n('count.vehiclesKept', b.kept, '辆')}。`,
    `3.公务接待费预算为${budget(pen, b.reception)}，支出决算为${final(pen, b.reception)}，完成预算的${done(pen, b.reception)}。国内公务接待${pen.n('count.receptionBatches', b.batches, '批次')}、${pen.n('count.receptionPersons', b.guests, '人次')}（不含陪同人员）；国（境）外公务接待${pen.n(null, 1, '批次')}、${pen.n(null, 6, '人次')}。`,
    '八、政府性基金预算财政拨款收入支出决算情况说明',
    `${b.year}年度政府性基金预算财政拨款年初结转和结余${pen.w('governmentFund.opening', b.a.carried.fund[0])}，本年收入${pen.w('governmentFund.revenue', b.sources[1]?.final ?? 0)}，本年支出${final(pen, b.fund)}，年末结转和结余${pen.w('governmentFund.closing', b.a.carried.fund[1])}。`,
    '九、机关运行经费支出说明',
    `${b.year}年度机关运行经费支出${final(pen, b.operating)}，比年初预算数${pen.moved('operating', b.operating.final, b.operating.budget, 'budget')}。`,
    ...END,
  ],
}

const HENAN: Manner = {
  name: '河南',
  hand: PLAIN,
  write: (b, pen) => [
    ...TITLE(b),
    '一、收入支出决算总体情况说明',
    `${b.year}年度收入总计${final(pen, b.both)}，支出总计${final(pen, b.both)}。与上年度相比，收、支总计各${change(pen, b.both)}。主要原因：一是人员经费调整，二是项目经费调整。`,
    '二、收入决算情况说明',
    `${b.year}年度收入合计${final(pen, b.revenue)}，其中：财政拨款收入${pen.w('revenue.appropriation', b.fiscalRevenue.final)}，占${pen.share('revenue.appropriation', b.fiscalRevenue.final, b.revenue.final)}；${b.fewSources
      .slice(1)
      .map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.revenue)}`)
      .join('；')}。`,
    '三、支出决算情况说明',
    `${b.year}年度支出合计${final(pen, b.spent)}，其中：${b.natures.map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.spent)}`).join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${b.year}年度财政拨款收入总计${final(pen, b.fiscalBoth)}，支出总计${final(pen, b.fiscalBoth)}。与${b.year - 1}年相比，财政拨款收、支总计各${change(pen, b.fiscalBoth)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）总体情况。',
    `${b.year}年度一般公共预算财政拨款支出${final(pen, b.general)}，占支出合计的${share(pen, b.general, b.spent)}。与上年度相比，一般公共预算财政拨款支出${change(pen, b.general)}。`,
    '（二）结构情况。',
    `${b.year}年度一般公共预算财政拨款支出${final(pen, b.general)}，主要用于以下方面：${b.classes.map((t) => `${t.name}（类）${final(pen, t)}，占${share(pen, t, b.general)}`).join('；')}。`,
    '（三）具体情况。',
    `${b.year}年度一般公共预算财政拨款支出年初预算为${budget(pen, b.general)}，支出决算为${final(pen, b.general)}，完成年初预算的${done(pen, b.general)}。其中：`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${i.cls}（类）${i.section}（款）${i.name}（项）。年初预算为${budget(pen, i)}，支出决算为${final(pen, i)}，完成年初预算的${done(pen, i)}。决算数与年初预算数${i.final === i.budget ? '无差异' : `存在差异的主要原因：据实列支`}。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${b.year}年度一般公共预算财政拨款基本支出${final(pen, b.basic)}。其中：人员经费${final(pen, b.personnel)}，主要包括：基本工资、津贴补贴、奖金等；公用经费${final(pen, b.office)}，主要包括：办公费、差旅费、维修（护）费等。`,
    '七、“三公”经费财政拨款支出决算情况说明',
    '（一）“三公”经费财政拨款支出决算总体情况说明。',
    `${b.year}年度“三公”经费财政拨款支出预算为${budget(pen, b.three)}，支出决算为${final(pen, b.three)}，完成预算的${done(pen, b.three)}。${b.year}年度“三公”经费支出决算数与预算数存在差异的主要原因：厉行节约。`,
    '（二）“三公”经费财政拨款支出决算具体情况说明。',
    `${b.year}年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算${final(pen, b.overseas)}，完成预算的${done(pen, b.overseas)}，占${share(pen, b.overseas, b.three)}；公务用车购置及运行维护费支出决算${final(pen, b.vehicles)}，完成预算的${done(pen, b.vehicles)}，占${share(pen, b.vehicles, b.three)}；公务接待费支出决算${final(pen, b.reception)}，完成预算的${done(pen, b.reception)}，占${share(pen, b.reception, b.three)}。具体情况如下：`,
    `1.因公出国（境）费${final(pen, b.overseas)}。全年使用财政拨款安排的出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}，累计${pen.n('count.overseasPersons', b.travellers, '人次')}。`,
    `2.公务用车购置及运行维护费${final(pen, b.vehicles)}。其中：`,
    `公务用车购置支出为${final(pen, b.purchase)}，购置车辆${pen.n('count.vehiclesBought', b.bought, '辆')}。`,
    `公务用车运行维护费支出${final(pen, b.operation)}。主要用于开展工作所需车辆的燃料费、维修费、过路过桥费、保险费等。${b.year}年期末，部门开支财政拨款的公务用车保有量为${pen.n('count.vehiclesKept', b.kept, '辆')}。`,
    `3.公务接待费${final(pen, b.reception)}。其中：`,
    `外宾接待支出${pen.w(null, b.foreign)}。${b.year}年共接待国（境）外来访团组${pen.n(null, 0, '个')}、来访外宾${pen.n(null, 0, '人次')}（不包括陪同人员）。`,
    `其他国内公务接待支出${pen.w(null, b.reception.final - b.foreign)}。主要用于调研考察接待。${b.year}年共接待国内来访团组${pen.n('count.receptionBatches', b.batches, '个')}、来宾${pen.n('count.receptionPersons', b.guests, '人次')}（不包括陪同人员）。`,
    '八、政府性基金预算财政拨款支出决算情况说明',
    b.fund.final > 0
      ? `${b.year}年度政府性基金预算财政拨款支出年初预算为${budget(pen, b.fund)}，支出决算为${final(pen, b.fund)}，完成年初预算的${done(pen, b.fund)}。`
      : '本部门没有使用政府性基金预算财政拨款收入安排的支出。',
    '九、机关运行经费支出情况',
    `${b.year}年度机关运行经费年初预算为${budget(pen, b.operating)}，支出决算为${final(pen, b.operating)}，完成年初预算的${done(pen, b.operating)}。比上年度${change(pen, b.operating)}。`,
    '十、政府采购支出情况',
    `${b.year}年度政府采购支出总额${final(pen, b.procurement)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}、政府采购工程支出${pen.w('procurement.works', b.works)}、政府采购服务支出${pen.w('procurement.services', b.services)}。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}。`,
    '十一、国有资产占用情况',
    `${b.year}年期末，共有车辆${pen.n('assets.vehicles', b.kept, '辆')}，其中：机要通信用车${pen.n('vehicles:机要通信用车', b.cars[0], '辆')}、应急保障用车${pen.n('vehicles:应急保障用车', b.cars[1], '辆')}、其他用车${pen.n('vehicles:其他用车', b.cars[2], '辆')}；单位价值100万元以上设备（不含车辆）${pen.n('assets.equipment', 3, '台（套）')}。`,
    ...END,
  ],
}

const HUNAN: Manner = {
  name: '湖南',
  hand: PLAIN,
  write: (b, pen) => [
    ...TITLE(b),
    '一、收入支出决算总体情况说明',
    `${b.year}年度收、支总计${final(pen, b.both)}。与上年相比，${b.both.final > b.both.prior ? '增加' : '减少'}${pen.w('total.both', Math.abs(b.both.final - b.both.prior), 'change', 'priorYear')}，${b.both.final > b.both.prior ? '增长' : '降低'}${pen.p('total.both', Math.abs(b.both.final - b.both.prior), b.both.prior, 'growth', 'priorYear')}，主要是因为项目变动。`,
    '二、收入决算情况说明',
    `${b.year}年度收入合计${final(pen, b.revenue)}，其中：${b.fewSources.map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.revenue)}`).join('；')}。`,
    '三、支出决算情况说明',
    `${b.year}年度支出合计${final(pen, b.spent)}，其中：${b.natures.map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.spent)}`).join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${b.year}年度财政拨款收、支总计${final(pen, b.fiscalBoth)}，与上年相比，${change(pen, b.fiscalBoth)}，主要是因为人员经费变动。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）财政拨款支出决算总体情况',
    `${b.year}年度财政拨款支出${final(pen, b.general)}，占本年支出合计的${share(pen, b.general, b.spent)}，与上年相比，财政拨款支出${change(pen, b.general)}，主要是因为新增任务。`,
    '（二）财政拨款支出决算结构情况',
    `${b.year}年度财政拨款支出${final(pen, b.general)}，主要用于以下方面：${b.classes.map((t) => `${bare(t.name)}（类）支出${final(pen, t)}，占${share(pen, t, b.general)}`).join('；')}。`,
    '（三）财政拨款支出决算具体情况',
    `${b.year}年度财政拨款支出年初预算数为${budget(pen, b.general)}，支出决算数为${final(pen, b.general)}，完成年初预算的${done(pen, b.general)}，其中：`,
    ...b.items.flatMap((i, n) => [
      `${n + 1}、${levels(i)}。`,
      `年初预算为${budget(pen, i)}，支出决算为${final(pen, i)}，完成年初预算的${done(pen, i)}，${i.final === i.budget ? '决算数等于年初预算数。' : `决算数${beside(i.final, i.budget)}年初预算数的主要原因是：年中调整预算。`}`,
    ]),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${b.year}年度财政拨款基本支出${final(pen, b.basic)}，其中：人员经费${final(pen, b.personnel)}，占基本支出的${share(pen, b.personnel, b.basic)}，主要包括基本工资、津贴补贴等；公用经费${final(pen, b.office)}，占基本支出的${share(pen, b.office, b.basic)}，主要包括办公费、差旅费等。`,
    '七、财政拨款三公经费支出决算情况说明',
    '（一）“三公”经费财政拨款支出决算总体情况说明',
    `“三公”经费财政拨款支出预算为${budget(pen, b.three)}，支出决算为${final(pen, b.three)}，完成预算的${done(pen, b.three)}，其中：`,
    ...[b.overseas, b.reception, b.purchase, b.operation].map(
      (t) =>
        `${t.name.replace('费', '费')}支出预算为${budget(pen, t)}，支出决算为${final(pen, t)}，完成预算的${done(pen, t)}，${t.final === t.budget ? '决算数与预算数一致' : `决算数${beside(t.final, t.budget)}预算数的主要原因是据实开支`}，${t.final === t.prior ? '与上年持平' : `与上年相比${change(pen, t)}`}。`,
    ),
    '（二）“三公”经费财政拨款支出决算具体情况说明',
    `${b.year}年度“三公”经费财政拨款支出决算中，公务接待费支出决算${final(pen, b.reception)}，占${share(pen, b.reception, b.three)}，因公出国（境）费支出决算${final(pen, b.overseas)}，占${share(pen, b.overseas, b.three)}，公务用车购置费及运行维护费支出决算${final(pen, b.vehicles)}，占${share(pen, b.vehicles, b.three)}。其中：`,
    `1、因公出国（境）费支出决算为${final(pen, b.overseas)}，全年安排因公出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}，累计${pen.n('count.overseasPersons', b.travellers, '人次')}。`,
    `2、公务接待费支出决算为${final(pen, b.reception)}，全年共接待来访团组${pen.n('count.receptionBatches', b.batches, '个')}、来宾${pen.n('count.receptionPersons', b.guests, '人次')}，主要是业务检查发生的接待支出。`,
    `3、公务用车购置费及运行维护费支出决算为${final(pen, b.vehicles)}，其中：公务用车购置费${final(pen, b.purchase)}，更新公务用车${pen.n('count.vehiclesBought', b.bought, '辆')}。公务用车运行维护费${final(pen, b.operation)}，主要是燃油费、维修费支出，截止${b.year}年12月31日，我单位开支财政拨款的公务用车保有量为${pen.n('count.vehiclesKept', b.kept, '辆')}。`,
    '八、政府性基金预算收入支出决算情况',
    b.fund.final > 0
      ? `${b.year}年度政府性基金预算财政拨款收入${pen.w('governmentFund.revenue', b.sources[1]?.final ?? 0)}；年初结转和结余${pen.w('governmentFund.opening', b.a.carried.fund[0])}；支出${final(pen, b.fund)}，其中基本支出${pen.w(null, 0)}，项目支出${pen.w(null, b.fund.final)}；年末结转和结余${pen.w('governmentFund.closing', b.a.carried.fund[1])}。`
      : '本单位无政府性基金收支。',
    '九、关于机关运行经费支出说明',
    `本部门${b.year}年度机关运行经费支出${final(pen, b.operating)}，比上年决算数${change(pen, b.operating)}。主要原因是：压减开支。`,
    '十、一般性支出情况说明',
    `${b.year}年本部门开支会议费${pen.w(null, 1_234, 'amount')}，用于召开年度工作会议，人数${pen.n(null, 120, '人')}，内容为总结部署；开支培训费${pen.w(null, 2_345, 'amount')}，用于开展业务培训，人数${pen.n(null, 86, '人')}。`,
    '十一、关于政府采购支出说明',
    `本部门${b.year}年度政府采购支出总额${final(pen, b.procurement)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}、政府采购工程支出${pen.w('procurement.works', b.works)}、政府采购服务支出${pen.w('procurement.services', b.services)}。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}，其中：授予小微企业合同金额${pen.w('procurement.micro', b.micro, 'amount')}，占授予中小企业合同金额的${pen.share('procurement.micro', b.micro, b.sme)}。`,
    ...END,
  ],
}

const JIANGSU: Manner = {
  name: '江苏',
  hand: PLAIN,
  write: (b, pen) => {
    const last = (t: Told): string => `与上年相比，${pen.moved(t.subject, t.final, t.prior)}`
    const item = (i: Told & { section: string }): string =>
      `${i.name}（项）。年初预算${budget(pen, i)}，支出决算${final(pen, i)}，${i.budget === i.final ? `完成年初预算的${done(pen, i)}。决算数与年初预算数相同` : `完成年初预算的${done(pen, i)}。决算数与年初预算数的差异主要原因是按实际安排`}。`
    return [
      ...TITLE(b),
      '一、收入支出决算总体情况说明',
      `${b.year}年度收入、支出决算总计${final(pen, b.both)}。与上年相比，收、支总计各${change(pen, b.both)}。其中：`,
      `（一）收入决算总计${final(pen, b.both)}。包括：`,
      `1.本年收入决算合计${final(pen, b.revenue)}。${last(b.revenue)}，变动原因为财政拨款变化。`,
      `2.使用非财政拨款结余（含专用结余）${pen.w('carry.used', b.a.reserves[0])}。`,
      `3.年初结转和结余${pen.w('carry.opening', b.opening)}。`,
      `（二）支出决算总计${final(pen, b.both)}。包括：`,
      `1.本年支出决算合计${final(pen, b.spent)}。${last(b.spent)}，变动原因为项目支出变化。`,
      `2.结余分配${pen.w('carry.distribution', b.a.reserves[1])}。结余分配事项：提取专用基金。`,
      `3.年末结转和结余${pen.w('carry.closing', b.closing)}。`,
      '二、收入决算情况说明',
      `${b.year}年度本年收入决算合计${final(pen, b.revenue)}，其中：财政拨款收入${pen.w('revenue.appropriation', b.fiscalRevenue.final)}，占${pen.share('revenue.appropriation', b.fiscalRevenue.final, b.revenue.final)}；${b.fewSources
        .slice(1)
        .map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.revenue)}`)
        .join('；')}。`,
      '三、支出决算情况说明',
      `${b.year}年度本年支出决算合计${final(pen, b.spent)}，其中：${b.natures.map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.spent)}`).join('；')}。`,
      '四、财政拨款收入支出决算总体情况说明',
      `${b.year}年度财政拨款收入、支出决算总计${final(pen, b.fiscalBoth)}。与上年相比，财政拨款收、支总计各${change(pen, b.fiscalBoth)}，变动原因为人员经费变化。`,
      '五、财政拨款支出决算情况说明',
      `财政拨款支出决算反映的是一般公共预算、政府性基金预算和国有资本经营预算财政拨款支出的总体情况，既包括使用本年从本级财政取得的财政拨款发生的支出，也包括使用上年度财政拨款结转资金发生的支出。`,
      '六、一般公共预算财政拨款支出决算情况说明',
      `${b.year}年度一般公共预算财政拨款支出决算${final(pen, b.general)}，占本年支出合计的${share(pen, b.general, b.spent)}。与${b.year}年度财政拨款支出年初预算${budget(pen, b.general)}相比，完成年初预算的${done(pen, b.general)}。其中：`,
      ...b.classes.flatMap((t, n) => [
        `（${['一', '二', '三', '四', '五', '六'][n] ?? '七'}）${t.name}（类）`,
        ...b.items.filter((i) => i.subject.startsWith(t.subject)).map((i, m) => `${m + 1}.${i.section}（款）${item(i)}`),
      ]),
      '七、一般公共预算财政拨款基本支出决算情况说明',
      `${b.year}年度一般公共预算财政拨款基本支出决算${final(pen, b.basic)}，其中：`,
      `（一）人员经费${final(pen, b.personnel)}。主要包括：基本工资、津贴补贴、奖金、退休费等。`,
      `（二）公用经费${final(pen, b.office)}。主要包括：办公费、邮电费、差旅费等。`,
      '八、财政拨款“三公”经费、会议费和培训费支出情况说明',
      '（一）“三公”经费',
      `${b.year}年度财政拨款“三公”经费支出决算${final(pen, b.three)}（其中：一般公共预算支出${pen.w(null, b.three.final)}；政府性基金预算支出${pen.w(null, 0)}；国有资本经营预算支出${pen.w(null, 0)}）。与上年相比，${change(pen, b.three)}，变动原因为压减支出。其中，因公出国（境）费支出${final(pen, b.overseas)}，占“三公”经费的${share(pen, b.overseas, b.three)}；公务用车购置及运行维护费支出${final(pen, b.vehicles)}，占“三公”经费的${share(pen, b.vehicles, b.three)}；公务接待费支出${final(pen, b.reception)}，占“三公”经费的${share(pen, b.reception, b.three)}。`,
      `1.因公出国（境）费支出预算${budget(pen, b.overseas)}，支出决算${final(pen, b.overseas)}，完成预算的${done(pen, b.overseas)}。全年使用财政拨款涉及的出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}，累计${pen.n('count.overseasPersons', b.travellers, '人次')}。`,
      `2.公务用车购置及运行维护费支出预算${budget(pen, b.vehicles)}，支出决算${final(pen, b.vehicles)}，完成预算的${done(pen, b.vehicles)}。其中：`,
      `（1）公务用车购置支出预算${budget(pen, b.purchase)}，支出决算${final(pen, b.purchase)}，完成预算的${done(pen, b.purchase)}。本年度使用财政拨款购置公务用车${pen.n('count.vehiclesBought', b.bought, '辆')}。`,
      `（2）公务用车运行维护费支出预算${budget(pen, b.operation)}，支出决算${final(pen, b.operation)}，完成预算的${done(pen, b.operation)}。公务用车运行维护费主要用于保险、维修、燃油。截至${b.year}年12月31日，使用财政拨款开支的公务用车保有量为${pen.n('count.vehiclesKept', b.kept, '辆')}。`,
      `3.公务接待费支出预算${budget(pen, b.reception)}，支出决算${final(pen, b.reception)}，完成预算的${done(pen, b.reception)}。其中：国内公务接待支出${pen.w(null, b.reception.final - b.foreign)}，接待${pen.n('count.receptionBatches', b.batches, '批次')}，${pen.n('count.receptionPersons', b.guests, '人次')}，开支内容：接待调研；国（境）外公务接待支出${pen.w(null, b.foreign)}，接待${pen.n(null, 0, '批次')}，${pen.n(null, 0, '人次')}。`,
      '（二）会议费',
      `${b.year}年度财政拨款会议费支出预算${pen.w(null, 1_500, 'budget')}，支出决算${pen.w(null, 1_200)}，完成预算的${pen.done(null, 1_200, 1_500)}。${b.year}年度全年召开会议${pen.n(null, 6, '个')}，参加会议${pen.n(null, 320, '人次')}，开支内容：年度会议。`,
      '（三）培训费',
      `${b.year}年度财政拨款培训费支出预算${pen.w(null, 2_500, 'budget')}，支出决算${pen.w(null, 2_100)}，完成预算的${pen.done(null, 2_100, 2_500)}。${b.year}年度全年组织培训${pen.n(null, 4, '个')}，组织培训${pen.n(null, 150, '人次')}。`,
      '九、政府性基金预算财政拨款支出决算情况说明',
      `${b.year}年度政府性基金预算财政拨款支出决算${final(pen, b.fund)}。与上年相比，${b.fund.final > 0 ? change(pen, b.fund) : '决算数相同'}。`,
      '十、国有资本经营预算财政拨款支出决算情况说明',
      `${b.year}年度国有资本经营预算财政拨款支出决算${final(pen, b.capital)}。`,
      '十一、机关运行经费支出决算情况说明',
      `${b.year}年度机关运行经费支出决算${final(pen, b.operating)}（其中：一般公共预算支出${pen.w(null, b.operating.final)}；政府性基金预算支出${pen.w(null, 0)}）。与上年相比，${change(pen, b.operating)}，变动原因为厉行节约。`,
      '十二、政府采购支出决算情况说明',
      `${b.year}年度政府采购支出总额${final(pen, b.procurement)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}、政府采购工程支出${pen.w('procurement.works', b.works)}、政府采购服务支出${pen.w('procurement.services', b.services)}。政府采购授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}，其中：授予小微企业合同金额${pen.w('procurement.micro', b.micro, 'amount')}，占授予中小企业合同金额的${pen.share('procurement.micro', b.micro, b.sme)}。`,
      ...END,
    ]
  },
}

/** A university: no official duties, shares of 总收入, amounts paired by 分别为. */
const UNIVERSITY: Manner = {
  name: '高校',
  hand: { ...PLAIN, separators: true },
  write: (b, pen) => [
    '第三部分 决算情况说明',
    '一、收支决算总体情况',
    `${b.year}年度，学校收入总计${final(pen, b.both)}、支出总计${final(pen, b.both)}，较上年决算数同比${change(pen, b.both)}。`,
    '二、收入决算情况',
    `${b.year}年本年收入${final(pen, b.revenue)}，其中：${present(b.fewSources)
      .map((t) => `${t.name}${final(pen, t)}，占本年收入的${share(pen, t, b.revenue)}`)
      .join('；')}。`,
    '三、支出决算情况',
    `${b.year}年本年支出${final(pen, b.spent)}，其中：${present(b.natures)
      .map((t) => `${t.name}${final(pen, t)}，占本年支出的${share(pen, t, b.spent)}`)
      .join('；')}。`,
    '四、一般公共预算财政拨款支出决算情况',
    `${b.year}年一般公共预算财政拨款支出${final(pen, b.general)}，同比${change(pen, b.general)}。其中：基本支出${final(pen, b.basic)}、项目支出${final(pen, b.project)}，占比分别为${share(pen, b.basic, b.general)}、${share(pen, b.project, b.general)}。`,
    `按功能分类，${b.classes.map((t) => t.name).join('、')}分别为${b.classes.map((t) => final(pen, t)).join('、')}。`,
    '五、一般公共预算财政拨款基本支出决算情况',
    `${b.year}年一般公共预算财政拨款基本支出${final(pen, b.basic)}，其中：人员经费和公用经费分别为${final(pen, b.personnel)}和${final(pen, b.office)}。`,
    '六、财政拨款“三公”经费支出决算情况',
    `${b.year}年“三公”经费财政拨款支出预算数和决算数分别为${budget(pen, b.three)}和${final(pen, b.three)}，完成预算的${done(pen, b.three)}，其中：因公出国（境）费、公务用车购置及运行维护费、公务接待费支出决算分别为${final(pen, b.overseas)}、${final(pen, b.vehicles)}、${final(pen, b.reception)}，分别占“三公”经费的${share(pen, b.overseas, b.three)}、${share(pen, b.vehicles, b.three)}、${share(pen, b.reception, b.three)}。`,
    '七、政府采购支出情况',
    `${b.year}年政府采购支出总额${final(pen, b.procurement)}，其中：货物支出${pen.w('procurement.goods', b.goods)}、工程支出${pen.w('procurement.works', b.works)}、服务支出${pen.w('procurement.services', b.services)}，占比分别为${pen.share('procurement.goods', b.goods, b.procurement.final)}、${pen.share('procurement.works', b.works, b.procurement.final)}、${pen.share('procurement.services', b.services, b.procurement.final)}。`,
    ...END,
  ],
}

export const CENTRAL: readonly Manner[] = [MINISTRY, HENAN, HUNAN, JIANGSU, UNIVERSITY]
