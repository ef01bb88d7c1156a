import type { Told } from './book.ts'
import type { Pen } from './pen.ts'
import { bare, beside, END, levels, type Manner, PLAIN, present, TITLE } from './phrases.ts'

const change = (pen: Pen, t: Told): string => pen.moved(t.subject, t.final, t.prior)
const final = (pen: Pen, t: Told): string => pen.w(t.subject, t.final)
const budget = (pen: Pen, t: Told): string => pen.w(t.subject, t.budget, 'budget')
const done = (pen: Pen, t: Told): string => pen.done(t.subject, t.final, t.budget)
const share = (pen: Pen, t: Told, whole: Told): string => pen.share(t.subject, t.final, whole.final)

const CHONGQING: Manner = {
  name: '重庆',
  hand: { ...PLAIN, places: 1 },
  write: (b, pen) => {
    const last = (t: Told): string => pen.moved(t.subject, t.final, t.prior)
    return [
      '第三部分 部门决算情况说明',
      '一、收入支出决算情况说明',
      '（一）收入支出决算总体情况说明',
      `1.总体情况。${b.year}年度收入总计${final(pen, b.both)}，支出总计${final(pen, b.both)}。收支较上年决算数${last(b.both)}，主要原因是业务量变化。`,
      `2.收入情况。${b.year}年度收入合计${final(pen, b.revenue)}，较上年决算数${last(b.revenue)}，主要原因是拨款变化。其中：财政拨款收入${pen.w('revenue.appropriation', b.fiscalRevenue.final)}，占${pen.share('revenue.appropriation', b.fiscalRevenue.final, b.revenue.final)}；${b.fewSources
        .slice(1)
        .map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.revenue)}`)
        .join(
          '；',
        )}。此外，使用非财政拨款结余和专用结余${pen.w('carry.used', b.a.reserves[0])}，年初结转和结余${pen.w('carry.opening', b.opening)}。`,
      `3.支出情况。${b.year}年度支出合计${final(pen, b.spent)}，较上年决算数${last(b.spent)}，主要原因是项目变化。其中：${b.natures
        .slice(0, 2)
        .map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.spent)}`)
        .join(
          '；',
        )}；经营支出${final(pen, b.natures[3] as Told)}，占${share(pen, b.natures[3] as Told, b.spent)}。此外，结余分配${pen.w('carry.distribution', b.a.reserves[1])}。`,
      `4.结转结余情况。${b.year}年度年末结转和结余${pen.w('carry.closing', b.closing)}。`,
      '（二）财政拨款收入支出决算总体情况说明',
      `${b.year}年度财政拨款收、支总计${final(pen, b.fiscalBoth)}。与${b.year - 1}年相比，财政拨款收、支总计各${last(b.fiscalBoth)}。主要原因是人员变动。`,
      '（三）一般公共预算财政拨款收入支出决算情况说明',
      `1.收入情况。${b.year}年度一般公共预算财政拨款收入${pen.w('generalBudget.revenue', b.sources[0]?.final ?? 0)}，较上年决算数${pen.moved('generalBudget.revenue', b.sources[0]?.final ?? 0, b.sources[0]?.prior ?? 1)}。`,
      `2.支出情况。${b.year}年度一般公共预算财政拨款支出${final(pen, b.general)}，较上年决算数${last(b.general)}。较年初预算数${pen.moved(b.general.subject, b.general.final, b.general.budget, 'budget')}。主要原因是年中追加。`,
      '3.比较情况。本部门一般公共预算财政拨款支出主要用于以下几个方面：',
      ...b.classes.map(
        (t, n) =>
          `（${n + 1}）${t.name}${final(pen, t)}，占${share(pen, t, b.general)}，较年初预算数${pen.moved(t.subject, t.final, t.budget, 'budget')}，主要原因是按实结算。`,
      ),
      '（四）一般公共预算财政拨款基本支出决算情况说明',
      `${b.year}年度一般公共预算财政拨款基本支出${final(pen, b.basic)}。其中：人员经费${final(pen, b.personnel)}，较上年决算数${last(b.personnel)}，主要原因是调资。人员经费用途主要包括基本工资、津贴补贴等。公用经费${final(pen, b.office)}，较上年决算数${last(b.office)}，主要原因是压减。公用经费用途主要包括办公费、印刷费等。`,
      '（五）政府性基金预算收支决算情况说明',
      b.fund.final > 0
        ? `${b.year}年度政府性基金预算财政拨款年初结转结余${pen.w('governmentFund.opening', b.a.carried.fund[0])}，年末结转结余${pen.w('governmentFund.closing', b.a.carried.fund[1])}。本年收入${pen.w('governmentFund.revenue', b.sources[1]?.final ?? 0)}，较上年决算数${pen.moved('governmentFund.revenue', b.sources[1]?.final ?? 0, b.sources[1]?.prior ?? 1)}。本年支出${final(pen, b.fund)}，较上年决算数${last(b.fund)}。`
        : '本部门无政府性基金预算财政拨款收支。',
      '二、财政拨款“三公”经费情况说明',
      '（一）“三公”经费支出总体情况说明',
      `${b.year}年度“三公”经费支出共计${final(pen, b.three)}，较年初预算数${pen.moved(b.three.subject, b.three.final, b.three.budget, 'budget')}，主要原因是厉行节约。较上年支出数${last(b.three)}，主要原因是业务变化。`,
      '（二）“三公”经费分项支出情况',
      ...[b.overseas, b.purchase, b.operation, b.reception]
        .filter((t) => t.final > 0)
        .map(
          (t) =>
            `${b.year}年度本部门${t.name}${final(pen, t)}，主要用于业务工作。费用支出较年初预算数${pen.moved(t.subject, t.final, t.budget, 'budget')}，主要原因是从严控制。较上年支出数${last(t)}，主要原因是业务变化。`,
        ),
      '（三）“三公”经费实物量情况',
      `${b.year}年度本部门因公出国（境）共计${pen.n('count.overseasGroups', b.groups, '个')}团组，${pen.n('count.overseasPersons', b.travellers, '人')}；公务用车购置${pen.n('count.vehiclesBought', b.bought, '辆')}，公务车保有量为${pen.n('count.vehiclesKept', b.kept, '辆')}；国内公务接待${pen.n('count.receptionBatches', b.batches, '批次')}${pen.n('count.receptionPersons', b.guests, '人')}，其中：国内外事接待${pen.n(null, 1, '批次')}，${pen.n(null, 3, '人')}；国（境）外公务接待${pen.n(null, 0, '批次')}，${pen.n(null, 0, '人')}。${b.year}年本部门人均接待费${pen.w(null, 85, 'amount')}，车均购置费${pen.w(null, b.purchase.final, 'amount')}，车均维护费${pen.w(null, 120, 'amount')}。`,
      '三、其他需要说明的事项',
      '（一）机关运行经费情况说明',
      `${b.year}年度本部门机关运行经费支出${final(pen, b.operating)}，机关运行经费主要用于开支办公费、印刷费。机关运行经费较上年决算数${last(b.operating)}，主要原因是压减。`,
      '（二）国有资产占用情况说明',
      `截至${b.year}年12月31日，本部门共有车辆${pen.n('assets.vehicles', b.kept, '辆')}，其中，机要通信用车${pen.n('vehicles:机要通信用车', b.cars[0], '辆')}、应急保障用车${pen.n('vehicles:应急保障用车', b.cars[1], '辆')}、其他用车${pen.n('vehicles:其他用车', b.cars[2], '辆')}。`,
      '（三）政府采购支出情况说明',
      `${b.year}年度本部门政府采购支出总额${final(pen, b.procurement)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}、政府采购工程支出${pen.w('procurement.works', b.works)}、政府采购服务支出${pen.w('procurement.services', b.services)}。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}，其中：授予小微企业合同金额${pen.w('procurement.micro', b.micro, 'amount')}，占政府采购支出总额的${pen.share('procurement.micro', b.micro, b.procurement.final)}。`,
      ...END,
    ]
  },
}

