import type { Finding, FindingSide } from './finding.ts'

const sideKey = (side: FindingSide | null): string =>
  side === null ? '' : [side.where?.page ?? '', side.where?.line ?? '', side.value].join(':')

/**
 * What a person's word about a finding is kept under: its rule and what stands where on its two sides.
 * The same for the same edition however the list is ordered and however the sentence is worded.
 */
export const findingKey = (finding: Finding): string => `@${finding.rule}|${sideKey(finding.left)}|${sideKey(finding.right)}`

/** The key of words that were said before places counted: the sentence itself. */
export const formerFindingKey = (finding: Finding): string => `${finding.rule}|${finding.statement}`
