import { ITEM_WORDS } from '../../knowledge/aliases/index.ts'
import { ECONOMIC, FUNCTIONAL } from '../../knowledge/classification/index.ts'
import { normaliseName } from '../ask/normalise.ts'
import type { Department, KnowledgeStore } from '../store/interface.ts'
import { NameSuggestions } from './suggest-names.ts'

/** How old the names may be at most before they are read again in the background. */
const FRESH_MS = 5 * 60_000

interface Known {
  readonly names: NameSuggestions
  readonly byName: ReadonlyMap<string, Department>
  readonly since: number
}

/** Items as people look for them: everyday words first, then the classification by name or code. */
const ITEMS: readonly { readonly shown: string; readonly sought: string }[] = [
  ...ITEM_WORDS.map(({ words }) => ({ shown: words[0] ?? '', sought: words.join(' ') })),
  ...[...ECONOMIC.values(), ...FUNCTIONAL.values()].map(({ code, name, otherNames }) => ({
    shown: `${code} ${name}`,
    sought: [code, name, ...otherNames].join(' '),
  })),
]
  .filter(({ shown }) => shown !== '')
  .map(({ shown, sought }) => ({ shown, sought: sought.toLowerCase() }))

/** What a chat offers while a person types. It never waits for the store: a newer state is fetched behind the answers. */
export class Suggestions {
  #known: Known | null = null
  #loading: Promise<void> | null = null

  constructor(private readonly store: KnowledgeStore) {}

  /** Reads the names; call at start and after every change of the knowledge. */
  refresh(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null
    })
    return this.#loading
  }

  async #load(): Promise<void> {
    const departments = await this.store.departments()
    const names = await NameSuggestions.build(departments)
    this.#known = { names, byName: new Map(departments.map((one) => [normaliseName(one.name), one])), since: Date.now() }
  }

  departments(typed: string, limit: number): string[] {
    const known = this.#known
    // A failure to refresh leaves the names as they were.
    if (known === null || Date.now() - known.since > FRESH_MS) this.refresh().catch(() => undefined)
    return known?.names.suggest(typed, limit) ?? []
  }

  /** Years there are reports for: the department's, newest first, once one is named. */
  async years(departmentWords: string, limit: number): Promise<number[]> {
    const department = this.#named(departmentWords)
    const reports = department === null ? await this.#someReports() : await this.store.reports({ departmentId: department.id })
    return [...new Set(reports.map(({ meta }) => meta.fiscalYear))].sort((a, b) => b - a).slice(0, limit)
  }

  /** The department that was typed or chosen; null while several could be meant. */
  #named(words: string): Department | null {
    if (normaliseName(words) === '' || this.#known === null) return null
    const { byName, names } = this.#known
    const exact = byName.get(normaliseName(words))
    const [only = '', other] = exact === undefined ? names.suggest(words, 2) : []
    return exact ?? (other === undefined ? (byName.get(normaliseName(only)) ?? null) : null)
  }

  /** Without a department any year may be meant; with very many reports the list is not worth its time. */
  async #someReports() {
    return (this.#known?.byName.size ?? 0) > 2000 ? [] : this.store.reports()
  }

  items(typed: string, limit: number): string[] {
    const words = typed.trim().toLowerCase()
    const starting = ITEMS.filter(({ sought }) => sought.startsWith(words))
    const holding = ITEMS.filter(({ sought }) => sought.includes(words))
    return [...new Set([...starting, ...holding].map(({ shown }) => shown))].slice(0, limit)
  }
}
