import type { Direction, Measure } from '../../domain/report.ts'

/** Words that count things, longest first. What is not here is no unit. */
const COUNTING = [
  '台\\(套\\)',
  '台/套',
  '台套',
  '辆\\(台\\)',
  '人次',
  '户次',
  '件次',
  '场次',
  '批次',
  '台次',
  '车次',
  '家次',
  '人天',
  '个月',
  '平方米',
  '平方公里',
  '公里',
  '公顷',
  '公斤',
  '毫升',
  '小时',
  '分钟',
  '千米',
  '团组',
  '门次',
  '点位',
  '人',
  '名',
  '位',
  '个',
  '家',
  '辆',
  '台',
  '套',
  '件',
  '项(?!目)',
  '次',
  '批',
  '处',
  '所',
  '户',
  '篇',
  '条',
  '份',
  '枚',
  '场',
  '期',
  '天',
  '张',
  '支',
  '座',
  '间',
  '栋',
  '亩',
  '吨',
  '升',
  '册',
  '本',
  '幅',
  '面',
  '块',
  '只',
  '头',
  '株',
  '棵',
  '倍',
  '轮',
  '类',
  '组',
  '米',
  '部',
  '款',
  '种',
  '门',
  '片',
  '架',
  '艘',
  '盏',
  '桩',
  '起',
  '宗',
  '笔',
  '卷',
  '盒',
  '箱',
  '袋',
  '瓶',
  '例',
  '床',
  '片区',
  '节',
  '堂',
  '课时',
  '学时',
  '票',
  '对',
  '周',
]

/** What may stand between digits and unit, and the unit: groups rough, scale, rough, unit. */
export const UNIT = new RegExp(
  `^\\s?(余|多|来)?(亿|万|千|百)?(余|多)?(元|美元|欧元|个百分点|百分点|%|‰|分(?![之钟别类期级局析公布管散担歧流工])|${COUNTING.join('|')})`,
)
export const MONEY = /^(?:亿|万|千|百)?元$/
/** `23万，`: ten thousand what? Of money, when nothing counts. */
export const BARE_SCALE = /^\s?(余|多)?(亿|万)(?=[，,。；;、()]|$)/
/** After a figure: it is not exact. */
export const BOUND = /^(?:以上|以下|以内|左右|及以上|上下)/
/** Before a figure: it is not exact. */
export const ABOUT = /(?:(?<![签预节合条违公])约|近|超|超过|逾|不少于|不低于|不超过|少于|多于|至少|将近|≥|≤|>|<)$/

export const UP = '增加|增长|上升|提高|提升|增幅|上涨|增|多支出|多|上浮|扩大'
export const DOWN = '减少|下降|降低|缩减|压缩|压减|节约|减幅|降幅|减|降|少支出|少|下浮|回落'
const EITHER =
  '减增加|增减少|增加减少|减少增加|增长下降|下降增长|增加\\(减少\\)|增加\\(下降\\)|增长\\(下降\\)|增长\\(减少\\)|增加\\/减少|增长\\/下降|上升\\(下降\\)|减少\\(增加\\)|下降\\(增长\\)|增\\(减\\)|增减(?:变动|变化)?'
const ADVERB = '(?:了|额|数|金额|率|幅度?|比例|约|近|为|达到?|是|共计?|各|均|分别为?|同比|:|=|资金|经费|人数|数量|支出|收入)*'

/** Words straight before a figure that say by how much something changed; group 1 names the direction. */
export const CHANGES: readonly (readonly [RegExp, Direction])[] = [
  // 与上年预算一致0万元: the change is none.
  [/(?:一致|持平|相同)$/, 'level'],
  [new RegExp(`(?:各|均|共|(?<!收入|支出|收支)合计|同比|分别|相应)*(?:${EITHER})${ADVERB}$`), 'either'],
  [new RegExp(`(?:各|均|共|(?<!收入|支出|收支)合计|同比|分别|相应)*(?:${UP})${ADVERB}$`), 'up'],
  [new RegExp(`(?:各|均|共|(?<!收入|支出|收支)合计|同比|分别|相应)*(?:${DOWN})${ADVERB}$`), 'down'],
]

const IS = '(?:分别)?(?:合计|总计|共计|共|总额|约|为|是|达到?|均为|各为|:|=)*'

