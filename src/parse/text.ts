/** Characters that never need a blank beside them in Chinese text. */
const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”‘’'
const BLANK_BESIDE_CJK = new RegExp(`(?<=[${CJK}])[ \\t\\u00a0\\u3000]+|[ \\t\\u00a0\\u3000]+(?=[${CJK}])`, 'g')

/** All blanks out: for comparing words. */
export const squeeze = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, '')

/** Blanks beside Chinese characters out; blanks between Latin words and between numbers stay. */
export const tidy = (text: string): string => text.replace(BLANK_BESIDE_CJK, '').trim()

/** Digits of both widths as one: ２０１ is the code 201. */
export const narrowDigits = (text: string): string => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** For comparing names: no blanks, one kind of bracket, quotation mark and dash. */
export const nameKey = (text: string): string =>
  squeeze(text.normalize('NFKC'))
    .replace(/[“”"'‘’「」]/g, '"')
    .replace(/[—–‐-]+/g, '-')
