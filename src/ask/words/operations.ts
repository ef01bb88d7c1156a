import type { Operation } from '../query.ts'

/** What is to be done with a figure, in the words people have for it. Put together from parts, so that every verb of moving comes with every way to ask how much. */

const oneOf = (words: string): string =>
  `(?:${words
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|')})`

const UP = oneOf('增加 增长 增 上升 上涨 升高 涨 升 多 高 提高 扩大 超支 超过 超出 超 多花 多用 多支')
const DOWN = oneOf('减少 减 减了 下降 降低 降 少 低 省 节约 节省 结余 压减 压缩 缩减 缩水 少花 少用 少支')
const APART = oneOf('变化 变动 相差 差 差距 差额 差异 相比 比较 变')
const MOVE = `(?:${UP}|${DOWN}|${APART})`
/** 减少多少: its 多 is none of the movement. */
const MOVES = `${MOVE}(?:${MOVE}(?!少))?`
const HOW_MUCH = `(?:好?多少|几多|好多|好大|多大|几成|百分之(?:几|多少)|几个(?:百分)?点|多少个?(?:百分)?点|几)`
const MOVED = `(?:(?:是|的|大概|总共|一共|到底)?${MOVES}(?:了|出了?|掉了?)?${HOW_MUCH}?)?`
const SURELY_MOVED = `(?:是|的)?${MOVES}(?:了|出)?${HOW_MUCH}?`

export const PRIOR_YEAR = oneOf('上年 上年度 去年 去年度 上一年 上一年度 前一年 前一年度 头一年 往年 上个年度 上一个年度')
const YEAR = `(?:20\\d\\d年?度?|(?<!\\d)\\d\\d年度?)`
const AGAINST = oneOf('比 较 比起 相比 相较 相比于 相较于 对比 比照')
const WITH = oneOf('同 与 和 跟 对')
const BUDGET = '(?:年初|全年)?(?:的)?(?:预算|计划|指标)(?:数|额|安排)?'
const PART = oneOf('多少 好多 几多 几成 百分之几 百分之多少 几分之几 多大比例 多大的比例 多大比重 多大 百分比 比例 比重 比率 份额 几')

/** How fast or how far something moved, as a noun. */
const RATE = `(?:${oneOf('增长 增加 增减 上升 上涨 下降 降低 减少 变动 变化 升降 同比 环比 涨跌 变')}的?${oneOf('率 幅度 幅 速度 速 比例 比率 百分比 百分点 百分数 百分之几')}|[增降涨跌变减升]幅|[增降]速)`
/** Whether and how something changed at all. */
const CHANGED = oneOf(
  '怎么变的 怎么变 变了多少 变没变 涨没涨 降没降 增没增 减没减 升没升 有没有变化 有没有涨 有没有降 有没有增加 有没有减少 有变化 有啥变化 有什么变化 多了还是少了 少了还是多了 涨了还是降了 涨了还是跌了 增了还是减了 是涨是降 是增是减 是多是少 增加还是减少 减少还是增加 上升还是下降 升还是降 涨还是降 多还是少 增减情况 变动情况 变化情况 升降情况',
)

const SPENT = oneOf('花 用 支 使 执行 支出 使用')
/** 还剩多少没花完, 没用完的, 结余多少预算. */
const LEFT = [
  `(?:还)?(?:剩余|剩下|结余|节余|剩|余)(?:了|下)?(?:的)?(?:${HOW_MUCH}|(?:预算)?资金|的?钱)(?:预算|钱|资金)?(?:是|有)?(?:多少)?(?:没有?${SPENT}(?:完|掉|出去|了)?)?`,
  `(?:没有?|未|尚未|还没有?)${SPENT}(?:完|掉|出去|了)?(?:的)?(?:预算|资金|钱|部分)?(?:还)?(?:有|是|剩)?(?:下)?${HOW_MUCH}?(?:预算|钱)?`,
].join('|')

const SHARE = [
  '占比',
  `占(?:了|到|去)?[^，。？]{0,40}?${PART}(?:的?(?:比例|比重|份额))?`,
  `所占(?:的)?(?:${PART})?`,
  '比重',
  '份额',
  `(?<=的)(?:${oneOf('百分之几 百分之多少 几成 几分之几 百分比 百分数')})`,
  '比例(?:是|为|有)?(?:多少|多大|几)?',
  `(?<!(?:增|涨|降|减|升|跌|少|多|长|加|成|行|超|差|余|预算)了?)(?:百分之(?:几|多少)|几成)`,
].join('|')

