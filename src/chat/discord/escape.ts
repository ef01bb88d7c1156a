import { plainLine } from '../../render/plain-text.ts'

const INVISIBLE = '\u200b'

/**
 * One line of text of reports and people as Discord shows it literally: no markup, no mention, no link, no code.
 * Addresses and @ are parted invisibly, so that no preview opens and nobody is called.
 */
export const shown = (text: string): string =>
  plainLine(text)
    .replace(/[\\*_~`|[\]<]/g, '\\$&')
    .replace(/^(?:#{1,3}|>{1,3}|-#?|\+|\d+\.)(?=\s|$)/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
    .replace(/@|:(?=\/\/)|(?<=www)\./gi, (mark) => mark + INVISIBLE)

/** Text inside a code block: only what would end the block has to go. */
export const inCode = (text: string): string => plainLine(text).replaceAll('`', '\u02cb')
