import type { IngestedFile } from '../../app/ingest.ts'
import { plainLine } from '../../render/plain-text.ts'
import { progressLine } from '../progress.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

const OUTCOME_WORDS: Readonly<Record<IngestedFile['outcome'], string>> = {
  added: '已收录',
  superseded: '已更新，旧版保留',
  completed: '已补上原文',
  known: '早已收录',
  refused: '未收录',
  skipped: '跳过',
}
const OUTCOMES = Object.keys(OUTCOME_WORDS) as IngestedFile['outcome'][]

function whatWentIn(one: IngestedFile): string {
  const report = `${one.department ?? ''} ${one.fiscalYear ?? ''}年度${one.kind === 'budget' ? '部门预算' : ''}`
  const next = one.next === null ? '' : `；${one.next.fiscalYear}年度的与它相比，${one.next.contradictions}处不一致`
  const text = one.outcome === 'completed' ? '；现在可以问“为什么”、主要职能、重点工作和名词解释了' : ''
  return one.figures === null ? report : `${report}，${one.figures}个数字，${one.contradictions ?? 0}处不一致${next}${text}`
}

/** A known file that was read all the same has figures to tell. */
const outcomeOf = (one: IngestedFile): string => (one.outcome === 'known' && one.figures !== null ? '已重读' : OUTCOME_WORDS[one.outcome])

const lineOf = (one: IngestedFile): string => `  ${outcomeOf(one)}  ${plainLine(one.file)}  ${one.reason ?? whatWentIn(one)}`

/** When nothing went in, the call as a whole failed: with one file, for that file's reason. */
function failureOf(files: readonly IngestedFile[]): { readonly code: string; readonly message: string } | null {
  if (files.some(({ outcome }) => outcome !== 'refused' && outcome !== 'skipped')) return null
  const [only] = files
  const message =
    files.length === 1 ? (only?.reason ?? '') : files.length === 0 ? '这里没有可以收录的文件。' : `${files.length}份文件都没有收录。`
  return { code: 'nothing-ingested', message }
}

export const run: Verb = async (call) => {
  const files = await call.program.ingest(call.words, call.flags.has('again'), (done, all, file) =>
    call.out.progress(progressLine(done, all, file)),
  )
  call.out.progress('')
  const count = (outcome: IngestedFile['outcome']): number => files.filter((one) => one.outcome === outcome).length
  const error = failureOf(files)
  reply(
    call,
    () => ({
      ...(error === null ? {} : { error }),
      files,
      counts: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])),
    }),
    () =>
      [
        ...files.map(lineOf),
        files.length === 0
          ? (error?.message ?? '')
          : `共${files.length}份：${OUTCOMES.filter((outcome) => count(outcome) > 0)
              .map((outcome) => `${OUTCOME_WORDS[outcome]}${count(outcome)}份`)
              .join('；')}。`,
      ].join('\n'),
  )
  return error !== null || count('refused') > 0 ? STATUS.unusableInput : STATUS.done
}
