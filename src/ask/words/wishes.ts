import type { OutputKind } from '../../domain/answer.ts'
import type { PassageAsked, Query, Ranking } from '../query.ts'
import { COUNT as NUMBER, numberOf } from './numerals.ts'

/** What a question wants beyond a figure: an order, several years, a picture, a file, a reason, the report's own text. */
export type Wishes = Pick<Query, 'ranking' | 'span' | 'passage' | 'output'> & { readonly why: boolean; readonly rest: string }

const COUNT = `(${NUMBER})`
const WHO = '(哪(一)?(个|家|些|几个|几家)?(部门|单位|家|个)?|谁(家)?|(各|所有|全部)(个|家)?(部门|单位|家))的?'

/** What people call the most of something, and the least. */
const MOST = '最(多|高(?!人民)|大|贵|费钱|[能会敢舍得]{1,2}花钱?|狠|猛|凶|厉害|严重|离谱|夸张|快|突出|阔|强|好)'
const LEAST = '最(少|低|小|省钱?|节约|节俭|节省|抠门?|会过日子|慢|差|弱)'

/** A word of order, and what it says; the first that matches wins. */
const RANKING_WORDS: readonly (readonly [RegExp, Ranking['order'] | null])[] = [
  [new RegExp(`(${LEAST}的?|倒数|垫底|末位|老末)(前|第)?${COUNT}?(个|名|家)?`), 'smallest'],
  [/(从|由|按)?(低|少|小)到(高|多|大)/, 'smallest'],
  [new RegExp(`(${MOST}|榜首|冠军|头名)的?(前)?${COUNT}?(个|名|家)?`), 'largest'],
  [/(从|由|按)?(高|多|大)到(低|少|小)/, 'largest'],
  [new RegExp(`(?:排在?|名列|位列|位居)?(前|top ?)${COUNT}(?!个?(年|季))(个|名|家|位)?(部门|单位)?`), 'largest'],
]
/** 最高和最低的各是谁: both ends of the order. */
const BETWEEN = '(?:的|是|各|分别|都|谁|哪一?[个家]|部门|单位|和|与|跟|及|以及|、|，|,|。|？|又|还有)*'
const BOTH = new RegExp(`(?:${MOST}${BETWEEN}${LEAST}|${LEAST}${BETWEEN}${MOST})的?`)
const RANKING_NOUN =
  /排名|排行榜?|名次|排序|排队|榜单|排(?:一?下|个|一排|一个|排|出个?|列个?|定)?(?:名次?|序|队|座次|行榜?|高低|先后)|排[一个]?[排下]|座次|(高低|大小|多少)(?:顺序|次序|排列)|(排|位居|位列|是)第几(名|位)?|第几(名|位)/
/** 谁家高, 哪个部门多: without 最 this asks for an order as well. */
const WHO_MORE = new RegExp(`${WHO}[^，。？?]{0,14}?(更)?(高|多(?!少)|大|(?<!多)少|低|小|省)[些点一]?(?=[呢吗啊？?。！!，, ]|\\d|$)`)
const LESS = /少|低|小|省/
/** A question for an item or a year is no question for a department. */
const NOT_WHO = /(哪|什么|何)(一)?(年|项|类|款|科目|块|方面|样|支出|费用|开支|收入)|(多|大)(少|高|大)?是什么/

function rankingIn(text: string): { readonly ranking: Ranking | null; readonly rest: string } {
  if (NOT_WHO.test(text)) return { ranking: null, rest: text }
  const both = BOTH.exec(text)?.[0]
  if (both !== undefined)
    return {
      ranking: { order: 'largest', limit: null, place: false, both: true },
      rest: text.replace(both, ' ').replace(new RegExp(WHO), ' '),
    }
  const place = /第几/.test(text)
  const noun = RANKING_NOUN.exec(text)?.[0]
  const said = RANKING_WORDS.map(([pattern, order]) => ({ found: pattern.exec(text), order })).find(({ found }) => found !== null)
  const more = noun === undefined && said === undefined ? WHO_MORE.exec(text) : null
  if (noun === undefined && said === undefined && more === null) return { ranking: null, rest: text }
  const limit = numberOf(
    said?.found?.slice(1).find((part) => part !== undefined && new RegExp(`^${COUNT}$`).test(part)) ??
      new RegExp(`(?:前|top ?)${COUNT}`).exec(text)?.[1],
  )
  const order = said?.order ?? (more !== null && LESS.test(more.at(-1) ?? more[0]) && !/多少/.test(more[0]) ? 'smallest' : 'largest')
  let rest = text
  for (const word of [noun, said?.found?.[0], new RegExp(WHO).exec(text)?.[0]]) if (word !== undefined) rest = rest.replace(word, ' ')
  if (more !== null) rest = rest.replace(/(更)?(高|多|大|少|低|小|省)[些点一]?(?=[呢吗啊？?。！!，, ]|\d|$)/, ' ')
  return { ranking: { order: smaller(more, order), limit, place }, rest }
}