/** Words straight before a per cent figure. */
export const PERCENT_MEASURES: readonly (readonly [RegExp, Measure])[] = [
  [
    new RegExp(
      `(?:完成|占|为|达到?|是|实现|执行)(?:了)?(?:其)?(?:部门|本)?(?:年初|全年|年度|调整后?的?|当年|本年)?(?:财政拨款)?(?:支出|收入)?预算(?:数|总额|安排)?(?:的|数)?${IS}$`,
    ),
    'completion',
  ],
  [new RegExp(`(?:预算|支出|资金|收入|全年|年度)(?:支出|资金|总)?(?:执行|完成|支出)(?:进度|率)${IS}$`), 'completion'],
  [new RegExp(`(?:^|[，,;。(:、])(?:整体|实际|总体|年末)?(?:执行|完成)(?:进度|率)${IS}$`), 'completion'],
  [new RegExp(`执行率${IS}$`), 'completion'],
]

/** `占本年支出合计的`: group 1 is what it is a share of. */
export const SHARE = /占(?!用|有|地)([^占，。；;:]{0,40}?)(?:的)?(?:比重|比例|比)?(?:的)?(?:为|达到?|是|约|:|=)*$/

/** Words straight before an amount or count, most special first. */
export const AMOUNT_MEASURES: readonly (readonly [RegExp, Measure])[] = [
  // 上年决算数5万元 beside the figure of the year.
  [/(?:^|[，,；;(:])(?:上年度?|去年|上一年度?)(?:同期)?(?:决算|支出|收入)?(?:数|金额|总额)?[为是:]*$/, 'prior'],
  [new RegExp(`(?:预算调整数|调整后?的?(?:全年)?预算(?:数|金额|总额)?|调整预算(?:数|金额)?|预算调整为)${IS}$`), 'adjusted'],
  [new RegExp(`(?:预算)?(?:实际)?(?:支出)?执行(?:数|书|金额|额)?${IS}$`), 'execution'],
  // 收入决算总计 is a name: the whole with what was left of the year before.
  [/(?<=(?:收入|支出)决算总计)[为是:]*$/, 'final'],
  [new RegExp(`决算(?:支出|收入)?(?:数|金额|总额)?${IS}$`), 'final'],
  [new RegExp(`(?:实际(?:发生)?支出|支出数|实际发生额?|支出金额|实际支付|实际完成)${IS}$`), 'final'],
  // 转移支付及调整预算支出 is one name: only 调整预算 that nothing joins to it measures.
  [
    new RegExp(
      `(?:完成了?)?(?:年初|全年|(?<!\\d)年度|当年|本年)?(?:部门)?(?<![及和与]调整)预算(?:支出|收入)?(?:数|金额|总额|安排|批复|资金)?(?:数)?${IS}$`,
    ),
    'budget',
  ],
]

export const SCORE_MEASURES: readonly (readonly [RegExp, Measure])[] = [
  [/(?:满分|分值|权重|总分|标准分)(?:值)?(?:为|是|:|=)*$/, 'weight'],
  [/(?:得分|评分|分数|自评分|评价分|成绩|总得分)(?:值)?(?:为|是|达到?|:|=)*$/, 'score'],
]

/** Names that hold the word 预算 or 决算 without saying which figure follows. */
export const BUDGET_NAMES = /一般公共预算|政府性基金预算|国有资本经营预算|社会保险基金预算|预算绩效|预算单位|预算管理|财政预算内/g

/** Fillers at either end of an item. */
export const ITEM_HEAD =
  /^(?:[，,、;:。.\s]|其中|分别|含(?=.{3})|主要用于|主要是|主要(?!领导|负责)|包括|用于|以及|和(?!平|谐)|及(?!时|格)|与(?!会)|另外?|此外|同时|即(?!将)|其(?!他|它|余)|共有|共涉及|涉及|共计|共(?!青|同|产|享|建|管|治)|计(?!划|算|生|量)|截[至止]|本年度?(?!收入|支出)|当年(?!收入|支出)|今年|全年|年度|财政拨款安排(?=.{2})|我(?:部门|单位|局|委|办)|本(?:部门|单位)|我|也)+/
export const ITEM_TAIL =
  /(?:[，,、;:。\s=]|共有|共涉及|涉及|共计|(?<!收入|支出)(?:合计|总计)为|共|总共|(?<![合总共统审累])计|(?<!平)均|各|分别|为|是|达到?|(?<![签预节合条违公])约|近|超过?|(?<!保)有|的|了|安排|不少于|不低于|至少)+$/
