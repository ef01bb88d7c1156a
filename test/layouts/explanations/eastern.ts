import type { ItemTold, Told } from './book.ts'
import type { Pen } from './pen.ts'
import { bare, beside, END, levels, type Manner, PLAIN, present, TITLE } from './phrases.ts'

const change = (pen: Pen, t: Told): string => pen.moved(t.subject, t.final, t.prior)
const final = (pen: Pen, t: Told): string => pen.w(t.subject, t.final)
const shared = (pen: Pen, list: readonly Told[], whole: Told, of = ''): string =>
  present(list)
    .map((t) => `${t.name}${final(pen, t)}，占${of}${pen.share(t.subject, t.final, whole.final)}`)
    .join('；')

const ZHEJIANG: Manner = {
  name: '浙江',
  hand: PLAIN,
  write: (b, pen) => {
    const item = (i: ItemTold): string =>
      `${levels(i)}年初预算${pen.w(i.subject, i.budget, 'budget')}，支出决算${final(pen, i)}，完成年初预算的${pen.done(i.subject, i.final, i.budget)}，${i.final === i.budget ? '决算数等于年初预算数' : `决算数${beside(i.final, i.budget)}年初预算数的主要原因是年中追加或压减`}。`
    return [
      ...TITLE(b),
      '（一）收入支出决算总体情况说明',
      `${b.department}${b.year}年度收支总计${pen.w('total.both', b.both.final)}，与${b.year - 1}年度相比，各${change(pen, b.both)}。主要原因是机构职能调整。`,
      '（二）收入决算情况说明',
      `本年收入合计${final(pen, b.revenue)}；包括财政拨款收入${pen.w('revenue.appropriation', b.fiscalRevenue.final)}（其中：一般公共预算${pen.w('generalBudget.revenue', b.sources[0]?.final ?? 0)}，政府性基金预算${pen.w('governmentFund.revenue', b.sources[1]?.final ?? 0)}，国有资本经营预算${pen.w('stateCapital.revenue', b.sources[2]?.final ?? 0)}），占收入合计${pen.share('revenue.appropriation', b.fiscalRevenue.final, b.revenue.final)}；${b.fewSources
        .slice(1)
        .map((t) => `${t.name}${final(pen, t)}，占收入合计${pen.share(t.subject, t.final, b.revenue.final)}`)
        .join('；')}。`,
      '（三）支出决算情况说明',
      `本年支出合计${final(pen, b.spent)}，其中基本支出${final(pen, b.natures[0] as Told)}，占${pen.share('expenditure.basic', b.natures[0]?.final ?? 0, b.spent.final)}；项目支出${final(pen, b.natures[1] as Told)}，占${pen.share('expenditure.project', b.natures[1]?.final ?? 0, b.spent.final)}；经营支出${final(pen, b.natures[3] as Told)}，占${pen.share('expenditure.business', b.natures[3]?.final ?? 0, b.spent.final)}；其他支出${pen.w(null, 0)}，占${pen.share(null, 0, b.spent.final)}。`,
      '（四）财政拨款收入支出决算总体情况说明',
      `${b.department}${b.year}年度财政拨款收入总计、支出总计均为${final(pen, b.fiscalBoth)}，与${b.year - 1}年相比，各${change(pen, b.fiscalBoth)}。主要原因是项目变动。`,
      '（五）一般公共预算财政拨款支出决算总体情况',
      `1.${b.year}年度一般公共预算财政拨款支出年初预算为${pen.w(b.general.subject, b.general.budget, 'budget')}，支出决算为${final(pen, b.general)}，完成年初预算的${pen.done(b.general.subject, b.general.final, b.general.budget)}，占本年支出合计的${pen.share(b.general.subject, b.general.final, b.spent.final)}。与${b.year - 1}年度相比，一般公共预算财政拨款支出${change(pen, b.general)}。`,
      `2.一般公共预算财政拨款支出决算结构情况。${b.year}年度一般公共预算财政拨款支出${final(pen, b.general)}，主要用于以下方面：${b.classes.map((t) => `${bare(t.name)}（类）支出${final(pen, t)}，占${pen.share(t.subject, t.final, b.general.final)}`).join('；')}。`,
      '3.一般公共预算财政拨款支出决算具体情况。',
      ...b.items.map((i, n) => `（${n + 1}）${item(i)}`),
      '（六）一般公共预算财政拨款基本支出决算情况说明',
      `${b.department}${b.year}年度一般公共预算财政拨款基本支出${final(pen, b.basic)}，其中：人员经费${final(pen, b.personnel)}，主要包括：基本工资、津贴补贴、奖金等；公用经费${final(pen, b.office)}，主要包括：办公费、邮电费、差旅费等。`,
      '（七）政府性基金预算财政拨款支出决算情况说明',
      `${b.department}${b.year}年度政府性基金预算财政拨款支出决算${final(pen, b.fund)}，占本年支出合计的${pen.share(b.fund.subject, b.fund.final, b.spent.final)}。`,
      '（八）“三公”经费财政拨款支出决算情况说明',
      `1.“三公”经费财政拨款支出决算总体情况。${b.department}${b.year}年度“三公”经费财政拨款支出全年预算为${pen.w('threePublic.total', b.three.budget, 'budget')}，支出决算为${final(pen, b.three)}，完成全年预算的${pen.done('threePublic.total', b.three.final, b.three.budget)}，${b.year}年度“三公”经费支出决算${beside(b.three.final, b.three.budget)}预算数的主要原因是严格管理。与${b.year - 1}年度相比，“三公”经费支出决算${change(pen, b.three)}。`,
      '2.“三公”经费财政拨款支出决算具体情况说明。',
      `（1）因公出国（境）费用支出全年预算为${pen.w(b.overseas.subject, b.overseas.budget, 'budget')}，支出决算为${final(pen, b.overseas)}，占“三公”经费财政拨款支出${pen.share(b.overseas.subject, b.overseas.final, b.three.final)}${b.overseas.prior > 0 ? `，与${b.year - 1}年度相比，${change(pen, b.overseas)}` : ''}。全年使用财政拨款支出安排因公出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}；累计${pen.n('count.overseasPersons', b.travellers, '人次')}。`,
      `（2）公务用车购置及运行维护费支出全年预算为${pen.w(b.vehicles.subject, b.vehicles.budget, 'budget')}，支出决算为${final(pen, b.vehicles)}，完成全年预算的${pen.done(b.vehicles.subject, b.vehicles.final, b.vehicles.budget)}，占“三公”经费财政拨款支出${pen.share(b.vehicles.subject, b.vehicles.final, b.three.final)}，与${b.year - 1}年度相比，${change(pen, b.vehicles)}。`,
      `公务用车购置支出全年预算为${pen.w(b.purchase.subject, b.purchase.budget, 'budget')}，支出决算为${final(pen, b.purchase)}（含购置税等附加费用），主要用于经批准购置的${pen.n('count.vehiclesBought', b.bought, '辆')}公务用车；公务用车运行维护费支出全年预算为${pen.w(b.operation.subject, b.operation.budget, 'budget')}，支出决算为${final(pen, b.operation)}，完成全年预算的${pen.done(b.operation.subject, b.operation.final, b.operation.budget)}，主要用于公务所需车辆的燃料费、维修费等支出。${b.year}年度，开支一般公共预算财政拨款的公务用车保有量为${pen.n('count.vehiclesKept', b.kept, '辆')}。`,
      `（3）公务接待费支出全年预算为${pen.w(b.reception.subject, b.reception.budget, 'budget')}，支出决算为${final(pen, b.reception)}，完成全年预算的${pen.done(b.reception.subject, b.reception.final, b.reception.budget)}，占“三公”经费财政拨款支出${pen.share(b.reception.subject, b.reception.final, b.three.final)}，与${b.year - 1}年度相比，${change(pen, b.reception)}。`,
      `其中：外事接待支出${pen.w(null, b.foreign)}，主要用于接待外宾，接待${pen.n(null, 2, '批次')}，累计${pen.n(null, 9, '人次')}。其他国内公务接待支出${pen.w(null, b.reception.final - b.foreign)}，主要用于接待兄弟单位，接待${pen.n('count.receptionBatches', b.batches, '批次')}，累计${pen.n('count.receptionPersons', b.guests, '人次')}。`,
      '（九）其他重要事项的情况说明',
      '1.机关运行经费支出情况。',
      `${b.year}年度${b.department}机关运行经费年初预算${pen.w('operating', b.operating.budget, 'budget')}，支出决算${final(pen, b.operating)}，完成年初预算的${pen.done('operating', b.operating.final, b.operating.budget)}，比上年度${change(pen, b.operating)}，主要是压减开支。`,
      '2.政府采购支出情况。',
      `${b.year}年度政府采购支出总额${final(pen, b.procurement)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}、政府采购工程支出${pen.w('procurement.works', b.works)}、政府采购服务支出${pen.w('procurement.services', b.services)}。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}，其中：授予小微企业合同金额${pen.w('procurement.micro', b.micro, 'amount')}，占政府采购支出总额的${pen.share('procurement.micro', b.micro, b.procurement.final)}。`,
      ...END,
    ]
  },
}

