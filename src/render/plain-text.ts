/** Escape sequences that steer a terminal: colours, cursor, titles. */
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*(?:\u001b\\)?|.)?/gs
/** Controls and marks that turn the reading direction; line ends and tabs stay. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text that can be printed on any terminal without steering it. */
export const plainText = (text: string): string => text.replace(ESCAPES, '').replace(CONTROLS, '')

/** One line of input as a person meant it: no steering, no line ends, no blanks around. */
export const plainLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim()
