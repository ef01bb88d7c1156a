import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { leaveOneOut } from './leave-one-out.ts'

// `npm run score -- …`: measures reading and checking of the real reports, where they and the scorer are at hand.
// `--leave-one-out`: the same without what only the report at hand supports.
const scorer = fileURLToPath(new URL('../../shared/score.mjs', import.meta.url))
const options = process.argv.slice(2)

if (!existsSync(scorer)) {
  console.log('没有找到 ../shared/score.mjs：评分要用真实报告和人工标注，它们不随项目发布，这次跳过。')
} else if (options.includes('--leave-one-out')) {
  console.log(await leaveOneOut(scorer))
} else {
  const { status } = spawnSync(process.execPath, [scorer, ...options], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
