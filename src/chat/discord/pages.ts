import { cut, LIMITS, PAGE } from './limits.ts'

/** Lines that belong together, as plain text or inside a code block. */
export interface Block {
  readonly code: boolean
  readonly lines: readonly string[]
}

const FENCE = '```'
const LONGEST_LINE = 900

const blockText = ({ code, lines }: Block): string => (code ? [FENCE, ...lines, FENCE].join('\n') : lines.join('\n'))

/** Lays blocks out on pages that a phone can take, each within Discord's limits. */
export function pagesOf(blocks: readonly Block[]): string[] {
  const pages: Block[][] = [[]]
  let lines = 0
  let characters = 0
  for (const block of blocks) {
    let part: { code: boolean; lines: string[] } | null = null
    for (const line of block.lines.map((one) => cut(one, LONGEST_LINE))) {
      if (lines > 0 && (lines >= PAGE.lines || characters + line.length > PAGE.characters)) {
        pages.push([])
        part = null
        lines = 0
        characters = 0
      }
      if (part === null) {
        part = { code: block.code, lines: [] }
        pages.at(-1)?.push(part)
      }
      part.lines.push(line)
      lines += 1
      characters += line.length + 1
    }
  }
  return pages.filter((page) => page.length > 0).map((page) => cut(page.map(blockText).join('\n'), LIMITS.embedDescription))
}
