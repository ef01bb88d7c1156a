import { mkdir, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { ReplyFile } from '../render/reply.ts'

const MOST_TRIES = 1000

/** Writes a new file; a name that is taken gets a number. Nothing is ever overwritten. */
async function keep(folder: string, { name, bytes }: ReplyFile): Promise<string> {
  const { name: stem, ext } = parse(name)
  for (let i = 1; ; i++) {
    const path = join(folder, i === 1 ? name : `${stem}-${i}${ext}`)
    try {
      await writeFile(path, bytes, { flag: 'wx' })
      return path
    } catch (error) {
      if (i === MOST_TRIES || !(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

/** Puts the files of a reply into a folder; gives their paths. */
export async function keepFiles(folder: string, files: readonly ReplyFile[]): Promise<readonly string[]> {
  if (files.length === 0) return []
  await mkdir(folder, { recursive: true })
  const kept: string[] = []
  for (const file of files) kept.push(await keep(folder, file))
  return kept
}