const GUANGDONG: Manner = {
  name: '广东',
  hand: { ...PLAIN, separators: true, percent: '％' },
  write: (b, pen) => {
    const from = (t: Told): string => `比${b.year - 1}年决算数${change(pen, t)}`
    return [
      '第三部分 部门决算情况说明',
      `一、${b.year}年度收入支出决算总体情况说明`,
      `${b.department}${b.year}年度收、支总计${final(pen, b.both)}，${from(b.both)}。收支变动的主要原因：一是人员经费增加；二是项目支出变化。`,
      `二、${b.year}年度收入决算情况说明`,
      `${b.department}${b.year}年度本年总收入${final(pen, b.revenue)}，${from(b.revenue)}。其中：${shared(pen, b.sources, b.revenue)}。`,
      `三、${b.year}年度支出决算情况说明`,
      `${b.department}${b.year}年度本年总支出${final(pen, b.spent)}，${from(b.spent)}。其中：${shared(pen, b.natures, b.spent)}。`,
      `四、${b.year}年度财政拨款收入支出决算总体情况说明`,
      `${b.department}${b.year}年度财政拨款收、支总计${final(pen, b.fiscalBoth)}，${from(b.fiscalBoth)}。`,
      `五、${b.year}年度一般公共预算财政拨款支出决算情况说明`,
      `（一）一般公共预算财政拨款支出决算总体情况`,
      `${b.department}${b.year}年度一般公共预算财政拨款支出决算${final(pen, b.general)}，占本年支出合计的${pen.share(b.general.subject, b.general.final, b.spent.final)}。其中：基本支出${final(pen, b.basic)}，占${pen.share(b.basic.subject, b.basic.final, b.general.final)}；项目支出${final(pen, b.project)}，占${pen.share(b.project.subject, b.project.final, b.general.final)}。`,
      '（二）一般公共预算财政拨款支出决算具体情况',
      `按支出功能分类，${b.classes.map((t) => `${t.name}（类）${final(pen, t)}，占${pen.share(t.subject, t.final, b.general.final)}`).join('；')}。`,
      ...b.items.map(
        (i, n) =>
          `${n + 1}.${i.cls}（类）${i.section}（款）${i.name}（项）支出${final(pen, i)}，比年初预算数${pen.moved(i.subject, i.final, i.budget, 'budget')}${i.final === i.budget ? '' : '，主要原因是据实安排'}。`,
      ),
      `六、${b.year}年度一般公共预算财政拨款基本支出决算情况说明`,
      `${b.department}${b.year}年度一般公共预算财政拨款基本支出${final(pen, b.basic)}，其中：人员经费${final(pen, b.personnel)}，主要包括基本工资、津贴补贴等；公用经费${final(pen, b.office)}，主要包括办公费、差旅费等。`,
      `七、${b.year}年度财政拨款“三公”经费支出决算情况说明`,
      `${b.department}${b.year}年度财政拨款“三公”经费支出决算${final(pen, b.three)}，完成预算${pen.w('threePublic.total', b.three.budget, 'budget')}的${pen.done('threePublic.total', b.three.final, b.three.budget)}，${from(b.three)}。其中：因公出国（境）费支出决算为${final(pen, b.overseas)}，完成预算${pen.w(b.overseas.subject, b.overseas.budget, 'budget')}的${pen.done(b.overseas.subject, b.overseas.final, b.overseas.budget)}；公务用车购置及运行维护费支出决算为${final(pen, b.vehicles)}，完成预算${pen.w(b.vehicles.subject, b.vehicles.budget, 'budget')}的${pen.done(b.vehicles.subject, b.vehicles.final, b.vehicles.budget)}；公务接待费支出决算为${final(pen, b.reception)}，完成预算${pen.w(b.reception.subject, b.reception.budget, 'budget')}的${pen.done(b.reception.subject, b.reception.final, b.reception.budget)}。`,
      `其中，因公出国（境）团组数及人数情况：全年使用财政拨款安排因公出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}、累计${pen.n('count.overseasPersons', b.travellers, '人次')}。公务用车购置数量及保有量情况：全年购置公务用车${pen.n('count.vehiclesBought', b.bought, '辆')}，年末公务用车保有量${pen.n('count.vehiclesKept', b.kept, '辆')}。国内公务接待情况：全年国内公务接待${pen.n('count.receptionBatches', b.batches, '批次')}，接待人数共${pen.n('count.receptionPersons', b.guests, '人')}。`,
      '八、其他重要事项的情况说明',
      '（一）机关运行经费支出情况',
      `${b.year}年度，${b.department}机关运行经费支出${final(pen, b.operating)}，比${b.year - 1}年${change(pen, b.operating)}。`,
      '（二）政府采购支出情况',
      `${b.year}年度，${b.department}政府采购支出总额${final(pen, b.procurement)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}，政府采购工程支出${pen.w('procurement.works', b.works)}，政府采购服务支出${pen.w('procurement.services', b.services)}。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}。`,
      ...END,
    ]
  },
}

