import type { InputErrorCode } from '../../domain/errors.ts'
import type { Content } from '../content.ts'
import type { FileKind } from '../sniff.ts'

/** Kinds of files whose readers are other people's code and may hang, crash or eat memory. */
export type ApartKind = Exclude<FileKind, 'text'>

export interface Job {
  readonly kind: ApartKind
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the child says: progress, and at the end one of the other three. */
export type Reply =
  | { readonly page: number; readonly pages: number }
  | { readonly content: Content }
  | { readonly refused: { readonly code: InputErrorCode; readonly message: string } }
  | { readonly failed: string }
