import type { Finding, FindingSide } from '../domain/finding.ts'
import { escapeText, type Remark, spotText, withRemarks } from '../domain/standard-form.ts'
import { remark } from './standard-form-remarks.ts'

/** A side's remarks: 左项, 左值, 左单位, 左位置, 左原文. */
const sideRemarks = (name: '左' | '右', side: FindingSide | null): Remark[] =>
  side === null
    ? []
    : [
        ...remark(`${name}项`, side.what),
        ...remark(`${name}值`, side.value),
        ...remark(`${name}单位`, side.unit),
        ...(side.where === null ? [] : [...remark(`${name}位置`, spotText(side.where)), ...remark(`${name}原文`, side.where.raw)]),
      ]

function findingLines(finding: Finding, depth: number): string[] {
  const remarks: Remark[] = [
    ['规则', finding.rule],
    ['类别', finding.kind],
    ['判定', finding.verdict],
    ...sideRemarks('左', finding.left),
    ...sideRemarks('右', finding.right),
    ...finding.evidence.flatMap((place) => remark('旁证', `${spotText(place)} ${place.raw}`)),
    ...remark('相差', finding.difference),
    ...remark('算式', finding.derivation),
    ...remark('可能', finding.likelyCause),
    ...finding.touches.flatMap((key) => remark('涉及', key)),
  ]
  const line = `${'  '.repeat(depth)}- ${withRemarks(escapeText(finding.statement), remarks)}`
  return [line, ...finding.effects.flatMap((effect) => findingLines(effect, depth + 1))]
}

/** Findings that only the original's text can show, so they travel along; effects are indented under their cause. */
export const recordLines = (records: readonly Finding[]): string[] => records.flatMap((record) => findingLines(record, 0))