/** 谁家花得少: the word at the end decides. */
const smaller = (more: RegExpExecArray | null, order: Ranking['order']): Ranking['order'] =>
  more !== null && /(少|低|小|省)[些点一]?$/.test(more[0]) ? 'smallest' : order

/** 三年, 2年 without 近: so many years where none are named, a mere summary of those that are. */
const BARE_SPAN =
  /(?<![上前去今明后大半整每第初末一二三四五六七八九十百])((?<!\d)[2-9]|[两二三四五六七八九十])个?(?:年度?|年份)(?:来|间|内|里|之间)?(?![级期前后初月末])/
const NAMED_YEAR = /(?:19|20)\d\d|(?<!\d)\d\d(?=年)/g

const SPAN_WORDS: readonly (readonly [RegExp, number | 'all' | 'since' | 'count'])[] = [
  [/(?<=(?:20)?\d\d年?度?)(?:以来|至今|到现在|到目前|到今天|起|开始)/, 'since'],
  [new RegExp(`(最)?(近|这|过去|前)的?${COUNT}个?(年|个年度|年度)(来|间|内|以来)?`), 'count'],
  [/(历|各|逐|每|这些|多|近几|这几|近些|几)(个)?年度?(来|以来)?(?!初)|每一年|(?<![\d上去前本今])年年/, 'all'],
  [/变化趋势|趋势|走势|历史数据|历史上/, 'all'],
  [/哪(一)?年(度)?的?(最)?(高|多|低|少)?/, 'all'],
]

function spanIn(text: string): { readonly span: Query['span']; readonly rest: string } {
  for (const [pattern, span] of SPAN_WORDS) {
    const found = pattern.exec(text)
    // 前一年 is the year before, not one year back from the latest.
    if (found === null || /^前(一|1)个?年/.test(found[0])) continue
    const count = span === 'count' ? numberOf(found.slice(1).find((part) => part !== undefined && numberOf(part) !== null)) : null
    const rest = text.replace(found[0], ' ').replace(/的?(变化趋势|趋势|走势|变化情况|变动情况|变化|变动|走向)/, ' ')
    // 哪年三公最高: the years are listed with the highest and the lowest of them.
    return {
      span: span === 'count' ? (count ?? 'all') : span,
      rest: /哪/.test(found[0]) ? rest.replace(/最(高|多|低|少|大|小)的?/, ' ') : rest,
    }
  }
  const bare = BARE_SPAN.exec(text)
  if (bare === null) return { span: null, rest: text }
  const named = (text.match(NAMED_YEAR) ?? []).length
  return { span: named > 1 ? null : numberOf(bare[1]), rest: text.replace(bare[0], ' ') }
}

const OUTPUT_WORDS: readonly (readonly [RegExp, OutputKind])[] = [
  [/xlsx?|excel|电子表格|表格文件/, 'xlsx'],
  [/csv/, 'csv'],
  [/json/, 'json'],
  [/markdown|\bmd\b/, 'markdown'],
]
const EXPORT_WORDS =
  /(把?(上面|以上|这些|这个|刚才|刚刚)?的?(结果|数据|数字|回答|内容|表)?)?(导出|下载|存成|保存|另存|输出|生成|给我)(一份|一个|为|成|到|来|的)*/
