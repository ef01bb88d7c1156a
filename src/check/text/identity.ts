import type { Paragraph } from '../../domain/outline.ts'
import type { Place } from '../../domain/report.ts'
import type { Books } from '../books/index.ts'
import { groupedBy } from '../grouping.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { placeOfText, remarkAt, written } from './scan.ts'

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s()（）“”]/g, '')
    .replace(/[(（]?(本级|机关|汇总|部门|单位)[)）]?$/, '')

/** The department above each form against the one most forms name. */
function formDepartments(books: Books): Outcome[] {
  const named = books.report.forms.filter((form) => form.department !== null && form.department !== '')
  const groups = [...groupedBy(named, (form) => plain(form.department ?? '')).entries()].sort((a, b) => b[1].length - a[1].length)
  const [usual, ...others] = groups
  if (!usual) return [unchecked('各表没有印部门名称')]
  if (usual[1].length < 2 || others.some(([, forms]) => forms.length >= usual[1].length))
    return named.length > 1 ? [unchecked('各表部门名称没有多数')] : [passed()]
  const [example] = usual[1]
  const wrong = others
    .flatMap(([, forms]) => forms)
    .map((form) =>
      remarkAt(
        { ...(form.departmentWhere ?? form.where), raw: form.department ?? '' },
        '表头部门',
        `表头的部门写作“${form.department}”，其余${usual[1].length}张表写作“${example?.department}”`,
        {
          state: 'inconsistent',
          right: {
            what: '其余各表的部门',
            value: example?.department ?? '',
            unit: null,
            where: example?.departmentWhere ?? example?.where ?? null,
          },
        },
      ),
    )
  return [passed(usual[1].length), ...wrong]
}

const PARTY = /^(?:中国共产党|中共)/

/** 武汉经开区工委 for 武汉经济技术开发区工作委员会: a usual short form keeps the place in front and the order of the characters. */
function isShortOf(name: string, full: string): boolean {
  const [short, long] = [name.replace(PARTY, ''), full.replace(PARTY, '')]
  if (short.slice(0, 2) !== long.slice(0, 2)) return false
  let at = 0
  for (const character of short) {
    at = long.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/** `第一部分 …概况`: the name between the part's number and its subject. */
const PART = /^第[一二三四五六七八九十]+部分[\s：:、.．]*(.{2,40}?)\s*(?:概况|基本情况|\d{4}年)/

function headingNames(books: Books): Outcome[] {
  const full = plain(books.report.meta.department)
  const parts = written(books).filter((paragraph) => paragraph.kind === 'heading' && paragraph.level === 0)
  const named = parts.flatMap((paragraph) => {
    const name = paragraph.text.match(PART)?.[1]
    return name === undefined || /^(?:部门|单位|本部门|本单位|\d{4})/.test(name) ? [] : [{ paragraph, name }]
  })
  // The heading may spell the place out where the cover does not.
  const [wrong] = named.filter(({ name }) => !isShortOf(plain(name), full) && !isShortOf(full, plain(name)))
  if (!wrong) return named.length > 0 ? [passed(named.length)] : []
  return [
    remarkAt(
      placeOfText(wrong.paragraph, 0, wrong.name),
      '标题中的部门',
      `标题写作“${wrong.name}”，部门全称为“${books.report.meta.department}”，前后名称不一致`,
    ),
  ]
}

/** 中国共产党… and 中共… for the same body in one report. */
function twoSpellings(books: Books): Outcome[] {
  const name = books.report.meta.department
  const other = name.startsWith('中国共产党')
    ? name.replace('中国共产党', '中共')
    : name.startsWith('中共')
      ? name.replace('中共', '中国共产党')
      : null
  if (other === null) return []
  const paragraphs = written(books)
  const where = (words: string): Paragraph | undefined => paragraphs.find((paragraph) => paragraph.text.includes(words))
  const [own, rival] = [where(name), where(other)]
  if (!own || !rival) return [passed()]
  return [
    remarkAt(placeOfText(rival, rival.text.indexOf(other), other), '部门名称', `部门名称一处写作“${name}”，一处写作“${other}”`, {
      right: { what: '另一种写法', value: name, unit: null, where: placeOfText(own, own.text.indexOf(name), name) },
    }),
  ]
}

const MANY_SPELLINGS = 3

/** The department under three or more different full names: whose report it is, a reader must guess. */
function manySpellings(books: Books): Outcome[] {
  const { department, aliases } = books.report.meta
  const place = department.replace(PARTY, '').slice(0, 2)
  const full = [department, ...aliases].filter((name) => name.replace(PARTY, '').startsWith(place) && name.length >= 8)
  const paragraphs = written(books)
  const places = full.flatMap((name): readonly Place[] => {
    const form = books.report.forms.find((one) => one.department === name)
    if (form) return [{ ...(form.departmentWhere ?? form.where), raw: name }]
    const own = paragraphs.find(
      (paragraph) =>
        paragraph.text.includes(name) &&
        !full.some((longer) => longer !== name && longer.includes(name) && paragraph.text.includes(longer)),
    )
    return own ? [placeOfText(own, own.text.indexOf(name), name)] : []
  })
  const [first, second] = places
  if (places.length < MANY_SPELLINGS || !first || !second) return [passed()]
  const names = places.map(({ raw }) => `“${raw}”`).join('、')
  return [
    remarkAt(first, '部门名称', `部门名称有${places.length}种写法：${names}`, {
      right: { what: '另一种写法', value: second.raw, unit: null, where: second },
      evidence: places,
    }),
  ]
}

/** Who it is. */
export const identity: readonly Relation[] = [
  {
    id: 'name.forms',
    title: '各表部门名称一致',
    kind: 'name',
    compares: '每张表表头的“部门：”与多数表所印的部门',
    applies: '至少两张表印有相同的部门',
    wording: '{left}',
    origin: '公开样式',
    outcomes: formDepartments,
  },
  {
    id: 'name.headings',
    title: '标题中的部门名称与全称一致',
    kind: 'name',
    compares: '“第…部分 某部门概况”等标题中的名称与部门全称',
    applies: '标题中写了部门名称',
    wording: '{left}',
    origin: '公开样式',
    outcomes: headingNames,
  },
  {
    id: 'name.spelling',
    title: '部门名称只用一种写法',
    kind: 'name',
    compares: '“中国共产党…”与“中共…”两种写法',
    applies: '部门是党的机关',
    wording: '{left}',
    origin: '行文规范',
    outcomes: twoSpellings,
  },
  {
    id: 'name.many',
    title: '部门全称前后一致',
    kind: 'name',
    compares: '封面、标题、表头、正文中部门全称的写法',
    applies: '带地名的全称有三种以上写法',
    wording: '{left}',
    origin: '行文规范',
    outcomes: manySpellings,
  },
]
