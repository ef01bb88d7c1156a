import { checkWriter } from '../../app/check-files.ts'
import type { Examined, ExamineHooks } from '../../app/uploads-examiner.ts'
import type { Attached } from '../../app/uploads-fetch.ts'
import type { Finding } from '../../domain/finding.ts'
import { checkVerdict, ledgerLine } from '../../render/check-lines.ts'
import { numberedFindings } from '../../render/check-markdown.ts'
import { gapLines } from '../../render/contract-text.ts'
import { shown } from './escape.ts'
import { cut } from './limits.ts'
import { type Button, componentRows, type Outgoing, type OutgoingFile, outgoing, sentence } from './message.ts'
import type { BotServices } from './services.ts'
import type { Action } from './state.ts'

/** The check of an uploaded report: progress, then a summary that a phone can show, with the whole as a file. */

/** Findings in the summary, how much of each, and how much of all: a phone is the screen. */
const MOST_SHOWN = 6
const LONGEST_FINDING = 200
const LONGEST_CAUSE = 80
const LONGEST_LIST = 1000
const PROGRESS_EVERY_MS = 1500

export const GONE = '这次核对的结果已不在内存里，请重新上传核对。'

export interface CheckView {
  readonly owner: string
  /** Only the asker sees it: it can then be shown to the channel by a button. */
  readonly confidential: boolean
  /** Offers what needs the right, which is asked when it is pressed. */
  readonly mayChange: boolean
  /** It is knowledge already. */
  readonly stored: boolean
}

/** What people have said of a finding stands at the end of its sentence: it stays, however long the sentence is. */
function said(statement: string): string {
  const mark = /〔(?:已知|误报)：.*〕$/.exec(statement)?.[0] ?? ''
  return `${cut(statement.slice(0, statement.length - mark.length), LONGEST_FINDING)}${cut(mark, LONGEST_CAUSE)}`
}

function findingText({ statement, likelyCause, effects }: Finding, number: number): string {
  return [
    `**${number}.** ${shown(said(statement))}`,
    ...(likelyCause === null ? [] : [`　可能：${shown(cut(likelyCause, LONGEST_CAUSE))}`]),
    ...(effects.length === 0 ? [] : [`　由此还引起${effects.length}处不一致。`]),
  ].join('\n')
}

/** The first findings, as many as a phone can show. */
function listed(findings: readonly Finding[]): string[] {
  const texts: string[] = []
  let length = 0
  for (const [i, finding] of findings.slice(0, MOST_SHOWN).entries()) {
    const text = findingText(finding, i + 1)
    length += text.length
    if (i > 0 && length > LONGEST_LIST) break
    texts.push(text)
  }
  return texts
}

function summary({ report, result }: Examined): string {
  const findings = numberedFindings(result)
  const weighty = findings.filter(({ verdict }) => verdict !== 'rounding')
  const rounding = findings.length - weighty.length
  const texts = listed(weighty)
  return [
    ...texts,
    ...(weighty.length > texts.length ? [`另有${weighty.length - texts.length}处，见附件。`] : []),
    ...(rounding === 0 ? [] : [`另有${rounding}处尾差，在四舍五入的范围内，不算错误。`]),
    ...gapLines(report).map((line) => `${shown(cut(line, LONGEST_FINDING))}。`),
    `台账：${ledgerLine(result)}读懂${report.tokens.facts}/${report.tokens.all}个数字。`,
  ].join('\n')
}

const buttons = ({ confidential, mayChange, stored }: CheckView, findings: number): Button[] => [
  ...(mayChange && !stored ? [{ action: 'takeIn', label: '入库', emphasised: true } as const] : []),
  ...(mayChange && findings > 0
    ? [{ action: 'markKnown', label: '标为已知' } as const, { action: 'markMistaken', label: '标为误报' } as const]
    : []),
  ...(confidential ? [{ action: 'publish', label: '发到频道' } as const] : []),
  { action: 'exportCheck', label: '导出' },
]

/**
 * A check by the content of its file: of an upload that is still in memory, or of a stored edition.
 * Only the former can be taken in: a stored one no longer has its text.
 */
export async function checked(sha256: string, action: Action, services: BotServices): Promise<Examined | null> {
  const kept = services.uploads.kept(sha256)
  return kept !== null || sha256 === '' || action === 'takeIn' ? kept : services.edition(sha256)
}

/** The whole result of a check as a file: Word to read and send on, Excel to work through, Markdown to copy from. */
async function checkFile({ report, result }: Examined, ending: 'docx' | 'xlsx' | 'md'): Promise<OutgoingFile> {
  const name = `${`核对报告-${report.meta.department}-${report.meta.fiscalYear}`.replace(/[^\p{L}\p{N}-]/gu, '')}.${ending}`
  return { name, data: Buffer.from(await checkWriter(name)(report, result)) }
}

/** The same result in the other formats. */
export const checkExports = async (examined: Examined): Promise<OutgoingFile[]> =>
  Promise.all((['xlsx', 'md'] as const).map((ending) => checkFile(examined, ending)))

const pagePicture = ({ picture, report }: Examined): OutgoingFile[] =>
  picture == null ? [] : [{ name: `原页-${report.meta.fiscalYear}.png`, data: Buffer.from(picture.png), alt: picture.alt }]

/** The summary of a check with its files and what can be done next. */
export async function checkMessage(examined: Examined, view: CheckView): Promise<Outgoing> {
  const { report, result } = examined
  const { department, fiscalYear, sha256, file } = report.meta
  const rows = componentRows(buttons(view, result.findings.length), [], { owner: view.owner, said: [sha256] })
  const footer = view.stored ? file : `${file}｜原文件已从磁盘删除，没有入库`
  return outgoing(
    `**${shown(`${department}${fiscalYear}年度：${checkVerdict(result)}`)}**`,
    summary(examined),
    rows,
    [await checkFile(examined, 'docx'), ...pagePicture(examined)],
    footer,
  )
}

/** Progress words that come now and then, in order, and never after the result. */
function progressTo(edit: (message: Outgoing) => Promise<unknown>): ExamineHooks & { stop(): Promise<void> } {
  let last = 0
  let sending: Promise<unknown> = Promise.resolve()
  const tell = (words: string): void => {
    if (Date.now() - last < PROGRESS_EVERY_MS) return
    last = Date.now()
    sending = edit(sentence(words)).catch(() => undefined)
  }
  return {
    onPage: (page, pages) => tell(`正在读第${page}页，共${pages}页……`),
    onWait: (before) => tell(`前面还有${before}份在核对，轮到后会自动开始……`),
    stop: async () => {
      last = Number.POSITIVE_INFINITY
      await sending
    },
  }
}

/** Checks an attachment and edits the reply as it goes; a failure is the caller's to tell. */
export async function checkAttachment(
  file: Attached,
  view: CheckView,
  edit: (message: Outgoing) => Promise<unknown>,
  services: BotServices,
): Promise<Outgoing> {
  const progress = progressTo(edit)
  try {
    const examined = await services.uploads.check(file, progress)
    return checkMessage(await services.knowledge.marked(examined), view)
  } finally {
    await progress.stop()
  }
}

/** The check of a stored report, to be marked by those who may. */
export async function checkStored(department: string, year: number, owner: string, services: BotServices): Promise<Outgoing> {
  const examined = await services.stored(department, year)
  const view = { owner, confidential: false, mayChange: true, stored: true }
  return checkMessage(await services.knowledge.marked(examined), view)
}
