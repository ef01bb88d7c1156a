import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InputError } from '../domain/errors.ts'
import { plainLine } from '../render/plain-text.ts'

/** A file that somebody attached to a message. */
export interface Attached {
  readonly name: string
  readonly url: string
  /** As the platform says; the bytes that come decide. */
  readonly bytes: number
}

export interface FetchLimits {
  readonly maxBytes: number
  /** Host names (with a port where it is not the usual one) files may come from. */
  readonly hosts: readonly string[]
  readonly seconds: number
}

/** Endings under which reports are sent. */
const ENDINGS: ReadonlySet<string> = new Set([
  '.txt',
  '.md',
  '.markdown',
  '.pdf',
  '.doc',
  '.docx',
  '.xls',
  '.xlsx',
  '.htm',
  '.html',
  '.zip',
])
const LONGEST_NAME = 80
const MB = 1024 * 1024

/** A file's name fit for a disk, a message and a log: no folders, no controls, nothing a system reads specially. */
export function safeName(name: string): string {
  const last = plainLine(name).split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[<>:"|?*`@#\p{Cc}\p{Cf}]/gu, '').replace(/^[.\s]+/, '')
  const ending = extname(clean).slice(0, 12)
  const stem = clean.slice(0, clean.length - extname(clean).length).slice(0, LONGEST_NAME)
  return stem === '' ? `报告${ending}` : stem + ending
}

const tooLarge = (name: string, maxBytes: number) =>
  new InputError('too-large', `附件“${name}”超过上限 ${Math.floor(maxBytes / MB)} MB，请只上传一份报告。`)
const unreachable = (name: string) => new InputError('not-found', `附件“${name}”取不到了，可能已被删除，请重新上传。`)
const slow = (name: string) => new InputError('too-large', `附件“${name}”下载得太慢，已停止，请稍后再试。`)

const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/

function checkAddress(url: string, hosts: readonly string[]): void {
  const address = URL.canParse(url) ? new URL(url) : null
  const secure = address?.protocol === 'https:' || (address?.protocol === 'http:' && LOOPBACK.test(address.host))
  if (address === null || !secure || !hosts.includes(address.host))
    throw new InputError('bad-usage', '只能核对直接上传到聊天里的附件，请把文件上传后再试。')
}

/** What can be said of a file before a byte of it has come. */
export function checkAttached(file: Attached, limits: FetchLimits): void {
  const name = safeName(file.name)
  checkAddress(file.url, limits.hosts)
  if (!ENDINGS.has(extname(name).toLowerCase()))
    throw new InputError('wrong-type', `附件“${name}”不是能核对的类型，请上传 PDF、Word、Excel、网页或文本文件。`)
  if (file.bytes > limits.maxBytes) throw tooLarge(name, limits.maxBytes)
  if (file.bytes === 0) throw new InputError('empty', `附件“${name}”是空的，请换一份有内容的文件。`)
}

/** Counts what passes, and stops at the limit whatever the headers promised. */
const counter = (name: string, maxBytes: number): Transform => {
  let count = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length
      done(count > maxBytes ? tooLarge(name, maxBytes) : null, chunk)
    },
  })
}

/**
 * Fetches an attachment into a file. It follows no redirection: a file host needs none, and another host is not asked.
 * @throws InputError when it is gone, too large, too slow, of another type or from elsewhere
 */
export async function fetchAttached(file: Attached, toFile: string, limits: FetchLimits): Promise<void> {
  checkAttached(file, limits)
  const name = safeName(file.name)
  const timeout = AbortSignal.timeout(limits.seconds * 1000)
  try {
    const reply = await fetch(file.url, { redirect: 'error', signal: timeout })
    if (!reply.ok || reply.body === null) throw unreachable(name)
    const body = Readable.fromWeb(reply.body as import('node:stream/web').ReadableStream)
    await pipeline(body, counter(name, limits.maxBytes), createWriteStream(toFile, { flags: 'wx', mode: 0o600 }), { signal: timeout })
  } catch (error) {
    if (timeout.aborted) throw slow(name)
    // What names a system call is this machine's own fault, a full disk say; the network's come wrapped.
    if (error instanceof InputError || (error instanceof Error && 'syscall' in error)) throw error
    throw unreachable(name)
  }
}
