import type { Answer, AnswerFigure, Source } from '../../domain/answer.ts'
import { type FactForm, FORM_TITLES, THREE_PUBLIC_WORDS } from '../../domain/form.ts'
import type { Query } from '../query.ts'
import { answerOf, money } from './parts.ts'
import { placeWords } from './rivals.ts'

/** 怎么算的, 原文: the figures of the last answer with their steps or with the places where they are printed. */

const MOST = 12

const formWords = (form: FactForm): string =>
  form === 'narrative' ? '决算情况说明' : form === 'selfEvaluation' ? '绩效自评表' : `《${FORM_TITLES[form]}》`
const rowWords = (row: string): string => (THREE_PUBLIC_WORDS as Readonly<Record<string, string>>)[row] ?? row

const stand = ({ report, form, row, page, line, raw, kind }: Source): string => {
  const words = kind === 'budget' ? formWords(form).replaceAll('决算', '预算') : formWords(form)
  return `${report} ${words}${placeWords({ page, line })} ${rowWords(row)}，原文印作“${raw}”`
}

const steps = (figures: readonly AnswerFigure[]): string[] =>
  figures.flatMap(({ what, figure, derivation }) => (derivation === null ? [] : [`${what} ${money(figure)}：${derivation}`]))

const places = (figures: readonly AnswerFigure[]): string[] =>
  figures.flatMap(({ what, figure, derivation, sources }) =>
    derivation === null ? sources.slice(0, 1).map((source) => `${what} ${money(figure)}：${stand(source)}`) : [],
  )

/** Turns an answer round: what it rests on comes first. */
export function showWork(answer: Answer, { show }: Query): Answer {
  if (show === null || answer.status !== 'answered') return answer
  if (answer.figures.length === 0) return answerOf('not-found', '刚才的回答没有引用数字。', { context: answer.context })
  const all = [...new Set(show === 'steps' ? steps(answer.figures) : places(answer.figures))]
  const found = all.length > 0 ? all : [...new Set(places(answer.figures))]
  const [first = '', ...more] = found.slice(0, MOST)
  const plain = show === 'steps' && all.length === 0
  return {
    ...answer,
    headline: plain ? `没有计算，是报告印出的数：${first}。` : `${show === 'steps' ? '算法' : '出处'}：${first}。`,
    lines: [...more, ...(found.length > MOST ? [`另有${found.length - MOST}处没有列出。`] : [])],
    table: null,
  }
}
