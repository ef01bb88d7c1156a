import { ITEM_WORDS } from '../../knowledge/aliases/index.ts'
import { normaliseName } from './normalise.ts'
import type { Item, Query } from './query.ts'

/** Things of one family: after 货物, 服务呢 asks for the services of the same purchases; after 在职, 退休的 for people. */

const FAMILIES: readonly RegExp[] = [
  /^procurement\./,
  /^(?:staff\.|told:(?:退休|离休|在职)人员)/,
  /^(?:told:(?:燃料|燃油|油料|维修|车辆维修|维护|保险|车辆保险|过路|过桥|路桥)|threePublic\.vehicle)/,
  /^threePublic\./,
  /^(?:count\.|assets\.vehicles)/,
]
const familyOf = (subject: string): RegExp | undefined => FAMILIES.find((family) => family.test(subject))

/** What a bare word says beside an item of the same family; null where it fits none or several of them. */
function kinNamed(said: string, beside: string): Item | null {
  const word = normaliseName(said).replace(/^(?:那|和|还有)|(?:的|呢|部分|方面)+$/g, '')
  const family = familyOf(beside)
  if (family === undefined || word.length < 2) return null
  const rows = ITEM_WORDS.filter(({ subjects }) => subjects.some((subject) => family.test(subject)))
  const saying = (says: (one: string) => boolean) => rows.filter(({ words }) => words.some((one) => says(normaliseName(one))))
  const [only, ...others] =
    [saying((one) => one === word), saying((one) => one.startsWith(word)), saying((one) => one.includes(word))].find(
      (found) => found.length > 0,
    ) ?? []
  return only === undefined || others.length > 0 ? null : { words: word, subjects: [...only.subjects], different: false }
}

const SEVERAL = /[和与跟及、,，]|以及|还有/

/** The query with words read beside what was asked before; null where nothing of it is kin. */
export function besideKin(query: Query, before: readonly Item[]): Query | null {
  const subject = before.at(-1)?.subjects[0]
  if (subject === undefined || query.departments.length > 0 || query.ranking !== null) return null
  const family = familyOf(subject)
  if (family === undefined || query.items.some(({ subjects }) => subjects.some((one) => family.test(one)))) return null
  const said =
    query.mended?.said ??
    (query.items.length > 0 ? query.items.map(({ words }) => words).join('、') : query.rest === '' ? '' : query.phrase)
  const items = said
    .split(SEVERAL)
    .filter((word) => word !== '')
    .map((word) => kinNamed(word, subject))
  const found = items.filter((item) => item !== null)
  return found.length === 0 || found.length < items.length
    ? null
    : {
        ...query,
        topic: 'item',
        items: found,
        phrase: found.map(({ words }) => words).join('、'),
        rest: '',
        odd: '',
        mended: null,
        instead: [],
      }
}
