import type { Measure } from '../../../src/domain/report.ts'

type Versus = 'priorYear' | 'budget'

/** A figure that an explanation prints, with what it says. */
export interface Fact {
  /** Index of its line in the explanation. */
  readonly line: number
  /** Offset of its digits in that line. */
  readonly at: number
  /** As printed. */
  readonly text: string
  readonly unit: string
  /** null: the figure is of none of the standard things. */
  readonly subject: string | null
  readonly measure: Measure
  readonly versus: Versus | null
  readonly up: boolean | null
}

/** How a place writes its figures. */
export interface Hand {
  readonly unit: '万元' | '元'
  readonly separators: boolean
  /** Decimals of a percentage. */
  readonly places: number
  readonly percent: '%' | '％'
}

type Note = Pick<Fact, 'subject' | 'measure' | 'versus' | 'up' | 'unit'> & { readonly length: number }

const MARK = /\u0001(\d+)\u0002/

/** Writes figures into sentences and remembers what each of them says. */
export class Pen {
  private readonly notes: Note[] = []

  constructor(readonly hand: Hand) {}

  private mark(text: string, unit: string, subject: string | null, measure: Measure, versus: Versus | null, up: boolean | null): string {
    this.notes.push({ subject, measure, versus, up, unit: unit === '％' ? '%' : unit, length: text.length })
    return `\u0001${this.notes.length - 1}\u0002${text}${unit}`
  }

  private amount(value: number): string {
    const text = (value / 100).toFixed(2)
    return this.hand.separators ? text.replace(/\B(?=(\d{3})+\.)/g, ',') : text
  }

  /** An amount: whole hundredths of the unit. */
  w(subject: string | null, value: number, measure: Measure = 'final', versus: Versus | null = null, up: boolean | null = null): string {
    return this.mark(this.amount(value), this.hand.unit, subject, measure, versus, up)
  }

  /** A percentage of two amounts. */
  p(
    subject: string | null,
    part: number,
    whole: number,
    measure: Measure,
    versus: Versus | null = null,
    up: boolean | null = null,
  ): string {
    const text = whole === 0 ? '0' : part === whole ? '100' : ((part / whole) * 100).toFixed(this.hand.places)
    return this.mark(text, this.hand.percent, subject, measure, versus, up)
  }

  share(subject: string | null, part: number, whole: number): string {
    return this.p(subject, part, whole, 'share')
  }

  done(subject: string | null, final: number, budget: number): string {
    return this.p(subject, final, budget, 'completion')
  }

  n(subject: string | null, count: number, unit: string): string {
    return this.mark(String(count), unit, subject, 'count', null, null)
  }

  /** `增加5.00万元，增长1.02%`; the words name both directions, a comma joins the figures. */
  moved(
    subject: string | null,
    now: number,
    before: number,
    versus: Versus = 'priorYear',
    words: readonly [string, string, string, string] = ['增加', '减少', '增长', '下降'],
    comma = '，',
  ): string {
    const up = now > before
    if (now === before) return '持平'
    const money = `${up ? words[0] : words[1]}${this.w(subject, Math.abs(now - before), 'change', versus, up)}`
    if (before === 0) return money
    return `${money}${comma}${up ? words[2] : words[3]}${this.p(subject, Math.abs(now - before), before, 'growth', versus, up)}`
  }

  /** The explanation as it is printed, and its figures in order. */
  finish(marked: readonly string[]): { readonly lines: readonly string[]; readonly facts: readonly Fact[] } {
    const facts: Fact[] = []
    const lines = marked.map((one, line) => {
      let text = one
      for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
        const note = this.notes[Number(match[1])]
        text = text.slice(0, match.index) + text.slice(match.index + match[0].length)
        if (note) facts.push({ ...note, line, at: match.index, text: text.slice(match.index, match.index + note.length) })
      }
      return text
    })
    return { lines, facts }
  }
}
