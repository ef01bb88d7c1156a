import type { Line } from '../domain/document.ts'
import { MONEY_UNITS, type MoneyUnit } from '../domain/figure.ts'
import { squeeze } from './text.ts'

const CHINESE_DIGITS = '〇一二三四五六七八九'
const YEAR = /(20\d\d|二[〇○零]\S[\S]?)年(?:度)?/g

const arabicYear = (words: string): number => {
  if (/^\d+$/.test(words)) return Number(words)
  const digits = [...words.replace(/[○零]/g, '〇')].map((c) => CHINESE_DIGITS.indexOf(c))
  return digits.length === 4 && digits.every((d) => d >= 0) ? Number(digits.join('')) : 0
}

function count<T>(items: readonly T[]): (readonly [T, number])[] {
  const seen = new Map<T, number>()
  for (const item of items) seen.set(item, (seen.get(item) ?? 0) + 1)
  return [...seen].sort((a, b) => b[1] - a[1])
}

/** The year the report is about: named most often as 年度, with titles and opening words weighing more than mentions. */
export function fiscalYearOf(lines: readonly Line[]): number | null {
  const votes: number[] = []
  for (const line of lines) {
    const flat = squeeze(line.text)
    if (!/年/.test(flat)) continue
    for (const match of flat.slice(0, 4000).matchAll(YEAR)) {
      const year = arabicYear(match[1] ?? '')
      if (year < 2005 || year > 2099) continue
      const after = flat.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 40)
      const before = flat.slice(Math.max(0, (match.index ?? 0) - 4), match.index ?? 0)
      if (/与$|比$|较$|和$|相比/.test(before)) continue
      const weight = /^[^，。；：、,;:（）()]{0,30}(?:部门|单位)?(?:决算|预算)/.test(after) ? 4 : /度$/.test(match[0]) ? 2 : 1
      for (let i = 0; i < weight; i++) votes.push(year)
    }
  }
  return count(votes)[0]?.[0] ?? null
}

/** The unit most forms and sentences use. */
export function unitOf(lines: readonly Line[]): MoneyUnit {
  const declared = lines.flatMap((line) => /单位[:：](?:人民币)?(亿元|万元|千元|元)/.exec(squeeze(line.text))?.[1] ?? [])
  const first = count(declared)[0]?.[0]
  if (first !== undefined && (MONEY_UNITS as readonly string[]).includes(first)) return first as MoneyUnit
  const used = lines.flatMap((line) =>
    [
      ...squeeze(line.text)
        .slice(0, 4000)
        .matchAll(/\d(亿元|万元|元)/g),
    ].map((m) => m[1] ?? ''),
  )
  return (count(used)[0]?.[0] as MoneyUnit | undefined) ?? '万元'
}
