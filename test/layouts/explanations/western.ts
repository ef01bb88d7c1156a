import type { Book } from './book.ts'
import type { Pen } from './pen.ts'
import { bare, beside, END, levels, type Manner, PLAIN, present, shares, TITLE } from './phrases.ts'

const SICHUAN: Manner = {
  name: '四川',
  hand: PLAIN,
  write: (b, pen) => {
    const last = `与${b.year - 1}年度相比`
    const each = (t: Book['both']): string => pen.moved(t.subject, t.final, t.prior, 'priorYear', ['各增加', '各减少', '增长', '下降'])
    return [
      ...TITLE(b),
      '一、收入支出决算总体情况说明',
      `${b.year}年度收、支总计均为${pen.w('total.both', b.both.final)}。${last}，收、支总计${each(b.both)}。主要变动原因是人员调动和新增专项工作。`,
      '（图1：收、支决算总计变动情况图）',
      '二、收入决算情况说明',
      `${b.year}年度本年收入合计${pen.w('revenue.total', b.revenue.final)}，其中：${shares(pen, b.sources, b.revenue.final, '；', (t) => t.name)}。`,
      '三、支出决算情况说明',
      `${b.year}年度本年支出合计${pen.w('expenditure.total', b.spent.final)}，其中：${shares(pen, b.natures, b.spent.final, '；', (t) => t.name)}。`,
      '四、财政拨款收入支出决算总体情况说明',
      `${b.year}年度财政拨款收、支总计均为${pen.w('fiscal.both', b.fiscalBoth.final)}。${last}，财政拨款收、支总计${each(b.fiscalBoth)}。主要变动原因是人员调动。`,
      '五、一般公共预算财政拨款支出决算情况说明',
      '（一）一般公共预算财政拨款支出决算总体情况',
      `${b.year}年度一般公共预算财政拨款支出${pen.w(b.general.subject, b.general.final)}，占本年支出合计的${pen.share(b.general.subject, b.general.final, b.spent.final)}。${last}，一般公共预算财政拨款支出${pen.moved(b.general.subject, b.general.final, b.general.prior)}。主要变动原因是新增专项工作。`,
      '（二）一般公共预算财政拨款支出决算结构情况',
      `${b.year}年度一般公共预算财政拨款支出${pen.w(b.general.subject, b.general.final)}，主要用于以下方面：${shares(pen, b.classes, b.general.final, '；', (t) => `${bare(t.name)}（类）支出`)}。`,
      '（三）一般公共预算财政拨款支出决算具体情况',
      `${b.year}年度一般公共预算财政拨款支出决算数为${pen.w(b.general.subject, b.general.final)}，完成预算${pen.done(b.general.subject, b.general.final, b.general.budget)}。其中：`,
      ...b.items.map(
        (i, n) =>
          `${n + 1}.${levels(i)}：支出决算为${pen.w(i.subject, i.final)}，完成预算${pen.done(i.subject, i.final, i.budget)}，${i.final === i.budget ? '决算数与预算数持平' : `决算数${beside(i.final, i.budget)}预算数的主要原因是据实结算`}。`,
      ),
      '六、一般公共预算财政拨款基本支出决算情况说明',
      `${b.year}年度一般公共预算财政拨款基本支出${pen.w('generalBudget.basic', b.basic.final)}，其中：`,
      `人员经费${pen.w('personnel', b.personnel.final)}，主要包括：基本工资、津贴补贴、奖金、退休费等。`,
      `公用经费${pen.w('public', b.office.final)}，主要包括：办公费、邮电费、差旅费、工会经费等。`,
      '七、财政拨款“三公”经费支出决算情况说明',
      '（一）“三公”经费财政拨款支出决算总体情况说明',
      `${b.year}年度“三公”经费财政拨款支出决算为${pen.w('threePublic.total', b.three.final)}，完成预算${pen.done('threePublic.total', b.three.final, b.three.budget)}，较上年度${pen.moved('threePublic.total', b.three.final, b.three.prior)}。决算数${beside(b.three.final, b.three.budget)}预算数的主要原因是据实开支。`,
      '（二）“三公”经费财政拨款支出决算具体情况说明',
      `${b.year}年度“三公”经费财政拨款支出决算中，${[b.overseas, b.vehicles, b.reception].map((t) => `${t.name}支出决算${pen.w(t.subject, t.final)}，占${pen.share(t.subject, t.final, b.three.final)}`).join('；')}。具体情况如下：`,
      `1.因公出国（境）经费支出${pen.w(b.overseas.subject, b.overseas.final)}，完成预算${pen.done(b.overseas.subject, b.overseas.final, b.overseas.budget)}。全年安排因公出国（境）团组${pen.n('count.overseasGroups', b.groups, '次')}，出国（境）${pen.n('count.overseasPersons', b.travellers, '人')}。因公出国（境）支出决算比${b.year - 1}年度${pen.moved(b.overseas.subject, b.overseas.final, b.overseas.prior)}。`,
      `2.公务用车购置及运行维护费支出${pen.w(b.vehicles.subject, b.vehicles.final)}，完成预算${pen.done(b.vehicles.subject, b.vehicles.final, b.vehicles.budget)}。公务用车购置及运行维护费支出决算比${b.year - 1}年度${pen.moved(b.vehicles.subject, b.vehicles.final, b.vehicles.prior)}。主要原因是油价变动。`,
      `其中：公务用车购置支出${pen.w(b.purchase.subject, b.purchase.final)}。全年按规定更新购置公务用车${pen.n('count.vehiclesBought', b.bought, '辆')}。截至${b.year}年12月31日，单位共有公务用车${pen.n('count.vehiclesKept', b.kept, '辆')}，其中：轿车${pen.n(null, b.cars[0], '辆')}、越野车${pen.n(null, b.cars[1], '辆')}、载客汽车${pen.n(null, b.cars[2], '辆')}。`,
      `公务用车运行维护费支出${pen.w(b.operation.subject, b.operation.final)}。主要用于下乡调研等所需的公务用车燃料费、维修费、过路过桥费、保险费等支出。`,
      `3.公务接待费支出${pen.w(b.reception.subject, b.reception.final)}，完成预算${pen.done(b.reception.subject, b.reception.final, b.reception.budget)}。公务接待费支出决算比${b.year - 1}年度${pen.moved(b.reception.subject, b.reception.final, b.reception.prior)}。其中：`,
      `国内公务接待支出${pen.w(null, b.reception.final - b.foreign)}，主要用于执行公务、开展业务活动开支的交通费、住宿费、用餐费等。国内公务接待${pen.n('count.receptionBatches', b.batches, '批次')}，${pen.n('count.receptionPersons', b.guests, '人次')}（不包括陪同人员），共计支出${pen.w(null, b.reception.final - b.foreign)}，具体内容包括：接待检查组${pen.w(null, Math.floor(b.reception.final / 3), 'amount')}、接待考察组${pen.w(null, b.reception.final - b.foreign - Math.floor(b.reception.final / 3), 'amount')}。`,
      `外事接待支出${pen.w(null, b.foreign)}，外事接待${pen.n(null, 0, '批次')}，${pen.n(null, 0, '人')}，共计支出${pen.w(null, b.foreign)}。`,
      '八、政府性基金预算支出决算情况说明',
      `${b.year}年度政府性基金预算财政拨款支出${pen.w(b.fund.subject, b.fund.final)}。`,
      '九、国有资本经营预算支出决算情况说明',
      `${b.year}年度国有资本经营预算财政拨款支出${pen.w(b.capital.subject, b.capital.final)}。`,
      '十、其他重要事项的情况说明',
      '（一）机关运行经费支出情况',
      `${b.year}年度，${b.department}机关运行经费支出${pen.w('operating', b.operating.final)}，比${b.year - 1}年度${pen.moved('operating', b.operating.final, b.operating.prior)}。主要原因是厉行节约。`,
      '（二）政府采购支出情况',
      `${b.year}年度，${b.department}政府采购支出总额${pen.w('procurement.total', b.procurement.final)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}、政府采购工程支出${pen.w('procurement.works', b.works)}、政府采购服务支出${pen.w('procurement.services', b.services)}。主要用于办公设备购置。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}，其中：授予小微企业合同金额${pen.w('procurement.micro', b.micro, 'amount')}，占政府采购支出总额的${pen.share('procurement.micro', b.micro, b.procurement.final)}。`,
      '（三）国有资产占有使用情况',
      `截至${b.year}年12月31日，${b.department}共有车辆${pen.n('assets.vehicles', b.kept, '辆')}，其中：机要通信用车${pen.n('vehicles:机要通信用车', b.cars[0], '辆')}、应急保障用车${pen.n('vehicles:应急保障用车', b.cars[1], '辆')}、其他用车${pen.n('vehicles:其他用车', b.cars[2], '辆')}，其他用车主要是用于下乡。单价100万元（含）以上设备（不含车辆）${pen.n('assets.equipment', 2, '台（套）')}。`,
      ...END,
    ]
  },
}

