import type { FormId } from '../../domain/form.ts'
import type { Place, Topic } from '../../domain/report.ts'
import type { FormView } from '../books/form-view.ts'
import type { Books } from '../books/index.ts'
import { isZero as isZeroCell } from '../books/sums.ts'
import { sentenceOf } from '../books/text.ts'
import { amountOf } from '../expression.ts'
import { groupedBy } from '../grouping.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { placeOfText, remarkAt, written } from './scan.ts'

interface Duty {
  readonly subject: string
  readonly words: RegExp
  readonly says: string
}

/** What a 三公 amount obliges a report to say beside it. */
const DUTIES: readonly Duty[] = [
  { subject: 'threePublic.reception', words: /批次|\d\s*批|人次/, says: '有公务接待支出，没有写接待批次和人次' },
  { subject: 'threePublic.overseas', words: /团组|\d\s*个团|人次/, says: '有因公出国（境）支出，没有写团组和人次' },
  { subject: 'threePublic.vehicleOperation', words: /保有量|\d\s*辆/, says: '有公务用车运行维护支出，没有写公务用车保有量' },
]

function duties(books: Books): Outcome[] {
  const texts = written(books).filter((paragraph) => paragraph.topic === 'threePublic')
  if (texts.length === 0) return [unchecked('没有“三公”经费的说明')]
  const [first] = texts
  return DUTIES.flatMap(({ subject, words, says }): Outcome[] => {
    const [said] = books.saying(subject, 'final')
    const cell = books.cellOf(subject)
    const expr = said?.expr ?? (cell.kind === 'figure' ? cell.expr : null)
    // Where the report says nothing was spent as well, the amount is what is wrong.
    const told = [...books.saying(subject, 'final').map((one) => one.expr), ...(cell.kind === 'figure' ? [cell.expr] : [])]
    if (!expr || told.some((one) => amountOf(one)?.isZero())) return []
    // The words must stand beside the item itself: another item's 人次 is no answer.
    const about = texts
      .filter((paragraph) => nameOf(subject).test(paragraph.text))
      .map((paragraph) => tail(paragraph.text, nameOf(subject)))
    if (about.some((text) => words.test(text))) return [passed()]
    // Some places tell it elsewhere: with the assets, in a table of its own, under the form.
    const elsewhere = written(books).filter((paragraph) => !texts.includes(paragraph) && paragraph.topic !== 'glossary')
    if (elsewhere.some(({ text }) => elsewhereOf(subject).test(text))) return [passed()]
    const place = said?.term.where ?? (first ? placeOfText(first, 0, first.text.slice(0, 12)) : { page: null, line: null, raw: '' })
    return [remarkAt(place, '“三公”经费说明', says, { touches: said ? [said.term.key] : [] })]
  })
}

const NAMES: Readonly<Record<string, RegExp>> = {
  'threePublic.reception': /公务接待/,
  'threePublic.overseas': /因公出国/,
  'threePublic.vehicleOperation': /公务用车/,
}
/** What is counted, in so many words: in another section only its full name says that this is meant. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = {
  'threePublic.reception': /公务接待(?:[^。；]{0,10})(?:批次|人次)/,
  'threePublic.overseas': /(?:因公出国|出国（境）)[^。；]{0,10}(?:团组|人次)/,
  'threePublic.vehicleOperation': /公务用车[^。；]{0,6}保有量|(?:共有|保有|实有)[^。；，]{0,8}车辆|车辆[^。；，]{0,8}\d\s*[辆台]/,
}
const elsewhereOf = (subject: string): RegExp => ELSEWHERE[subject] ?? /$^/
const nameOf = (subject: string): RegExp => NAMES[subject] ?? /$^/
const tail = (text: string, name: RegExp): string => text.slice(Math.max(0, text.search(name)))

const KINDS_OF_VEHICLES = /(?:用车|轿车|客车|越野车)/
const EQUIPMENT = /设备/

/** Vehicles are told by kind, and large equipment is told, be it that there is none. */
function assets(books: Books): Outcome[] {
  const [owned] = books.saying('assets.vehicles', 'count', ['assets'])
  const texts = written(books).filter((paragraph) => paragraph.topic === 'assets' && paragraph.kind !== 'heading')
  if (!owned || texts.length === 0) return [unchecked('没有国有资产占用情况的说明')]
  const text = texts.map((paragraph) => paragraph.text).join('')
  // Some places tell vehicles by number alone, with the equipment beside them; who leaves out both has forgotten the section.
  if (EQUIPMENT.test(text)) return [passed()]
  const kinds = amountOf(owned.expr)?.isZero() || KINDS_OF_VEHICLES.test(text) ? [] : ['车辆的用途分类']
  const missing = [...kinds, '单价50万元（100万元）以上设备']
  return [
    remarkAt(
      owned.term.where,
      '国有资产占用情况',
      `国有资产占用情况只写了车辆${owned.term.printed.text}${owned.term.printed.unit}，没有写${missing.join('、')}`,
      {
        touches: [owned.term.key],
      },
    ),
  ]
}

