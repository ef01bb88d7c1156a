import type { Paragraph } from '../../domain/outline.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { type Meta, readFigure } from './figures.ts'
import { evaluatedProject, itemOf, projectName } from './items.ts'
import { type Ledger, sentenceNumber } from './ledger.ts'
import { kindOfUnit, readMeasure } from './measures.ts'
import { openAfter, openBefore } from './openers.ts'
import { type Paired, pairsOf } from './pairs.ts'
import { readAbsence, readDirection } from './saying.ts'
import type { Scope } from './scope.ts'
import { saidIn } from './statements.ts'
import { nameOf } from './subjects.ts'
import { type FigureToken, tokensOf } from './tokens.ts'
import { comparedWith } from './versus.ts'
import { viewOf } from './view.ts'

/** How far back the words before a figure are looked at. */
const LONGEST = 160
/** 因公出国, 受理 and 因此 begin no reason. */
const REASON = /(?:主要)?原因|主要是(?:由于|因)|^(?:由于|因(?![公此])|受(?!理))/
const LAST_YEAR = /^(?:与|比|较|同)(?:上年|去年|上一年|\d{4}年)/
/** An unnumbered paragraph that starts so speaks anew: it is no item of the list around it. */
const STARTS_ANEW = /^(?:(?:19|20)\d{2}年|截[至止]|根据|综上)/
/** Parts that are made of short heads with a colon (产出指标：满分10分). */
const HEADED: ReadonlySet<string> = new Set(['attachment', 'performance', 'other', 'work'])
/** Between two counts of a clause: behind this mark the next one's words begin. */
const NEXT_COUNT = /^([^、，及和]{0,20})(?:、|以及|及|和)(?=[^、]*$)/

/** A head up to its last level: 甲支出(类)乙(款)丙(项). */
const LEVELS = /^[^:。]*?\([类款项]\)(?:(?:[^:。，()]|\([^()]*\))*\([类款项]\))*(?:支出)?/

const behindCount = (before: FigureToken | undefined): boolean => before !== undefined && kindOfUnit(before.unit) === 'count'

/** 在面向中小企业预留的政府采购项目中，…采购金额5万元: which projects the amount is of. */
const IN_PROJECTS = /在([^，。；]{2,24}政府采购项目)中$/

/** Digits that are no code in brackets. */
const HAS_FIGURE = /\d(?!\d{0,6}\))/

interface At {
  readonly paragraph: Paragraph
  readonly view: string
  readonly sentence: number
  /** Figures that 分别 pairs with items. */
  readonly pairs: ReadonlyMap<number, Paired>
}

/** Reads a paragraph of running text. */
export function readText(paragraph: Paragraph, scope: Scope, ledger: Ledger, meta: Meta): void {
  const view = viewOf(paragraph.text)
  const { figures, odd } = tokensOf(view)
  for (const { start, end, reason } of odd) ledger.unread.push({ where: ledger.place(paragraph, start, end), reason })
  scope.startParagraph(paragraph)
  const read = (): void => readSentences(paragraph, view, figures, scope, ledger, meta)
  if (paragraph.number === null && STARTS_ANEW.test(view)) scope.lists.aside(read)
  else read()
}

function readSentences(
  paragraph: Paragraph,
  view: string,
  figures: readonly FigureToken[],
  scope: Scope,
  ledger: Ledger,
  meta: Meta,
): void {
  let next = 0
  paragraph.sentences.forEach(([start, end], i) => {
    const inside: FigureToken[] = []
    for (let figure = figures[next]; figure && figure.start < end; figure = figures[++next]) inside.push(figure)
    scope.startSentence()
    const at: At = { paragraph, view, sentence: sentenceNumber(paragraph, i), pairs: pairsOf(view, start, inside) }
    if (i === 0 && paragraph.number !== null) readHead(view.slice(start, Math.min(end, start + LONGEST)), scope)
    for (const clause of clausesOf(view, start, end, inside)) readClause(at, clause, scope, ledger, meta)
  })
}

/** The head of a numbered paragraph (`1.一般公共服务支出(类)。`, `2.培训项目绩效自评综述：`) names what the paragraph speaks of. */
function readHead(text: string, scope: Scope): void {
  // Behind 类、款、项 stands what the money was used for: no part of the name.
  const whole = itemOf(LEVELS.exec(text)?.[0] ?? text.split(/[:。]/)[0] ?? '')
  const words = HAS_FIGURE.test(whole) || /，.*，/.test(whole) ? itemOf(text.split(/[:。，]/)[0] ?? '') : whole
  if (HAS_FIGURE.test(words) || words.length > 90) return
  const project = evaluatedProject(words) ?? (scope.topic === 'performance' && /(?:项目|经费)$/.test(words) ? projectName(words) : null)
  const named = nameOf(words, scope.topic, 'money', scope.parentCode)
  if (project !== null) scope.speakOf(scope.group(project, `project:${project}`, 'money'))
  else if (named.subject !== null || /\([类款项]\)/.test(words)) scope.speakOf(scope.group(named.item, named.subject, 'money'))
}

/** Behind ； the sentence leaves the reasons for the next item where that item is one of the standard things. */
function leaveReasons(view: string, clause: Clause, scope: Scope): void {
  if (!scope.reasons) return
  // 决算数小于预算数的主要原因是…，与上年相比减少…: the reasons spoke of the budget.
  if (scope.reasonsAgainst === 'budget' && LAST_YEAR.test(view.slice(clause.start, clause.end))) scope.reasons = false
  if (!scope.behindSemicolon) return
  const words = view.slice(clause.start, clause.figures[0]?.start ?? clause.end)
  const item = itemOf(readMeasure(words, 'money', scope.topic, false).rest)
  const { subject } = nameOf(item, scope.topic, 'money')
  if (subject !== null && !subject.includes(':')) scope.reasons = false
}

