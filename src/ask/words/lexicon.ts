import type { Operation } from '../query.ts'

/** A phrase that ends so names an item, even one that no list knows. */
export const ITEM_END = /(费|款|金|补助|补贴|活动|工程|建设|项目|支出|工作|资金)$/

/** Words of a question beside names, years and items. Data: a word more needs no line of code. */

/** Which way and by how much, after 比上年 and 比预算. */
const MOVES = '(是|的)?(增加|减少|增长|下降|上升|变化|变动|相差|相比|节约|节省|结余|超支|少花|多花|超|多|少|高|低|涨|降|差|省)'
const MOVED = `(${MOVES}{1,2}(了|出)?(多少|几|百分之几)?)?`
const SURELY_MOVED = `${MOVES}{1,2}(了|出)?(多少|几|百分之几)?`

/** What is to be done with the figure; the first row that matches wins. */
export const OPERATION_WORDS: readonly (readonly [RegExp, Operation])[] = [
  [
    /人均|平均每(个)?人|每人平均|每个人|(平均)?每(一)?(辆|台)(公?车|车辆)?|(平均)?每(一)?批次?|(平均)?每(一)?人次|(平均)?每(一)?个?团组?/,
    'perHead',
  ],
  [/占比|占多少|占几成|比重|占[^，。？]{0,40}(多少|百分之几|比例|比重|比率|几)|所占比例|比例是多少|百分之几/, 'share'],
  [/完成率|执行率|完成了?多少|完成年初预算|预算完成(率|比例|情况)?|完成情况|执行情况|完成比例|完成百分/, 'completion'],
  [
    new RegExp(
      `(比|较|与|和|跟)(年初)?预算(数)?${MOVED}|预算(数)?(比|较|与|跟|和)决算(数)?${SURELY_MOVED}|超支|节约了?多少|节省了?多少|少花了?多少|多花了?多少|超(过)?(了|出)?(年初)?预算(多少|了)?|(没花完|结余了)多少预算`,
    ),
    'difference',
  ],
  [
    new RegExp(
      `(?<!对)(比|较)(上年|去年|上一年|前一年)度?${MOVED}|(比|较)\\s*(20\\d\\d年?度?|\\d\\d年)度?${SURELY_MOVED}|(同|与|和|跟)\\s*(20\\d\\d年?度?|上年|去年|上一年|前一年)度?\\s*(相比|比较|比|相差|差)${MOVED}|同比${MOVED}|环比|增长(率|了|多少)|增加了?多少|减少了?多少|下降了?多少|涨了|增减|变化|多了多少|少了多少|升降|涨幅|增幅|降幅`,
    ),
    'change',
  ],
  [/打算花|计划花|准备花|年初预算(数)?|预算数|预算(是|有|安排)?(了)?多少|预算金额|预算(呢|吗)?(?=[\s，。？?！!,]|$)|的预算/, 'budget'],
  // Whatever else is said of a 预算 asks for it, unless the 决算 is wanted beside it.
  [/(?<!决算.*)预算(数|额|金额)?(?!.*决算)/, 'budget'],
]

/** The words that operations are made of. */
export const OPERATION_PARTS =
  /人均|平均|每(个|一)?人|每(一)?(辆|台|批次?|人次|个?团组?)(公?车|车辆)?|百分之几|占几成|所?占|比重|比例|占比|完成率|执行率|完成了?|执行|情况|年初|预算数?|决算数?|20\d\d年?度?|(?<!\d)\d\d年|上一?年|去年|前一年|度|同比|环比|增长率?|增加|减少|下降|增减|变化|升降|[涨增降]幅|涨|多少|相比|比较|相差|超过|超支|节约|节省|超|结余|安排|金额|[比较与和跟同差多少低高了的是有呢吗率几成，,]/g

/** What an average is taken over, where it is not the staff. */
export const PER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(平均)?每(一)?(辆|台)(公?车辆?|公务用车)?/, 'count.vehiclesKept'],
  [/(平均)?每(一)?批次?(客人)?/, 'count.receptionBatches'],
  [/(平均)?每(一)?人次/, 'count.receptionPersons'],
  [/(平均)?每(一)?个?团组?/, 'count.overseasGroups'],
]

/** Words about the year before a conversation's year, not about the calendar. */
export const PRIOR_WORDS = /上年|上一年|前一年/

export const UNIT_WORDS: readonly (readonly [RegExp, '元' | '千元' | '万元' | '亿元'])[] = [
  [/(用|按|以|换(算)?成|折合|合)(多少)?亿(元|为单位)?|多少亿/, '亿元'],
  [/(用|按|以|换(算)?成|折合|合)(多少)?万元?(为单位)?/, '万元'],
  [/(用|按|以|换(算)?成|折合|合)(多少)?(元|块)(为单位)?|多少元|几元/, '元'],
]

