import type { Line } from '../../domain/document.ts'
import { narrowDigits, squeeze } from '../text.ts'

/** What stands in the label columns of a row. */
export interface Label {
  readonly code: string | null
  readonly name: string
}

/** Functional items 201…, the department's own economic items 301…, the government's economic items 501…: three systems, never mixed. */
export type CodeSystem = 'functional' | 'economic' | 'governmentEconomic'

const SYSTEMS: Readonly<Record<CodeSystem, RegExp>> = {
  functional: /^2\d\d(?:\d\d){0,2}$/,
  economic: /^3\d\d(?:\d\d)?$/,
  governmentEconomic: /^5\d\d(?:\d\d)?$/,
}

export const isCodeOf = (system: CodeSystem, code: string | null): boolean => code !== null && SYSTEMS[system].test(code)

/** 201-一般公共服务支出, [20101]人大事务, 2010101 行政运行. */
const GLUED = /^[[【（(]?(\d{3,7})[\]】）)]?[-—_:：]*([^\d].*)$/

/** 类 款 项 in columns of their own: pieces (06) are put together, full codes (20106) taken as they are. */
function joinPieces(pieces: readonly string[]): string {
  return pieces.reduce((code, piece) => {
    if (code === '' || (piece.length > 2 && piece.startsWith(code))) return piece
    return piece === '' ? code : code + piece.padStart(2, '0')
  }, '')
}

/**
 * Reads labels row after row: where the 类 is printed once for the 款 and 项 below it, it carries on.
 */
export class LabelReader {
  private last: readonly string[] = []

  constructor(private readonly cells: readonly number[]) {}

  read(line: Line): Label {
    const texts = this.cells.map((cell) => squeeze(narrowDigits(line.cells?.[cell] ?? '')))
    const words = texts.filter((text) => text !== '' && !/^\d+$/.test(text))
    const pieces = texts.map((text) => (/^\d+$/.test(text) ? text : ''))
    const glued = GLUED.exec(words[0] ?? '')
    if (glued) return { code: glued[1] ?? null, name: [glued[2] ?? '', ...words.slice(1)].join('') }
    const code = joinPieces(this.carried(pieces))
    return { code: code === '' ? null : code, name: words.join('') }
  }

  private carried(pieces: readonly string[]): readonly string[] {
    const first = pieces.findIndex((piece) => piece !== '')
    if (first < 0) return pieces
    const whole = first === 0 || (pieces[first]?.length ?? 0) > 2
    const full = whole ? pieces : pieces.map((piece, i) => (i < first ? (this.last[i] ?? '') : piece))
    this.last = full
    return full
  }
}
