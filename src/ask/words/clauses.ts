import { CHECK_WORDS } from './lexicon.ts'
import { isRetold } from './working-out.ts'

/** One message, several wishes: where it parts, what only leads up to them, and lists of measures spelled out. */

export interface Segment {
  readonly text: string
  /** Does it ask for something? */
  readonly asks: boolean
}

/** Marks between clauses; a comma between digits parts none, nor does anything inside brackets. */
const MARK = /[，,；;。？?！!\n]+(?!\d{3}(?!\d))/u

const ASKS =
  /多少|好多|几多|几(?!乎|年来)|[吗么呢呗](?=$|[^\p{Script=Han}])|什么|啥|哪|谁|怎么|咋|如何|怎样|是否|是不是|有没有|对不对|干嘛|多大|百分(之|比)|最(高|低|多|少|大|小)|排(名|行|第)/u
/** Nouns that ask by themselves where they end a clause. */
const MEASURES: readonly (readonly [kind: string, words: string])[] = [
  ['both', '预算数?(?:和|与|及|、)决算数?|预决算数?|决算数?(?:和|与|及|、)预算数?'],
  ['budget', '(?:年初|全年|调整后?)?预算(?:数|额|金额)?|计划数'],
  ['final', '决算(?:数|额|金额)?|(?:全年)?执行(?:数|额|金额)|实际(?:支出|支付|执行)?(?:数|额)?'],
  ['completion', '(?:预算)?(?:完成|执行)(?:率|比例|百分比|进度|情况)'],
  ['share', '(?:所)?占(?:总支出|支出|比)?的?(?:比例|比重|百分比)|占比|比重'],
  ['change', '(?:同比|比上年|比去年|较上年)?(?:增减|增长|下降|变化|变动|升降)(?:额|率|幅度|幅|情况)?|[增降涨]幅|同比'],
  ['perHead', '人均(?:数|额)?'],
  ['score', '(?:自评)?(?:得分|分数|总分|评分)'],
  ['prior', '(?:上年|去年)(?:的)?(?:决算)?(?:数|金额)?'],
]
const MEASURE = MEASURES.map(([, words]) => `(?:${words})`).join('|')
const ENDS_IN_MEASURE = new RegExp(`(?:${MEASURE})(?:分别|各)?(?:是|呢)?$`, 'u')

/** Nothing but a number is asked: it belongs to what stands before. */
const BARE =
  /^(那么?|又|就|都|也|分别|各自?|一共|总共|到底|具体)*(是|有|为|花了?|用了?)?(多少|几多|好多|几)(个|钱|万?元|万|亿|人|辆)?(钱|呢|啊|呀|的)?$|^(那么?|是|为|有)*(百分之(几|多少)|百分比|几成|幅度|比例)(也要|呢|是多少|多少|是几)?$/u
/** 谁高，高多少: how far apart those are that were just compared. */
const APART = /^(又|那|到底|一共|总共)?(相?差|多|高|少|低|大|小|贵|便宜)(了|出)?(多少|几)/u
const COMPARES = /谁|哪(一?个|家|边|年|项)|比|和|跟|与/u

/** 我也找不到表在哪 asks for no figure. */
const COUNTS = /多少|好多|几|率|比例|占比|是不是|是否|有没有|吗(?=$|[^\p{Script=Han}])/u
/** Does a piece ask for something by itself? */
export const asks = (text: string): boolean => (ASKS.test(text) && (COUNTS.test(text) || !isTalk(text))) || ENDS_IN_MEASURE.test(text)

/** The pieces of a text between its marks; a blank parts two pieces where both of them ask. */
function pieces(text: string): string[] {
  const held: string[] = []
  const open = text.replace(/[(（][^()（）]*[)）]/gu, (bracket) => `\ue001${held.push(bracket) - 1}\ue002`)
  const whole = (piece: string): string => piece.replace(/\ue001(\d+)\ue002/gu, (_, i: string) => held[Number(i)] ?? '')
  return open
    .split(MARK)
    .flatMap(byBlanks)
    .map((piece) => whole(piece).trim())
    .filter((piece) => piece !== '')
}

