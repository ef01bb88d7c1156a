import type { DocumentPart, DocumentType, Line, ReadGap } from '../domain/document.ts'

/** What a reader of one file type gives back; `readDocument` adds name, size and hash. */
export interface Content {
  readonly type: DocumentType
  readonly pages: number | null
  readonly lines: readonly Line[]
  readonly gaps: readonly ReadGap[]
  readonly parts?: readonly DocumentPart[]
}

/** What every reader is told beside the bytes. */
export interface Reading {
  /** The file's name as a person may see it: no folder, no control characters. */
  readonly name: string
  readonly signal: AbortSignal | undefined
  /** Called after each page of a paged file. */
  readonly onPage: ((page: number, pages: number) => void) | undefined
}

/** Reads the bytes of one file type. Throws InputError where they cannot be used. */
export type Reader = (bytes: Uint8Array, reading: Reading) => Promise<Content>
