import type { FigureToken } from './tokens.ts'

/** A stretch of a sentence between marks. */
export interface Clause {
  readonly start: number
  readonly end: number
  /** The mark that ended it, '' at the end of the text. */
  readonly stop: string
  readonly figures: readonly FigureToken[]
}

const STOPS = new Set(['，', ',', '；', ';', ':', '。', '！', '？', '!', '?'])

/** Splits [start, end) at commas, semicolons and colons, at 、 and brackets that follow a figure, never inside a figure. */
export function clausesOf(view: string, start: number, end: number, figures: readonly FigureToken[]): Clause[] {
  const clauses: Clause[] = []
  let from = start
  let next = 0
  let inside: FigureToken[] = []
  const cut = (at: number, stop: string): void => {
    clauses.push({ start: from, end: at, stop, figures: inside })
    from = at + stop.length
    inside = []
  }
  for (let at = start; at < end; at++) {
    const figure = figures[next]
    if (figure && at >= figure.start) {
      inside.push(figure)
      next++
      at = figure.close - 1
      if (view[at + 1] === '、' || view[at + 1] === '(') cut(at + 1, view[at + 1] ?? '')
      continue
    }
    const char = view[at] ?? ''
    if (STOPS.has(char) && !betweenDigits(view, at)) cut(at, char)
    else if (char === ')' && bracketHasFigure(clauses, inside)) cut(at, char)
  }
  if (from < end) cut(end, '')
  return clauses
}

const betweenDigits = (view: string, at: number): boolean =>
  /[,:]/.test(view[at] ?? '') && /\d/.test(view[at - 1] ?? '') && /\d/.test(view[at + 1] ?? '')

/** Does this bracket close one that was opened behind a figure? */
function bracketHasFigure(clauses: readonly Clause[], inside: readonly FigureToken[]): boolean {
  if (inside.length === 0) return false
  for (let i = clauses.length - 1; i >= 0 && i > clauses.length - 40; i--) {
    const stop = clauses[i]?.stop
    if (stop === '(') return true
    if (stop === ')' || stop === '。') return false
  }
  return false
}
