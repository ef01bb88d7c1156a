/** Amounts that the asker already knows and only says again: （25人）, 0.6万, 按7个人. They narrow nothing; nor does how a figure is to be rounded. */

const AMOUNT = '约?\\d[\\d,]*(?:\\.\\d+)?\\s*(?:个?(?:亿|万|千|百)(?:元|块)?(?:多|左右)?|元|块钱?|%|个?人(?!次)|辆|台)'
const BRACKETED = new RegExp(`[(（](?:[在现共约是为即]|职|有|其中|按)*${AMOUNT}[^()（）]{0,6}[)）]`, 'gu')
/** Where a name goes on (50万元以上通用设备) or something is set against it the amount is no restatement. */
const PLAIN = new RegExp(`(?:按照?|就|才|是|为|有|共|只有)?(?<![\\d.前])${AMOUNT}(?:的?(?:算|计算|来算))?`, 'gu')
const GOES_ON = /^\s*(元|块)?(以[上下内外]|次|个|分|多?元)/

/** 保留一位小数, 精确到0.01: figures are given as printed, computed ones with two decimals. */
const ROUNDING =
  /(?:请|要|就|都|并)?(?:四舍五入)?(?:精确|保留|四舍五入|准确|取|算|约|留)(?:到|成|至|为|个)?(?:小数点?(?:后面?)?)?[一二两三四五1-5](?:位|个)(?:小数|有效数字)?(?:点)?(?:就行|就好|就可以|即可)?|(?:精确|保留|四舍五入|取)(?:到|成|至|为)?(?:整数|个位数?|0\.0*1|百分位|千分位|小数点后[一二两三四1-4]位)|四舍五入(?:一下)?|(?:用|按|以|写成)百分数(?:形式|表示)?/g

export interface Restated {
  readonly said: readonly string[]
  readonly rest: string
}

/** @param text a question from which amounts that figures are to be held against are already gone */
export function withoutRestated(text: string): Restated {
  const said: string[] = []
  const take = (words: string): string => {
    said.push(words.replace(/[()（）]/g, '').trim())
    return ' '.repeat(words.length)
  }
  const open = text.replace(ROUNDING, take).replace(BRACKETED, take)
  const rest = open.replace(PLAIN, (words, at: number) => (GOES_ON.test(open.slice(at + words.length)) ? words : take(words)))
  return { said, rest }
}
