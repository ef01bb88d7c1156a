import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'

/** Endings under which reports are published. Inside a folder only these are tried; a file named by itself always is. */
const REPORT_ENDINGS = new Set(['.txt', '.md', '.markdown', '.pdf', '.doc', '.docx', '.xls', '.xlsx', '.htm', '.html', '.zip'])

/** A file to take in, or one that is passed over, with the reason. */
export interface Candidate {
  readonly file: string
  readonly skip: string | null
}

/** The files behind the given paths, folders opened all the way down, each file once, in a stable order. */
export async function candidates(paths: readonly string[]): Promise<Candidate[]> {
  const found = (await Promise.all(paths.map(behind))).flat()
  const once = new Map<string, Candidate>()
  for (const candidate of found) {
    const id = resolve(candidate.file)
    // A file that was named by itself is tried even where its folder would pass it over.
    if (!once.has(id) || candidate.skip === null) once.set(id, candidate)
  }
  return [...once.values()]
}

async function behind(path: string): Promise<Candidate[]> {
  const info = await stat(path).catch(() => null)
  return info?.isDirectory() === true ? inside(path) : [{ file: path, skip: null }]
}

async function inside(folder: string): Promise<Candidate[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (entries === null) return [{ file: folder, skip: '这个文件夹打不开，请检查读取权限。' }]
  const shown = entries.filter((entry) => !isHidden(entry.name)).sort((a, b) => (a.name < b.name ? -1 : 1))
  return (await Promise.all(shown.map((entry) => inFolder(entry, join(folder, entry.name))))).flat()
}

/** Links are not followed inside folders: they can lead in circles. */
async function inFolder(entry: Dirent, path: string): Promise<Candidate[]> {
  if (entry.isDirectory()) return inside(path)
  if (!entry.isFile()) return [{ file: path, skip: '不是普通文件，已跳过。' }]
  const ending = extname(entry.name).toLowerCase()
  if (REPORT_ENDINGS.has(ending)) return [{ file: path, skip: null }]
  return [{ file: path, skip: ending === '' ? '没有扩展名，已跳过。' : `不是报告的文件类型（${ending}），已跳过。` }]
}

/** System leftovers and the lock files of Office: nobody means them. */
const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || /^thumbs\.db$/i.test(name)
