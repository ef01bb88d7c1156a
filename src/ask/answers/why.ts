import type { Answer } from '../../domain/answer.ts'
import type { Passage } from '../../store/interface.ts'
import { choose } from '../figures/choose.ts'
import { claimsAbout } from '../figures/lookup.ts'
import type { ReportView } from '../figures/report-view.ts'
import { measureOf } from '../follow-up.ts'
import type { Asking } from '../knowledge.ts'
import { normaliseName } from '../normalise.ts'
import type { Item, Query } from '../query.ts'
import { comparedItem } from './compare.ts'
import { answerOf, whose } from './parts.ts'
import { quoted, sentencesOf, short, TEXTLESS } from './quote.ts'

/** 为什么: the reasons that the report itself gives, quoted as the report's, with their place. */

const REASON = /主要原因|原因是|原因为|原因：|主要是|主要系|主要由于|由于|因为|系因|为…?的原因|是因/
const MOST_QUOTES = 3
const MOST_PASSAGES = 60
/** 公务用车购置及运行维护费: a report may call it by part of its name. */
const SHORTEST_STEM = 2

/** The words under which a report may speak of an item: official, asked, and without the common end. */
function namesOf(view: ReportView, item: Item): string[] {
  const chosen = choose(view, item)
  const looked = chosen.kind === 'one' ? chosen.looked : null
  const told =
    looked === null
      ? []
      : claimsAbout(view, looked.subject, ['final', 'change', 'growth', 'completion', 'budget']).map((claim) => claim.item)
  const all = [looked?.words.replace(/（\d+）$/, '') ?? '', item.words, ...told].filter((word) => word !== '')
  return [...new Set(all)].flatMap((word) => {
    const stem = word.replace(/(财政拨款)?(支出|费用|经费|费)$/, '')
    return stem.length >= SHORTEST_STEM ? [word, stem] : [word]
  })
}

interface Reason {
  readonly passage: Passage
  readonly text: string
  readonly score: number
}

/** Sentences that give a reason and speak of the item; figures of the item beside them count most. */
function reasonsIn(passages: readonly Passage[], said: readonly string[], figures: readonly string[]): Reason[] {
  const names = [...new Set(said.map(normaliseName))].filter((name) => name.length >= SHORTEST_STEM)
  return passages.flatMap((passage) => {
    const sentences = sentencesOf(passage.text)
    return sentences.flatMap((sentence, i): Reason[] => {
      if (!REASON.test(sentence)) return []
      // 主要原因是…… may stand in a sentence of its own, behind the one that names the item.
      const own = normaliseName(sentence)
      const before = normaliseName(sentences[i - 1] ?? '')
      const named = names.some((name) => own.includes(name)) ? 3 : names.some((name) => before.includes(name)) ? 2 : 0
      const under = names.some((name) => normaliseName(passage.section.split(' / ').at(-1) ?? '').includes(name)) ? 1 : 0
      const figured = figures.some((figure) => sentence.includes(figure) || (sentences[i - 1] ?? '').includes(figure)) ? 2 : 0
      const score = named + under + figured
      return named + figured < 2 ? [] : [{ passage, text: sentence, score }]
    })
  })
}

async function passagesAbout(view: ReportView, asking: Asking, names: readonly string[]): Promise<Passage[]> {
  const filter = { departmentId: view.department.id, fiscalYear: view.stored.meta.fiscalYear, limit: MOST_PASSAGES }
  const found = await Promise.all(names.slice(0, 6).map((name) => asking.store.passages(name, filter)))
  const own = found.flat().filter(({ reportId }) => reportId === view.stored.id)
  return own.filter((one, i) => own.findIndex((other) => other.text === one.text && other.line === one.line) === i)
}

export async function whyAnswer(view: ReportView, query: Query, asking: Asking): Promise<Answer> {
  const context = { departments: [view.department.name], years: [view.stored.meta.fiscalYear], measure: measureOf(query) }
  const compared = comparedItem(query)
  if (compared === null || (query.items.length === 0 && query.topic === 'why' && query.rest === ''))
    return answerOf('refused', '没看懂问的是哪一项的原因，请写上项目，例如“某部门2020年接待费为什么减少”。', { context })
  const item = query.items[0] ?? compared.item
  const asked = choose(view, item)
  const words = item.words !== '' ? item.words : asked.kind === 'one' ? asked.looked.words : ''
  if (!view.stored.hasText) return answerOf('not-found', `${whose(view)}“${words}”：${TEXTLESS}`, { context })
  const names = namesOf(view, item)
  const subject = asked.kind === 'one' ? asked.looked.subject : (item.subjects[0] ?? '')
  const claims = claimsAbout(view, subject, ['final', 'change', 'growth', 'completion', 'budget'])
  const figures = claims.map((claim) => claim.figure.text).filter((text) => /[1-9]/.test(text) && text.length >= 3)
  const reasons = reasonsIn(await passagesAbout(view, asking, names), names, figures).sort((a, b) => b.score - a.score)
  const best = reasons.filter(({ score }) => score >= (reasons[0]?.score ?? 0) - 1).slice(0, MOST_QUOTES)
  const [first, ...more] = best
  if (first === undefined) return answerOf('not-found', `${whose(view)}的报告没有写“${words}”的原因。`, { context })
  return answerOf('answered', `${whose(view)}“${words}”，报告自己的说法是：${quoted(short(first.text), first.passage)}。`, {
    lines: more.map(({ text, passage }) => `还有：${quoted(short(text), passage)}。`),
    notes: ['以上是报告的原话，是否属实这里无法判断。'],
    context,
  })
}
