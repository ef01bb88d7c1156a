import { DAMAGES } from './damage.ts'
import { FILE_KINDS, type Kind, measure, type Score, TEXT_KINDS } from './measure.ts'
import { TEMPLATES } from './templates.ts'

/** `npx tsx test/layouts/run.ts [份数] [版式] [格式] [--list] [--表头右移一列 …]`: prints how well reports of every layout are read, by file kind. */
const args = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const [seeds = '3', only = '', kindOnly = ''] = args
const list = process.argv.includes('--list')
const damage = DAMAGES.find(({ name }) => process.argv.includes(`--${name}`))
const kinds: readonly Kind[] = [...TEXT_KINDS, ...FILE_KINDS].filter((kind) => kindOnly === '' || kindOnly.split(',').includes(kind))
const rows = ['| 版式 | 格式 | 应读 | 读对 | 召回 | 读错 | 错位 | 缺表 | 误报 |', '| --- | --- | --- | --- | --- | --- | --- | --- | --- |']
const all = { wanted: 0, right: 0, wrong: 0 }
for (const template of TEMPLATES.filter(({ name }) => name.includes(only))) {
  for (const kind of kinds) {
    const scores: Score[] = []
    for (let seed = 1; seed <= Number(seeds); seed++) {
      try {
        const score = await measure(template, kind, seed, damage)
        scores.push(score)
        if (list)
          for (const [what, of] of [
            ['误', score.wrong],
            ['漏', score.lost],
            ['错位', score.misplaced],
            ['缺表', score.missing],
            ['误报', score.findings],
          ] as const)
            for (const text of of.slice(0, 12)) console.log(`${template.name} ${kind} ${seed} ${what} ${text}`)
      } catch (error) {
        console.log(`${template.name} ${kind} ${seed} ${String(error)}`)
      }
    }
    const sum = (of: (score: Score) => number): number => scores.reduce((n, score) => n + of(score), 0)
    const [wanted, right, wrong] = [sum((s) => s.wanted), sum((s) => s.right), sum((s) => s.wrong.length)]
    all.wanted += wanted
    all.right += right
    all.wrong += wrong
    rows.push(
      `| ${template.name} | ${kind} | ${wanted} | ${right} | ${(right / Math.max(1, wanted)).toFixed(3)} | ${wrong} | ${sum((s) => s.misplaced.length)} | ${sum((s) => s.missing.length)} | ${sum((s) => s.findings.length)} |`,
    )
  }
}
console.log(rows.join('\n'))
console.log(`合计 应读 ${all.wanted} 读对 ${all.right} 召回 ${(all.right / Math.max(1, all.wanted)).toFixed(4)} 读错 ${all.wrong}`)
