import { InputError } from '../../domain/errors.ts'
import { CHILD } from '../limits.ts'
import { READERS } from '../readers.ts'
import type { Job, Reply } from './messages.ts'

// The program of the child process: reads one file, answers, ends.

/** The parent ends this process once it has the answer. */
const say = (reply: Reply): void => void process.send?.(reply)

function replyTo(error: unknown): Reply {
  if (error instanceof InputError) return { refused: { code: error.code, message: error.message } }
  return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

async function work({ kind, name, bytes }: Job): Promise<void> {
  try {
    const read = await READERS[kind]()
    const onPage = (page: number, pages: number) => say({ page, pages })
    say({ content: await read(bytes, { name, signal: undefined, onPage }) })
  } catch (error) {
    say(replyTo(error))
  }
}

// A library's forgotten promise must not end a reading that goes on well.
process.on('unhandledRejection', () => {})
process.on('disconnect', () => process.exit())
process.once('message', (job: Job) => void work(job))
setInterval(() => {
  if (process.memoryUsage.rss() > CHILD.memory) process.exit(CHILD.outOfMemory)
}, 200).unref()
