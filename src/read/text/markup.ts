import { joinWrapped } from '../join.ts'

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

const BREAK = /<br ?\/?>/i
const TAG = /<\/?(?:b|i|u|p|em|strong|span|font|sup|sub|div|td|th|tr|a)(?: [^<>]{0,500})?\/?>/gi
const STRESS = /(\*\*|__)(?=\S)([^*_]{1,500})\1/g

/** Cell text as a person reads it: tags and Markdown stress gone, entities resolved. Anything else stays as it stands. */
export function plainCell(cell: string): string {
  const trimmed = cell.trim()
  if (!/[<&*_\u0000]/.test(trimmed)) return trimmed
  return joinWrapped(trimmed.replaceAll('\u0000', '').split(BREAK))
    .replace(TAG, '')
    .replace(STRESS, '$2')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity)
    .trim()
}
