const DIGITS = '零一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'

/** 十一, 二十, 一百零五: as lists count. Beyond 999 the plain digits. */
function chinese(n: number, digits: string, ten: string, hundred: string, bareTen: boolean): string {
  if (n > 999) return String(n)
  const [h, t, u] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const of = (digit: number): string => digits[digit] ?? ''
  const hundreds = h > 0 ? of(h) + hundred + (t === 0 && u > 0 ? of(0) : '') : ''
  const tens = t === 0 ? '' : t === 1 && h === 0 && bareTen ? ten : of(t) + ten
  return hundreds + tens + (u > 0 || n === 0 ? of(u) : '')
}

/** a, b … z, aa, bb … as Word counts. */
const letters = (n: number, first: string): string =>
  n < 1 ? String(n) : String.fromCharCode(first.charCodeAt(0) + ((n - 1) % 26)).repeat(Math.min(20, Math.ceil(n / 26)))

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(n: number): string {
  let left = Math.min(n, 399)
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value)
    left -= times * value
    return sign.repeat(times)
  }).join('')
}

/** ① to ⑳; Word falls back to digits beyond. */
const circled = (n: number): string => (n >= 1 && n <= 20 ? String.fromCharCode(0x2460 + n - 1) : String(n))
const common = (n: number): string => chinese(n, DIGITS, '十', '百', true)
const digitwise = (n: number): string => [...String(n)].map((digit) => (digit === '0' ? '〇' : DIGITS[Number(digit)])).join('')

/** How a list counts, by the name Word gives the format; what is missing here counts in digits. */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  none: () => '',
  chineseCounting: common,
  chineseCountingThousand: common,
  taiwaneseCounting: common,
  taiwaneseCountingThousand: common,
  japaneseCounting: common,
  ideographDigital: digitwise,
  taiwaneseDigital: digitwise,
  japaneseDigitalTenThousand: digitwise,
  chineseLegalSimplified: (n) => chinese(n, LEGAL, '拾', '佰', false),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalFullWidth: (n) => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalZero: (n) => String(n).padStart(2, '0'),
  lowerLetter: (n) => letters(n, 'a'),
  upperLetter: (n) => letters(n, 'A'),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
}

/** The nth number of a list in its format. */
export const countWord = (n: number, format: string): string => (FORMATS[format] ?? String)(n)
