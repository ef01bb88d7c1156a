import type { Passage } from '../../store/interface.ts'
import { placeWords } from './rivals.ts'

/** Short quotations of a report, with their place: the report's words, never ours. */

const LONGEST = 110

/** The sentences of a paragraph. */
export const sentencesOf = (text: string): string[] => text.match(/[^。；;！？]+[。；;！？]?/gu) ?? []

/** A quotation cut to a length that a phone shows; what is left out is marked. */
export function short(text: string, longest = LONGEST): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= longest ? plain : `${plain.slice(0, longest)}……`
}

const lastHeading = (section: string): string => section.split(' / ').at(-1)?.trim() ?? ''

/** `“……”（某节，第3页、第80行）`. */
export function quoted(words: string, { section, page, line }: Passage): string {
  const heading = short(lastHeading(section), 24)
  const place = placeWords({ page, line })
  return `“${words}”（${[heading, place].filter((part) => part !== '').join('，')}）`
}

/** Why nothing can be quoted: the report came as data, without its text. */
export const TEXTLESS = '这份报告是从数据收录的，没有原文段落，不能引用；收录原报告文件后就可以。'
