/** One spelling for comparison: full-width and compatibility forms folded, blanks and quotation marks gone, all brackets round. */
export const normalName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}“”‘’"'「」『』《》]/gu, '')
    .replace(/[[{【〔〖〈<]/gu, '(')
    .replace(/[\]}】〕〗〉>]/gu, ')')
    .toLowerCase()

/** A place at the beginning: two to six characters and the kind of place, none of which is part of another word (城市, 市场, 社区, 开发区). */
const PLACE =
  /^(?!开发|高新|经开|自治|经济)[^省市区县州旗盟]{2,6}?(?:省|(?<!城)市(?![场政容])|(?<![小社园景校护范发])区(?![域划])|县(?!域)|州|旗|盟)/u
const NATION = /^(?:中国|中华|国家|全国|最高)/u
const PARTY = /^(?:中共|中国共产党)/u

/**
 * Does a name say whose department it is (洪山区委办公室), or could it be any place's (区委办公室, 机关工委)?
 * Only the former may join two spellings to one department without being asked.
 */
export function isDistinctive(name: string): boolean {
  const bare = normalName(name).replace(PARTY, '')
  return NATION.test(bare) || PLACE.test(bare)
}
