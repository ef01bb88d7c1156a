import { TRADITIONAL, VARIANTS } from '../../knowledge/aliases/index.ts'

const CONTROL = /\x1b\[[0-9;?]*[ -/]*[@-~]|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/** Question and report text is data: what could steer a terminal becomes a blank. */
export const withoutControls = (text: string): string => text.replace(CONTROL, ' ')

const OLD = new RegExp(`[${[...TRADITIONAL.keys()].join('')}]`, 'gu')
const simplified = (text: string): string => text.replace(OLD, (character) => TRADITIONAL.get(character) ?? character)

const asMeant = (text: string): string => VARIANTS.reduce((so, [written, meant]) => so.replaceAll(written, meant), text)

/** The form in which questions are read: half width, lower case, simplified, usual spellings, single blanks. */
export const normaliseText = (text: string): string =>
  asMeant(simplified(withoutControls(text).normalize('NFKC').toLowerCase()))
    .replace(/\s+/g, ' ')
    .trim()

/** The form in which names are compared: letters, digits and Chinese characters only. */
export const normaliseName = (name: string): string => normaliseText(name).replace(/[^\p{L}\p{N}]/gu, '')
