import { TRADITIONAL } from '../../knowledge/aliases/index.ts'
import type { Line } from '../domain/document.ts'

const CHINESE = /[\u4e00-\u9fff]/gu
const OLD = new RegExp(`[${[...TRADITIONAL.keys()].join('')}]`, 'gu')
/** Copies of pages often put the reading behind a character: 發(fā)布. */
const PINYIN = /(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]/gu
/** More than this part of a traditional text is written otherwise than in a simplified one; of a simplified text, a name at most. */
const SHARE = 0.1
const SAMPLE = 20_000

function isTraditional(lines: readonly Line[]): boolean {
  let sample = ''
  for (const { text } of lines) {
    sample += text
    if (sample.length > SAMPLE) break
  }
  return (sample.match(OLD)?.length ?? 0) > (sample.match(CHINESE)?.length ?? 0) * SHARE
}

const simplified = (text: string): string => text.replace(PINYIN, '').replace(OLD, (character) => TRADITIONAL.get(character) ?? character)

/** The lines of a report in traditional characters as the grammar knows them; digits, marks and places stay, and any other report as it is. */
export function inSimplified(lines: readonly Line[]): readonly Line[] {
  if (!isTraditional(lines)) return lines
  return lines.map((line) => ({ ...line, text: simplified(line.text), cells: line.cells?.map(simplified) ?? null }))
}
