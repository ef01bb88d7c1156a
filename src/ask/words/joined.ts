import type { Item, Query } from '../query.ts'

/** How several things are wanted as one: added up, apart, beside what was asked before; and what of the last answer is to be shown. */

export const SUM_WORDS =
  /(?:搁|放|加|合|凑|算|并|拢|归)(?:到|在)?(?:一块儿?|一起|一堆儿?|一处)(?!比|看|对比|来比)(?:算|来算)?|加起来|加在一起|加总|加一起|合起来|合在一起|相加|总和|之和|的和(?=是|$|[？?])|汇总/
export const TOTAL_WORDS = /一共|总共|合计|总计|总和|加起来|共(?=花|用|多少|支|有)/
/** Between or behind several items these ask for their sum. */
const ADDED_WORDS = /一共|总共|合计|总计|共(?=计|花|用|多少|是)|加上?(?= )/
const EACH_WORDS = /(各|分别)占/
const APART_WORDS =
  /(多|少|高|低|大|小)(了|出)?(多少|几|些)|相差(了)?(多少|几)?|差(了)?(多少|几)|差额|之差|(哪个|哪项|谁)(更)?(多|高|大|少|低|小|贵)/

/** 一共多少 alone: of what was asked before. */
const BARE_TOTAL = /^(那|这|它们)?(些|几项|[两二三四]项)?(一共|总共|合计|总计|共)(是|有)?多少(钱|万?元)?(呢|啊)?[？?。]*$/

/** Several items as one answer: their sum, their difference, the share of each. */
export function joinedOf(text: string, items: readonly Item[]): { readonly joined: Query['joined']; readonly rest: string } {
  if (/(几|多少)倍/.test(text)) return { joined: 'times', rest: text.replace(/的?(几|多少)倍/, ' ') }
  if (items.length > 1 && EACH_WORDS.test(text)) return { joined: 'each', rest: text }
  if (SUM_WORDS.test(text)) return { joined: 'sum', rest: text.replace(SUM_WORDS, ' ') }
  if (BARE_TOTAL.test(text)) return { joined: 'sum', rest: '' }
  const listed =
    items.length > 1 && !items.some(({ subjects: [subject] }) => subject === 'revenue.total' || subject === 'expenditure.total')
  if (listed && ADDED_WORDS.test(text)) return { joined: 'sum', rest: text.replace(ADDED_WORDS, ' ') }
  const apart = items.length === 2 && !/上年|去年|预算/.test(text) && APART_WORDS.test(text)
  return apart ? { joined: 'apart', rest: text.replace(APART_WORDS, ' ') } : { joined: null, rest: text }
}

/** 比卫生健康支出多多少, without saying what is more. */
export const contrasts = (text: string): boolean => /^那?[比跟和与](?!上年|去年|预算)/.test(text.trim()) && APART_WORDS.test(text)

export const ALL = { order: 'largest', limit: null, place: false } as const
/** 和硚口比呢, 跟硚口差多少: beside what was asked before. */
export const BESIDE_CONTEXT =
  /^那?(和|跟|与|同|比)[^，。？]{2,}(比|差|多|少|高|低|呢)|^(那|再|还|也|把|要是|如果)*(加上?|算上|带上|连上|连同|加入|添上|并上)[^，。？]{2,}/
/** 再加上洪山和汉南: all of them join. */
export const JOINING = /^(那|再|还|也|把|要是|如果)*(加上?|算上|带上|连上|连同|加入|添上|并上)/
export const BESIDE_WORDS =
  /^(那|再|还|也|把|要是|如果)*(加上?|算上|带上|连上|连同|加入|添上|并上)|进来|进去|一起(比|看|算)?|对比|相比|比较|比起来|比|谁(更)?(高|低|多|少)|哪个(更)?(高|低|多|少)|相?差(了)?(多少|几)?|[多少高低](了)?多少|[高低多少]/g

const SHOW_WORDS: readonly (readonly [RegExp, 'steps' | 'sources'])[] = [
  [/(是)?(怎么|如何|咋|怎样)(算|计算|得|推算?)(出)?(来)?的?|计算过程|计算方法|算式|推算过程|怎么来的/, 'steps'],
  [
    /^(看|查|查看|看看|显示|给我看?)?(一?下)?(报告)?(的)?(原文|出处|数据?来源|来源|依据)(呢|是什么|在哪里?|在哪儿|在第?几页)?$|(出自|来自)(哪里|哪儿|哪张表|哪个表)|哪来的|哪里来的|在哪(一)?(页|张表|个表)|第几(页|行)/,
    'sources',
  ],
]

export function showOf(text: string): { readonly show: Query['show']; readonly rest: string } {
  for (const [pattern, show] of SHOW_WORDS) {
    const said = pattern.exec(text.replace(/[？?。！!~～]+$/, ''))?.[0]
    if (said !== undefined) return { show, rest: text.replace(said, ' ') }
  }
  return { show: null, rest: text }
}
