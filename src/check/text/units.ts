import { FORM_TITLES } from '../../domain/form.ts'
import type { Paragraph } from '../../domain/outline.ts'
import type { Books } from '../books/index.ts'
import { sentencesOf } from '../books/text.ts'
import { ACCOUNT_TOPICS } from '../books/topics.ts'
import { groupedBy } from '../grouping.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { oncePerSlip, type Pattern, placeOfText, remarkAt, scan, written } from './scan.ts'

/** An amount that ends without a unit: after 决算数为 and the like, decimals and then a mark. */
const BARE: readonly Pattern[] = [
  {
    words: /(?:决算数?|预算数?|执行数|支出|收入|经费|金额|总计|合计)(?:共?计|为|是|约)?\s*\d+\.\d+(?=\s*[，。；;、])/g,
    each: true,
    says: (match) => `“${match[0]}”漏写单位`,
    only: (paragraph) => paragraph.cells === null,
  },
]

/** 占76.23；: a share without its per cent. */
const SHARES: readonly Pattern[] = [
  {
    words: /占(?:[^，。；\d]{0,16}(?:比重|比例)?(?:的|为)?)?\s*\d{1,3}\.\d{1,2}(?=\s*[，。；;、])/g,
    each: true,
    says: (match) => `“${match[0]}”漏写“%”`,
    only: (paragraph) => paragraph.cells === null && ACCOUNT_TOPICS.includes(paragraph.topic),
  },
]

/** What stands in brackets is no member of the list; blanked so that places stay. */
const withoutBrackets = (text: string): string => text.replace(/（[^（）]*）|\([^()]*\)/g, (inner) => ' '.repeat(inner.length))

/** In a list of amounts one that has no unit: neighbours in the same sentence print theirs. */
function bareInLists(books: Books): Outcome[] {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  return written(books).flatMap((paragraph): Outcome[] => {
    if (!ACCOUNT_TOPICS.includes(paragraph.topic) || paragraph.cells !== null) return []
    return paragraph.sentences.flatMap(([start, end]): Outcome[] => {
      const text = paragraph.text.slice(start, end)
      const amounts = text.match(/\d+(?:\.\d+)?万元?(?=[，、；。（(])/g) ?? []
      if (amounts.length < 3) return []
      const bare = [...withoutBrackets(text).matchAll(/(?<=[\u4e00-\u9fa5])(\d+(?:\.\d+)?)(?=[，、；])/g)].filter(
        // Nothing needs no unit.
        (match) => Number(match[1]) !== 0,
      )
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

const COUNTED = /\d+(?:\.\d+)?(?:件|份|次|期|篇|个|项|场|条|起|人|户|家|例|张|套|册|名|批|辆|台)/g
/** A number that ends at 、 with nothing to say what was counted; numbers of laws, tables and days are no counts. */
const UNCOUNTED = /(?<=[\u4e00-\u9fa5])(?<![第表图年月日号附件至到期])(\d+)(?=、[\u4e00-\u9fa5])/g

/** 文件518件、信函450件、简报475、电报230份: one of the counted things lacks its counting word. */
function bareCounts(books: Books): Outcome[] {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  return oncePerSlip(
    written(books).flatMap((paragraph): Outcome[] =>
      sentencesOf(paragraph).flatMap(({ text, start }): Outcome[] => {
        if ((text.match(COUNTED) ?? []).length < 3) return []
        const bare = [...text.matchAll(UNCOUNTED)]
        if (bare.length === 0) return [passed()]
        return bare.map((match) => {
          const raw = text.slice(Math.max(0, match.index - 8), match.index + match[0].length)
          return remarkAt(placeOfText(paragraph, start + match.index, raw), '数量', `“${raw}”漏写单位`)
        })
      }),
    ),
  )
}

const SHORT =
  /\d+(?:\.\d+)?万(?=[，。；、）)])|(?<=(?:预算|资金|经费|金额|费用?|支出|收入|投入)(?:为|约|共计?|达)?)\d+(?:\.\d+)?万(?![元人平亩户吨条字份册千亿余多只株方立公美欧港次件个以米台辆头套级幅名家片门筆笔])/g

/** Words right before a figure that make it money. */
const MONEY_BEFORE = /(?:支出|决算|预算|经费|费用?|金额|收入|资金)(?:数|总额)?(?:增加|减少)?(?:为|共?计|是|约|达)?\s*$/
const sectionOf = (paragraph: Paragraph): string => paragraph.path.join(' / ')

/** 23万 among 12万元: one unit, two spellings. */
function shortened(books: Books): Outcome[] {
  if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
  return written(books).flatMap((paragraph): Outcome[] => {
    if (paragraph.cells !== null) return []
    const [first] = [...paragraph.text.matchAll(SHORT)]
    if (!first) return [passed()]
    const spot = placeOfText(paragraph, first.index, first[0])
    if (/\d\s*万元/.test(paragraph.text)) return [remarkAt(spot, '单位', `“${first[0]}”与同段的“万元”写法不一，漏“元”字`)]
    const money = books.said.some(({ claim }) => claim.section === sectionOf(paragraph) && claim.figure.unit === '万元')
    return [
      money && MONEY_BEFORE.test(paragraph.text.slice(0, first.index))
        ? remarkAt(spot, '单位', `“${first[0]}”与同节的“万元”写法不一，漏“元”字`)
        : unchecked('只有一种写法'),
    ]
  })
}

/** Forms in different units: figures would still compare, but a reader stumbles; the same digits under two units cannot both be right. */
function formUnits(books: Books): Outcome[] {
  const slips = books.unitSlips.map(({ form, printed, meant }) =>
    remarkAt(
      { ...(form.unitWhere ?? form.where), raw: printed },
      '表头单位',
      `《${form.title ?? FORM_TITLES[form.id]}》的单位写作${printed}，表中数字却与其余各表的${meant}数相同`,
      {
        state: 'inconsistent',
        right: { what: '其余各表的单位', value: meant, unit: null, where: null },
        likelyCause: `单位写错，应为${meant}。`,
      },
    ),
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
          { ...(form.unitWhere ?? form.where), raw: form.unit },
          '表头单位',
          `《${form.title ?? FORM_TITLES[form.id]}》的单位是${form.unit}，其余各表是${usual[0]?.unit}`,
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
  row('unit.bare-share', '占比漏写“%”', '“占…”之后有小数而没有“%”的数字', scan(SHARES, '占比')),
  row('unit.bare-in-list', '列举中漏写单位', '同一句列举的金额中没有单位的一个', bareInLists),
  row('unit.bare-count', '列举的数量漏写单位', '同一句列举的几件、几份、几次中没有量词的一个', bareCounts),
  row('unit.shortened', '“万”与“万元”混用', '同一段里的“…万”与“…万元”', shortened),
  row('unit.forms', '各表单位一致', '各表表头的金额单位', formUnits),
]
