import { bottom } from './box.ts'
import type { Item } from './flow.ts'

/** A page with its content, before page numbers and running heads are taken off. */
export interface Spread {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly items: readonly Item[]
}

/** 12, - 12 -, — 12 —, 第12页, 第 12 页 共 30 页, 12/30. */
const NUMBER = /^[-—–－·•.~\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–－·•.~\s]*$/
/** Such a line says itself that it is one. */
const MARKED = /页|^[-—–－·•]\s*\d+\s*[-—–－·•]$/
/** Parts of a page's height where page numbers and running heads stand. */
const HEAD = 0.09
const FOOT = 0.91
/** A line of a form is no running head, even when each page repeats it. */
const OF_A_FORM = /单位|部门|表|元|编制|日期|[:：]/
const REPEATED = 3

interface Candidate {
  readonly item: Item
  readonly text: string
  readonly page: number
  readonly key: string
}

/** Lines of text at the very top and bottom of each page. */
function candidates(spread: Spread): Candidate[] {
  const { page, height, items } = spread
  return items.flatMap((item) => {
    if (item.kind !== 'text') return []
    const { text, box } = item.line
    const where = bottom(box) < height * HEAD ? 'head' : box.y > height * FOOT ? 'foot' : outermost(items, item, height)
    return where === null ? [] : [{ item, text, page, key: `${where} ${text.replace(/\d+/g, '#')}` }]
  })
}

/** A page number may stand higher up when the margin is wide, but then nothing stands below it. */
function outermost(items: readonly Item[], item: Item, height: number): 'head' | 'foot' | null {
  if (item === items.at(-1) && item.box.y > height * 0.8) return 'foot'
  if (item === items[0] && bottom(item.box) < height * 0.12) return 'head'
  return null
}

function pageNumbers(found: readonly Candidate[]): Set<Item> {
  const numbered = found.flatMap((c) => {
    const number = NUMBER.exec(c.text)?.[1]
    return number === undefined ? [] : [{ ...c, offset: Number(number) - c.page }]
  })
  const often = new Map<number, number>()
  for (const { offset } of numbered) often.set(offset, (often.get(offset) ?? 0) + 1)
  return new Set(numbered.filter((c) => MARKED.test(c.text) || (often.get(c.offset) ?? 0) > 1).map((c) => c.item))
}

function runningHeads(found: readonly Candidate[], pages: number): Set<Item> {
  const by = new Map<string, Candidate[]>()
  for (const c of found) by.set(c.key, [...(by.get(c.key) ?? []), c])
  const heads = [...by.values()].filter(
    (same) =>
      same.length >= REPEATED && same.length * 3 >= pages && !OF_A_FORM.test(same[0]?.text ?? '') && !/\d[.,]\d/.test(same[0]?.text ?? ''),
  )
  return new Set(heads.flat().map((c) => c.item))
}

/** Takes page numbers and running heads off all pages: they are no part of what the report says. */
export function withoutFurniture(spreads: readonly Spread[]): Spread[] {
  const found = spreads.flatMap(candidates)
  const gone = new Set([...pageNumbers(found), ...runningHeads(found, spreads.length)])
  return spreads.map((spread) => ({ ...spread, items: spread.items.filter((item) => !gone.has(item)) }))
}