/** 多少啊有的地方说…: behind the particle that ends a question something else begins. */
const PARTICLE =
  /(?<=(?:多少|几|什么)[\p{Script=Han}]{0,4}[啊呀嘛])(?=\p{Script=Han}{4})|(?<=(?:多少|几[个次人辆])(?:钱|万元|元|人|辆|次)?)(?=有没有|是不是|是否|为什么|为啥|怎么会)/u

function byBlanks(text: string): string[] {
  const words = text
    .trim()
    .split(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/u)
    .flatMap((word) => word.split(PARTICLE))
  return words.reduce<string[]>((so, word) => {
    const last = so.at(-1)
    return last !== undefined && !(asks(last) && asks(word)) ? [...so.slice(0, -1), `${last} ${word}`] : [...so, word]
  }, [])
}

/** The wishes of a message in order, each with what leads up to it. A message with one wish is one, however it is marked. */
export function wishesOf(text: string): Segment[][] {
  const wishes: Segment[][] = []
  let open: Segment[] = []
  for (const piece of pieces(text)) {
    const segment = { text: piece, asks: !isRetold(piece) && asks(piece) }
    const last = wishes.at(-1)
    const compared = last !== undefined && APART.test(piece) && last.some(({ text: before }) => COMPARES.test(before))
    if (last !== undefined && open.length === 0 && (BARE.test(piece.replace(/ /g, '')) || compared || CHECK_WORDS.test(piece)))
      last.push(segment)
    else {
      open.push(segment)
      if (segment.asks) {
        wishes.push(open)
        open = []
      }
    }
  }
  const last = wishes.at(-1)
  if (last === undefined) return [open.length === 0 ? [{ text, asks: false }] : open]
  last.push(...open)
  return wishes
}

const LIST = new RegExp(`(?:${MEASURE})(?:(?:、|和|与|及|以及|还有|,|，| )+(?:${MEASURE}))+`, 'u')

/** 年初预算、决算和完成率 of one thing, as one question for each; budget and final stay together, as a plain answer shows them. */
export function withMeasuresApart(text: string): string[] {
  const list = LIST.exec(text)?.[0]
  if (list === undefined) return [text]
  const said = list.match(new RegExp(MEASURE, 'gu')) ?? []
  const kinds = said.map((words) => ({
    words,
    kind: MEASURES.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(words))?.[0] ?? '',
  }))
  const phases = kinds.filter(({ kind }) => kind === 'budget' || kind === 'final' || kind === 'both')
  const apart = kinds.filter((one) => !phases.includes(one))
  if (apart.length === 0) return [text]
  const [before = '', after = ''] = text.split(list)
  const phase = phases.length > 1 ? '预算和决算' : (phases[0]?.words ?? null)
  const first = kinds[0] !== undefined && phases.includes(kinds[0])
  const words = [
    ...(first && phase !== null ? [phase] : []),
    ...apart.map((one) => one.words),
    ...(!first && phase !== null ? [phase] : []),
  ]
  return words.map((one) => `${before}${one}${after}`)
}

/** People speak of themselves, of what they heard or feel: such a clause asks for no figure. */
const TALK =
  /我|你|您|咱|俺|领导|老板|主任说|同事|朋友|群众|记者|市民|居民|学生|关心|惦记|在意|好奇|放心不下|疫情|真(?:的|是)?(?:就)?(?:花|用|有|要)(?:了|掉)?(?:这么|那么|如此|恁)|听说|听人|看到|看见|刚看|网上|新闻|有人|人家|别人|有的|刚才|刚刚|昨天|今天|明天|突然|加班|打扰|不好意思|麻烦|辛苦|谢谢|感谢|因为|由于|为了|准备|要开会|写材料|做材料|汇报|核实|很急|比较急|着急|平时|感觉|觉得|以为|怀疑|发现|奇怪|不对|不懂|不太|找不到|没找到|搞不清|弄不清|记得|记不清|真的假的|怎么回事|是吗|对吧|好像|算了|话说/u
export const isTalk = (text: string): boolean => text.length >= 3 && TALK.test(text)

/** What such a clause must not say: it would narrow the question. */
const RESTRICTING =
  /不(算|含|包括|包含|计|要)|除(了|去|开|掉|外)|扣(除|掉)|剔除|去掉|以外|之外|只(算|看|要|统计)|仅|如果|假如|要是|按(?!理)|减去|加上|其余|剩下|合并|口径/u
export const isRestricting = (text: string): boolean => RESTRICTING.test(text)
