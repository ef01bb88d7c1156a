import type { Outline } from '../../domain/outline.ts'
import type { Claim, Statement, Unread } from '../../domain/report.ts'
import type { Meta } from './figures.ts'
import { explains, Ledger } from './ledger.ts'
import { readText } from './reader.ts'
import { readRow } from './rows.ts'
import { Scope } from './scope.ts'
import { unitsTold } from './units.ts'

export interface Narrative {
  readonly claims: readonly Claim[]
  readonly statements: readonly Statement[]
  readonly unread: readonly Unread[]
  /** Figures met: claims, unread, and those that an attachment only repeats. */
  readonly tokens: number
}

/**
 * Reads every figure of the explanations: what it is of, what it measures, where it stands.
 * Numbers of names, dates, documents and lists are no figures; a figure that cannot be placed is unread with its reason.
 */
export function readClaims(outline: Outline, meta: Meta): Narrative {
  const ledger = new Ledger()
  const scope = new Scope()
  const units = unitsTold(outline)
  for (const paragraph of outline.paragraphs) {
    if (!explains(paragraph)) continue
    const told = [ledger.claims.length, ledger.statements.length] as const
    if (paragraph.kind === 'row') readRow(paragraph, scope, ledger, meta)
    else readText(paragraph, scope, ledger, meta)
    const unit = units.get(paragraph)
    if (unit !== undefined) ledger.ofUnit(unit, ...told)
  }
  return {
    claims: ledger.claims,
    statements: ledger.statements,
    unread: ledger.unread,
    tokens: ledger.claims.length + ledger.unread.length + ledger.repeated,
  }
}
