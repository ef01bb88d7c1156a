import type { Answer } from '../../domain/answer.ts'
import type { ReportView } from '../figures/report-view.ts'
import { type Asking, accountsOf, budgetsOf } from '../knowledge.ts'
import { suggestDepartments } from '../names/find-department.ts'
import { SLASH_COMMANDS } from '../slash.ts'
import { answerOf, whose } from './parts.ts'
import { echo } from './resolve.ts'

/** Replies that are not about a figure. */

const MOST_LISTED = 12

export function helpAnswer(): Answer {
  return answerOf('answered', '可以直接问，例如“某部门2020年接待费多少”；也可以用下面的命令。', {
    lines: [
      '能问的：三公经费、收入、支出、基本与项目支出、功能科目与经济科目（代码、名称，或工资、公车、办公费、住房等说法）、人员与公用经费、机关运行经费、政府采购、车辆；占比、完成率、比上年、人均。',
      '还可以问：比较几个部门、近三年、排名、为什么、主要职能、名词解释；说“画图”“导出成csv”得到图和文件。',
      '每个数都带出处；报告自相矛盾的数会把两个说法一起列出。',
    ],
    table: { head: ['命令', '作用'], rows: SLASH_COMMANDS.map(({ usage, summary }) => [usage, summary]) },
  })
}

/** The departments there are, or those a word finds, with their years. */
export async function departmentsAnswer(words: string, asking: Asking): Promise<Answer> {
  const all = asking.index.entries.length
  if (all === 0) return answerOf('not-found', '还没有收录任何部门的报告，请先收录。')
  const found = suggestDepartments(asking.index, words, all)
  if (found.length === 0) return answerOf('not-found', `没有名字里有“${echo(words)}”的部门，共收录${all}个部门。`)
  const listed = found.slice(0, MOST_LISTED)
  const rows = await Promise.all(
    listed.map(async (department) => {
      const years = (await accountsOf(asking.store, department.id)).map((account) => String(account.meta.fiscalYear))
      const planned = (await budgetsOf(asking.store, department.id)).map((budget) => `${budget.meta.fiscalYear}预算`)
      return [department.name, [...years, ...planned].join('、')]
    }),
  )
  const more = found.length > listed.length ? [`还有${found.length - listed.length}个，用 /部门 加一个词来找。`] : []
  return answerOf('answered', words === '' ? `共收录${all}个部门：` : `名字里有“${echo(words)}”的部门有${found.length}个：`, {
    lines: more,
    table: { head: ['部门', '年度'], rows },
  })
}

/** A whole report, to be handed out as a file. */
export function wholeReportAnswer(view: ReportView): Answer {
  const { meta, id } = view.stored
  return answerOf('answered', `${whose(view)}决算报告：共${view.facts.size}个数，单位${meta.unit}，原文件 ${meta.file}。`, {
    report: id,
    context: { departments: [view.department.name], years: [meta.fiscalYear], measure: null },
  })
}

export const outsideAnswer = (): Answer =>
  answerOf('refused', '这个我不知道，我只会查部门决算：可以问某部门某年的三公经费、收入、支出等，输入 /帮助 看怎么问。')

export const unclearAnswer = (words: string): Answer =>
  answerOf(
    'refused',
    words === ''
      ? '没看懂要问什么，请写上部门、年度和项目，例如“某部门2020年三公经费多少”。'
      : `没看懂“${echo(words)}”，请写上部门、年度和项目，例如“某部门2020年三公经费多少”。`,
  )

export const unknownCommand = (name: string): Answer =>
  answerOf('refused', `没有“/${echo(name)}”这个命令，可用的有：${SLASH_COMMANDS.map((command) => `/${command.name}`).join('、')}。`)
