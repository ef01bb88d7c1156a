import { FORM_TITLES } from '../../domain/form.ts'
import type { Books } from '../books/index.ts'
import { groupedBy } from '../grouping.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { ACCOUNT_TOPICS } from '../relations/narrative-to-form.ts'
import { type Pattern, placeOfText, remarkAt, scan, written } from './scan.ts'

/** An amount that ends without a unit: after 决算数为 and the like, decimals and then a mark. */
const BARE: readonly Pattern[] = [
  {
    words: /(?:决算数?|预算数?|执行数|支出|收入|经费|金额|总计|合计)(?:共?计|为|是|约)?\s*\d+\.\d+(?=\s*[，。；、])/g,
    each: true,
    says: (match) => `“${match[0]}”漏写单位`,
    only: (paragraph) => paragraph.cells === null,
  },
]

/** In a list of amounts one that has no unit: neighbours in the same sentence print theirs. */
function bareInLists(books: Books): Outcome[] {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  return written(books).flatMap((paragraph): Outcome[] => {
    if (!ACCOUNT_TOPICS.includes(paragraph.topic) || paragraph.cells !== null) return []
    return paragraph.sentences.flatMap(([start, end]): Outcome[] => {
      const text = paragraph.text.slice(start, end)
      const amounts = text.match(/\d+(?:\.\d+)?万元?(?=[，、；。（(])/g) ?? []
      if (amounts.length < 3) return []
      const bare = [...text.matchAll(/(?<=[\u4e00-\u9fa5])(\d+(?:\.\d+)?)(?=[，、；])/g)]
      if (bare.length === 0) return [passed()]
      return bare.map((match) =>
        remarkAt(
          placeOfText(paragraph, start + match.index, text.slice(Math.max(0, match.index - 10), match.index + 4)),
          '金额',
          `“${text.slice(Math.max(0, match.index - 8), match.index + match[0].length)}”漏写单位`,
        ),
      )
    })
  })
}

/** 23万 among 12万元: one unit, two spellings. */
function shortened(books: Books): Outcome[] {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  return written(books).flatMap((paragraph): Outcome[] => {
    if (!ACCOUNT_TOPICS.includes(paragraph.topic) || paragraph.cells !== null) return []
    const [first] = [...paragraph.text.matchAll(/\d+(?:\.\d+)?万(?=[，。；、）)])/g)]
    if (!first || !/\d万元/.test(paragraph.text)) return first ? [unchecked('只有一种写法')] : [passed()]
    return [remarkAt(placeOfText(paragraph, first.index, first[0]), '单位', `“${first[0]}”与同段的“万元”写法不一，漏“元”字`)]
  })
}

/** Forms in different units: figures would still compare, but a reader stumbles; the same digits under two units cannot both be right. */
function formUnits(books: Books): Outcome[] {
  const slips = books.unitSlips.map(({ form, printed, meant }) =>
    remarkAt({ ...form.where, raw: printed }, '表头单位', `“${form.title ?? FORM_TITLES[form.id]}”的单位写作${printed}，表中数字却与其余各表的${meant}数相同`, {
      state: 'inconsistent',
      right: { what: '其余各表的单位', value: meant, unit: null, where: null },
      likelyCause: `单位可能写错，应为${meant}。`,
    }),
  )
  const slipped = new Set(books.unitSlips.map(({ form }) => form))
  const forms = books.report.forms.filter((form) => !slipped.has(form))
  const groups = [...groupedBy(forms, (form) => form.unit).values()].sort((a, b) => b.length - a.length)
  const [usual, ...others] = groups
  if (!usual) return slips
  return [
    ...slips,
    passed(usual.length),
    ...others
      .flat()
      .map((form) =>
        remarkAt(
          { ...form.where, raw: form.unit },
          '表头单位',
          `“${form.title ?? FORM_TITLES[form.id]}”的单位是${form.unit}，其余各表是${usual[0]?.unit}`,
          { state: 'text' },
        ),
      ),
  ]
}

const row = (id: string, title: string, compares: string, outcomes: Relation['outcomes']): Relation => ({
  id,
  title,
  kind: 'unit',
  compares,
  applies: '有原文',
  wording: '{left}',
  origin: '行文规范',
  outcomes,
})

/** Units. */
export const units: readonly Relation[] = [
  row('unit.bare', '金额漏写单位', '“决算数为…”之后有小数而没有单位的数字', scan(BARE, '金额')),
  row('unit.bare-in-list', '列举中漏写单位', '同一句列举的金额中没有单位的一个', bareInLists),
  row('unit.shortened', '“万”与“万元”混用', '同一段里的“…万”与“…万元”', shortened),
  row('unit.forms', '各表单位一致', '各表表头的金额单位', formUnits),
]
