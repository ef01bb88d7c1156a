import { emptyQuery } from './empty-query.ts'
import type { DepartmentIndex } from './names/department-index.ts'
import { namesIn } from './names-said.ts'
import type { Query } from './query.ts'
import { courtesyFor, OTHER_DEPARTMENT } from './words/courtesy.ts'
import { HELD } from './words/held.ts'
import { HELP_WORDS } from './words/lexicon.ts'
import { projectsIn } from './words/projects.ts'
import { isAboutMistakes } from './words/special.ts'
import { type Spotted, spotNames } from './words/spot-names.ts'
import { readWishes } from './words/wishes.ts'
import { readYears } from './words/years.ts'

/** Puts a mark in the place of a name. */
export const blank = (text: string, { start, text: span }: Spotted, mark: string): string =>
  text.slice(0, start) + mark.padEnd(span.length, ' ') + text.slice(start + span.length)

/** The query for words that name no figure: courtesies, projects, counts of findings; null for all others. */
export function specially(text: string, index: DepartmentIndex, now: Date): Query | null {
  if (HELP_WORDS.test(text)) return emptyQuery('help')
  if (OTHER_DEPARTMENT.test(text)) return emptyQuery('departments')
  const courtesy = courtesyFor(text)
  if (courtesy !== null) return { ...emptyQuery('courtesy'), phrase: courtesy }
  const spotted = spotNames(text, index)
  const named = spotted.reduce((so, name) => blank(so, name, name.generic ? HELD : ''), text)
  if (isAboutMistakes(named)) {
    const { ranking } = readWishes(named)
    return { ...emptyQuery('mistakes'), ranking, years: [...readYears(named, now).years] }
  }
  const asked = projectsIn(named)
  if (asked === null) return null
  const { years, relative, rest } = readYears(asked.rest, now)
  const names = namesIn(rest, spotted, index)
  if (names.departments.length > 1 || /部门|单位|谁家|各家/.test(rest)) return null
  return {
    ...emptyQuery('projects'),
    departments: names.departments,
    years: [...years],
    relativeYear: relative,
    projects: asked.projects,
    phrase: named,
  }
}
