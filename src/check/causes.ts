import type { Finding } from '../domain/finding.ts'
import type { Books } from './books/index.ts'

/** What probably happened, as evidence and never as blame. */
export function likelyCause(finding: Finding, _books: Books): Finding {
  return finding
}