const COMPLETION = [
  `(?:(?:年初|全年)?预算)?(?:完成|执行|兑现|支付|使用)(?:的)?(?:率|比例|百分比|百分数|比率|进度|程度|情况)`,
  `(?:完成|实现|兑现)(?:了|到了?|出)?(?:${BUDGET})?(?:的)?(?:${PART}|得怎么样|得如何|得咋样|怎么样|如何)`,
  // 执行了多少 asks for the amount.
  `执行(?:了|到了?|出)?(?:${BUDGET}(?:的)?${PART}|(?:的)?(?:百分之(?:几|多少)|几成|几分之几|百分比)|得怎么样|得如何|得咋样|怎么样|如何)`,
  `(?:完成|执行)(?:了|到)?${BUDGET}(?:的)?(?:情况)?`,
  `${SPENT}(?:了|掉)?${BUDGET}(?:的)?${PART}`,
  `(?:占|是|为|相当于|等于)${BUDGET}(?:的)?(?:${PART}(?:倍)?|几倍)`,
  `预算(?:${oneOf('完成 执行 使用 支出')})(?:得)?(?:怎么样|如何|咋样)?(?!差|偏|数|金额|中)`,
].join('|')

const DIFFERENCE = [
  `${oneOf('比 较 与 和 跟 同 对')}${BUDGET}${MOVED}`,
  `(?:年初|全年)?(?:的)?预算(?:数|额)?${oneOf('比 较 与 和 跟 同 对')}(?:决算|实际|执行)(?:数|支出)?(?:的)?${SURELY_MOVED}`,
  `(?:决算|实际|执行)(?:数|支出)?${oneOf('比 较 与 和 跟 同 对')}(?:年初|全年)?(?:的)?预算(?:数|额)?(?:的)?${SURELY_MOVED}`,
  `(?:预算)?(?:执行|预决算|预算|决算)?(?:的)?${oneOf('差额 偏差 偏离 偏离度 差异额 差距 缺口')}(?:率|额|度|幅度)?(?:是|有|为)?(?:多少|多大|几)?`,
  `超(?:过|了|出)?(?:了)?${BUDGET}(?:了)?(?:多少|${PART})?`,
  `超(?:过|出|支)?(?:了)?${HOW_MUCH}`,
  `超支(?:了)?(?:率)?${HOW_MUCH}?`,
  `(?:节约|节省|省下?|节余|结余|结余了|少花|多花|少用|多用)了?(?:出)?${HOW_MUCH}(?:预算)?`,
  `差${BUDGET}${HOW_MUCH}`,
  LEFT,
].join('|')

const CHANGE = [
  `(?<!对)${AGAINST}${PRIOR_YEAR}(?:同期)?${MOVED}`,
  // A wider gap is a department's name: 跟汉南2020年比 sets two departments beside each other.
  `${AGAINST}\\s?${YEAR}${SURELY_MOVED}`,
  // 2020年和2021年 names two years, none against the other.
  `(?<!\\d年?度?)${WITH}\\s?(?:${YEAR}|${PRIOR_YEAR})\\s*${oneOf('相比 比较 比 相差 差 对比')}${MOVED}`,
  `(?:同比|环比)${MOVED}`,
  `${RATE}(?:是|为|有)?(?:多少|多大|几)?`,
  `${oneOf('增加 减少 下降 增长 上升 上涨 降低 压减 压缩 缩减 涨 降 减 升 跌')}(?:了|掉了?|出)?(?:${HOW_MUCH}|了)`,
  CHANGED,
  '增减|变化|变动|升降|增长(?:了)?',
  `[多少]了${HOW_MUCH}`,
].join('|')

const AVERAGE = '人均'

const row = (source: string, operation: Operation): readonly [RegExp, Operation] => [new RegExp(source), operation]

/** The first row that matches wins. */
export const OPERATION_WORDS: readonly (readonly [RegExp, Operation])[] = [
  row(AVERAGE, 'perHead'),
  row(COMPLETION, 'completion'),
  // Against the year before: whatever is said of percent there is how far it moved.
  row(`(?<!对)${AGAINST}${PRIOR_YEAR}(?:同期)?${MOVED}|${RATE}`, 'change'),
  row(SHARE, 'share'),
  row(DIFFERENCE, 'difference'),
  row(CHANGE, 'change'),
  [/打算花|计划花|准备花|年初预算(数)?|预算数|预算(是|有|安排)?(了)?多少|预算金额|预算(呢|吗)?(?=[\s，。？?！!,]|$)|的预算/, 'budget'],
  // Whatever else is said of a 预算 asks for it, unless the 决算 is wanted beside it.
  [/(?<!决算.*)预算(数|额|金额)?(?!.*决算)/, 'budget'],
]

