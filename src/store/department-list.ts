import type { Connection } from './connection.ts'
import { departmentsOf } from './identity.ts'
import type { Department } from './interface.ts'

const same = (a: readonly Department[], b: readonly Department[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** All departments with their names, read again only after somebody wrote; the same array until a name changes. */
export class DepartmentNames {
  #known: readonly Department[] = []
  /** SQLite's count of other connections' changes when they were read; null when our own may have changed them. */
  #version: number | null = null

  constructor(private readonly connection: Connection) {}

  mayHaveChanged(): void {
    this.#version = null
  }

  async all(): Promise<readonly Department[]> {
    const version = this.connection.file.pragma('data_version', { simple: true }) as number
    if (this.#version === version) return this.#known
    // Set before reading: a change while we read makes the next call read again.
    this.#version = version
    try {
      const read = await departmentsOf(this.connection.db)
      if (!same(this.#known, read)) this.#known = read
    } catch (error) {
      this.#version = null
      throw error
    }
    return this.#known
  }
}
