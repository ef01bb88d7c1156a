import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const KEPT = 500
const fileIn = (dataDir: string): string => join(dataDir, 'history.txt')

/** What was asked before, newest first as readline keeps it; an unreadable file is an empty past. */
export async function loadHistory(dataDir: string): Promise<string[]> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .slice(-KEPT)
    .reverse()
}

/** Keeps the last questions; where that is impossible the chat goes on without. */
export async function saveHistory(dataDir: string, history: readonly string[]): Promise<void> {
  const lines = history.slice(0, KEPT).reverse()
  await writeFile(fileIn(dataDir), lines.map((line) => `${line}\n`).join(''), { mode: 0o600 }).catch(() => undefined)
}
