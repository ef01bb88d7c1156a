import type { Operation } from '../query.ts'

/** A phrase that ends so names an item, even one that no list knows. */
export const ITEM_END = /(费|款|金|补助|补贴|活动|工程|建设|项目|支出|工作|资金)$/

/** Words of a question beside names, years and items. Data: a word more needs no line of code. */

/** Which way and by how much, after 比上年 and 比预算. */
const MOVES = '(是|的)?(增加|减了|减少|增长|下降|上升|变化|变动|相差|相比|节约|节省|结余|超支|少花|多花|超|多|少|高|低|涨|降|差|省|减)'
const MOVED = `(${MOVES}{1,2}(了|出)?(多少|几|百分之几)?)?`
const SURELY_MOVED = `${MOVES}{1,2}(了|出)?(多少|几|百分之几)?`

/** What is to be done with the figure; the first row that matches wins. */
export const OPERATION_WORDS: readonly (readonly [RegExp, Operation])[] = [
  [
    /人均|平均每(个)?人|每人平均|每个人|(平均)?每(一)?(辆|台)(公?车|车辆)?|(平均)?每(一)?批次?|(平均)?每(一)?人次|(平均)?每(一)?个?团组?/,
    'perHead',
  ],
  [
    /占比|占多少|占几成|比重|占[^，。？]{0,40}(多少|几成|百分之几|比例|比重|比率|几)|所占比例|比例是多少|(?<!(增|涨|降|减|升|跌|少|多|长|加|成|预算)了?)百分之几/,
    'share',
  ],
  [
    /完成率|执行率|完成了?多少|完成年初预算|预算完成(率|比例|情况)?|完成情况|执行情况|完成比例|完成百分|完成(年初)?(预算|了)(的)?(百分之几|几成)/,
    'completion',
  ],
  [
    new RegExp(
      `(比|较|与|和|跟)(年初)?预算(数)?${MOVED}|预算(数)?(比|较|与|跟|和)决算(数)?${SURELY_MOVED}|超支|节约了?多少|节省了?多少|省下?了?多少|差预算多少|少花了?多少|多花了?多少|超(过)?(了|出)?(年初)?预算(多少|了)?|(没花完|结余了)多少预算`,
    ),
    'difference',
  ],
  [
    new RegExp(
      `(?<!对)(比|较)(上年|去年|上一年|前一年)度?${MOVED}|(比|较)\\s*(20\\d\\d年?度?|\\d\\d年)度?${SURELY_MOVED}|(同|与|和|跟)\\s*(20\\d\\d年?度?|上年|去年|上一年|前一年)度?\\s*(相比|比较|比|相差|差)${MOVED}|同比${MOVED}|环比|增长(率|了|多少)|(增加|减少|下降|增长|上升|上涨|涨|降|减|升)了?(多少|百分之几|几成|几个百分点)|涨了|增减|变化|多了多少|少了多少|升降|涨幅|增幅|降幅`,
    ),
    'change',
  ],
  [/打算花|计划花|准备花|年初预算(数)?|预算数|预算(是|有|安排)?(了)?多少|预算金额|预算(呢|吗)?(?=[\s，。？?！!,]|$)|的预算/, 'budget'],
  // Whatever else is said of a 预算 asks for it, unless the 决算 is wanted beside it.
  [/(?<!决算.*)预算(数|额|金额)?(?!.*决算)/, 'budget'],
]

/** The words that operations are made of. */
export const OPERATION_PARTS =
  /人均|平均|每(个|一)?人|每(一)?(辆|台|批次?|人次|个?团组?)(公?车|车辆)?|百分之几|占几成|所?占|比重|比例|占比|完成率|执行率|完成了?|执行|情况|年初|预算数?|决算数?|20\d\d年?度?|(?<!\d)\d\d年|上一?年|去年|前一年|度|同比|环比|增长率?|增加|减少|下降|上升|增减|减了?|省下?了?|变化|升降|[涨增降]幅|涨|多少|相比|比较|相差|超过|超支|节约|节省|超|结余|安排|金额|[比较与和跟同差多少低高了的是有呢吗率几成，,]/g

/** What an average is taken over, where it is not the staff. */
export const PER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/退休(人员|职工|干部)(的)?(人均|平均(每人)?)|(人均|平均)?每(一)?(个|名|位)退休(人员|职工|干部)/, 'told:退休人员'],
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
  /核对|勾稽|自相矛盾|矛盾|对不上|对得上|对不对得上|平不平|有没有(错|问题)|(有|有什么|哪些|什么)(错误|错|问题)(吗|么)?$|查错|前后不一致|不一致|(多少|几)(处|个)?(错误|错|问题|矛盾)(?!最)/

/** Things people ask a bot that a final account does not tell. */
export const OUTSIDE_WORDS =
  /天气|气温|下雨|书记|主任是|局长|市长|区长|谁是(?!最)|(?<!最(高|多|低|少|大|小|省).{0,4})(?<!第.名)是谁|电话号码|电话多少|地址|在哪里|怎么走|几点|星期几|今天几号|笑话|股票|股价|彩票|房价|新闻|唱歌|写(一)?首|作诗|翻译|菜谱|吃什么|你(是|叫)(谁|什么)|机器人|爱你|比赛|足球|电影|腐败|贪污|贪了|举报|违法|涉嫌/

/** A question about a person's own money is none about the accounts. */
export const PERSON_WORDS =
  /(书记|主任|局长|区长|市长|部长|处长|科长|领导|公务员|(?<!其)他|她|某人)(本人|个人|一个月)?的?(工资|收入|薪酬|薪水|奖金|财产|房子|身家)/
