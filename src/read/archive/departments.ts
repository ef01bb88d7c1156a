import type { Part } from './parts.ts'

const OVERVIEW = /收入支出决算总表/
const NAMED = /^(?:公开|编制|填报)?(?:部门|单位)(?:名称)?[:：](.{4,40})$/

function namesIn({ content }: Part): Set<string> {
  const cells = content.lines.flatMap((line) => line.cells ?? [line.text]).map((cell) => cell.replace(/\s+/g, ''))
  if (!cells.some((cell) => OVERVIEW.test(cell))) return new Set()
  return new Set(cells.flatMap((cell) => NAMED.exec(cell)?.[1] ?? []).map((name) => name.replace(/(?:金额)?单位[:：].*$|公开\d.*$/, '')))
}

/** A unit's forms may print the name with an addition: （本级）, its parent before it. */
const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((one) => [...b].some((other) => one.includes(other) || other.includes(one)))

/** Departments whose forms lie side by side in one archive: read as one report they would mix. Null where it is one. */
export function severalDepartments(parts: readonly Part[]): readonly string[] | null {
  const named = parts.map(namesIn).filter((names) => names.size > 0)
  const apart = named.findIndex((names, i) => i > 0 && !named.slice(0, i).some((other) => meet(names, other)))
  if (apart < 0) return null
  return [named[0], named[apart]].map((names) => [...(names ?? [])][0] ?? '')
}
