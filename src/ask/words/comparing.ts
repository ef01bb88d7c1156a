/** Words that set two or more departments against each other. Beside several names they say nothing of their own: both figures and their difference are shown anyway. */

const MORE = '[高多大少低小贵省强狠]'
const MANY = '(?:多少|几|好多|几多|多大|多远|一?些|一?点)'
const UNIT = '(?:个百分点|个|辆|台|人次|人|名|位|成|万元|万|块|元|亿|批次|批|次)'
/** 比预算多多少 and 比上年少多少 are asked of each of them. */
const OF_EACH = '(?<!(?:预算|上年|去年|决算|增加|减少|[比较与和跟同对]\\s?(?:20)?\\d\\d年)(?:相比)?的?|[减增降缩变])'

const ROWS: readonly (readonly [pattern: RegExp, meant: string])[] = [
  [/(?<![公用购买])车(?=(?:更|还是?)?(?:多|少)(?!少))/g, '车辆数'],
  [/(?<=的| |^)人(?=(?:更|还是?)?(?:多|少)(?!少))/g, '在职人数'],
  [/(?:更|是)?(?:多|高|大)还是(?:更)?(?:少|低|小)|(?:更|是)?(?:少|低|小)还是(?:更)?(?:多|高|大)/g, ' '],
  // 多几辆车 still asks for 几辆车.
  [/(?<![减增降缩变])(?:相差|多|少|差)(?:出|了|着)?(?=(?:几|多少)(?:辆|台|个?人|名|位|批|人次))/g, ' '],
  [new RegExp(`${OF_EACH}(?:相差|差距|差额|${MORE}|差)(?:出|花费?|用|支出|开支|支|拿|发|买|占)?了?${MANY}${UNIT}?(?:钱|车|人)?`, 'g'), ' '],
  // 差老鼻子了还是就差一点: how far, in words.
  [
    /(?:是)?(?:相差|差)(?:得|了|着)*(?:老鼻子|老多|老大|老远|远|很多|好多|不少|蛮多|海了|多)(?:了|去了)*(?:还是|或者?|，)(?:就|只|才|也就)*(?:相差|差)(?:得|了|着)*(?:不多|一?丢丢|一?丁点|一?点点|一?点|一些|些)(?:儿)?/g,
    ' ',
  ],
  [/(?:相差|差)(?:得|了|着)*(?:老鼻子|海)(?:了|去了)*/g, ' '],
  [/相差|差距|差额|差别|差异|悬殊|比一比|比比看?|比一下|较量一下?|放在?一[起块](?:比|看)?|pk|vs|之间的?/g, ' '],
  [/谁家?的?|哪一?(?:个|家|边|方)(?:部门|单位)?的?/g, ' '],
  [new RegExp(`(?:花|用)?的?钱?得?(?:更|还要?|比较|要)?(?!(?<=多)少)${MORE}(?:钱|一?些|一?点|了)?(?=[，,。？?！! 呢啊吗]|$)`, 'g'), ' '],
]

/** A text about several departments without the words that only compare them. */
export const withoutComparing = (text: string): string => ROWS.reduce((so, [pattern, meant]) => so.replace(pattern, meant), text)

/** 谁花钱多, 哪个少: which of them is asked for; null where it is not. */
export function whichOf(text: string): 'largest' | 'smallest' | null {
  if (!/谁|哪一?(?:个|家|边|方)(?!项|年)/.test(text)) return null
  const more = new RegExp(`(?:谁|哪一?(?:个|家|边|方))[^，。？?]{0,12}?(${MORE})(?!少的?$)`).exec(text)?.[1]
  return more === undefined ? null : /[少低小省]/.test(more) ? 'smallest' : 'largest'
}

/** 差多少, 相差几辆, 多多少: nothing but the difference of what was told before. */
const GAP =
  /^(?:那么?|它们|他们|(?:这|那)?(?:两[家个者]|俩|哥俩|两家伙)(?:数字?|数据|金额|数目|年|项)?|二者|两边|之间|中间|到底|究竟|一共|总共)*的?(?:相差|差距|差额|之差|差别|差|高|多|少|低|大|[多少](?:花|用|支|收|开支|支出)|省下?|节约|节省|超支)(?:了|出|有|是|着)*(?:多少|几|好多|几多|多大|多远)?(?:个|辆|台|人|名|倍|万元?|元|块)?钱?(?:呢|啊|呀)?$/
export const isBareGap = (text: string): boolean => {
  const plain = text.replace(/[？?。！!，, ]/g, '')
  return GAP.test(plain) && /差|多少|几|好多|多大|多远/.test(plain)
}

/** 里面加油的占多少, 其中货物呢: a part of what was told before. */
export const isInside = (text: string): boolean =>
  /^(?:那么?|它|这)?(?:里面|里头|里边|这里面|当中|其中|其中的|这当中|这中间)(?:的)?(?=\S)/.test(text)
