import type { FileKind } from './sniff.ts'

const MB = 1024 * 1024

/** Largest file accepted, by what it is. A report of 200 pages is far below; what is above is no report. */
export const MAX_BYTES: Readonly<Record<FileKind, number>> = {
  text: 50 * MB,
  pdf: 200 * MB,
  docx: 50 * MB,
  doc: 50 * MB,
  xlsx: 50 * MB,
  xls: 50 * MB,
  html: 50 * MB,
  zip: 200 * MB,
}

/** How many bytes at the head decide what a file is. */
export const HEAD_BYTES = 8192
/** The longest real report at hand has 171 pages; department collections reach some hundreds. */
export const MAX_PAGES = 2000

/** What a reader in a child process may use before it is stopped. */
export const CHILD = {
  /** Without a sign of life: no page takes nearly as long. */
  silenceMs: 60_000,
  heapMb: 1024,
  memory: 2048 * MB,
  /** Exit status of a child that saw its own memory run over. */
  outOfMemory: 9,
} as const
