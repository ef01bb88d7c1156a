import { accountsOf } from './accounts.ts'
import { front, readBack, scoreOf } from './measure.ts'
import { narrative } from './narrative.ts'
import { PRINTS, printable, printed, typeOf } from './print/programs.ts'
import { TEMPLATES } from './templates.ts'

/** `npx tsx test/layouts/run-prints.ts [份数] [版式] [程序] [--list]`: how well every layout is read as Chromium and LibreOffice print it. */
const [seeds = '1', only = '', programs = ''] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const list = process.argv.includes('--list')
const there = printable()
for (const print of PRINTS) if (!there.includes(print)) console.log(`跳过 ${print}：本机没有这个程序`)
console.log('| 版式 | 打印 | 应读 | 读对 | 召回 | 读错 | 误报 |\n| --- | --- | --- | --- | --- | --- | --- |')
for (const template of TEMPLATES.filter(({ name }) => name.includes(only)))
  for (const print of there.filter((one) => programs.split(',').some((part) => one.includes(part)))) {
    let [wanted, right, wrong, alarms] = [0, 0, 0, 0]
    for (let seed = 1; seed <= Number(seeds); seed++) {
      const a = accountsOf(seed, template.traits)
      const sheets = template.sheets(a, template.style)
      const bytes = printed(print, front(a), sheets, narrative(a, template.style))
      const score = scoreOf(await readBack(typeOf(print), bytes), sheets)
      wanted += score.wanted
      right += score.right
      wrong += score.wrong.length
      alarms += score.findings.length
      const lines = [...score.wrong.map((text) => `误 ${text}`), ...score.lost.map((text) => `漏 ${text}`), ...score.findings]
      if (list) for (const line of lines.slice(0, 24)) console.log(`${template.name} ${print} ${seed} ${line}`)
    }
    console.log(`| ${template.name} | ${print} | ${wanted} | ${right} | ${(right / wanted).toFixed(3)} | ${wrong} | ${alarms} |`)
  }
