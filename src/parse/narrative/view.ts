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
  '〈': '(',
  '〉': ')',
  '－': '-',
  '−': '-',
  '–': '-',
}

/** The text with one form of each bracket and mark, character for character, so that offsets stay and the grammar needs one spelling. */
export const viewOf = (text: string): string => text.replace(/[（）［］〔〕【】：；％＝〈〉－−–]/g, (char) => SAME[char] ?? char)