const SHANDONG: Manner = {
  name: '山东',
  hand: PLAIN,
  write: (b, pen) => [
    ...TITLE(b),
    '一、收入支出决算总体情况说明',
    `${b.year}年度收、支总计均为${final(pen, b.both)}。与${b.year - 1}年度相比，收、支总计各${change(pen, b.both)}。主要是人员经费变动。`,
    '二、收入决算情况说明',
    '（一）收入决算结构情况。',
    `本年收入合计${final(pen, b.revenue)}，其中：${present(b.fewSources)
      .map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.revenue)}`)
      .join('；')}。`,
    '（二）收入决算具体情况。',
    ...b.fewSources.map(
      (t, n) =>
        `${n + 1}.${t.name}${final(pen, t)}，${t.final === 0 && t.prior === 0 ? '与上年决算数持平' : `比上年决算数${change(pen, t)}`}。主要是工作安排变化。`,
    ),
    '三、支出决算情况说明',
    '（一）支出决算结构情况。',
    `本年支出合计${final(pen, b.spent)}，其中：${present(b.natures)
      .map((t) => `${t.name}${final(pen, t)}，占${share(pen, t, b.spent)}`)
      .join('；')}。`,
    '（二）支出决算具体情况。',
    ...present(b.natures).map((t, n) => `${n + 1}.${t.name}${final(pen, t)}，比上年决算数${change(pen, t)}。主要是工作安排变化。`),
    '四、财政拨款收入支出决算总体情况说明',
    `${b.year}年度财政拨款收、支总计均为${final(pen, b.fiscalBoth)}。与${b.year - 1}年度相比，财政拨款收、支总计各${change(pen, b.fiscalBoth)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况。',
    `${b.year}年度一般公共预算财政拨款支出${final(pen, b.general)}，占本年支出的${share(pen, b.general, b.spent)}。与${b.year - 1}年度相比，一般公共预算财政拨款支出${change(pen, b.general)}。`,
    '（二）一般公共预算财政拨款支出决算结构情况。',
    `${b.year}年度一般公共预算财政拨款支出主要用于以下方面：${b.classes.map((t) => `${t.name}（类）${final(pen, t)}，占${share(pen, t, b.general)}`).join('；')}。`,
    '（三）一般公共预算财政拨款支出决算具体情况。',
    `${b.year}年度一般公共预算财政拨款支出年初预算为${budget(pen, b.general)}，支出决算为${final(pen, b.general)}，完成年初预算的${done(pen, b.general)}。决算数${beside(b.general.final, b.general.budget)}年初预算数的主要原因是追加经费。其中：`,
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${i.cls}（类）${i.section}（款）${i.name}（项）。主要反映：单位的基本支出。年初预算为${budget(pen, i)}，支出决算为${final(pen, i)}，完成年初预算的${done(pen, i)}。决算数${i.final === i.budget ? '与年初预算数基本持平' : `${beside(i.final, i.budget)}年初预算数的主要原因是据实安排`}。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${b.year}年度一般公共预算财政拨款基本支出${final(pen, b.basic)}，支出具体情况如下：`,
    `（一）人员经费${final(pen, b.personnel)}，占基本支出的${share(pen, b.personnel, b.basic)}，主要包括：基本工资、津贴补贴等。`,
    `（二）公用经费${final(pen, b.office)}，占基本支出的${share(pen, b.office, b.basic)}，主要包括：办公费、差旅费等。`,
    '七、财政拨款“三公”经费支出决算情况说明',
    '（一）“三公”经费财政拨款支出决算总体情况说明。',
    `${b.year}年度“三公”经费财政拨款支出预算为${budget(pen, b.three)}，支出决算为${final(pen, b.three)}，完成预算的${done(pen, b.three)}。与上年决算数相比，${change(pen, b.three)}。`,
    '（二）“三公”经费财政拨款支出决算具体情况说明。',
    `1.因公出国（境）费预算为${budget(pen, b.overseas)}，支出决算为${final(pen, b.overseas)}，完成预算的${done(pen, b.overseas)}。使用财政拨款安排因公出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}、累计${pen.n('count.overseasPersons', b.travellers, '人次')}。`,
    `2.公务用车购置及运行维护费预算为${budget(pen, b.vehicles)}，支出决算为${final(pen, b.vehicles)}，完成预算的${done(pen, b.vehicles)}。其中：`,
    `（1）公务用车购置预算为${budget(pen, b.purchase)}，支出决算为${final(pen, b.purchase)}，完成预算的${done(pen, b.purchase)}。使用财政拨款购置公务用车${pen.n('count.vehiclesBought', b.bought, '辆')}。`,
    `（2）公务用车运行维护费预算为${budget(pen, b.operation)}，支出决算为${final(pen, b.operation)}，完成预算的${done(pen, b.operation)}。主要是保险费、维修费等支出。${b.year}年末公务用车保有量为${pen.n('count.vehiclesKept', b.kept, '辆')}。`,
    `3.公务接待费预算为${budget(pen, b.reception)}，支出决算为${final(pen, b.reception)}，完成预算的${done(pen, b.reception)}。共计接待${pen.n('count.receptionBatches', b.batches, '批次')}、${pen.n('count.receptionPersons', b.guests, '人次')}，其中：国内接待费${pen.w(null, b.reception.final - b.foreign)}，共接待${pen.n('count.receptionBatches', b.batches, '批次')}、${pen.n('count.receptionPersons', b.guests, '人次')}；外事接待费${pen.w(null, b.foreign)}，共接待${pen.n(null, 0, '批次')}、${pen.n(null, 0, '人次')}。`,
    '八、其他重要事项的情况说明',
    '（一）机关运行经费支出情况。',
    `${b.year}年度机关运行经费支出${final(pen, b.operating)}，比${b.year}年初预算数${pen.moved('operating', b.operating.final, b.operating.budget, 'budget')}，主要是压减开支；比${b.year - 1}年度决算数${change(pen, b.operating)}。`,
    '（二）政府采购支出情况。',
    `${b.year}年度政府采购支出总额${final(pen, b.procurement)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}，政府采购工程支出${pen.w('procurement.works', b.works)}，政府采购服务支出${pen.w('procurement.services', b.services)}。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}。`,
    ...END,
  ],
}

/** 2016 and before: 上年度, a colon after every head, 一是 in the reasons. */
const EARLY: Manner = {
  name: '早年',
  hand: PLAIN,
  write: (b, pen) => [
    '第三部分 部门决算情况说明',
    '一、收入支出决算总体情况说明',
    `${b.department}${b.year}年度收入决算总计${final(pen, b.both)}，支出决算总计${final(pen, b.both)}。与上年度决算相比，收、支总计各${change(pen, b.both)}，原因：一是人员增加2人；二是提高补助标准。`.replace(
      '人员增加2人',
      '人员有所增加',
    ),
    '二、收入决算情况说明',
    `本年度收入合计${final(pen, b.revenue)}，同比${change(pen, b.revenue)}。其中：财政拨款收入${pen.w('revenue.appropriation', b.fiscalRevenue.final)}，占本年收入${pen.share('revenue.appropriation', b.fiscalRevenue.final, b.revenue.final)}；${b.fewSources
      .slice(1)
      .map((t) => `${t.name}${final(pen, t)}，占本年收入${share(pen, t, b.revenue)}`)
      .join('；')}。`,
    '三、支出决算情况说明',
    `本年度支出合计${final(pen, b.spent)}，同比${change(pen, b.spent)}。其中：基本支出${final(pen, b.natures[0] as Told)}，占本年支出${share(pen, b.natures[0] as Told, b.spent)}；项目支出${final(pen, b.natures[1] as Told)}，占本年支出${share(pen, b.natures[1] as Told, b.spent)}；经营支出${final(pen, b.natures[3] as Told)}，占本年支出${share(pen, b.natures[3] as Told, b.spent)}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `本年度财政拨款收、支总计${final(pen, b.fiscalBoth)}，较上年度决算${change(pen, b.fiscalBoth)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    `本年度一般公共预算财政拨款支出${final(pen, b.general)}，较年初预算数${budget(pen, b.general)}${pen.moved(b.general.subject, b.general.final, b.general.budget, 'budget')}。按支出功能分类科目：`,
    ...b.items.map((i, n) => `${n + 1}、${levels(i)}：${final(pen, i)}，占${share(pen, i, b.general)}，主要用于单位正常运转。`),
    `按支出性质划分：基本支出${final(pen, b.basic)}，占${share(pen, b.basic, b.general)}；项目支出${final(pen, b.project)}，占${share(pen, b.project, b.general)}。`,
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `本年度一般公共预算财政拨款基本支出${final(pen, b.basic)}，按经济分类：${b.heads.map((t) => `${t.name}${final(pen, t)}`).join('；')}。其中人员经费${final(pen, b.personnel)}，公用经费${final(pen, b.office)}。`,
    '七、“三公”经费财政拨款支出决算情况说明',
    `本年度“三公”经费财政拨款支出${final(pen, b.three)}，比上年度${change(pen, b.three)}，比年初预算${pen.moved(b.three.subject, b.three.final, b.three.budget, 'budget')}。其中：`,
    `（一）因公出国（境）费${final(pen, b.overseas)}${b.overseas.final > 0 ? `，占“三公”经费的${share(pen, b.overseas, b.three)}，共${pen.n('count.overseasGroups', b.groups, '批')}${pen.n('count.overseasPersons', b.travellers, '人次')}` : ''}；`,
    `（二）公务用车购置及运行费${final(pen, b.vehicles)}，占“三公”经费的${share(pen, b.vehicles, b.three)}，其中购置费${final(pen, b.purchase)}，运行费${final(pen, b.operation)}，年末保有公务用车${pen.n('count.vehiclesKept', b.kept, '辆')}；`,
    `（三）公务接待费${final(pen, b.reception)}，占“三公”经费的${share(pen, b.reception, b.three)}，共接待${pen.n('count.receptionBatches', b.batches, '批次')}${pen.n('count.receptionPersons', b.guests, '人次')}。`,
    '八、机关运行经费支出情况',
    `本年度机关运行经费支出${final(pen, b.operating)}，比上年${change(pen, b.operating)}。`,
    '九、政府采购情况',
    `本年度政府采购总额${final(pen, b.procurement)}，其中：货物类${pen.w('procurement.goods', b.goods)}，工程类${pen.w('procurement.works', b.works)}，服务类${pen.w('procurement.services', b.services)}。`,
    ...END,
  ],
}

/** A hospital: income of its own, last year's amounts told outright. */
const HOSPITAL: Manner = {
  name: '医院',
  hand: { ...PLAIN, separators: true },
  write: (b, pen) => [
    '第三部分 单位决算情况说明',
    '一、收入支出决算总体情况说明',
    `${b.year}年度我单位收、支总计${final(pen, b.both)}，${b.year - 1}年度收、支总计${pen.w('total.both', b.both.prior, 'prior')}，同比${change(pen, b.both)}。`,
    '二、收入决算情况说明',
    `${b.year}年度收入合计${final(pen, b.revenue)}，上年${pen.w('revenue.total', b.revenue.prior, 'prior')}，${change(pen, b.revenue)}。具体构成：${b.fewSources.map((t, i) => `${i + 1}.${t.name}${final(pen, t)}，占本年收入的${share(pen, t, b.revenue)}`).join('；')}。`,
    '三、支出决算情况说明',
    `${b.year}年度支出合计${final(pen, b.spent)}，上年${pen.w('expenditure.total', b.spent.prior, 'prior')}，${change(pen, b.spent)}。具体构成：基本支出${final(pen, b.natures[0] as Told)}，占本年支出的${share(pen, b.natures[0] as Told, b.spent)}；项目支出${final(pen, b.natures[1] as Told)}，占本年支出的${share(pen, b.natures[1] as Told, b.spent)}；经营支出${final(pen, b.natures[3] as Told)}，占本年支出的${share(pen, b.natures[3] as Told, b.spent)}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${b.year}年度财政拨款收入总计和支出总计分别为${final(pen, b.fiscalBoth)}和${final(pen, b.fiscalBoth)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）总体情况',
    `${b.year}年度一般公共预算财政拨款支出年初预算数${budget(pen, b.general)}，决算数${final(pen, b.general)}，预算完成率${done(pen, b.general)}；上年决算数${pen.w(b.general.subject, b.general.prior, 'prior')}，同比${change(pen, b.general)}。`,
    '（二）具体情况',
    ...b.classes.map(
      (t, n) =>
        `${n + 1}.${bare(t.name)}支出（类）决算数${final(pen, t)}，占${share(pen, t, b.general)}，上年决算数${pen.w(t.subject, t.prior, 'prior')}，同比${change(pen, t)}。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${b.year}年度一般公共预算财政拨款基本支出${final(pen, b.basic)}。人员经费${final(pen, b.personnel)}，占比${share(pen, b.personnel, b.basic)}；公用经费${final(pen, b.office)}，占比${share(pen, b.office, b.basic)}。`,
    '七、“三公”经费支出决算情况说明',
    `${b.year}年度“三公”经费支出决算${final(pen, b.three)}，其中：因公出国（境）费${final(pen, b.overseas)}（占比${share(pen, b.overseas, b.three)}），公务用车购置及运行维护费${final(pen, b.vehicles)}（占比${share(pen, b.vehicles, b.three)}），公务接待费${final(pen, b.reception)}（占比${share(pen, b.reception, b.three)}）。国内公务接待共${pen.n('count.receptionBatches', b.batches, '批次')}，共接待${pen.n('count.receptionPersons', b.guests, '人')}；公务用车保有${pen.n('count.vehiclesKept', b.kept, '辆')}。`,
    ...END,
  ],
}

export const FURTHER: readonly Manner[] = [CHONGQING, SHANDONG, EARLY, HOSPITAL]
