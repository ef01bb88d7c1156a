import { VERBS } from './registry.ts'

const COMMAND = 'npm run -s chazhang --'

export const helpJson = () => ({ verbs: VERBS.map(({ name, usage, summary }) => ({ name, usage, summary })) })

/** All verbs with their arguments, for people. */
export function helpText(): string {
  const width = Math.max(...VERBS.map(({ usage }) => usage.length))
  return [
    '查账：读懂部门决算报告，答得准，核得清。',
    '',
    `用法：${COMMAND} 命令 [参数]`,
    ...VERBS.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    '每个命令都可加 --json，给别的程序读。不写命令就进入对话：npm start；只问一句：npm start -- "问题"。',
    '退出状态：0 完成；1 核对出不一致；2 输入不能用；3 程序出错。',
  ].join('\n')
}
