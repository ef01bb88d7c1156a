import { type Answer, OUTPUTS, type OutputKind } from '../domain/answer.ts'
import type { AnsweredQuestion, EditionUsed } from '../render/figure-table.ts'
import { plainLine } from '../render/plain-text.ts'
import type { KnowledgeStore } from '../store/interface.ts'

/** A file that goes with a reply: a picture or an export. */
export interface AnswerFile {
  /** Safe on every system. */
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  /** What a picture shows, in words; null for other files. */
  readonly alt: string | null
}

type AskedOutput = Exclude<OutputKind, 'text'>
const isAsked = (output: OutputKind): output is AskedOutput => output !== 'text'

const TYPES: Readonly<Record<AskedOutput, readonly [ending: string, type: string]>> = {
  picture: ['png', 'image/png'],
  csv: ['csv', 'text/csv; charset=utf-8'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  json: ['json', 'application/json'],
  markdown: ['md', 'text/markdown; charset=utf-8'],
}
const LONGEST_NAME = 60

const endingOf = (file: string): string => /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''
const outputNamed = (file: string): AskedOutput | undefined => OUTPUTS.filter(isAsked).find((output) => TYPES[output][0] === endingOf(file))

/** What a file of this name is to hold: its ending decides, whatever the question says, as far as the answer can be that. */
export function outputFor(answer: Answer, file: string | null): Answer['output'] {
  const named = file === null ? undefined : outputNamed(file)
  if (named === undefined || answer.status !== 'answered') return answer.output
  if (named === 'picture') return answer.chart === undefined ? answer.output : named
  return answer.figures.length > 0 || answer.output !== undefined ? named : undefined
}

/** Does a file's name say something else than the file is? An ending of no known type says nothing. */
export const isNamedOtherwise = (file: AnswerFile, name: string): boolean =>
  outputNamed(name) !== undefined && endingOf(name) !== endingOf(file.name)

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)
const safeName = (words: string): string =>
  plainLine(words)
    .replace(/[^\p{L}\p{N}_-]+/gu, '')
    .slice(0, LONGEST_NAME) || '查账'

/** The editions that the figures of an answer come from. */
async function editionsOf(answer: Answer, store: KnowledgeStore): Promise<EditionUsed[]> {
  const files = new Set(answer.figures.flatMap(({ sources }) => sources.map(({ report }) => report)))
  const names = new Set(answer.figures.map(({ department }) => department))
  const departments = (await store.departments()).filter(({ name }) => names.has(name))
  const reports = await Promise.all(
    departments.map(async ({ id, name }) => (await store.reports({ departmentId: id })).map((report) => ({ report, name }))),
  )
  return reports
    .flat()
    .filter(({ report }) => files.has(report.meta.file))
    .map(({ report: { meta, ingestedAt }, name }) => ({
      department: name,
      fiscalYear: meta.fiscalYear,
      file: meta.file,
      sha256: meta.sha256,
      ingestedAt,
    }))
}

async function answerBytes(asked: AnsweredQuestion, output: AskedOutput): Promise<Uint8Array | null> {
  if (output === 'picture') {
    const { chart } = asked.answer
    return chart === undefined ? null : (await import('../render/chart/png.ts')).chartPng(chart)
  }
  const { answerCsv, answerFileJson, answerMarkdown, answerXlsx } = await import('../render/answer-export.ts')
  if (output === 'csv') return encoded(answerCsv(asked))
  if (output === 'xlsx') return answerXlsx(asked)
  return encoded(output === 'json' ? answerFileJson(asked) : answerMarkdown(asked))
}

/** A whole stored report, as the export verb writes it. */
async function reportBytes(id: number, output: 'csv' | 'xlsx' | 'json' | 'markdown', store: KnowledgeStore): Promise<Uint8Array | null> {
  const [report, findings, coverage] = await Promise.all([store.report(id), store.findings(id), store.coverage(id)])
  if (report === null || coverage === null) return null
  const [{ exportBytes, forExport }, { checkReport }] = await Promise.all([import('./export.ts'), import('./examine.ts')])
  const carried = output === 'markdown' ? await forExport(report, findings, (one) => checkReport(one)) : report
  return exportBytes(carried, { findings, coverage }, output)
}

/** The files that were asked for with a reply; none where words are enough or nothing can be handed out. */
export async function answerFiles(asked: Omit<AnsweredQuestion, 'editions'>, store: KnowledgeStore): Promise<readonly AnswerFile[]> {
  const { output, report, chart } = asked.answer
  if (output === undefined) return []
  const [ending, type] = TYPES[output]
  const bytes =
    report !== undefined && output !== 'picture'
      ? await reportBytes(report, output, store)
      : await answerBytes({ ...asked, editions: await editionsOf(asked.answer, store) }, output)
  if (bytes === null) return []
  const title = chart !== undefined && output === 'picture' ? chart.title : asked.answer.headline.split(/[：。]/)[0]
  return [{ name: `${safeName(title ?? '')}.${ending}`, type, bytes, alt: output === 'picture' ? (chart?.alt ?? null) : null }]
}
