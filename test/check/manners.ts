import type { Edit } from './cases.ts'

/** A way in which some place writes, as edits of the clean report, and slips in it that must still be noticed. */
export interface Manner {
  readonly name: string
  readonly quiet: readonly Edit[]
  readonly told?: readonly { readonly slip: Edit; readonly says: RegExp }[]
}

const GLOSSARY: readonly Edit[] = [
  ['2.一般公共服务支出（类）群众团体事务（款）一般行政管理事务（项）。\n\n3.社会', '2.社会'],
  ['4.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。\n\n5.住房', '3.住房'],
  ['6.住房保障支出（类）住房改革支出（款）购房补贴（项）。\n\n', ''],
]

const UNITS = (
  wrong = '300.00',
): string => `2023年度支出合计1005.00万元。其中：基本支出785.00万元，占本年支出78.11%；项目支出220.00万元，占本年支出21.89%。

1.江城市云溪区地方文史馆（本级）支出合计705.00万元，其中：基本支出585.00万元，占82.98%；项目支出120.00万元，占17.02%。

2.江城市云溪区文献中心支出合计${wrong}万元，其中：基本支出200.00万元，占66.67%；项目支出100.00万元，占33.33%。`
const SPENT = '2023年度支出合计1005.00万元。其中：基本支出785.00万元，占本年支出78.11%；项目支出220.00万元，占本年支出21.89%。'

const RECEPTIONS = '2023年共接待8批次，60人次。'
const PEOPLE = '其中：行政10人，工勤20人'
const PERFORMANCE =
  '本部门组织对2023年度一般公共预算项目支出全面开展绩效自评，共涉及项目2个，资金195.00万元，占一般公共预算项目支出总额的100.00%。'
const VEHICLES = '，其中，机要通信用车1辆、应急保障用车1辆、其他用车3辆；单价50万元'

export const MANNERS: readonly Manner[] = [
  { name: 'a glossary that explains some of the items', quiet: GLOSSARY },
  {
    name: 'units told one by one',
    quiet: [[SPENT, UNITS()]],
    told: [
      {
        slip: ['支出合计300.00万元', '支出合计330.00万元'],
        says: /所列2项相加为300\.00万元，与说明中“.{0,20}支出合计”(?:决算数|金额)330\.00万元/,
      },
    ],
  },
  {
    name: 'what each item is divided into',
    quiet: [
      [
        '支出决算为595.00万元，完成年初预算的95.97%，支出决算数小于年初预算数的主要原因是人员变动。',
        '支出决算为595.00万元，完成年初预算的95.97%，支出决算数小于年初预算数的主要原因是人员变动。其中：基本支出400.00万元，项目支出195.00万元。',
      ],
    ],
  },
  {
    name: 'domestic and foreign guests apart',
    quiet: [[RECEPTIONS, '2023年共接待国内公务接待6批次，48人次；外事接待2批次，12人次。']],
  },
  {
    name: 'people in office, and others behind a semicolon',
    quiet: [[PEOPLE, '其中：行政10人，工勤20人；退休人员12人']],
  },
  {
    name: 'self-evaluation of the funds beside the general budget',
    quiet: [
      [PERFORMANCE, `${PERFORMANCE}组织对1个政府性基金预算项目开展绩效自评，涉及资金20.00万元，占政府性基金预算项目支出总额的100%。`],
    ],
    told: [{ slip: ['资金195.00万元', '资金95.00万元'], says: /占比100\.00%，与按所印金额计算的占比48\.72%/ }],
  },
  { name: 'vehicles by number alone', quiet: [[VEHICLES, '；单价50万元']] },
  {
    name: 'the shares of 三公 in a later paragraph than their total',
    quiet: [
      [
        '1.因公出国（境）费支出决算为0.00万元。',
        '2023年度“三公”经费财政拨款支出决算中，因公出国（境）费支出0.00万元，占0.00%；公务用车购置及运行费支出9.00万元，占90.00%；公务接待费支出1.00万元，占10.00%。具体情况如下：\n\n1.因公出国（境）费支出决算为0.00万元。',
      ],
    ],
    told: [{ slip: ['占90.00%；', '占30.00%；'], says: /占比30\.00%，与按所印金额计算的占比90\.00%/ }],
  },
  {
    name: 'a year that is told beside this one',
    quiet: [
      ['主要原因是压减办公开支。', '主要原因是压减办公开支。2023年度机关运行经费全部用于日常公用支出。2022年度机关运行经费为90.00万元。'],
    ],
  },
  {
    name: 'last year left in behind the name of the department',
    quiet: [],
    told: [
      {
        slip: ['2023年度江城市云溪区地方文史馆机关运行经费支出', '江城市云溪区地方文史馆2022年度机关运行经费支出'],
        says: /此处写作“2022年”，本报告的年度是2023年/,
      },
      {
        slip: ['2023年度一般公共预算财政拨款支出980.00万元，占本年支出合计', '2022年度一般公共预算财政拨款支出980.00万元，占本年支出合计'],
        says: /^此处写作“2022年”，本报告的年度是2023年（第\d+行）。$/,
      },
    ],
  },
  {
    name: 'two breakdowns of one sum',
    quiet: [
      [
        '2023年度财政拨款收、支总计1010.00万元。',
        '2023年度财政拨款收、支总计1010.00万元。收入包括：本年财政拨款收入1000.00万元、上年结转10.00万元；支出包括：本年财政拨款支出1000.00万元、结转下年10.00万元。',
      ],
    ],
  },
  {
    name: 'an item without money, said to be incomparable in brackets',
    quiet: [
      ['1.因公出国（境）费支出决算为0.00万元。', '1.因公出国（境）费支出决算为0.00万元，完成年初预算0.00万元的--%（基数为0，不可比）。'],
    ],
  },
]
