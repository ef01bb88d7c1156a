import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import type { Line } from '../../domain/document.ts'
import { itemName } from '../forms/cells.ts'
import { type Token, tokensOf } from '../forms/tokens.ts'
import { nameKey, squeeze } from '../text.ts'

const CLASSES = new Set(
  [...FUNCTIONAL.values()].filter((item) => item.code.length === 3).flatMap((item) => [item.name, ...item.otherNames].map(nameKey)),
)
const FUND = /^(?:一般公共预算|政府性基金预算|国有资本经营预算)(?:拨款|财政拨款)?(?:收入)?$/
const NUMBERED = /^[一二三四五六七八九十]{1,3}、/
/** What final accounts call the funds of a budget: the reader of two-sided forms knows them by it. */
const SHORT = /^([一二三四五六七八九十]{1,3}、)?(一般公共预算|政府性基金预算|国有资本经营预算)(?:拨款)?(?:收入)?$/

const wordsOf = (line: Line | undefined): string | null => {
  const tokens = line === undefined ? [] : tokensOf(line)
  return tokens.length > 0 && tokens.every((token) => token.kind === 'text') ? squeeze(line?.text ?? '') : null
}

const isClass = (words: string): boolean => CLASSES.has(nameKey(itemName(words)))
const isFund = (words: string): boolean => FUND.test(itemName(words))

/** The line with words put before its figures from number `at` on. */
function withName(line: Line, tokens: readonly Token[], at: number, name: string): Line {
  const raws = tokens.map((token) => token.raw)
  return { ...line, text: [...raws.slice(0, at), name, ...raws.slice(at)].join('   ') }
}

/** Where figures of the right half stand without a name of theirs: after the one amount of a fund on the left, or from the start. */
function namelessAt(tokens: readonly Token[]): number | null {
  const [first] = tokens
  const texts = tokens.filter((token) => token.kind === 'text')
  if (first === undefined || texts.length > 1) return null
  if (texts.length === 0) return 0
  return first.kind === 'text' && isFund(squeeze(first.raw)) && tokens.length > 3 ? 2 : null
}

/**
 * Puts the wrapped names of a two-sided table without ruling together: a name in a narrow cell stands above and below the line
 * of its figures. Only what makes the name of a class or of a fund whole is joined; anything else stays as it is.
 */
export function withWholeNames(lines: readonly Line[]): Line[] {
  const out = [...lines]
  const gone = new Set<number>()
  lines.forEach((line, i) => {
    const tokens = tokensOf(line)
    if (tokens.every((token) => token.kind === 'text')) return
    const [above, below] = [gone.has(i - 1) ? null : wordsOf(lines[i - 1]), wordsOf(lines[i + 1])]
    const suffix = below !== null && !NUMBERED.test(below) ? below : null
    const wrapped = above === null ? null : above + (suffix ?? '')
    const at = namelessAt(tokens)
    if (wrapped === null || !(at === null ? isFund(wrapped) : isClass(wrapped))) return
    if (at !== null) out[i] = withName(line, tokens, at, wrapped)
    gone.add(i - 1)
    if (suffix !== null) gone.add(i + 1)
  })
  return out.filter((_, i) => !gone.has(i))
}

/** The funds of the revenue side by the names that final accounts give them. */
export const withLongFunds = (lines: readonly Line[]): Line[] =>
  lines.map((line) => {
    const raws = tokensOf(line).map(({ kind, raw }) => (kind === 'text' ? squeeze(raw).replace(SHORT, '$1$2财政拨款') : raw))
    return { ...line, text: raws.join('   ') }
  })

/** The name as the budget prints it. */
export const shortFund = (name: string, lines: readonly Line[]): string => {
  const short = name.replace(/财政拨款$/, '')
  return name !== short && !lines.some((line) => squeeze(line.text).includes(name)) ? short : name
}