/** The words that operations are made of. */
export const OPERATION_PARTS = new RegExp(
  [
    '[增降涨跌变减升]幅',
    oneOf(
      '人均 平均 百分之几 百分之多少 百分比 百分数 百分点 几成 几分之几 所占 占 占比 比重 比例 比率 份额 完成率 执行率 完成 执行 兑现 情况 进度 程度 年初 预算数 预算 计划 指标 决算数 决算 实际 上年度 上年 去年 上一年度 上一年 前一年 度 同期 同比 环比 增长率 增加 增长 减少 下降 降低 上升 上涨 提高 升高 增减 减 省下 省 变化 变动 升降 涨跌 幅度 涨 降 升 增 跌 速度 增速 降速 相比 比较 对比 比起 相较 较 相差 差额 差距 差异 偏差 偏离度 偏离 缺口 超过 超出 超支 超 节约 节省 结余 节余 剩余 剩下 剩 余 压减 压缩 缩减 缩水 没有 没 未 尚未 花 用 使用 支出 资金 部分 安排 金额 总的 总数 总额 全部 整个 怎么变的 怎么变 变',
    ),
    '20\\d\\d年?度?|(?<!\\d)\\d\\d年',
    HOW_MUCH,
    '[比与和跟同差多少大高低了出掉完的得是有为呢吗率几点成倍钱还，,]',
  ].join('|'),
  'g',
)

/** 降了百分之几 beside 降了多少: how far it moved as a percentage. */
export const AS_RATE = new RegExp(`${RATE}|百分之(?:几|多少)|百分比|百分点|几成|比例|偏离(?:度|率)|[差超]\\S{0,2}率|[增降涨跌变减升]幅`)
/** Words of percent that stand alone beside a movement already understood. */
export const RATE_BESIDE = new RegExp(
  `${RATE}(?:是|为|有)?(?:多少|多大|几)?|(?:百分之(?:几|多少)|百分比|几成)(?:也要|是多少|多少)?|[多少]了?百分之几`,
  'g',
)

const CAR = '(?:辆|台|部)(?:公务用车|公车|公务车|车辆|车子|车)?'
/** After or before 一辆车 there is a word of averaging; 一辆车 alone counts. */
const AVERAGING = '(?:平均|均摊|分摊|摊)'

/** What an average is taken over: words, and what is counted. `months` and `days` are parts of the year. */
export const PER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/退休(?:人员|职工|干部)(?:的)?(?:人均|平均(?:每人)?)|(?:人均|平均)?每(?:一)?(?:个|名|位)退休(?:人员|职工|干部)/, 'told:退休人员'],
  [
    new RegExp(
      `(?:平均)?每(?:一)?${CAR}(?:平均|均)?|平均(?:养|到|下来)?(?:一)${CAR}|一${CAR}(?:一年)?${AVERAGING}|养(?:一|1|每)?${CAR}(?=[^，。？]{0,6}(?:多少|几))|车均|单车`,
    ),
    'count.vehiclesKept',
  ],
  [/(?:平均)?每(?:一)?批次?(?:客人|来客)?(?:平均|均)?|平均一批(?:次|客人)?|批均/, 'count.receptionBatches'],
  [
    /(?:平均)?每(?:一)?人次(?:平均|均)?|平均(?:一)?人次|(?:平均)?(?:每|一)(?:一)?(?:个|位|名)(?:来?客人?|来宾|客)(?:平均)?|平均(?:每)?接待(?:每)?一?(?:个|位|名)?人(?:次)?|接待(?:每)?一(?:个|位|名)(?:人|客人?)(?=[^，。？]{0,4}(?:多少|几))/,
    'count.receptionPersons',
  ],
  [/(?:平均)?每(?:一)?个?团组?(?:平均)?|平均一个团组?/, 'count.overseasGroups'],
  [
    /月均|(?:平均)?每个?月(?:平均)?(?:度)?|平均一个月|一个月(?:平均|大概|大约|差不多)?(?=[^，。？]{0,6}(?:多少|几))|按月(?:平均)?/,
    'months',
  ],
  [/日均|(?:平均)?每一?天(?:平均)?|平均一天|一天(?:平均|大概|大约)?(?=[^，。？]{0,6}(?:多少|几))/, 'days'],
  [
    /人均|人平均|人头平均|平均每?(?:一)?个?人|每(?:一)?(?:个|名|位)?(?:在职)?(?:人员|职工|员工|干部|公务员|人)(?:头)?(?:上)?(?:平均|均)?(?:分?摊)?(?:到|下来)?|平均(?:到|下来)?(?:每|一)(?:一)?(?:个|名|位)?(?:在职)?(?:的)?(?:人员|职工|员工|干部|公务员|人)(?:头)?(?:上)?|(?:分?摊|平均|均摊)到?(?:每)?(?:个|一个)?(?:人头|人身上|人)(?:上)?|一个(?:在职的?)?(?:人|职工|员工|干部)?(?:一年)?(?:平均|均)?(?:分摊|摊)(?:到|下来|多少)?/,
    'staff.active',
  ],
]
