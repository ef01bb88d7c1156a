import { plainText } from '../render/plain-text.ts'

/** Where a verb writes: replies to standard output, everything else to standard error. */
export interface Output {
  /** A reply for people: nothing in it can steer the terminal. */
  text(message: string): void
  /** Characters as they are, for exports. */
  raw(message: string): void
  /** The one JSON object of a `--json` call. */
  json(value: unknown): void
  /** A word to the person at the terminal, beside the reply. */
  log(message: string): void
  /** Redraws one line of progress; nothing where nobody watches. */
  progress(line: string): void
}

const CLEAR_LINE = '\r\u001b[K'

/** The real terminal. Nothing is cut off by exiting: the process ends by itself once everything is written. */
export function standardOutput(stdout: NodeJS.WriteStream = process.stdout, stderr: NodeJS.WriteStream = process.stderr): Output {
  return {
    text: (message) => void stdout.write(`${plainText(message)}\n`),
    raw: (message) => void stdout.write(message),
    json: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    log: (message) => void stderr.write(`${plainText(message)}\n`),
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`${CLEAR_LINE}${plainText(line)}`)
    },
  }
}
