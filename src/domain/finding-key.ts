import type { Finding } from './finding.ts'

/** What a person's word about a finding is kept under: the same for the same edition however the list is ordered. */
export const findingKey = (finding: Finding): string => `${finding.rule}|${finding.statement}`