export const HELP_WORDS =
  /^(帮助|怎么用|怎么问|使用说明|使用方法|你会什么|你能(做|干)什么|能做什么|说明书?|help|\?|？|你好|您好|hi|hello|嗨|在吗)[?？!！。]*$/
export const DEPARTMENTS_WORDS =
  /(有|收录|知道|能查)了?(哪些|哪几个|什么|几个|多少个?)(部门|单位|报告)|(哪些|哪几个)(部门|单位)|部门(列表|名单|清单)|^(所有|全部)?(部门|单位)$/
export const CHECK_WORDS =
  /核对|勾稽|自相矛盾|矛盾|对不上|对得上|对不对得上|平不平|有没有(错|问题)|(有|有什么|哪些|什么)(错误|错|问题)(吗|么)?$|查错|前后不一致|不一致/

/** Things people ask a bot that a final account does not tell. */
export const OUTSIDE_WORDS =
  /天气|气温|下雨|书记|主任是|局长|市长|区长|谁是(?!最)|(?<!最(高|多|低|少|大|小|省).{0,4})(?<!第.名)是谁|电话号码|电话多少|地址|在哪里|怎么走|几点|星期几|今天几号|笑话|股票|股价|彩票|房价|新闻|唱歌|写(一)?首|作诗|翻译|菜谱|吃什么|你(是|叫)(谁|什么)|机器人|爱你|比赛|足球|电影|腐败|贪污|贪了|举报|违法|涉嫌/

/** A question about a person's own money is none about the accounts. */
export const PERSON_WORDS =
  /(书记|主任|局长|区长|市长|部长|处长|科长|领导|公务员|他|她|某人)(本人|个人|一个月)?的?(工资|收入|薪酬|薪水|奖金|财产|房子|身家)/

/**
 * Words that carry no meaning of their own here, by kind. Single characters only where they could not be the rest of a
 * torn word that changes the question (比, 占, 用, 同 are none).
 */
export const FILLERS: readonly string[] = [
  '执行数 执行金额 执行了多少 执行多少 项目执行 年度 度 不对 错了 不客气 我是说 我问的是 发了 发放 发多少 交了 缴纳 交多少 买了 买多少 排列 预算和决算 预算与决算 预算及决算 预算决算 决算和预算 决算与预算 预决算 功能科目 经济科目 功能分类 经济分类 几个 几名 几位 几人 三项 两项 几项 四项 五项 这几项 所有部门 全部部门 各部门 所有单位 各单位 这些部门 所有 这些 几倍 多少倍 三家 两家 四家 五家 几家 这几家 三个部门 五个部门 两个部门 四个部门 几个部门 谢谢您 谢谢你 谢谢 多谢 感谢 劳驾 辛苦 请教 请问一下 请问 请 麻烦您 麻烦你 麻烦 帮我 帮忙 帮 老师 同志 亲 小助手 查账',
  '查一下 查下 查询 查查 查 查看 看一下 看看 看 告诉我 说一下 说说 说 问一下 问问 问 我想知道 想知道 知道 我想 我要 想 要 了解一下 了解 一下 想了解',
  '画一张 画一个 画个 画 给我 列出 列一下 列 显示 能不能 可以 能否 能 给 需要 希望 应该 请给出 给出 提供 介绍',
  '一共 总共 共计 合计 全年 一年 年度 当年 本年度 本年 全部 总的 总数 总额 整个 到底 究竟 大概 大约 左右 差不多 实际 具体 详细 准确 确切 目前 现在 已经 共',
  '花了多少钱 花了多少 花多少钱 花多少 花费 花掉 花了 花在 花 用了多少钱 用了多少 用多少钱 用多少 用了 用掉 用去 用在 用于 多少钱 多少 几多 几万 几元 几块 花出去 支付 开销 投入',
  '支出 收入 开支 费用 经费 金额 数额 数字 数据 情况 明细 构成 组成 来源 分别 各是 各有 各为 各 方面 项目 科目 这项 这块 这笔 部分 规模',
  '决算数 决算 预算数 预算 报告 公开 钱 表示 万元 亿元 元 块 万 亿 数额是 数',
  '是多少 有多少 为多少 是什么 什么 啥 怎么样 如何 怎样 咋样 是不是 有没有 有哪些 哪些 是 有 为 在 的 了 呢 吗 吧 啊 呀 嘛 么 哦 哈 喂 呗 嗯 哎 好的 多不多 高不高 大不大 贵不贵',
  '比较 对比 相比 一起 放在一起 进行 一比',
  '那么 那 这 它们 它 他们 你们 我们 我 你 您 和 与 以及 及 跟 同 比 对 把 被 从 到 里面 里 当中 其中 中 上面 下面 来 就 都 也 还有 还 又 再 每个 个 另外 然后 接着 顺便 多大 多高 安排了 安排',
  '该部门 这个部门 该单位 本部门 部门 单位 按 以 换算成 换成 折合',
].flatMap((words) => words.split(' '))
