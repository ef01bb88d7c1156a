import type { Line } from '../../domain/document.ts'
import { squeeze } from '../text.ts'

/** A self-evaluation table or summary: indices into the lines given, `to` exclusive. */
export interface EvaluationRegion {
  readonly from: number
  readonly to: number
  readonly summary: boolean
}

const TITLE = /(?:自评表|绩效评价表|目标表|绩效目标自评表)$/
const SUMMARY = /自评(?:情况|结果)?汇总表$/
const SUBJECT_ROW = /^(?:单位名称|部门[（(]单位[）)]名称|项目名称|部门名称)[^，。]{2,80}$/
const EXECUTION = /预算执行情况|年度资金总额|财政资金总额|部门整体支出总额|执行率/
const END = /^(?:第[一二三四五六七八九十]+部分|附件[\d一二三四]|附表|[一二三四五六七八九十]{1,2}、|备注[:：])/

const isProse = (text: string): boolean => /。/.test(text) && text.length > 60 && !/[）)%]$/.test(text)

/** Does an execution line stand within the next lines? A mere mention of 自评表 in a sentence has none. */
const hasExecution = (flats: readonly string[], from: number): boolean => flats.slice(from, from + 45).some((flat) => EXECUTION.test(flat))

/**
 * Running text between the rows of a ruled table ends it, however short its lines are on paper.
 * Where rows come as plain lines only a line that is long by itself is running text.
 */
function proseAt(lines: readonly Line[], flats: readonly string[], from: number, i: number): string {
  if (lines[i]?.cells !== null) return ''
  const isRuled = lines.slice(from, i).some((line) => line.cells !== null)
  const end = isRuled ? lines.findIndex((line, j) => j > i && line.cells !== null) : i + 1
  return flats.slice(i, end < 0 ? undefined : end).join('')
}

/** Finds the self-evaluation tables among lines that are not part of the standard forms. */
export function evaluationRegions(lines: readonly Line[]): EvaluationRegion[] {
  const flats = lines.map((line) => squeeze(line.text).replace(/[*#]/g, ''))
  const regions: EvaluationRegion[] = []
  let from = -1
  let summary = false
  let named = false
  const close = (to: number) => {
    if (from >= 0) regions.push({ from, to, summary })
    from = -1
    named = false
  }
  flats.forEach((flat, i) => {
    if (flat === '') return
    const isSummary = flat.length < 60 && SUMMARY.test(flat) && flats.slice(i, i + 12).some((f) => /项目名称|序号/.test(f))
    const isTitle = flat.length < 60 && TITLE.test(flat) && !/[，。；]/.test(flat) && hasExecution(flats, i)
    const isSubject = SUBJECT_ROW.test(flat) && hasExecution(flats, i) && (from < 0 || named)
    if (isSummary || isTitle || isSubject) {
      close(i)
      // A title stays with the running text, where its year and name are checked.
      from = isSubject ? i : i + 1
      summary = isSummary
      named = isSubject
    } else if (from >= 0 && (END.test(flat) || isProse(proseAt(lines, flats, from, i)))) close(i)
    else if (SUBJECT_ROW.test(flat)) named = true
  })
  close(lines.length)
  return regions
}