/** 云南 tells everything in 元; 三公 by rows with plan and final. */
const YUNNAN: Manner = {
  name: '云南',
  hand: { unit: '元', separators: true, places: 2, percent: '%' },
  write: (b, pen) => {
    const compared = (t: Book['both'], name: string): string => `与上年相比，${name}${pen.moved(t.subject, t.final, t.prior)}`
    const three = (t: Book['both'], note = ''): string =>
      `${t.name}支出年初预算为${pen.w(t.subject, t.budget, 'budget')}，决算为${pen.w(t.subject, t.final)}，完成年初预算的${pen.done(t.subject, t.final, t.budget)}${note}`
    return [
      '第三部分 决算情况说明',
      '一、收入决算情况说明',
      `${b.department}${b.year}年度收入合计${pen.w('revenue.total', b.revenue.final)}。其中：${b.fewSources.map((t, i) => `${t.name}${i === 2 ? `${pen.w(t.subject, t.final)}（含教育收费${pen.w(null, 0, 'amount')}）` : pen.w(t.subject, t.final)}，占总收入的${pen.share(t.subject, t.final, b.revenue.final)}`).join('；')}。${compared(b.revenue, '收入合计')}。其中：${b.fewSources
        .filter((t) => t.final > 0)
        .map((t) => `${t.name}${pen.moved(t.subject, t.final, t.prior)}`)
        .join('；')}。主要原因是人员增减变动。`,
      '二、支出决算情况说明',
      `${b.department}${b.year}年度支出合计${pen.w('expenditure.total', b.spent.final)}。其中：${b.natures.map((t) => `${t.name}${pen.w(t.subject, t.final)}，占总支出的${pen.share(t.subject, t.final, b.spent.final)}`).join('；')}。${compared(b.spent, '支出合计')}。其中：${present(
        b.natures,
      )
        .map((t) => `${t.name}${pen.moved(t.subject, t.final, t.prior)}`)
        .join('；')}。主要原因是项目进度变化。`,
      '（一）基本支出情况',
      `${b.year}年度用于保障${b.department}正常运转的日常支出${pen.w(null, b.natures[0]?.final ?? 0)}。其中：基本工资、津贴补贴等人员经费占绝大部分。`,
      '三、一般公共预算财政拨款支出决算情况说明',
      '（一）一般公共预算财政拨款支出决算总体情况',
      `${b.department}${b.year}年度一般公共预算财政拨款支出${pen.w(b.general.subject, b.general.final)}，占本年支出合计的${pen.share(b.general.subject, b.general.final, b.spent.final)}。与上年相比${pen.moved(b.general.subject, b.general.final, b.general.prior)}，主要原因是新增项目。`,
      '（二）一般公共预算财政拨款支出决算具体情况',
      ...b.classes.map(
        (t, n) =>
          `${n + 1}.${bare(t.name)}（类）支出${pen.w(t.subject, t.final)}，占一般公共预算财政拨款总支出的${pen.share(t.subject, t.final, b.general.final)}，完成年初预算的${pen.done(t.subject, t.final, t.budget)}。主要用于保障机构运转。`,
      ),
      '四、财政拨款“三公”经费支出决算情况说明',
      `（一）财政拨款“三公”经费支出决算总体情况`,
      `${b.department}${b.year}年度财政拨款“三公”经费支出年初预算为${pen.w('threePublic.total', b.three.budget, 'budget')}，支出决算为${pen.w('threePublic.total', b.three.final)}，完成年初预算的${pen.done('threePublic.total', b.three.final, b.three.budget)}。其中：${[b.overseas, b.purchase, b.operation, b.reception].map((t) => three(t)).join('；')}，国内接待费支出决算${pen.w(null, b.reception.final - b.foreign)}，国（境）外接待费支出决算${pen.w(null, b.foreign)}。`,
      `${b.year}年度财政拨款“三公”经费支出决算数比上年${pen.moved('threePublic.total', b.three.final, b.three.prior)}。其中：${[
        b.overseas,
        b.purchase,
        b.operation,
        b.reception,
      ]
        .filter((t) => t.final !== t.prior)
        .map((t) => `${t.name}支出决算${pen.moved(t.subject, t.final, t.prior)}`)
        .join('；')}。`,
      '（二）一般公共预算财政拨款“三公”经费支出决算具体情况',
      `1.因公出国（境）费${pen.w(b.overseas.subject, b.overseas.final)}，占“三公”经费支出的${pen.share(b.overseas.subject, b.overseas.final, b.three.final)}，共安排因公出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}，累计${pen.n('count.overseasPersons', b.travellers, '人次')}。`,
      `2.公务用车购置及运行维护费${pen.w(b.vehicles.subject, b.vehicles.final)}，占“三公”经费支出的${pen.share(b.vehicles.subject, b.vehicles.final, b.three.final)}。其中：公务用车购置支出${pen.w(b.purchase.subject, b.purchase.final)}，购置车辆${pen.n('count.vehiclesBought', b.bought, '辆')}。公务用车运行维护支出${pen.w(b.operation.subject, b.operation.final)}，开支财政拨款的公务用车保有量为${pen.n('count.vehiclesKept', b.kept, '辆')}。主要用于燃料费、维修费等支出。`,
      `3.公务接待费${pen.w(b.reception.subject, b.reception.final)}，占“三公”经费支出的${pen.share(b.reception.subject, b.reception.final, b.three.final)}。其中：国内接待费支出${pen.w(null, b.reception.final - b.foreign)}（其中：外事接待费支出${pen.w(null, 0)}），共安排国内公务接待${pen.n('count.receptionBatches', b.batches, '批次')}（其中：外事接待${pen.n(null, 0, '批次')}），接待人次${pen.n('count.receptionPersons', b.guests, '人')}（其中：外事接待人次${pen.n(null, 0, '人')}）。国（境）外接待费支出${pen.w(null, b.foreign)}，共安排国（境）外公务接待${pen.n(null, 0, '批次')}，接待人次${pen.n(null, 0, '人')}。`,
      '五、其他重要事项及相关口径情况说明',
      '（一）机关运行经费支出情况',
      `${b.department}${b.year}年机关运行经费支出${pen.w('operating', b.operating.final)}，比上年${pen.moved('operating', b.operating.final, b.operating.prior)}，主要原因是压缩开支。`,
      '（二）政府采购支出情况',
      `${b.year}年度，部门政府采购支出总额${pen.w('procurement.total', b.procurement.final)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}；政府采购工程支出${pen.w('procurement.works', b.works)}；政府采购服务支出${pen.w('procurement.services', b.services)}。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}。`,
      ...END,
    ]
  },
}

