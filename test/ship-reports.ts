import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkReport, readReport } from '../src/app/examine.ts'
import { exportText, forExport } from '../src/app/export.ts'
import { SHIPPED_REPORTS } from '../src/app/first-start.ts'

// `npm run ship`: writes knowledge/reports anew from the real reports, where they are at hand. Run it when reading or the format changes.
const originals = fileURLToPath(new URL('../../shared/reports', import.meta.url))

if (existsSync(originals)) {
  mkdirSync(SHIPPED_REPORTS, { recursive: true })
  for (const name of readdirSync(originals).filter((file) => file.endsWith('.txt'))) {
    const report = await readReport(join(originals, name))
    const result = await checkReport(report)
    const file = join(SHIPPED_REPORTS, `${parse(name).name}.md`)
    writeFileSync(file, exportText(await forExport(report, result.findings, checkReport), result, 'markdown'))
    console.log(`${name}：${report.tokens.facts}个数字，${result.findings.length}处问题 → ${file}`)
  }
} else {
  console.log('没有找到 ../shared/reports：随项目发布的报告要从原文件生成，这次跳过。')
}
