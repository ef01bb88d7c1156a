import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readReport } from '../src/app/examine.ts'
import { checkReport, RELATIONS, type Relation } from '../src/check/index.ts'
import type { Report } from '../src/domain/report.ts'
import { checkJson, readJson } from '../src/render/contract.ts'

/** What the scorer says of one report: found and wanted of each sort. */
interface Score {
  readonly errors: Share
  readonly arithmetic: Share
  readonly rounding: Share
  readonly text: Share
  readonly alarms: Share
}
type Share = readonly [part: number, whole: number]
const SORTS = ['errors', 'arithmetic', 'rounding', 'text', 'alarms'] as const

/** Origins that stand outside the reports at hand: the form's own note, the filling instructions, arithmetic. */
const GIVEN: readonly Relation['origin'][] = ['表注公式', '填报说明', '算术']

/**
 * A lower bound for reports that nobody has seen: each report is scored without the relations that catch something
 * only in it, as if they had been written down after reading it and would never fire elsewhere.
 */
export async function leaveOneOut(scorer: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'chazhang-score-'))
  try {
    return await tableOf(new Bench(scorer, folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

class Bench {
  readonly names: readonly string[]
  private readonly shared: string

  constructor(
    private readonly scorer: string,
    private readonly folder: string,
  ) {
    this.shared = join(scorer, '..')
    this.names = readdirSync(join(this.shared, 'truth')).flatMap((file) => (file.endsWith('.json') ? [basename(file, '.json')] : []))
    // The scorer asks a command; this one answers with what was put down for it.
    writeFileSync(
      join(folder, 'told.mjs'),
      `import { readFileSync } from 'node:fs'\nconsole.log(readFileSync(process.argv[2] + '/' + process.argv[3] + '.json', 'utf8'))\n`,
    )
  }

  async read(name: string): Promise<Report> {
    const truth = JSON.parse(readFileSync(join(this.shared, 'truth', `${name}.json`), 'utf8')) as { report: { file: string } }
    return readReport(join(this.shared, 'reports', truth.report.file))
  }

  /** The score that these relations alone would earn on the report; null where they raise nothing. */
  score(name: string, report: Report, relations: readonly Relation[]): Score | null {
    const result = checkReport(report, null, relations)
    if (result.findings.length === 0) return null
    writeFileSync(join(this.folder, 'read.json'), JSON.stringify(readJson(report)))
    writeFileSync(join(this.folder, 'check.json'), JSON.stringify(checkJson(report, result)))
    const command = `node ${join(this.folder, 'told.mjs')} ${this.folder}`
    const said = execFileSync(process.execPath, [this.scorer, '--only', name, '--command', command], { encoding: 'utf8' })
    const share = (label: string): Share => {
      const [, part, whole] = said.match(new RegExp(`${label} (\\d+)[/,](\\d+)`)) ?? []
      return [Number(part), Number(whole)]
    }
    const [wrong, raised] = share('false')
    const sorts = { errors: share('errors'), arithmetic: share('\\(arithmetic'), rounding: share('rounding'), text: share('text') }
    return { ...sorts, alarms: [wrong, raised] }
  }
}

async function tableOf(bench: Bench): Promise<string> {
  const reports = new Map<string, Report>()
  for (const name of bench.names) reports.set(name, await bench.read(name))
  const caught = new Map<string, string[]>()
  for (const relation of RELATIONS)
    for (const [name, report] of reports) {
      const score = bench.score(name, report, [relation])
      if (score && score.errors[0] + score.rounding[0] + score.text[0] > 0)
        caught.set(relation.id, [...(caught.get(relation.id) ?? []), name])
    }
  const lonely = (name: string, { id }: Relation): boolean => caught.get(id)?.join() === name
  const ways: readonly (readonly [string, (name: string) => readonly Relation[]])[] = [
    ['全部关系', () => RELATIONS],
    [
      '去掉只此一份支持的（表注、填报说明、算术除外）',
      (name) => RELATIONS.filter((one) => !lonely(name, one) || GIVEN.includes(one.origin)),
    ],
    ['去掉只此一份支持的（一律）', (name) => RELATIONS.filter((one) => !lonely(name, one))],
  ]
  const scored = ways.map(([title, keep]) => {
    const rows = [...reports].map(([name, report]) => ({
      name,
      off: RELATIONS.length - keep(name).length,
      score: bench.score(name, report, keep(name)),
    }))
    return [
      title,
      ...rows.map(({ name, off, score }) => rowOf(name, off, score)),
      rowOf('合计', '', sumOf(rows.flatMap(({ score }) => score ?? []))),
    ]
  })
  const alone = [...caught].filter(([, names]) => names.length === 1)
  return [
    ...scored.flatMap(([title, ...rows]) => [title, HEAD, ...rows, '']),
    `${RELATIONS.length}项关系中，${caught.size}项查出过人工标注的问题，其中${alone.length}项只在一份报告里：`,
    ...RELATIONS.flatMap(({ id, origin }) => alone.filter(([own]) => own === id).map(([, [name]]) => `  ${id}（${origin}）：${name}`)),
    `在各报告里什么都没有查出的：${RELATIONS.filter(({ id }) => !caught.has(id))
      .map(({ id }) => id)
      .join('、')}`,
  ].join('\n')
}

const HEAD = '| 报告 | 停用 | 错误 | 其中算术 | 尾差 | 文字 | 误报 |\n| --- | --- | --- | --- | --- | --- | --- |'
const shown = ([part, whole]: Share): string => `${part}/${whole}`
const rowOf = (name: string, off: number | string, score: Score | null): string =>
  `| ${name} | ${off} | ${SORTS.map((sort) => (score ? shown(score[sort]) : '—')).join(' | ')} |`

const sumOf = (scores: readonly Score[]): Score => {
  const add = (sort: (typeof SORTS)[number]): Share => [sumBy(scores, sort, 0), sumBy(scores, sort, 1)]
  return { errors: add('errors'), arithmetic: add('arithmetic'), rounding: add('rounding'), text: add('text'), alarms: add('alarms') }
}
const sumBy = (scores: readonly Score[], sort: (typeof SORTS)[number], at: 0 | 1): number =>
  scores.reduce((sum, score) => sum + score[sort][at], 0)
