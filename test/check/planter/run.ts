import { layoutsOf } from './layouts.ts'
import { alarmsIn, scoreOf, scoreTable } from './measure.ts'
import { PLANT_KINDS } from './plants.ts'

/** `npx tsx test/check/planter/run.ts [每类数量] [种子] [缺陷]`: plants defects in synthetic reports and prints what was found. */
const [count = '40', seed = '1', only] = process.argv.slice(2)
const layouts = layoutsOf(Number(seed))
for (const layout of layouts) {
  const alarms = alarmsIn(layout.text)
  console.log(`${layout.name}：无缺陷时误报 ${alarms.length} 处${alarms.map((finding) => `\n  ${finding.statement}`).join('')}`)
}
const kinds = PLANT_KINDS.filter((kind) => only === undefined || kind.name.includes(only))
const scores = kinds.map((kind) => scoreOf(kind, layouts, Number(count), Number(seed)))
for (const { kind, missed, unexplained, misplaced } of scores) {
  for (const text of missed) console.log(`${kind} 漏报 ${text}`)
  for (const text of unexplained) console.log(`${kind} 原因不对 ${text}`)
  for (const text of misplaced) console.log(`${kind} 位置不对 ${text}`)
}
console.log(scoreTable(scores))
