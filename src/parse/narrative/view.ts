const SAME: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '：': ':',
  '；': ';',
  '％': '%',
  '＝': '=',
  '＂': '"',
  '〈': '(',
  '〉': ')',
  '－': '-',
  '−': '-',
  '–': '-',
}

const FULL_WIDTH = /[０-９]/g
/** １，２３４ or 1，234.50 or 12，300人: a wide comma inside one number, for the figures before it have no unit of their own. */
const WIDE_COMMA =
  /(?<![\d０-９])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])|(?<!\d)\d{1,3}(?:，\d{3})+(?=[.．]\d|[万亿]?元|人|辆|个|件|次|台|批|平方)/g

const ascii = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)

/** The text with one form of each bracket, mark and digit, character for character, so that offsets stay and the grammar needs one spelling. */
export const viewOf = (text: string): string =>
  text
    .replace(WIDE_COMMA, (number) => number.replaceAll('，', ','))
    .replace(FULL_WIDTH, ascii)
    .replace(/(?<=\d)．(?=\d)/g, '.')
    .replace(/[（）［］〔〕【】：；％＝＂〈〉－−–]/g, (char) => SAME[char] ?? char)