/** What follows a figure may say that nothing changed. */
const LEVEL = /^[^；。]{0,20}(?:持平|相同|一致|无变化|没有变化|无增减)/
const THREE_PARTS = ['threePublic.overseas', 'threePublic.vehicles', 'threePublic.reception']

/** 出国减少…，公车支出决算0，接待减少…: in a list of changes one that does not say whether it rose or fell. */
function changesTold(books: Books): Outcome[] {
  const changes = books.said.filter(
    ({ claim, subject }) => claim.measure === 'change' && claim.versus === 'priorYear' && THREE_PARTS.includes(subject ?? ''),
  )
  return [...groupedBy(changes, ({ claim }) => String(claim.sentence)).values()].flatMap((group): Outcome[] => {
    const [first] = group
    if (group.length < 2 || !first) return []
    const bare = books.said.find(
      ({ claim, subject }) =>
        claim.sentence === first.claim.sentence &&
        claim.measure === 'final' &&
        THREE_PARTS.includes(subject ?? '') &&
        !group.some((one) => one.subject === subject),
    )
    const level = (books.report.statements ?? []).some(
      ({ sentence, subject, versus }) => sentence === first.claim.sentence && subject === bare?.subject && versus === 'priorYear',
    )
    // 0 of an item that nothing was spent on: neither year had any.
    const none = bare !== undefined && amountOf(bare.expr)?.isZero() && isZeroCell(books.cellOf(bare.subject ?? ''))
    if (!bare || level || none || LEVEL.test(sentenceOf(books, bare)?.text.split(bare.term.printed.text).at(-1) ?? '')) return [passed()]
    const { text, unit } = bare.term.printed
    return [
      remarkAt(bare.term.where, '与上年比较', `与上年比较的一句里“${bare.claim.item}”只写${text}${unit}，没有写增加还是减少`, {
        kind: 'other',
        touches: [bare.term.key],
      }),
    ]
  })
}

/** Sections that every explanation owes, by the words that show they are there. */
const SECTIONS: readonly (readonly [Topic, RegExp, string])[] = [
  ['threePublic', /三公/, '“三公”经费'],
  ['operating', /机关运行经费|日常公用经费/, '机关运行经费'],
  ['procurement', /政府采购/, '政府采购'],
  ['assets', /国有资产|车辆|公务用车/, '国有资产占用'],
  ['performance', /绩效/, '预算绩效'],
  ['glossary', /名词解释|名词说明/, '名词解释'],
]

function sections(books: Books): Outcome[] {
  const paragraphs = written(books)
  const account = paragraphs.filter((paragraph) => ['overall', 'revenue', 'expenditure', 'fiscalOverall'].includes(paragraph.topic))
  if (books.report.outline === null || account.length < 4 || books.report.meta.kind !== 'finalAccount')
    return [unchecked('没有完整的情况说明')]
  const last = paragraphs.at(-1)
  const absent = SECTIONS.filter(
    ([topic, words]) => !paragraphs.some((paragraph) => paragraph.topic === topic || words.test(paragraph.text)),
  )
  // Several sections gone at once: the text is cut short or follows another sample, not forgotten.
  if (absent.length > 2) return [unchecked('多节内容都没有，可能不是完整的报告或另有格式', absent.length)]
  return SECTIONS.map(([topic, words, says]): Outcome => {
    if (paragraphs.some((paragraph) => paragraph.topic === topic || words.test(paragraph.text))) return passed()
    return remarkAt(last ? placeOfText(last, 0, '') : { page: null, line: null, raw: '' }, '应公开的内容', `没有公开${says}的情况`)
  })
}

