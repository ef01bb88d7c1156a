import type { Answer } from '../../domain/answer.ts'
import type { Asking } from '../knowledge.ts'
import type { Query } from '../query.ts'
import { answerOf } from './parts.ts'

/** 哪个部门的报告问题最多: what the checks found in each report, counted. */

const MOST_REPORTS = 200
const MOST_ROWS = 12

export async function mistakesAnswer(query: Query, asking: Asking): Promise<Answer> {
  const [year] = query.yearsKept ? [] : query.years
  const heads = await asking.store.heads('finalAccount', year)
  const when = year === undefined ? '' : `${year}年度`
  if (heads.length === 0) return answerOf('not-found', `没有收录${when}的决算报告。`)
  if (heads.length > MOST_REPORTS)
    return answerOf('refused', `收录的报告太多（${heads.length}份），没有逐份数；用“/check 部门 年度”可以看一份报告的核对结果。`)
  const names = new Map(asking.index.entries.map(({ department }) => [department.id, department.name]))
  const counted = await Promise.all(
    heads.map(async ({ id, departmentId, fiscalYear }) => {
      const findings = await asking.store.findings(id)
      const of = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length
      return { name: `${names.get(departmentId) ?? ''}${fiscalYear}年度`, figures: of('inconsistent'), text: of('text') }
    }),
  )
  const least = query.ranking?.order === 'smallest'
  const ordered = counted.sort((a, b) => (least ? 1 : -1) * (a.figures - b.figures || a.text - b.text))
  const [first] = ordered
  const tied = ordered.filter(({ figures, text }) => figures === first?.figures && text === first.text)
  return answerOf(
    'answered',
    `${when}核对出问题最${least ? '少' : '多'}的是${tied
      .slice(0, 3)
      .map(({ name }) => name)
      .join(
        '、',
      )}${tied.length > 3 ? `等${tied.length}份` : ''}的决算报告：数字不一致${first?.figures}处，文字问题${first?.text}处；共比了${counted.length}份。`,
    {
      table: {
        head: ['报告', '数字不一致', '文字问题'],
        rows: ordered.slice(0, MOST_ROWS).map(({ name, figures, text }) => [name, `${figures}处`, `${text}处`]),
      },
      notes: ['缺表多、数字少的报告，能核对的地方也少，处数不等于谁的账更差；用“/check 部门 年度”看每一处。'],
    },
  )
}