const DRAW = '(画|做|作|生成|看|要|来|(?<![支付])出)(一下|一?[张个幅]|成|出来|出|个)*'
const PICTURE_WORDS = new RegExp(
  `(${DRAW})?((柱状|条形|柱形|折线|饼|趋势|走势|对比|排名|构成|统计)图(表)?|图(表|片|形|示|像)|(?<=${DRAW})图|图$)(展示|显示|表示|看看|来看)*|可视化|^画(一下|出来|个)`,
)

function outputIn(text: string): { readonly output: OutputKind; readonly rest: string } {
  const file = OUTPUT_WORDS.find(([pattern]) => pattern.test(text))
  if (file !== undefined && (EXPORT_WORDS.test(text) || /(格式|文件|版|表)/.test(text) || text.trim().length <= 8))
    return {
      output: file[1],
      rest: text
        .replace(EXPORT_WORDS, ' ')
        .replace(file[0], ' ')
        .replace(/格式|文件|版本?(?=$|的|吧)/g, ' '),
    }
  if (/导出|下载|另存/.test(text)) return { output: 'csv', rest: text.replace(EXPORT_WORDS, ' ').replace(/文件|表格?/g, ' ') }
  const picture = PICTURE_WORDS.exec(text)?.[0]
  // 图书 and 地图 are no pictures of figures.
  if (picture !== undefined && !/图书|地图|图纸|版图|企图|意图|图审/.test(text)) {
    const kind = /趋势|走势|折线/.test(picture) ? ' 趋势 ' : /排名/.test(picture) ? ' 排名 ' : ' '
    return { output: 'picture', rest: text.replace(picture, kind) }
  }
  return { output: 'text', rest: text }
}

const WHY_WORDS =
  /为什么|为何|为啥|怎么会|什么原因|(的)?(主要)?原因(是什么|呢|是|有哪些|何在)?|怎么(就)?(这么|那么)?(多|少|高|低|增加|减少|涨|降)了?|凭什么|是何缘故|缘由/

/** Which way it went does not matter for the reason. */
const MOVED =
  /(比|较|与|和)?(上年|去年|预算)?(相比)?(会|就)?(这么|那么|如此)?(大幅)?(增加|减少|下降|增长|上升|上涨|降低|变化|没有?完成|超支|变)了?(这么|那么)?(多|少)?/g

const PASSAGE_WORDS: readonly (readonly [RegExp, PassageAsked])[] = [
  [/(主要)?(工作)?(职能|职责)(职责)?|(是)?(干|做)(什么|啥|嘛)(的|用的)|负责(什么|哪些|啥)|管(什么|哪些)(事|的|工作)?/, 'duties'],
  [/(重点|主要)工作(任务)?(完成)?(情况|进展)?|(干|做|完成)了(哪些|什么|啥)(工作|事情?|任务)|工作(完成|开展)情况/, 'work'],
  [/名词解释|什么是|是什么意思|啥意思|什么意思|(是)?指(的是)?什么|怎么(解释|理解)|的(含义|定义|解释)|(如何|怎样)理解/, 'glossary'],
  [/原文(里|中)?(怎么|是怎么|如何)?(说|写|讲|提到)?(的)?|搜(索|一下|一搜)?|检索|哪里(提到|写到|说到)|提到/, 'search'],
]

function passageIn(text: string): { readonly passage: PassageAsked | null; readonly rest: string } {
  for (const [pattern, passage] of PASSAGE_WORDS) {
    const said = pattern.exec(text)?.[0]
    if (said !== undefined) return { passage, rest: text.replace(said, ' ').replace(/(是|有)(什么|哪些)/, ' ') }
  }
  return { passage: null, rest: text }
}

/** Takes the wishes out of a normalised question; names of departments are already blanks. */
export function readWishes(text: string): Wishes {
  const { output, rest: withoutOutput } = outputIn(text)
  const why = WHY_WORDS.test(withoutOutput)
  const reasonless = why ? withoutOutput.replace(WHY_WORDS, ' ').replace(MOVED, ' ') : withoutOutput
  const { passage, rest: passageless } = why ? { passage: null, rest: reasonless } : passageIn(reasonless)
  if (why || passage !== null) return { ranking: null, span: null, passage, output, why, rest: passageless }
  const { span, rest: spanless } = spanIn(passageless)
  const { ranking, rest } = span === null ? rankingIn(spanless) : { ranking: null, rest: spanless }
  return { ranking, span, passage: null, output, why: false, rest }
}
