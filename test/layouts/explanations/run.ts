import { detection, MANNERS, measure } from './measure.ts'

/** `npx tsx test/layouts/explanations/run.ts [份数] [写法] [--list] [--plant]`: prints how well explanations in every manner are read and checked. */
const [seeds = '4', only = ''] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const [list, plant] = [process.argv.includes('--list'), process.argv.includes('--plant')]
console.log('| 写法 | 应读 | 读对 | 召回 | 读错 | 误报 | 埋错 | 查出 |\n| --- | --- | --- | --- | --- | --- | --- | --- |')
const rows: string[] = []
const sum = { wanted: 0, right: 0, wrong: 0, alarms: 0, planted: 0, found: 0 }
for (const manner of MANNERS.filter(({ name }) => name.includes(only))) {
  const all = { wanted: 0, right: 0, wrong: 0, alarms: 0, planted: 0, found: 0 }
  for (let seed = 1; seed <= Number(seeds); seed++) {
    const score = measure(manner, seed)
    all.wanted += score.wanted
    all.right += score.right
    all.wrong += score.wrong.length
    all.alarms += score.alarms.length
    const { planted, missed } = plant ? detection(manner, seed, 12) : { planted: 0, missed: [] }
    all.planted += planted
    all.found += planted - missed.length
    if (list)
      for (const [what, of] of [
        ['误', score.wrong],
        ['漏', score.lost],
        ['误报', score.alarms],
        ['未查出', missed],
      ] as const)
        for (const text of of) rows.push(`${manner.name} ${seed} ${what} ${text}`)
  }
  for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += all[key]
  console.log(
    `| ${manner.name} | ${all.wanted} | ${all.right} | ${(all.right / all.wanted).toFixed(3)} | ${all.wrong} | ${all.alarms} | ${all.planted} | ${all.found} |`,
  )
}
console.log(
  `| 合计 | ${sum.wanted} | ${sum.right} | ${(sum.right / sum.wanted).toFixed(4)} | ${sum.wrong} | ${sum.alarms} | ${sum.planted} | ${sum.found} |`,
)
for (const row of rows) console.log(row)
