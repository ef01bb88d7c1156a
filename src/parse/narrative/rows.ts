import type { Paragraph } from '../../domain/outline.ts'
import { sentencesOf } from '../outline/sentences.ts'
import type { Meta } from './figures.ts'
import type { Ledger } from './ledger.ts'
import { readText } from './reader.ts'
import type { Scope } from './scope.ts'

const BARE = /^-?[\d,]+(?:\.\d+)?$/
const ORDINAL = /^\d{1,3}[.、]?$/

/** Reads a row of a table outside the forms: every cell is a text of its own under the row's label. */
export function readRow(row: Paragraph, scope: Scope, ledger: Ledger, meta: Meta): void {
  const cells = row.cells ?? []
  const label = cells.find((cell) => /[\u4e00-\u9fff]{2}/.test(cell)) ?? ''
  cells.forEach((cell, i) => {
    const text = cell.trim()
    if (!/\d/.test(text) || (i === 0 && ORDINAL.test(text))) return
    if (BARE.test(text)) ledger.unread.push({ where: { ...placeOf(row), raw: text }, reason: '表格里的数字没有单位，看不出是什么数' })
    else readText(cellParagraph(row, text, label), scope, ledger, meta)
  })
}

const placeOf = (row: Paragraph): { readonly line: number | null; readonly page: number | null } => ({
  line: row.spans[0]?.line ?? null,
  page: row.spans[0]?.page ?? null,
})

const cellParagraph = (row: Paragraph, text: string, label: string): Paragraph => ({
  ...row,
  kind: 'text',
  level: null,
  number: null,
  text,
  cells: null,
  path: label !== '' && label !== text && label.length <= 40 ? [...row.path, label] : row.path,
  sentences: sentencesOf(text),
})
