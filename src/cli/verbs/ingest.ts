import { plainLine } from '../../render/plain-text.ts'
import type { IngestedFile } from '../program.ts'
import { progressLine } from '../progress.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

const OUTCOME_WORDS: Readonly<Record<IngestedFile['outcome'], string>> = {
  added: '已收录',
  superseded: '已更新，旧版保留',
  known: '早已收录',
  refused: '未收录',
}

const COUNTED = ['added', 'superseded', 'known', 'refused'] as const

function lineOf(one: IngestedFile): string {
  const what = one.reason ?? [one.department, one.fiscalYear === null ? null : `${one.fiscalYear}年度`].filter(Boolean).join(' ')
  return `  ${OUTCOME_WORDS[one.outcome]}  ${plainLine(one.file)}  ${what}`
}

export const run: Verb = async (call) => {
  const files = await call.program.ingest(call.words, (done, all, file) => call.out.progress(progressLine(done, all, file)))
  call.out.progress('')
  const count = (outcome: IngestedFile['outcome']): number => files.filter((one) => one.outcome === outcome).length
  reply(
    call,
    () => ({ files, counts: Object.fromEntries(COUNTED.map((outcome) => [outcome, count(outcome)])) }),
    () =>
      [
        ...files.map(lineOf),
        `共${files.length}份：${COUNTED.filter((outcome) => count(outcome) > 0)
          .map((outcome) => `${OUTCOME_WORDS[outcome]}${count(outcome)}份`)
          .join('；')}。`,
      ].join('\n'),
  )
  return count('refused') > 0 ? STATUS.unusableInput : STATUS.done
}
