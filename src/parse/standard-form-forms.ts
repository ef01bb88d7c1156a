import { MONEY_UNITS } from '../domain/figure.ts'
import { COLUMN_WORDS, FORM_IDS } from '../domain/form.ts'
import type { Cell, Form, FormNote, FormRow } from '../domain/report.ts'
import { CELL_MARKS, keyOf, type Remark, ROW_HEADS, SIDE_WORDS, splitCells, spotOf, unescapeText } from '../domain/standard-form.ts'
import type { NumberedLine } from './standard-form.ts'
import { damaged, need, Remarks, remarksOf } from './standard-form-damage.ts'
import { figureWith, placeOf, type Surroundings } from './standard-form-figure.ts'

const NOWHERE = { page: null, line: null }

function cellOf(written: string, line: number, around: Surroundings): Cell | null {
  const { head, remarks: list } = remarksOf(written, line)
  const remarks = new Remarks(list, line)
  switch (head) {
    case CELL_MARKS.absent:
      return null
    case '':
      return { kind: 'blank' }
    case CELL_MARKS.dash:
      return { kind: 'dash', where: placeOf(remarks, head, around) }
    case CELL_MARKS.unreadable:
      return { kind: 'unreadable', where: placeOf(remarks, head, around), reason: remarks.must('缘由') }
    default:
      return { kind: 'figure', ...figureWith(head, remarks, around) }
  }
}

const columnOf = (head: string): string => keyOf(COLUMN_WORDS, head) ?? unescapeText(head.replace(/^栏 /, ''))
const textOf = (cell: string | undefined): string | null => (cell === undefined || cell === '' ? null : unescapeText(cell))

const LEADING: ReadonlySet<string> = new Set(Object.values(ROW_HEADS))

function rowOf(line: NumberedLine, heads: readonly string[], form: Pick<Form, 'unit' | 'decimals'>): FormRow {
  const cells = splitCells(line.text)
  if (cells.length !== heads.length) throw damaged(line.no, `应有${heads.length}格，只有${cells.length}格`)
  const at = (head: string) => cells[heads.indexOf(head)]
  const place = remarksOf(need(at(ROW_HEADS.where), line.no, ROW_HEADS.where), line.no)
  const spot = need(spotOf(place.head), line.no, ROW_HEADS.where)
  const name = need(textOf(at(ROW_HEADS.name)), line.no, ROW_HEADS.name)
  const side = textOf(at(ROW_HEADS.side))
  const ordinal = textOf(at(ROW_HEADS.ordinal))
  const figures = heads.flatMap((head, index): [string, Cell][] => {
    if (LEADING.has(head)) return []
    const cell = cellOf(cells[index] ?? '', line.no, { ...spot, ...form })
    return cell === null ? [] : [[columnOf(head), cell]]
  })
  return {
    code: textOf(at(ROW_HEADS.code)),
    name,
    parent: textOf(at(ROW_HEADS.parent)),
    side: side === null ? null : need(keyOf(SIDE_WORDS, side), line.no, ROW_HEADS.side),
    ordinal: ordinal === null ? null : Number(ordinal),
    cells: Object.fromEntries(figures),
    where: { ...spot, raw: new Remarks(place.remarks, line.no).get('原文') ?? name },
  }
}

function noteOf(line: NumberedLine): FormNote {
  const { head, remarks } = remarksOf(line.text.slice(2), line.no)
  const text = unescapeText(head)
  return { text, where: placeOf(new Remarks(remarks, line.no), text, NOWHERE) }
}

const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-+:?$/.test(cell))

function departmentWhereOf(about: Remarks): Pick<Form, 'departmentWhere'> {
  const spot = about.spot('部门位置')
  return spot === null ? {} : { departmentWhere: { ...spot, raw: about.must('部门原文') } }
}

function unitWhereOf(about: Remarks): Pick<Form, 'unitWhere'> {
  const spot = about.spot('单位位置')
  return spot === null ? {} : { unitWhere: { ...spot, raw: about.must('单位原文') } }
}

/** One form from its heading's remarks and the lines under it. */
export function readForm(heading: readonly Remark[], lines: readonly NumberedLine[]): Form {
  const first = lines[0]
  if (first === undefined) throw damaged(null, '有一张表是空的')
  const id = need(
    FORM_IDS.find((form) => form === new Remarks(heading, first.no).get('标识')),
    first.no,
    '表的标识',
  )
  const about = new Remarks(remarksOf(first.text, first.no).remarks, first.no)
  const title = about.get('题名')
  const form = {
    id,
    title,
    unit: need(
      MONEY_UNITS.find((unit) => unit === about.must('单位')),
      first.no,
      '单位',
    ),
    decimals: need(about.number('小数'), first.no, '小数'),
    department: about.get('部门'),
    ...departmentWhereOf(about),
    ...unitWhereOf(about),
    where: placeOf(about, title ?? '', NOWHERE),
    end: need(about.spot('止'), first.no, '止'),
  }
  const [head, ...rows] = lines.filter((line) => line.text.startsWith('|'))
  const heads = head === undefined ? [] : splitCells(head.text)
  return {
    ...form,
    rows: rows.filter((row) => !isRule(splitCells(row.text))).map((row) => rowOf(row, heads, form)),
    notes: lines.filter((line) => line.text.startsWith('- ')).map(noteOf),
  }
}
