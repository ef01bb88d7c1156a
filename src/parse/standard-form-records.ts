import { FINDING_KINDS, type Finding, type FindingSide, type Verdict } from '../domain/finding.ts'
import type { Place } from '../domain/report.ts'
import { spotOf, unescapeText } from '../domain/standard-form.ts'
import type { NumberedLine } from './standard-form.ts'
import { need, Remarks, remarksOf } from './standard-form-damage.ts'

const VERDICTS: readonly Verdict[] = ['inconsistent', 'rounding', 'text']

function sideOf(name: '左' | '右', remarks: Remarks): FindingSide | null {
  const what = remarks.get(`${name}项`)
  if (what === null) return null
  const spot = remarks.spot(`${name}位置`)
  return {
    what,
    value: remarks.must(`${name}值`),
    unit: remarks.get(`${name}单位`),
    where: spot === null ? null : { ...spot, raw: remarks.must(`${name}原文`) },
  }
}

function evidenceOf(text: string, line: number): Place {
  const blank = text.indexOf(' ')
  return { ...need(spotOf(text.slice(0, blank)), line, '旁证'), raw: text.slice(blank + 1) }
}

function findingOf(line: NumberedLine, effects: readonly Finding[]): Finding {
  const { head, remarks: list } = remarksOf(line.text.trimStart().slice(2), line.no)
  const remarks = new Remarks(list, line.no)
  return {
    rule: remarks.must('规则'),
    kind: need(
      FINDING_KINDS.find((kind) => kind === remarks.get('类别')),
      line.no,
      '类别',
    ),
    verdict: need(
      VERDICTS.find((verdict) => verdict === remarks.get('判定')),
      line.no,
      '判定',
    ),
    statement: unescapeText(head),
    left: sideOf('左', remarks),
    right: sideOf('右', remarks),
    evidence: remarks.all('旁证').map((text) => evidenceOf(text, line.no)),
    difference: remarks.get('相差'),
    derivation: remarks.get('算式'),
    likelyCause: remarks.get('可能'),
    touches: remarks.all('涉及'),
    effects,
  }
}

const depthOf = (line: NumberedLine): number => (line.text.length - line.text.trimStart().length) / 2

/** Findings that travel along; each line's effects are the deeper lines right after it. */
export function readRecords(lines: readonly NumberedLine[], depth = 0): Finding[] {
  const starts = lines.flatMap((line, index) => (depthOf(line) === depth ? [index] : []))
  return starts.flatMap((start, nth) => {
    const line = lines[start]
    return line === undefined ? [] : [findingOf(line, readRecords(lines.slice(start + 1, starts[nth + 1]), depth + 1))]
  })
}
