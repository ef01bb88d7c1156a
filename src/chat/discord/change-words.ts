import type { TakenIn, Withdrawn } from '../../app/knowledge-changes.ts'

/** What a change of the knowledge came to, in words. */

const OUTCOME: Readonly<Record<TakenIn['kind'], string>> = {
  added: '已入库',
  superseded: '已入库，原来的版本保留为旧版',
  known: '早已入库',
}

export const takenInWords = (outcome: TakenIn): string =>
  `${OUTCOME[outcome.kind]}${outcome.kind === 'known' && outcome.renewed === true ? '，已按这次的结果更新' : ''}：${outcome.report.meta.department}${outcome.report.meta.fiscalYear}年度决算。`

export const withdrawnWords = ({ department, fiscalYear, now }: Withdrawn): string =>
  `已撤回${department}${fiscalYear}年度的决算报告。${now === null ? '这一年度现在没有报告。' : `现行的是${now.slice(0, 10)}入库的版本。`}`