const change = (pen: Pen, t: Book['both']): string => pen.moved(t.subject, t.final, t.prior)

const SHAANXI: Manner = {
  name: '陕西',
  hand: { ...PLAIN, places: 1 },
  write: (b, pen) => [
    '第三部分 部门决算情况说明',
    '一、收入支出决算总体情况说明',
    `${b.year}年度收入、支出总计均为${pen.w('total.both', b.both.final)}，与上年相比，收、支总计${pen.moved('total.both', b.both.final, b.both.prior, 'priorYear', ['均增加', '均减少', '增长', '下降'])}，主要是专项业务经费变动。`,
    '二、收入决算情况说明',
    `${b.year}年度本年收入合计${pen.w('revenue.total', b.revenue.final)}，其中：${present(b.fewSources)
      .map((t) => `${t.name}${pen.w(t.subject, t.final)}，占${pen.share(t.subject, t.final, b.revenue.final)}`)
      .join('；')}。本年收入较上年${change(pen, b.revenue)}。`,
    '三、支出决算情况说明',
    `${b.year}年度本年支出合计${pen.w('expenditure.total', b.spent.final)}，其中：${present(b.natures)
      .map((t) => `${t.name}${pen.w(t.subject, t.final)}，占${pen.share(t.subject, t.final, b.spent.final)}`)
      .join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${b.year}年度财政拨款收、支总计均为${pen.w('fiscal.both', b.fiscalBoth.final)}，较上年财政拨款收、支总计${change(pen, b.fiscalBoth)}，主要原因是新增专项。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）财政拨款支出决算总体情况说明',
    `${b.year}年度一般公共预算财政拨款支出年初预算${pen.w(b.general.subject, b.general.budget, 'budget')}，支出决算${pen.w(b.general.subject, b.general.final)}，完成年初预算的${pen.done(b.general.subject, b.general.final, b.general.budget)}，占本年支出合计的${pen.share(b.general.subject, b.general.final, b.spent.final)}。与上年相比，财政拨款支出${change(pen, b.general)}，主要原因是人员变动。`,
    '按照政府功能分类科目，其中：',
    ...b.items.map(
      (i, n) =>
        `${n + 1}.${i.cls}（类）${i.section}（款）${i.name}（项）年初预算${pen.w(i.subject, i.budget, 'budget')}，支出决算${pen.w(i.subject, i.final)}，完成年初预算的${pen.done(i.subject, i.final, i.budget)}。决算数${beside(i.final, i.budget, ['大于', '小于', '与'])}年初预算数${i.final === i.budget ? '持平' : '的主要原因是年中据实调整'}。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${b.year}年度一般公共预算财政拨款基本支出${pen.w('generalBudget.basic', b.basic.final)}，包括人员经费和公用经费。其中：`,
    `（一）人员经费${pen.w('personnel', b.personnel.final)}，主要包括：基本工资、津贴补贴、奖金等。`,
    `（二）公用经费${pen.w('public', b.office.final)}，主要包括：办公费、差旅费、工会经费等。`,
    '七、财政拨款“三公”经费及会议费、培训费支出决算情况说明',
    '（一）“三公”经费财政拨款支出决算情况说明',
    `${b.year}年度“三公”经费财政拨款支出预算为${pen.w('threePublic.total', b.three.budget, 'budget')}，支出决算为${pen.w('threePublic.total', b.three.final)}，完成预算的${pen.done('threePublic.total', b.three.final, b.three.budget)}。决算数较预算数${pen.moved('threePublic.total', b.three.final, b.three.budget, 'budget')}，主要原因是据实开支。`,
    '1.因公出国（境）支出情况说明。',
    `${b.year}年度财政拨款因公出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}，${pen.n('count.overseasPersons', b.travellers, '人次')}，预算为${pen.w(b.overseas.subject, b.overseas.budget, 'budget')}，支出决算${pen.w(b.overseas.subject, b.overseas.final)}，完成预算的${pen.done(b.overseas.subject, b.overseas.final, b.overseas.budget)}。`,
    '2.公务用车购置费用支出情况说明。',
    `${b.year}年度财政拨款购置公务用车${pen.n('count.vehiclesBought', b.bought, '辆')}，预算为${pen.w(b.purchase.subject, b.purchase.budget, 'budget')}，支出决算${pen.w(b.purchase.subject, b.purchase.final)}，完成预算的${pen.done(b.purchase.subject, b.purchase.final, b.purchase.budget)}。`,
    '3.公务用车运行维护费用支出情况说明。',
    `${b.year}年度公务用车运行维护费支出预算为${pen.w(b.operation.subject, b.operation.budget, 'budget')}，支出决算为${pen.w(b.operation.subject, b.operation.final)}，完成预算的${pen.done(b.operation.subject, b.operation.final, b.operation.budget)}，决算数较预算数${pen.moved(b.operation.subject, b.operation.final, b.operation.budget, 'budget')}。`,
    '4.公务接待费支出情况说明。',
    `${b.year}年度国内公务接待${pen.n('count.receptionBatches', b.batches, '批次')}，${pen.n('count.receptionPersons', b.guests, '人次')}，预算为${pen.w(b.reception.subject, b.reception.budget, 'budget')}，支出决算为${pen.w(b.reception.subject, b.reception.final)}，完成预算的${pen.done(b.reception.subject, b.reception.final, b.reception.budget)}。`,
    '（二）培训费支出情况说明',
    `${b.year}年度培训费支出预算为${pen.w(null, 3_000, 'budget')}，支出决算为${pen.w(null, 2_400)}，完成预算的${pen.done(null, 2_400, 3_000)}，决算数较预算数减少${pen.w(null, 600, 'change', 'budget', false)}，主要原因是减少线下培训。`,
    '（三）会议费支出情况说明',
    `${b.year}年度会议费支出预算为${pen.w(null, 1_500, 'budget')}，支出决算为${pen.w(null, 1_200)}，完成预算的${pen.done(null, 1_200, 1_500)}。`,
    '八、机关运行经费支出情况说明',
    `${b.year}年度机关运行经费支出预算为${pen.w('operating', b.operating.budget, 'budget')}，支出决算为${pen.w('operating', b.operating.final)}，完成预算的${pen.done('operating', b.operating.final, b.operating.budget)}。支出决算较上年${pen.moved('operating', b.operating.final, b.operating.prior)}，主要原因是压缩开支。`,
    '九、政府采购支出情况说明',
    `${b.year}年度政府采购支出共${pen.w('procurement.total', b.procurement.final)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}、政府采购服务支出${pen.w('procurement.services', b.services)}、政府采购工程支出${pen.w('procurement.works', b.works)}。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}，其中：授予小微企业合同金额${pen.w('procurement.micro', b.micro, 'amount')}，占授予中小企业合同金额的${pen.share('procurement.micro', b.micro, b.sme)}。`,
    '十、国有资产占用及购置情况说明',
    `截至${b.year}年末，本部门机关及所属单位共有车辆${pen.n('assets.vehicles', b.kept, '辆')}，其中机要通信用车${pen.n('vehicles:机要通信用车', b.cars[0], '辆')}，应急保障用车${pen.n('vehicles:应急保障用车', b.cars[1], '辆')}，其他用车${pen.n('vehicles:其他用车', b.cars[2], '辆')}。单价100万元以上的设备（不含车辆）${pen.n('assets.equipment', 1, '台（套）')}。`,
    ...END,
  ],
}

const GANSU: Manner = {
  name: '甘肃',
  hand: PLAIN,
  write: (b, pen) => [
    `第三部分 ${b.year}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${b.year}年度收入总计${pen.w('total.both', b.both.final)}，支出总计${pen.w('total.both', b.both.final)}。与上年决算数相比，收、支总计各${change(pen, b.both)}，主要原因是项目变动。`,
    '二、收入决算情况说明',
    `${b.year}年度收入合计${pen.w('revenue.total', b.revenue.final)}，其中：${present(b.fewSources)
      .map((t) => `${t.name}${pen.w(t.subject, t.final)}，占${pen.share(t.subject, t.final, b.revenue.final)}`)
      .join('；')}。`,
    '三、支出决算情况说明',
    `${b.year}年度支出合计${pen.w('expenditure.total', b.spent.final)}，其中：${present(b.natures)
      .map((t) => `${t.name}${pen.w(t.subject, t.final)}，占${pen.share(t.subject, t.final, b.spent.final)}`)
      .join('；')}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${b.year}年度财政拨款收、支总计各${pen.w('fiscal.both', b.fiscalBoth.final)}。与上年决算数相比，财政拨款收、支总计各${change(pen, b.fiscalBoth)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    `${b.year}年度一般公共预算财政拨款支出${pen.w(b.general.subject, b.general.final)}，较上年决算数${change(pen, b.general)}。主要原因是人员变动。按功能分类科目，支出包括：`,
    ...b.classes.map(
      (t, n) =>
        `${n + 1}.${t.name}年初预算数为${pen.w(t.subject, t.budget, 'budget')}，支出决算为${pen.w(t.subject, t.final)}，完成年初预算的${pen.done(t.subject, t.final, t.budget)}，决算数${beside(t.final, t.budget)}年初预算数的主要原因是据实列支。`,
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${b.year}年度一般公共预算财政拨款基本支出${pen.w('generalBudget.basic', b.basic.final)}。其中：人员经费${pen.w('personnel', b.personnel.final)}，较上年${change(pen, b.personnel)}，主要原因是调资。人员经费用途主要包括基本工资、津贴补贴、奖金等。公用经费${pen.w('public', b.office.final)}，较上年${change(pen, b.office)}，公用经费用途主要包括办公费、差旅费等。`,
    '七、“三公”经费支出决算情况说明',
    '（一）“三公”经费支出总体情况说明',
    `${b.year}年度“三公”经费支出全年预算数为${pen.w('threePublic.total', b.three.budget, 'budget')}，支出决算为${pen.w('threePublic.total', b.three.final)}，完成预算的${pen.done('threePublic.total', b.three.final, b.three.budget)}，决算数${beside(b.three.final, b.three.budget)}预算数的主要原因是从严控制。支出决算较上年${change(pen, b.three)}。`,
    '（二）“三公”经费支出具体情况说明',
    ...[b.overseas, b.purchase, b.operation, b.reception].map(
      (t, n) =>
        `${n + 1}.${t.name}全年预算数为${pen.w(t.subject, t.budget, 'budget')}，支出决算为${pen.w(t.subject, t.final)}${t.budget > 0 ? `，完成预算的${pen.done(t.subject, t.final, t.budget)}` : ''}，${t.final === t.prior ? '与上年持平' : `较上年${change(pen, t)}`}。`,
    ),
    '（三）“三公”经费财政拨款支出决算实物量情况说明',
    `${b.year}年度本部门因公出国（境）共计${pen.n('count.overseasGroups', b.groups, '个')}团组，${pen.n('count.overseasPersons', b.travellers, '人')}；公务用车购置${pen.n('count.vehiclesBought', b.bought, '辆')}，公务用车保有量为${pen.n('count.vehiclesKept', b.kept, '辆')}；国内公务接待${pen.n('count.receptionBatches', b.batches, '批次')}，${pen.n('count.receptionPersons', b.guests, '人')}，其中：国内外事接待${pen.n(null, 0, '批次')}，${pen.n(null, 0, '人')}；国（境）外公务接待${pen.n(null, 0, '批次')}，${pen.n(null, 0, '人')}。`,
    '八、机关运行经费支出情况说明',
    `${b.year}年度机关运行经费支出${pen.w('operating', b.operating.final)}，较上年决算数${change(pen, b.operating)}，主要原因是压减一般性支出。`,
    '九、政府采购支出情况说明',
    `${b.year}年度本部门政府采购支出总额${pen.w('procurement.total', b.procurement.final)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}、政府采购工程支出${pen.w('procurement.works', b.works)}、政府采购服务支出${pen.w('procurement.services', b.services)}。`,
    ...END,
  ],
}

export const WESTERN: readonly Manner[] = [SICHUAN, YUNNAN, SHAANXI, GANSU]