const BEIJING: Manner = {
  name: '北京',
  hand: PLAIN,
  write: (b, pen) => {
    const section = (code: string): readonly ItemTold[] => b.items.filter((i) => i.subject.startsWith(code))
    const planned = (t: Told): string =>
      `${b.year}年度决算${final(pen, t)}，比${b.year}年年初预算${pen.moved(t.subject, t.final, t.budget, 'budget')}`
    return [
      `第三部分 ${b.year}年度部门决算情况说明`,
      '一、收入支出决算总体情况说明',
      `${b.year}年度收、支总计${final(pen, b.both)}，比上年${change(pen, b.both)}。`,
      '（一）收入决算说明',
      `${b.year}年度本年收入合计${final(pen, b.revenue)}，比上年${change(pen, b.revenue)}，其中：财政拨款收入${pen.w('revenue.appropriation', b.fiscalRevenue.final)}，占收入合计的${pen.share('revenue.appropriation', b.fiscalRevenue.final, b.revenue.final)}；${b.fewSources
        .slice(1)
        .map((t) => `${t.name}${final(pen, t)}，占收入合计的${pen.share(t.subject, t.final, b.revenue.final)}`)
        .join('；')}。`,
      '（二）支出决算说明',
      `${b.year}年度本年支出合计${final(pen, b.spent)}，比上年${change(pen, b.spent)}，其中：${b.natures.map((t) => `${t.name}${final(pen, t)}，占支出合计的${pen.share(t.subject, t.final, b.spent.final)}`).join('；')}。`,
      '二、财政拨款收入支出决算总体情况说明',
      `${b.year}年度财政拨款收、支总计${final(pen, b.fiscalBoth)}，比上年${change(pen, b.fiscalBoth)}。主要原因：新增专项。`,
      '三、一般公共预算财政拨款支出决算情况说明',
      '（一）一般公共预算财政拨款支出决算总体情况',
      `${b.year}年度一般公共预算财政拨款支出${final(pen, b.general)}，主要用于以下方面（按大类）：${b.classes.map((t) => `${t.name}${final(pen, t)}，占本年财政拨款支出${pen.share(t.subject, t.final, b.general.final)}`).join('；')}。`,
      '（二）一般公共预算财政拨款支出决算具体情况',
      ...b.classes.flatMap((t, n) => [
        `${n + 1}、“${t.name}”（类）${planned(t)}。其中：`,
        ...section(t.subject).map(
          (i) => `“${i.section}”（款）“${i.name}”（项）${planned(i)}${i.final === i.budget ? '' : '，主要原因：据实结算'}。`,
        ),
      ]),
      '四、政府性基金预算财政拨款支出决算情况说明',
      '（一）政府性基金预算财政拨款支出决算总体情况',
      b.fund.final > 0 ? `${b.year}年度政府性基金预算财政拨款支出${final(pen, b.fund)}，主要用于城乡社区支出。` : '本年度无此项支出。',
      '五、国有资本经营预算财政拨款收支情况',
      b.capital.final > 0 ? `${b.year}年度国有资本经营预算财政拨款支出${final(pen, b.capital)}。` : '本年度无此项支出。',
      '六、财政拨款基本支出决算情况说明',
      `${b.year}年度使用一般公共预算财政拨款安排基本支出${final(pen, b.basic)}，使用政府性基金财政拨款安排基本支出${pen.w(null, 0)}，其中：（1）工资福利支出包括基本工资、津贴补贴、奖金等；（2）商品和服务支出包括办公费、印刷费、差旅费；（3）对个人和家庭补助支出包括退休费、抚恤金。`,
      '七、其他重要事项的情况说明',
      '（一）“三公”经费财政拨款决算情况',
      `“三公”经费包括本部门所属机关和事业单位。${b.year}年“三公”经费财政拨款决算数${final(pen, b.three)}，比${b.year}年“三公”经费财政拨款年初预算${pen.moved('threePublic.total', b.three.final, b.three.budget, 'budget')}。其中：`,
      ...[b.overseas, b.purchase, b.operation, b.reception].flatMap((t, n) => [
        `${n + 1}、${t.name}用。${b.year}年决算数${final(pen, t)}，比${b.year}年年初预算${pen.moved(t.subject, t.final, t.budget, 'budget')}，主要原因：据实开支。${
          [
            `${b.year}年组织因公出国（境）团组${pen.n('count.overseasGroups', b.groups, '个')}、${pen.n('count.overseasPersons', b.travellers, '人次')}。`,
            `${b.year}年购置（更新）${pen.n('count.vehiclesBought', b.bought, '辆')}公务用车。`,
            `${b.year}年公务用车保有量${pen.n('count.vehiclesKept', b.kept, '辆')}。`,
            `${b.year}年公务接待${pen.n('count.receptionBatches', b.batches, '批次')}，公务接待${pen.n('count.receptionPersons', b.guests, '人次')}。`,
          ][n]
        }`.replace('费用。', '费。'),
      ]),
      '（二）机关运行经费支出情况',
      `${b.year}年本部门行政单位和参照公务员法管理的事业单位履行一般行政事业管理职能、维持机关日常运行的机关运行经费支出合计${final(pen, b.operating)}，比上年${change(pen, b.operating)}。`,
      '（三）政府采购支出情况',
      `${b.year}年政府采购支出总额${final(pen, b.procurement)}，其中：政府采购货物支出${pen.w('procurement.goods', b.goods)}，政府采购工程支出${pen.w('procurement.works', b.works)}，政府采购服务支出${pen.w('procurement.services', b.services)}。授予中小企业合同金额${pen.w('procurement.sme', b.sme, 'amount')}，占政府采购支出总额的${pen.share('procurement.sme', b.sme, b.procurement.final)}，其中：授予小微企业合同金额${pen.w('procurement.micro', b.micro, 'amount')}，占政府采购支出总额的${pen.share('procurement.micro', b.micro, b.procurement.final)}。`,
      '（四）国有资产占用情况',
      `${b.year}年车辆${pen.n('assets.vehicles', b.kept, '台')}，单位价值100万元（含）以上的设备（不含车辆）${pen.n('assets.equipment', 2, '台（套）')}。`,
      ...END,
    ]
  },
}

export const EASTERN: readonly Manner[] = [ZHEJIANG, GUANGDONG, BEIJING]
