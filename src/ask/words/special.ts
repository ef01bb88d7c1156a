import type { Query } from '../query.ts'

/** Questions that are told by their whole wording: places in a ranking, who of the last two, counts of findings. */

const NUMERALS = '一二三四五六七八九十'
const NTH =
  /(?:排在?|排名|名列|位列|位居)?(倒数)?第([一二三四五六七八九十]|\d{1,2})(名|位)?(高|多)?的?(又|会)?是?(谁|哪一?(个|家)(部门|单位)?|哪)|(?:排在?|排名|名列|位列|位居)?(倒数)?第([一二三四五六七八九十]|\d{1,2})(名|位)(呢|多少)?$/

/** 第二名是谁 → the place asked for, and the text with 最高 in its stead. */
export function nthIn(text: string): { readonly nth: number | null; readonly rest: string } {
  const found = NTH.exec(text)
  if (found === null) return { nth: null, rest: text }
  const digits = found[2] ?? found[10] ?? ''
  const nth = NUMERALS.includes(digits) ? NUMERALS.indexOf(digits) + 1 : Number(digits)
  const last = (found[1] ?? found[9]) !== undefined
  return { nth, rest: text.replace(found[0], last ? '最低的是谁' : '最高的是谁') }
}

/** 谁高, 哪个多, 谁偏离预算更多: among those just spoken of, since no others are named. */
export const isAmong = (text: string): boolean =>
  /^(?:那么?|到底|究竟|这两个|两个|这两家|两家|其中|这里面)*(?:谁|哪一?[个家边])家?的?[^，。？\d]{0,10}?(?:更|最|比较)?[高低多少大小强贵省](?:一?些|一?点)?的?(?:呢|啊)?$/.test(
    text.replace(/[？?。！!，, ]/g, ''),
  ) && !/部门|单位|(?:谁|哪一?[个家边])家?的?[^，。？]{3,}最|年/.test(text)

/** 哪个部门错误最多. */
export const isAboutMistakes = (text: string): boolean =>
  /(错误|差错|问题|矛盾|毛病|对不上|不一致|不相符|错)(的)?(地方|处数?|数量|个数)?(最|更|比较)(多|少)/.test(text) &&
  /部门|单位|谁|哪(一?个|一?家|份|些)|报告/.test(text)

/** 是不是超过预算了: yes or no is wanted. */
export const asksWhetherOver = (text: string): boolean =>
  /超(过|了|出)?(了)?(年初)?预算|超支|超了/.test(text) && /是不是|是否|有没有|没有|了没|[吗么](?=[？?。！!，, ]|$)/.test(text)
export const OVER_ONE: NonNullable<Query['bound']> = { relation: 'above', value: '0', unit: '元', said: '超预算' }

const COUNTED: Readonly<Record<string, string>> = { 人: '在职人数', 职工: '在职人数', 车: '车辆数' }
/** 谁家人最多, 谁的车多: single characters that only here name what is counted. */
export const withCounted = (text: string): string =>
  text.replace(
    /(谁家?的?|部门的?|单位的?|哪家的?|委办的?)(人|职工|车)(?=(最|更|比较)?(多|少)(?!少))/,
    (_all, who: string, what: string) => `${who}${COUNTED[what] ?? what}`,
  )
