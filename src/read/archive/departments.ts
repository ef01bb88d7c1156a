import type { Part } from './parts.ts'

const OVERVIEW = /收入支出决算总表$/
const TOTAL = /^(?:本年)?收入合计$/
const NAMED = /^(?:公开|编制|填报)?(?:部门|单位)(?:名称)?[:：](.{4,40})$/

/** The departments that a file's forms name; none where it holds no overview, the form every report begins with. */
function namesIn({ content }: Part): string[] {
  const rows = content.lines.filter((line) => line.cells !== null)
  const cells = content.lines.flatMap((line) => line.cells ?? [line.text]).map((cell) => cell.replace(/\s+/g, ''))
  if (!rows.some((row) => row.cells?.some((cell) => TOTAL.test(cell.trim()))) || !cells.some((cell) => OVERVIEW.test(cell))) return []
  const names = cells.flatMap((cell) => NAMED.exec(cell)?.[1] ?? [])
  return [...new Set(names.map((name) => name.replace(/(?:金额)?单位[:：].*$|公开\d.*$/, '')))].filter((name) => name.length > 3)
}

/** A shorter spelling leaves characters out (工委 for 工作委员会), another department has others. */
function isShortFor(short: string, long: string): boolean {
  let at = 0
  for (const char of long) if (char === short[at]) at++
  return at === short.length
}

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.some((other) => isShortFor(one, other) || isShortFor(other, one)))

/** Departments whose forms lie side by side in one archive: read as one report they would mix. Null where it is one. */
export function severalDepartments(parts: readonly Part[]): readonly string[] | null {
  const named = parts.map(namesIn).filter((names) => names.length > 0)
  const apart = named.findIndex((names, i) => i > 0 && !named.slice(0, i).some((other) => meet(names, other)))
  return apart < 0 ? null : [named[0]?.[0] ?? '', named[apart]?.[0] ?? '']
}
