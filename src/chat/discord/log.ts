import { type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Where log lines go: standard error in a running bot, memory in tests. */
export interface Sink {
  write(line: string): unknown
}

/** Structured logs, a JSON object a line. The secret never reaches them, whoever puts it in a message. */
export function createLog(level: string, secret: string, sink: Sink = process.stderr): Log {
  const clean: Sink = { write: (line) => sink.write(line.replaceAll(secret, '[令牌]')) }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line) => void clean.write(line) })
}
