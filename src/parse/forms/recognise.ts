import { FORM_SIGNS, type FormSigns } from '../../../knowledge/forms/index.ts'
import type { Line } from '../../domain/document.ts'
import type { FormId } from '../../domain/form.ts'
import { narrowDigits, squeeze } from '../text.ts'
import { tokensOf } from './tokens.ts'

/** What a table can be known as; 'other' is a table that is none of the standard forms and ends the one before it. */
type TableId = FormId | 'other'
export type TableSigns = readonly FormSigns<TableId>[]

/** A stretch of lines that holds one form: indices into the document's lines, `to` exclusive. */
export interface FormRegion {
  readonly id: FormId
  readonly title: string | null
  readonly from: number
  readonly to: number
}

/** A stretch of lines that holds one table, standard or not. */
export interface TableRegion extends Omit<FormRegion, 'id'> {
  readonly id: TableId
}

const NUMBERING =
  /^(?:[-*#·•]+|(?:附|公开)?表[一二三四五六七八九十\d]{1,2}(?:[-—]\d)?[:：、.]?|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])+/
// A run of digits or of dots can be taken in one way only: a second way costs exponential time on a line of dots.
const TAIL =
  /(?:[（(](?:表)?[一二三四五六七八九十\d]{1,3}[）)]|[（(]公开\d*表[）)]|公开\d+表|[（(]续(?:表)?\d*[）)]|(?<!\d)\d+|(?<![.…·])[.…·]{2,})+$/
const UNIT_LINE = /单位[:：](?:人民币)?(?:万元|元|千元|亿元)/
const TABLE_WORDS =
  /^(?:项目|收入|支出|栏次|行次|科目|功能分类|经济分类|人员经费|预算数|合计|公开\d+表|部门[:：]|编制单位|金额单位|部门名称)|单位[:：]|科目编码|科目名称/
const PART = /^第[一二三四五六七八九十]{1,2}(?:部分|章)/
const EXPLAINS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])?(?:关于)?.{0,60}(?:情况说明|情况的说明|决算说明|情况|说明)[。:：]?$/
const NOTE = /^(?:注[:：]|注\d?[.．、:：]|说明[:：]|备注[:：]|本表反映)/
const MARKUP = /[*#]+/g

/** A line without blanks and Markdown marks: what titles and signs are sought in. */
export const flatten = (line: Line): string => squeeze(line.text).replace(MARKUP, '')

/** 按功能分类科目, 分科目 … behind a title: by what its rows are cut, which most forms do not say. */
const CUT_BY = /[（(][^（()）]*(?:科目|分类)[^（()）]*[）)]$/

const coreOf = (flat: string): string => flat.replace(NUMBERING, '').replace(TAIL, '').replace(TAIL, '')

/** The form whose title ends this line, if it is a title and no sentence. */
export function titleForm(flat: string, known: TableSigns = FORM_SIGNS): TableId | null {
  const core = coreOf(flat)
  if (core.length < 4 || core.length > 60 || /[。，；;：:]/.test(core) || !/表(?:[（(][^（()）]{2,20}[）)])?$/.test(core)) return null
  const plain = core.replace(CUT_BY, '')
  return known.find((form) => form.titles.some((title) => title.test(core) || title.test(plain)))?.id ?? null
}

function scoreSigns(text: string, known: TableSigns): readonly (readonly [TableId, number])[] {
  return known.map((form) => [form.id, form.signs.reduce((sum, [sign, weight]) => (sign.test(text) ? sum + weight : sum), 0)] as const)
}

/** The form that header, note and characteristic rows speak for; null when none does clearly. */
export function formBySigns(text: string, known: TableSigns = FORM_SIGNS): TableId | null {
  const ranked = [...scoreSigns(text, known)].sort((a, b) => b[1] - a[1])
  const [best, second] = ranked
  if (best === undefined || best[1] < 5 || (second !== undefined && second[1] >= best[1])) return null
  return best[0]
}

const isData = (line: Line): boolean => {
  const tokens = tokensOf(line)
  return tokens.some((t) => t.kind === 'number' && (/\d[.．]\d/.test(t.raw) || /^\d{3}(?:\d\d){0,2}$/.test(narrowDigits(t.raw))))
}

/** Does a table begin below line `i` before another title or a heading does? Entries of a contents page fail this. */
function tableFollows(flats: readonly string[], i: number, known: TableSigns): boolean {
  let seen = 0
  for (let j = i + 1; j < flats.length && seen < 8; j++) {
    const flat = flats[j] ?? ''
    if (flat === '') continue
    seen++
    if (TABLE_WORDS.test(flat)) return true
    if (titleForm(flat, known) !== null || PART.test(flat)) return false
  }
  return false
}

const ANY_TITLE = /(?:决算|支出|收入|收支|情况|明细|经费|信息|统计).{0,8}表(?:[（(][^（()）]{2,20}[）)])?$/

/** The title of a table that no form is known by, told by the unit that stands right below it, before another title. */
function strangeTitle(flats: readonly string[], i: number, known: TableSigns): string | null {
  const core = coreOf(flats[i] ?? '')
  if (PART.test(core) || core.length < 5 || core.length > 40 || /[。，；;：:]/.test(core) || !ANY_TITLE.test(core)) return null
  const below = flats.slice(i + 1, i + 6).filter((flat) => flat !== '')
  const unit = below.slice(0, 3).findIndex((flat) => UNIT_LINE.test(flat) && flat.length < 80)
  const titled = below.slice(0, unit).some((flat) => titleForm(flat, known) !== null || ANY_TITLE.test(coreOf(flat)))
  return unit < 0 || titled ? null : (flats[i] ?? '')
}

/** A title that wraps over two lines is joined with the line above it when that makes it say more. */
function titleAt(flats: readonly string[], i: number, known: TableSigns): { id: TableId | null; title: string; from: number } | null {
  const flat = flats[i] ?? ''
  const own = titleForm(flat, known)
  const strange = own === null ? strangeTitle(flats, i, known) : null
  if (strange !== null) return { id: null, title: strange, from: i }
  if (own === null || !tableFollows(flats, i, known)) return null
  let above = i - 1
  while (above >= 0 && flats[above] === '' && i - above < 3) above--
  const head = flats[above] ?? ''
  if (head !== '' && head.length < 40 && /[一-鿿]$/.test(head) && !/表|说明$|部分/.test(head) && !TABLE_WORDS.test(head)) {
    const joined = titleForm(head + flat, known)
    if (joined !== null && /预算|拨款|经费|收入|年度|基金|资本|三公/.test(head)) return { id: joined, title: head + flat, from: above }
  }
  return { id: own, title: flat, from: i }
}

interface Open {
  id: TableId | null
  title: string | null
  from: number
  data: boolean
  noted: boolean
}

const endsForms = (flat: string): boolean =>
  PART.test(flat) || (flat.length < 70 && EXPLAINS.test(flat) && !/[，,；;。]./.test(flat) && !NOTE.test(flat) && !/表$/.test(flat))
const isSentence = (flat: string): boolean => /[。；]/.test(flat) && flat.length > 25 && !NOTE.test(flat)

const SCOPES = [/一般公共/, /政府(?:预算)?(?:支出)?经济/, /收入/]
/** 财政拨款基本支出表 is not continued by 一般公共预算基本支出表: titles that both stand must mean one thing. */
const sameScope = (a: string | null, b: string | null): boolean =>
  a === null || b === null || SCOPES.every((scope) => scope.test(a) === scope.test(b))

/**
 * Finds the standard forms in a document by title, else by unit line plus header, note and characteristic rows.
 * Forms of one name that follow each other (continuation pages) are one region.
 * @param known the tables that this kind of document prints
 */
export const recogniseForms = (lines: readonly Line[], known: TableSigns = FORM_SIGNS): FormRegion[] =>
  recogniseTables(lines, known).filter((region): region is FormRegion => region.id !== 'other')

/** As recogniseForms, with the tables that are none of the standard forms. */
export function recogniseTables(lines: readonly Line[], known: TableSigns): TableRegion[] {
  const flats = lines.map(flatten)
  const regions: TableRegion[] = []
  let open: Open | null = null
  const close = (to: number) => {
    if (open === null) return
    const id = identify(open, flats.slice(open.from, to).join('\n'), known)
    const last = regions.at(-1)
    if (id !== null && id !== 'other' && last !== undefined && last.id === id && last.to === open.from && sameScope(last.title, open.title))
      regions[regions.length - 1] = { ...last, to }
    else if (id !== null) regions.push({ id, title: open.title, from: open.from, to })
    open = null
  }
  for (let i = 0; i < lines.length; i++) {
    const [line, flat] = [lines[i], flats[i] ?? '']
    if (line === undefined || flat === '') continue
    const title = titleAt(flats, i, known)
    if (title !== null) {
      close(title.from)
      open = { id: title.id, title: title.title, from: title.from, data: false, noted: false }
    } else if (UNIT_LINE.test(flat) && flat.length < 80 && (open === null || open.data || open.noted)) {
      close(i)
      open = { id: null, title: null, from: i, data: false, noted: false }
    } else if (open !== null) {
      if (endsForms(flat) || (isSentence(flat) && line.cells === null && !open.noted)) close(i)
      else if (NOTE.test(flat)) open.noted = true
      else if (isData(line)) {
        if (open.noted && line.cells === null && isSentence(flat)) close(i)
        else open.data = true
      }
    }
  }
  close(lines.length)
  return regions
}

/** A title names the form; where it is lost, or where it is one of the short ambiguous ones, the signs decide. */
function identify(open: Open, text: string, known: TableSigns): TableId | null {
  const signed = formBySigns(text, known)
  // 一般公共预算财政拨款收入支出决算表 is the overview of fiscal appropriation in one province, spending by item in another.
  const ambiguous =
    open.id === 'expenditure' || open.id === 'revenue' || open.id === 'overview' || /一般公共预算财政拨款收入支出/.test(open.title ?? '')
  if (open.id === null) return signed ?? (open.title === null ? null : 'other')
  return ambiguous && signed !== null ? signed : open.id
}
