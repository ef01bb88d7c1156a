/**
 * Radicals that fonts give instead of the character of the same shape and that Unicode's own compatibility mapping leaves alone,
 * or turns into a shape that reports in simplified characters never print (戶, 靑, 黃).
 * The other Kangxi radicals and compatibility ideographs have a mapping that serves.
 */
const RADICALS = new Map(
  Object.entries({
    '⺁': '厂',
    '⺇': '几',
    '⺋': '㔾',
    '⺏': '尣',
    '⺓': '幺',
    '⺟': '母',
    '⺠': '民',
    '⺡': '氵',
    '⺢': '氺',
    '⺩': '王',
    '⺫': '罒',
    '⺬': '示',
    '⺮': '竹',
    '⺵': '羊',
    '⺸': '羊',
    '⺹': '耂',
    '⺻': '聿',
    '⺼': '月',
    '⺾': '艹',
    '⻁': '虎',
    '⻂': '衤',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻌': '辶',
    '⻍': '辶',
    '⻎': '辶',
    '⻐': '钅',
    '⻓': '长',
    '⻔': '门',
    '⻖': '阝',
    '⻗': '雨',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻠': '饣',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻧': '卤',
    '⻨': '麦',
    '⻩': '黄',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⼾': '户',
    '⾭': '青',
    '⿈': '黄',
  }),
)
const COMPATIBLE = /[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff]|[\ud87e][\udc00-\ude1f]/g
const INVISIBLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g
const BLANK = /^[\s\u00a0\u2000-\u200a\u3000]*$/

/** Radicals and compatibility ideographs as ordinary characters, nothing invisible; full-width marks and digits stay as printed. */
export function ordinary(text: string): string {
  return text.replace(COMPATIBLE, (c) => RADICALS.get(c) ?? c.normalize('NFKC')).replace(INVISIBLE, '')
}

export const isBlank = (text: string): boolean => BLANK.test(text)

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\u2014\u2018-\u201d\u2026]|[\ud840-\ud87f]/
/** Chinese characters and full-width marks: between them a gap is no blank. */
export const isWide = (character: string): boolean => WIDE.test(character)
