import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import { nameKey, squeeze } from '../text.ts'
import { itemName } from './cells.ts'
import type { Token } from './tokens.ts'

/** The 类 by every name it has had. */
export const CLASS_BY_NAME: ReadonlyMap<string, string> = new Map(
  [...FUNCTIONAL.values()]
    .filter((item) => item.code.length === 3)
    .flatMap((item) => [item.name, ...item.otherNames].map((name) => [nameKey(name), item.code] as const)),
)

/** What begins a row of its own, whatever stands before it. */
const BEGINS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d[.．、]|其中|本年|年初|年末|上年|使用|用事业|结余分配|结转下年|总计|合计|收入总计|支出总计|一般公共预算|公共预算|政府性基金|国有资本|基本支出|项目支出|经营结余|提取|转入)/
/** Names of rows as every edition prints them. */
const WHOLE =
  /^(?:(?:一般)?公共预算财政拨款(?:收入)?|政府性基金(?:预算)?财政拨款(?:收入)?|国有资本经营(?:预算)?财政拨款(?:收入)?|财政拨款收入|(?:上级补助|事业|经营|附属单位上缴|附属单位缴款|其他)收入|本年(?:收入|支出)合计|使用非财政拨款(?:专项)?结余(?:[（(][含和]专用结余[）)])?|用事业基金弥补收支差额|(?:上年|年初|年末)(?:财政拨款)?(?:结转和?结余|结转)|结余分配|(?:收入|支出)?总计)$/

const isWhole = (name: string): boolean => WHOLE.test(itemName(name)) || CLASS_BY_NAME.has(nameKey(itemName(name)))

/** Do two pieces of a name make a whole one that the first alone is not? */
export const completes = (name: string, rest: string): boolean => !isWhole(squeeze(name)) && isWhole(squeeze(name + rest))

/** How far back a piece of a wrapped name may look for the name that it ends. */
const REACH = 12

/** Figures on a line of their own between the two halves of a name are that row's. */
function adopt(tokens: Token[], name: number): void {
  for (let at = name + 1; at < tokens.length && tokens[at]?.kind !== 'text'; at++) {
    const token = tokens[at]
    if (token) tokens[at] = { ...token, first: false }
  }
}

/**
 * Joins names that wrap over lines. A piece that begins no row of its own ends the name before it; where that name's figures
 * stand between them (the first line of a row holds its figures), it ends the nearest name that it makes whole.
 */
export function joinNames(tokens: readonly Token[]): Token[] {
  const out: Token[] = []
  for (const token of tokens) {
    const words = squeeze(token.raw)
    const last = out.at(-1)
    if (token.kind !== 'text' || out.length === 0 || BEGINS.test(words)) out.push(token)
    else if (last?.kind === 'text' && !isWhole(squeeze(last.raw))) out[out.length - 1] = { ...last, raw: last.raw + words }
    else {
      const near = out.map((one, at) => ({ one, at })).slice(-REACH)
      const ends = near.filter(({ one }) => one.kind === 'text' && isWhole(squeeze(one.raw) + words))
      const found = ends.find(({ one }) => !isWhole(squeeze(one.raw))) ?? ends[0]
      if (found) {
        out[found.at] = { ...found.one, raw: squeeze(found.one.raw) + words }
        adopt(out, found.at)
      } else if (last?.kind === 'text') out[out.length - 1] = { ...last, raw: last.raw + words }
      else out.push(token)
    }
  }
  return out
}
