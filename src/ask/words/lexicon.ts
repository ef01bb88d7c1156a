/** Words of a question beside names, years and items. Data: a word more needs no line of code. */

/** A phrase that ends so names an item, even one that no list knows. */
export const ITEM_END = /(费|款|金|补助|补贴|活动|工程|建设|项目|支出|工作|资金)$/

/** Words about the year before a conversation's year, not about the calendar. */
export const PRIOR_WORDS = /上年|上一年|前一年/

const INTO = '(?:用|按|以|换成|换算成|换算为|折合成?|折算成?|折算为|折成|折|合成?|转换成|转成|化成)(?:人民币)?(?:多少|几)?'
export const UNIT_WORDS: readonly (readonly [RegExp, '元' | '千元' | '万元' | '亿元'])[] = [
  [new RegExp(`${INTO}个?亿(元|为单位)*|(多少|几)个?亿`), '亿元'],
  [new RegExp(`${INTO}万元?(为单位)?`), '万元'],
  [new RegExp(`${INTO}(元|块)(为单位)?|(多少|几)元`), '元'],
]

export const HELP_WORDS =
  /^(帮助|怎么用|怎么问|使用说明|使用方法|你会什么|你能(做|干)什么|能做什么|说明书?|help|\?|？|你好|您好|hi|hello|嗨|在吗)[?？!！。]*$/
export const DEPARTMENTS_WORDS =
  /(有|收录|知道|能查)了?(哪些|哪几个|什么|几个|多少个?)(部门|单位|报告)|(哪些|哪几个)(部门|单位)|部门(列表|名单|清单)|^(所有|全部)?(部门|单位)$/
export const CHECK_WORDS =
  /核对|勾稽|一致[吗么]|一不一致|是否一致|加[得不]起来|加[得不]拢|对[得不]拢|对[得不]起来|合[得不]上|(怎么|为啥)(会)?不一样|口径(是不是)?(一样|一致|相同)|自相矛盾|矛盾|对不上|对得上|对不对得上|平不平|有没有(错|问题)|(有|有什么|哪些|什么)(错误|错|问题)(吗|么)?$|查错|前后不一致|不一致|(多少|几)(处|个)?(错误|错|问题|矛盾)(?!最)/

/** Things people ask a bot that a final account does not tell. */
export const OUTSIDE_WORDS =
  /天气|气温|下雨|书记|主任是|局长|市长|区长|谁是(?!最)|(?<!最(高|多|低|少|大|小|省).{0,4})(?<!第.名)是谁|电话号码|电话多少|地址|在哪里|怎么走|几点|星期几|今天几号|笑话|股票|股价|彩票|房价|新闻|唱歌|写(一)?首|作诗|翻译|菜谱|吃什么|你(是|叫)(谁|什么)|机器人|爱你|比赛|足球|电影|腐败|贪污|贪了|举报|违法|涉嫌/

/** A question about a person's own money is none about the accounts. */
export const PERSON_WORDS =
  /(书记|主任|局长|区长|市长|部长|处长|科长|领导|公务员|(?<!其)他|她|某人)(本人|个人|一个月)?的?(工资|收入|薪酬|薪水|奖金|财产|房子|身家)/