function readClause(at: At, clause: Clause, scope: Scope, ledger: Ledger, meta: Meta): void {
  leaveReasons(at.view, clause, scope)
  let from = clause.start
  clause.figures.forEach((figure, i) => {
    const paired = at.pairs.get(figure.start)
    if (paired !== undefined && readPaired(at, paired, figure, scope, ledger, meta)) {
      from = figure.close
      return
    }
    const between = at.view.slice(Math.max(from, figure.start - LONGEST), figure.start)
    const shared = behindCount(clause.figures[i - 1]) ? NEXT_COUNT.exec(between) : null
    const spoken = reasonsBefore(at, shared ? between.slice(shared[0].length) : between, figure.start, scope, ledger)
    const before = openBefore(spoken, i === 0, scope)
    const after = at.view.slice(figure.close, Math.min(clause.figures[i + 1]?.start ?? clause.end, figure.close + 40))
    readFigure({ paragraph: at.paragraph, sentence: at.sentence, before, after, figure }, scope, ledger, meta)
    from = figure.close
  })
  const start = Math.max(from, clause.end - LONGEST)
  const words = { paragraph: at.paragraph, sentence: at.sentence, text: at.view.slice(start, clause.end), start }
  if (clause.figures.length > 0) {
    if (words.text.length > 1) readDirection(words, scope, ledger)
  } else {
    readWords(words.text, clause, at.paragraph, scope)
    readAbsence(words, scope, ledger)
    readDirection(words, scope, ledger)
    if (REASON.test(words.text)) {
      scope.reasons = true
      scope.reasonsAgainst = saidIn(words.text)?.versus ?? null
    }
    if (scope.reasons) scope.reason = itemOf(words.text).slice(-30)
    openAfter(
      words.text,
      clause.stop,
      clause.end + clause.stop.length >= at.view.length,
      at.paragraph.number === null ? null : at.paragraph.level,
      scope,
    )
  }
  closeClause(clause, scope)
}

/** Reads a figure that 分别 pairs with its item; what has no item of its own is unread. False in reasons, where items are not told. */
function readPaired(at: At, paired: Paired, figure: FigureToken, scope: Scope, ledger: Ledger, meta: Meta): boolean {
  if (scope.reasons) return false
  const told = paired.back === null ? null : scope.toldBack(paired.back, paired.count)
  if (told === undefined) {
    ledger.unread.push({
      where: ledger.place(at.paragraph, figure.start, figure.end),
      reason: '“分别”所指的各项对不上，看不出是哪一项的数',
    })
    return true
  }
  if (told) scope.speakOf(told)
  readFigure({ paragraph: at.paragraph, sentence: at.sentence, before: paired.words, after: '', figure }, scope, ledger, meta)
  return true
}

/** Words before a figure that turn to the reasons: what they state comes first, and the figure belongs to the reasons. */
function reasonsBefore(at: At, words: string, end: number, scope: Scope, ledger: Ledger): string {
  const reason = /(?:主要)?原因(?:是|为|在于|:)?/.exec(words)
  if (!reason) return words
  const cut = reason.index + reason[0].length
  readDirection({ paragraph: at.paragraph, sentence: at.sentence, text: words.slice(0, cut), start: end - words.length }, scope, ledger)
  scope.reasons = true
  scope.reason = itemOf(words.slice(cut)).slice(-30)
  return words.slice(cut)
}

function closeClause(clause: Clause, scope: Scope): void {
  scope.behindSemicolon = clause.stop === ';' || clause.stop === '；'
  if (scope.behindSemicolon) {
    const closed = scope.lists.end('clause')
    if (closed) scope.speakOf(closed.parent)
  }
  if (clause.stop === '(' && clause.figures.length > 0) scope.enterBracket()
  if (clause.stop !== ')') return
  // Behind the brackets the report goes on with what stood before them.
  scope.leaveBracket()
}

/** A clause without figures can name a comparison base, a year, or the item of what follows its colon. */
function readWords(words: string, clause: Clause, paragraph: Paragraph, scope: Scope): void {
  const base = comparedWith(words)
  if (base) {
    scope.versus = base.versus
    const named = nameOf(itemOf(words.slice(0, base.start)), scope.topic, 'money', scope.parentCode)
    if (named.subject !== null) scope.speakOf(scope.group(named.item, named.subject, 'money'))
  }
  // 主要原因是2025年…: the year of the reasons is not the year of what follows.
  const pool = IN_PROJECTS.exec(words)
  if (pool) {
    const { item, subject } = nameOf(pool[1] ?? '', scope.topic, 'money')
    if (subject !== null) scope.speakOf(scope.group(item, subject, 'money'))
  }
  const year = scope.reasons ? null : /(\d{4})年/.exec(words.split(REASON)[0] ?? '')
  if (year && !base) scope.year = Number(year[1])
  if (clause.stop !== ':' || /其中|用于|包括|方面|如下/.test(words)) return
  const item = itemOf(words)
  const project = evaluatedProject(item)
  if (project !== null) scope.speakOf(scope.group(project, `project:${project}`, 'money'))
  else if (HEADED.has(paragraph.topic) && item.length > 1 && item.length <= 20)
    scope.speakOf(scope.group(item, scope.head?.subject ?? null, 'money'))
}
