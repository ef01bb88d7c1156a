import type { FactForm } from '../../domain/form.ts'

/** The form or table that a question wants its figure from: 收入支出决算总表中的本年支出合计, 自评表里的基本支出. */

const TABLE = '(?:决算|预算)?(?:明细|总)?表'
const WITHIN = '(?:里面|里头|里边|当中|之中|上面|里|中|上|内)?(?:的|所列的?|列的?|写的?|印的?|显示的?|填的?)?'

const ROWS: readonly (readonly [words: string, form: FactForm])[] = [
  [`一般公共预算(?:财政拨款)?基本支出${TABLE}|(?:财政拨款)?基本支出(?:决算)?(?:明细)?表`, 'basicExpenditure'],
  [`一般公共预算(?:财政拨款)?支出${TABLE}`, 'generalBudgetExpenditure'],
  [`政府性基金(?:预算)?(?:财政拨款)?(?:收入支出|收支|支出)?${TABLE}`, 'governmentFund'],
  [`国有资本经营(?:预算)?(?:财政拨款)?(?:收入支出|收支|支出)?${TABLE}`, 'stateCapital'],
  [`财政拨款(?:收入支出|收支)${TABLE}`, 'fiscalOverview'],
  [`(?:收入支出|收支)${TABLE}`, 'overview'],
  [`[“"]?三公[”"]?(?:经费)?(?:财政拨款)?(?:支出)?${TABLE}`, 'threePublic'],
  [`收入(?:决算)(?:总)?表`, 'revenue'],
  [`支出(?:决算)(?:总)?表`, 'expenditure'],
  ['(?:部门|单位|整体|项目)?(?:支出)?(?:绩效)?(?:自评价?|评价)(?:结果)?(?:表|报告)', 'selfEvaluation'],
]

export interface FormSaid {
  readonly form: FactForm | null
  readonly rest: string
}

/** Takes the name of a form out of a question. */
export function formIn(text: string): FormSaid {
  for (const [words, form] of ROWS) {
    const said = new RegExp(`(?:在|从|按照?|根据|依据)?(?:《)?(?:${words})(?:》)?${WITHIN}`).exec(text)?.[0]
    if (said !== undefined) return { form, rest: text.replace(said, ' '.repeat(said.length)) }
  }
  return { form: null, rest: text }
}