const EMPTY_FORMS: readonly (readonly [FormId, RegExp])[] = [
  ['governmentFund', /(无|没有|未发生|不涉及|未安排)[^。]{0,30}政府性基金|政府性基金[^。]{0,40}(为\s*0|0\.00|0\s*万?元|无|没有)/],
  ['stateCapital', /(无|没有|未发生|不涉及|未安排)[^。]{0,30}国有资本|国有资本[^。]{0,40}(为\s*0|0\.00|0\s*万?元|无|没有)/],
  ['threePublic', /(无|没有|未发生|不涉及|未安排)[^。]{0,30}三公|三公[^。]{0,60}(为\s*0|0\.00|0\s*万?元|无|没有)/],
]

/** Figures between the form's first line and its last that could not be read: it is not empty. */
function hasUnread({ report }: Books, { form: { where, end } }: FormView): boolean {
  const inside = ({ page, line }: Place): boolean =>
    line !== null && where.line !== null
      ? line >= where.line && line <= (end.line ?? where.line)
      : page !== null && where.page !== null && page >= where.page && page <= (end.page ?? where.page)
  return report.unread.some((unread) => inside(unread.where) && /\d/.test(unread.where.raw))
}

/** An empty form keeps its grid and says in one sentence that there is nothing. */
function emptyForms(books: Books): Outcome[] {
  return EMPTY_FORMS.flatMap(([id, words]): Outcome[] => {
    const form = books.form(id)
    if (!form || form.hasFigures) return []
    if (form.rows.length === 0 || hasUnread(books, form)) return [unchecked('这张表没有读出来')]
    const said = [...form.form.notes.map((note) => note.text), ...written(books).map((paragraph) => paragraph.text)].some((text) =>
      words.test(text.normalize('NFKC')),
    )
    if (said) return [passed()]
    if (books.report.outline === null) return [unchecked('没有原文，只有数据')]
    return [remarkAt(form.form.where, '空表', `《${form.title}》没有数字，也没有一句说明`)]
  })
}

/** A note printed twice under the same form. */
function repeatedNotes(books: Books): Outcome[] {
  return books.report.forms.flatMap((form): Outcome[] => {
    const sentences = form.notes.flatMap((note) =>
      note.text.split(/(?<=[。；])/).map((text) => ({ text: text.replace(/[\s。；]|^注[:：]/g, ''), where: note.where })),
    )
    const twice = [
      ...groupedBy(
        sentences.filter(({ text }) => text.length > 6),
        ({ text }) => text,
      ).values(),
    ].filter((group) => group.length > 1)
    if (twice.length === 0) return form.notes.length > 0 ? [passed()] : []
    return twice.map((group) => {
      const [first, second] = group
      return remarkAt(second?.where ?? form.where, '表注', `表注“${first?.text}”连印${group.length}次`, {
        kind: 'duplicate',
        right: { what: '前一次', value: first?.text ?? '', unit: null, where: first?.where ?? null },
      })
    })
  })
}

const row = (id: string, title: string, compares: string, applies: string, outcomes: Relation['outcomes']): Relation => ({
  id,
  title,
  kind: 'missing-content',
  compares,
  applies,
  wording: '{left}',
  origin: '填报说明',
  outcomes,
})

/** What a report owes. */
export const disclosure: readonly Relation[] = [
  row(
    'disclosure.three-public',
    '“三公”经费的批次、人次、团组、保有量',
    '有支出的“三公”经费各项与其实物量说明',
    '该项决算数大于零',
    duties,
  ),
  row('disclosure.assets', '国有资产占用情况写全', '车辆的用途分类、大型设备（没有也要写）', '写了车辆总数', assets),
  row(
    'disclosure.changes',
    '“三公”各项与上年比较都写明增减',
    '同一句里其他两项写了增减、这一项只写金额',
    '同一句里至少两项写了增减额',
    changesTold,
  ),
  row(
    'disclosure.sections',
    '应公开的各节都有',
    '“三公”经费、机关运行经费、政府采购、国有资产、绩效、名词解释',
    '有完整的情况说明',
    sections,
  ),
  row('disclosure.empty-form', '空表有一句说明', '没有数字的基金表、国资表、“三公”经费表与表下或说明中的一句话', '有这张表', emptyForms),
  row('disclosure.notes', '表注不重复', '同一张表的表注', '印有表注', repeatedNotes),
]
