import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { InputError } from '../../domain/errors.ts'
import { complaint } from '../complaints.ts'
import type { Content, Reader, Reading } from '../content.ts'
import { CHILD } from '../limits.ts'
import type { ApartKind, Job, Reply } from './messages.ts'

const program = fileURLToPath(new URL('./main.ts', import.meta.url))
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

const start = (): ChildProcess =>
  fork(program, {
    execArgv: ['--import', loader, `--max-old-space-size=${CHILD.heapMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/** How a process goes that its libraries of compiled code bring down; what they do so on is seldom the file. */
const CRASHES: ReadonlySet<string> = new Set(['SIGSEGV', 'SIGBUS', 'SIGILL'])
class Crashed extends Error {}

/** Waits for the child's last word; whatever ends the waiting also ends the child. */
function watch(child: ChildProcess, { name, signal, onPage }: Reading): Promise<Content> {
  return new Promise<Content>((resolve, reject) => {
    const give = (settle: () => void) => {
      clearTimeout(alarm)
      signal?.removeEventListener('abort', stop)
      child.kill('SIGKILL')
      settle()
    }
    const silence = () => give(() => reject(complaint.slow(name)))
    const stop = () => give(() => reject(signal?.reason))
    let alarm = setTimeout(silence, CHILD.silenceMs)
    signal?.addEventListener('abort', stop, { once: true })
    child.on('message', (reply: Reply) => {
      if ('page' in reply) {
        clearTimeout(alarm)
        alarm = setTimeout(silence, CHILD.silenceMs)
        onPage?.(reply.page, reply.pages)
      } else if ('content' in reply) give(() => resolve(reply.content))
      else if ('refused' in reply) give(() => reject(new InputError(reply.refused.code, reply.refused.message)))
      else give(() => reject(new Error(reply.failed)))
    })
    child.on('error', (error) => give(() => reject(error)))
    // It went without a word: out of memory, or the reader brought the whole process down.
    child.on('exit', (_, signal) => give(() => reject(CRASHES.has(signal ?? '') ? new Crashed(name) : complaint.heavy(name))))
  })
}

/** Reads in a new child process. */
function readOnce(kind: ApartKind, bytes: Uint8Array, reading: Reading): Promise<Content> {
  reading.signal?.throwIfAborted()
  const child = start()
  const content = watch(child, reading)
  child.send({ kind, name: reading.name, bytes } satisfies Job, () => {})
  return content
}

/** A reader that works in a child process, so that no file can hang, crash or fill this one; after a crash it begins once more. */
export function apart(kind: ApartKind): Reader {
  return async (bytes, reading) => {
    const crashed = (error: unknown): Promise<Content> => {
      if (error instanceof Crashed) return readOnce(kind, bytes, reading)
      throw error
    }
    return readOnce(kind, bytes, reading)
      .catch(crashed)
      .catch((error) => {
        throw error instanceof Crashed ? complaint.heavy(reading.name) : error
      })
  }
}
