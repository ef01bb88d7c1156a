import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Sheet } from '../grid.ts'
import { html, word, xlsx } from './office.ts'

/** Forms as other programs print them: Chromium from the web page, LibreOffice from spreadsheet and document. */
export const PRINTS = [
  'chromium 纵向',
  'chromium 横向',
  'chromium 表头不重复',
  'chromium 无框线',
  'soffice xlsx→pdf',
  'soffice docx→pdf',
  'soffice xlsx→xls',
  'soffice docx→doc',
] as const
export type Print = (typeof PRINTS)[number]

/** What is read back: the reader's type of file. */
export const typeOf = (print: Print): 'pdf' | 'xls' | 'doc' => (print.endsWith('xls') ? 'xls' : print.endsWith('doc') ? 'doc' : 'pdf')

const isThere = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const programOf = (print: Print): string => (print.startsWith('chromium') ? 'chromium' : 'soffice')

/** The prints that this machine can make. */
export const printable = (): readonly Print[] => {
  const there = new Set(['chromium', 'soffice'].filter(isThere))
  return PRINTS.filter((print) => there.has(programOf(print)))
}

/** The page for Chromium: its paper, and its rulings. */
function onPaper(page: string, print: Print): string {
  const rules = [
    `@page{size:A4 ${print === 'chromium 横向' ? 'landscape' : 'portrait'};margin:14mm}`,
    'td{height:18px}',
    ...(print === 'chromium 无框线' ? ['td{border:none!important}'] : []),
  ]
  return page.replace('</style>', `${rules.join('')}</style>`)
}

/** Prints a report through another program and gives back the file. */
export function printed(print: Print, front: readonly string[], sheets: readonly Sheet[], back: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'layouts-'))
  try {
    const out = join(folder, `out.${typeOf(print)}`)
    if (programOf(print) === 'chromium') {
      const page = join(folder, 'in.html')
      writeFileSync(page, onPaper(html(front, sheets, back, print !== 'chromium 表头不重复'), print))
      const options = [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--user-data-dir=${join(folder, 'profile')}`,
      ]
      execFileSync('chromium', [...options, `--print-to-pdf=${out}`, pathToFileURL(page).href], { stdio: 'ignore' })
      return readFileSync(out)
    }
    const from = print.includes('xlsx') ? 'xlsx' : 'docx'
    const original = join(folder, `in.${from}`)
    writeFileSync(original, from === 'xlsx' ? xlsx(front, sheets, back) : word(front, sheets, back))
    const profile = `-env:UserInstallation=${pathToFileURL(join(tmpdir(), 'layouts-soffice')).href}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', typeOf(print), '--outdir', folder, original], { stdio: 'ignore' })
    return readFileSync(join(folder, `in.${typeOf(print)}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
