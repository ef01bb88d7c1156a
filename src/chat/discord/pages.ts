import { cut, LIMITS, PAGE } from './limits.ts'

/** Lines that belong together, as plain text or inside a code block with a head repeated on every page. */
export interface Block {
  readonly code: boolean
  readonly head: readonly string[]
  readonly lines: readonly string[]
}

const FENCE = '```'
const LONGEST_LINE = 900

const blockText = ({ code, head, lines }: Block): string =>
  code ? [FENCE, ...head, ...lines, FENCE].join('\n') : [...head, ...lines].join('\n')

/** Lays blocks out on pages that a phone can take, each within Discord's limits. */
export function pagesOf(blocks: readonly Block[]): string[] {
  const pages: Block[][] = [[]]
  let lines = 0
  let characters = 0
  for (const block of blocks) {
    let part: { code: boolean; head: readonly string[]; lines: string[] } | null = null
    for (const line of block.lines.map((one) => cut(one, LONGEST_LINE))) {
      if (lines > 0 && (lines >= PAGE.lines || characters + line.length > PAGE.characters)) {
        pages.push([])
        part = null
        lines = 0
        characters = 0
      }
      if (part === null) {
        part = { code: block.code, head: block.head, lines: [] }
        pages.at(-1)?.push(part)
        characters += block.head.join('').length
      }
      part.lines.push(line)
      lines += 1
      characters += line.length + 1
    }
  }
  return pages.filter((page) => page.length > 0).map((page) => cut(page.map(blockText).join('\n'), LIMITS.embedDescription))
}
