import type { Said } from '../books/claims.ts'
import type { Books } from '../books/index.ts'
import { companions, finalFor } from '../books/pairs.ts'
import { sentenceOf } from '../books/text.ts'
import type { Expr } from '../expression.ts'
import { equal, type Outcome, passed, type Relation, unchecked } from '../relation.ts'

/** 基本持平 admits a small difference that no rule can measure. */
const ROUGHLY = /(基本|大致|大体)(持平|一致|相同|相当)/

function budgetFor(books: Books, said: Said): readonly Expr[] {
  const near = companions(books, said, ['budget', 'adjusted']).map((other) => other.expr)
  if (near.length > 0) return near
  const cell = said.subject?.startsWith('threePublic.') ? books.cellOf(said.subject, 'budget') : null
  return cell?.kind === 'figure' ? [cell.expr] : []
}

/** 大于、小于、持平 against the two figures they join. Of several budgets (年初、全年) any one may be meant. */
function budgetWords(books: Books): Outcome[] {
  return books.said.flatMap((said): Outcome[] => {
    const { direction, versus, measure } = said.claim
    if (versus !== 'budget' || direction === null || direction === 'either' || measure === 'change' || measure === 'growth') return []
    const final = measure === 'final' || measure === 'execution' ? said.expr : finalFor(books, said)
    const [budget, ...others] = budgetFor(books, said)
    if (!final || !budget) return [unchecked('没有可比的预算数或决算数')]
    if (direction === 'level') {
      if (ROUGHLY.test(sentenceOf(books, said)?.text ?? '基本持平')) return [unchecked('“基本持平”没有确定的界限')]
      return [equal(final, budget, { alternatives: others })]
    }
    return [
      {
        state: 'compare',
        op: direction === 'up' ? 'above' : 'below',
        left: final,
        right: budget,
        alternatives: others,
        remark: `说明写的是决算数${direction === 'up' ? '大于' : '小于'}预算数`,
        cause: `把方向写反，“${direction === 'up' ? '大于' : '小于'}”应为“${direction === 'up' ? '小于' : '大于'}”。`,
      },
    ]
  })
}

/** 增加 with a falling rate, 减少 with a rising one: the words beside two figures of one change. */
function changeWords(books: Books): Outcome[] {
  return books.said.flatMap((said): Outcome[] => {
    const { direction, measure, versus } = said.claim
    if (measure !== 'growth' || (direction !== 'up' && direction !== 'down')) return []
    const [change] = companions(books, said, ['change']).filter((other) => other.claim.versus === versus)
    const other = change?.claim.direction
    if (!change || (other !== 'up' && other !== 'down')) return []
    if (other === direction || [change, said].some((one) => /^-/.test(one.term.figure.text) || /^0(\.0+)?$/.test(one.term.figure.text)))
      return [passed()]
    const words = { up: '增加（增长）', down: '减少（下降）' }
    return [
      {
        state: 'inconsistent',
        kind: 'direction',
        statement: `${change.term.what}写作${words[other]}${change.term.printed.text}${change.term.printed.unit}，增减率却写作${words[direction]}${said.term.printed.text}%，方向相反（第${said.term.where.line ?? said.term.where.page ?? '？'}${said.term.where.line === null ? '页' : '行'}）。`,
        left: { what: change.term.what, value: change.term.printed.text, unit: change.term.printed.unit, where: change.term.where },
        right: { what: said.term.what, value: said.term.printed.text, unit: '%', where: said.term.where },
        touches: [change.term.key, said.term.key],
      },
    ]
  })
}

const LEVEL = /持平|无变化|无增减|没有变化|保持一致/

/** 较上年…无变化: the prior-year figure printed in the sentence against this year's. */
function levelWithPrior(books: Books): Outcome[] {
  return books.said.flatMap((prior): Outcome[] => {
    if (prior.claim.measure !== 'prior') return []
    const text = sentenceOf(books, prior)?.text ?? ''
    const [said] = companions(books, prior, ['final']).filter((other) => other.claim.sentence === prior.claim.sentence)
    if (!said || !LEVEL.test(text)) return []
    return ROUGHLY.test(text) ? [unchecked('“基本持平”没有确定的界限')] : [equal(said.expr, prior.expr)]
  })
}

/** Words of direction against the figures. */
export const directions: readonly Relation[] = [
  {
    id: 'direction.budget',
    title: '“大于（小于、等于）预算数”与数字相符',
    kind: 'direction',
    compares: '决算数大于、小于、等于预算数的说法与两个数字；有年初、全年两种预算时合其中一种即可',
    applies: '同一处有预算数和决算数；“基本持平”不判',
    wording: '{left}，{right}，与所写的大小关系不符，相差{difference}',
    origin: '算术',
    outcomes: budgetWords,
  },
  {
    id: 'direction.change',
    title: '增减额与增减率方向一致',
    kind: 'direction',
    compares: '同一变化的“增加（减少）”与“增长（下降）”',
    applies: '两处方向都明确',
    wording: '{left}，{right}，方向相反',
    origin: '行文规范',
    outcomes: changeWords,
  },
  {
    id: 'direction.level',
    title: '“与上年持平”与上年数相符',
    kind: 'direction',
    compares: '写作持平的本年数与同一节的上年数',
    applies: '写出了上年数；“基本持平”不判',
    wording: '{left}，{right}，并不持平，相差{difference}',
    origin: '算术',
    outcomes: levelWithPrior,
  },
]
