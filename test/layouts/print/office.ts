import * as XLSX from '@e965/xlsx'
import { docx, escapeXml, p, tc } from '../../read/formats/docx.ts'
import { flatRows, type Sheet, spanAt, UP } from '../grid.ts'

const AMOUNT = /^-?[\d,]+\.(\d+)$/

function typed(text: string): XLSX.CellObject {
  const decimals = AMOUNT.exec(text)?.[1]?.length
  if (decimals === undefined) return { t: 's', v: text }
  return { t: 'n', v: Number(text.replaceAll(',', '')), z: `${text.includes(',') ? '#,##0' : '0'}.${'0'.repeat(decimals)}` }
}

/** One sheet a form with merged cells and real numbers; the words on a sheet of their own. */
export function xlsx(front: readonly string[], sheets: readonly Sheet[], back: readonly string[]): Uint8Array {
  const book = XLSX.utils.book_new()
  const add = (rows: XLSX.CellObject[][], name: string, merges: XLSX.Range[] = []): void => {
    const sheet = XLSX.utils.aoa_to_sheet(rows)
    sheet['!merges'] = merges
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  add(
    front.map((line) => [typed(line)]),
    '封面',
  )
  sheets.forEach((sheet, i) => {
    const lead = [sheet.title, ...sheet.above]
    const grid = [...sheet.head, ...sheet.body]
    const merges = grid.flatMap((row, r) =>
      row.flatMap((_, c): XLSX.Range[] => {
        const span = spanAt(grid, r, c)
        if (span === null || span.across * span.down === 1) return []
        return [{ s: { r: r + lead.length, c }, e: { r: r + lead.length + span.down - 1, c: c + span.across - 1 } }]
      }),
    )
    const rows = [
      ...lead.map((line) => [typed(line)]),
      ...flatRows(sheet).map((row) => row.map(({ text }) => typed(text))),
      ...sheet.notes.map((line) => [typed(line)]),
    ]
    add(rows, `表${i + 1}`, merges)
  })
  add(
    back.map((line) => [typed(line)]),
    '说明',
  )
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })
}

/** Word: gridSpan across, vMerge down. */
export function word(front: readonly string[], sheets: readonly Sheet[], back: readonly string[]): Uint8Array {
  const table = (sheet: Sheet): string => {
    const grid = [...sheet.head, ...sheet.body]
    const covers = new Map<string, number>()
    const rows = grid.map((row, r) => {
      const cells = row.map((one, c) => {
        const span = spanAt(grid, r, c)
        if (span && span.down > 1) covers.set(String(c), span.across)
        const across = (n: number): string => (n > 1 ? `<w:gridSpan w:val="${n}"/>` : '')
        if (span) return tc(one.text, across(span.across) + (span.down > 1 ? '<w:vMerge w:val="restart"/>' : ''))
        if (one.text === UP && grid[r]?.[c - 1]?.text !== undefined && covers.has(String(c)))
          return tc('', `${across(covers.get(String(c)) ?? 1)}<w:vMerge/>`)
        return one.text === UP && c === 0 ? tc('', '<w:vMerge/>') : ''
      })
      return `<w:tr>${cells.join('')}</w:tr>`
    })
    return `<w:tbl>${rows.join('')}</w:tbl>`
  }
  return docx(
    [
      ...front.map((line) => p(line)),
      ...sheets.flatMap((sheet) => [
        p(sheet.title),
        ...sheet.above.map((line) => p(line)),
        table(sheet),
        ...sheet.notes.map((line) => p(line)),
      ]),
      ...back.map((line) => p(line)),
    ].join(''),
  )
}

/** A web page with rowspan and colspan; `repeat` marks the heads, which a browser then prints on every page of a form. */
export function html(front: readonly string[], sheets: readonly Sheet[], back: readonly string[], repeat = false): string {
  const line = (text: string): string => `<p>${escapeXml(text)}</p>`
  const table = (sheet: Sheet): string => {
    const grid = [...sheet.head, ...sheet.body]
    const rows = grid.map(
      (row, r) =>
        `<tr>${row
          .map((one, c) => {
            const span = spanAt(grid, r, c)
            if (span === null) return ''
            const attributes = `${span.across > 1 ? ` colspan="${span.across}"` : ''}${span.down > 1 ? ` rowspan="${span.down}"` : ''}`
            return `<td${attributes}>${escapeXml(one.text)}</td>`
          })
          .join('')}</tr>`,
    )
    const heads = sheet.head.length
    const head = repeat ? `<thead>${rows.slice(0, heads).join('\n')}</thead>` : rows.slice(0, heads).join('\n')
    return `<table>${[head, ...rows.slice(heads)].join('\n')}</table>`
  }
  const parts = sheets.map(
    (sheet) =>
      `<section><h2>${escapeXml(sheet.title)}</h2>${sheet.above.map(line).join('')}${table(sheet)}${sheet.notes.map(line).join('')}</section>`,
  )
  const css =
    'table{border-collapse:collapse;font-size:9px;width:100%}td{border:1px solid #000;padding:2px}section{page-break-after:always}'
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>${css}</style></head><body>${front.map(line).join('')}${parts.join('\n')}${back.map(line).join('')}</body></html>`
}
