import type { SourceDocument } from '../domain/document.ts'
import { apart } from './child/run.ts'
import { load } from './load.ts'
import { readText } from './text/read.ts'

export interface ReadOptions {
  /** Refuse larger files; the default depends on the type (limits.ts). */
  readonly maxBytes?: number
  /** Stops reading between pages; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  readonly onPage?: (page: number, pages: number) => void
}

/**
 * Reads any file that a report is published as. What it is decides its content, never its name.
 * @throws InputError with one Chinese sentence when the file cannot be used
 */
export async function readDocument(path: string, options: ReadOptions = {}): Promise<SourceDocument> {
  const { name, kind, bytes, sha256 } = await load(path, options.maxBytes)
  options.signal?.throwIfAborted()
  const reader = kind === 'text' ? readText : apart(kind)
  const content = await reader(bytes, { name, signal: options.signal, onPage: options.onPage })
  return { file: name, sha256, bytes: bytes.byteLength, ...content }
}
