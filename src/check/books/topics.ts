import type { Topic } from '../../domain/report.ts'

/** Sections whose figures are the forms' own; attachments, work reports and performance speak in scopes of their own. */
export const ACCOUNT_TOPICS: readonly Topic[] = [
  'overall',
  'revenue',
  'expenditure',
  'fiscalOverall',
  'generalBudget.total',
  'generalBudget.structure',
  'generalBudget.detail',
  'basic',
  'threePublic',
  'governmentFund',
  'stateCapital',
]
