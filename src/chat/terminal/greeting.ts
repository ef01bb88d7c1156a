import type { Known } from '../../app/known.ts'

const SHOWN = 12

const knownLine = ({ department, years }: Known): string => `  ${department}（${years.join('、')}年度）`

/** The first words: what this is, what it knows, how to go on. */
export function greeting(known: readonly Known[]): string {
  const departments = known.filter((one) => one.years.length > 0)
  const shown = departments.slice(0, SHOWN).map(knownLine)
  const more = departments.length - shown.length
  return [
    '查账：部门决算报告里的数，问我就好。',
    departments.length === 0 ? '现在还没有收录报告，先用 ingest 收录一份。' : `已收录${departments.length}个部门的报告：`,
    ...shown,
    ...(more > 0 ? [`  另有${more}个部门，输入 /部门 看全部。`] : []),
    '可以直接问，也可以用命令，例如 /三公 部门 年度；输入 /帮助 看说明，输入 退出 离开。',
  ].join('\n')
}
