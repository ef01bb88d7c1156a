import { SLASH_COMMANDS } from '../ask/slash.ts'
import type { KnowledgeStore } from '../store/interface.ts'

/** A department with the years there are reports for, newest first. */
export interface Known {
  readonly department: string
  readonly aliases: readonly string[]
  readonly years: readonly number[]
}

/** What the program knows: departments in the store's order with their years. */
export async function whatIsKnown(store: KnowledgeStore): Promise<Known[]> {
  const [departments, reports] = await Promise.all([store.departments(), store.reports()])
  return departments.map((department) => {
    const years = reports.filter((report) => report.departmentId === department.id).map((report) => report.meta.fiscalYear)
    return { department: department.name, aliases: department.aliases, years: [...new Set(years)].sort((a, b) => b - a) }
  })
}

/** The slash commands as people type them, for completion. */
export const commandNames = (): string[] => SLASH_COMMANDS.map(({ name }) => `/${name}`)
