import type { InputErrorCode } from '../domain/errors.ts'
import type { CheckResult } from '../domain/finding.ts'
import type { Report, ReportMeta } from '../domain/report.ts'

/** Parts of a file's own pages, as a PNG. */
export interface PagePicture {
  readonly png: Uint8Array
  /** What it shows, in words. */
  readonly alt: string
}

/** What the chat's process and a worker say to each other. */

export type ToWorker =
  | { readonly kind: 'examine'; readonly file: string; readonly name: string }
  | { readonly kind: 'recheck'; readonly report: Report; readonly prior: Report | null }
  | { readonly kind: 'prior'; readonly report: Report | null }

export type FromWorker =
  | { readonly kind: 'page'; readonly page: number; readonly pages: number }
  | { readonly kind: 'prior'; readonly meta: ReportMeta }
  /** Said before the picture is drawn: what happens to the worker then takes nothing back. */
  | { readonly kind: 'checked'; readonly report: Report; readonly result: CheckResult }
  | { readonly kind: 'done'; readonly picture: PagePicture | null }
  | { readonly kind: 'refused'; readonly code: InputErrorCode; readonly message: string }
  | { readonly kind: 'failed'; readonly stack: string }
