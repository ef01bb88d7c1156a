import { FUNCTIONAL } from '../../../knowledge/classification/index.ts'
import type { Books } from '../books/index.ts'
import { type Outcome, passed, type Relation, unchecked } from '../relation.ts'
import { nameKey, namesIn } from './glossary.ts'
import { oncePerSlip, placeOfText, remarkAt, written } from './scan.ts'

const DETAIL = 'generalBudget.detail'
const LEVEL_WORDS = { 3: '类', 5: '款', 7: '项' } as const

/** Every name a code is known by: as its form prints it, as the classification has it now, as it was called before. */
interface Known {
  readonly code: string
  readonly now: string
  readonly names: ReadonlySet<string>
  /** As the forms print it. */
  readonly printed: readonly string[]
  /** Names that contain a mark at which a sentence would end them. */
  readonly long: readonly string[]
}

function knownItems(books: Books): readonly Known[] {
  const rows = (['generalBudgetExpenditure', 'expenditure'] as const).flatMap((id) => books.form(id)?.rows ?? [])
  const codes = new Set(rows.flatMap(({ code }) => (code === null ? [] : [code, code.slice(0, 3), code.slice(0, 5)])))
  return [...codes].flatMap((code): Known[] => {
    const item = FUNCTIONAL.get(code)
    const printed = rows.filter((row) => row.code === code).map(({ name }) => name)
    const now = item?.name ?? printed[0]
    if (now === undefined) return []
    const names = [now, ...(item?.otherNames ?? []), ...printed]
    return [
      {
        code,
        now,
        names: new Set(names.map(nameKey)),
        printed: printed.map(nameKey),
        long: names.filter((name) => /[、，]/.test(name)).map(nameKey),
      },
    ]
  })
}

type Step = ReturnType<typeof namesIn>[number]

/** 类, 款 and 项 that stand one after the other, as one path. */
function pathsIn(text: string): readonly (readonly Step[])[] {
  const paths: Step[][] = []
  for (const step of namesIn(text)) {
    const last = paths.at(-1)
    if (last && (last.at(-1)?.level ?? 9) < step.level) last.push(step)
    else paths.push([step])
  }
  return paths
}

interface Misnamed {
  readonly step: Step
  readonly says: string
}

interface Surroundings {
  readonly text: string
  readonly year: number
}

/** The last year in which the old names of 类 and 款 were still in use somewhere; those of 项 have changed ever since. */
const LAST_OLD = 2020

/** An old name that the forms do not print, or that no form should print any more. */
const isReplaced = ({ code, now, printed }: Known, name: string, year: number): boolean =>
  (FUNCTIONAL.get(code)?.otherNames ?? []).some((old) => nameKey(old) === name) &&
  nameKey(now) !== name &&
  (!printed.includes(name) || (code.length < 7 && year > LAST_OLD))

/** Follows a path down the codes of the forms; the first name that does not lead on, and every name that has been replaced. */
function misnamedIn(path: readonly Step[], known: readonly Known[], { text, year }: Surroundings): readonly Misnamed[] {
  let above = ''
  const found: Misnamed[] = []
  for (const step of path) {
    const level = known.filter(({ code }) => code.length === step.level && code.startsWith(above))
    const before = nameKey(text.slice(0, step.at + step.name.length))
    const own = level.find(({ names, long }) => names.has(nameKey(step.name)) || long.some((name) => before.endsWith(name)))
    if (!own) {
      // Where the form has no such level below, nothing can be said.
      const complete = step.level > 3 && above.length === step.level - 2 && level.length > 0
      return complete
        ? [...found, { step, says: `“${step.name}（${LEVEL_WORDS[step.level]}）”与决算表不符，表中${above}下没有这个科目` }]
        : found
    }
    if (isReplaced(own, nameKey(step.name), year)) found.push({ step, says: `“${step.name}”是旧名称，现为“${own.now}”` })
    above = own.code
  }
  return found
}

/** The items that the explanation names, step by step, against the forms. */
function itemNames(books: Books): Outcome[] {
  const form = books.form('generalBudgetExpenditure') ?? books.form('expenditure')
  if (!form?.rows.some(({ code }) => code?.length === 7)) return [unchecked('没有列到项级科目的决算表')]
  const known = knownItems(books)
  const outcomes = written(books)
    .filter(({ topic, cells }) => topic === DETAIL && cells === null)
    .flatMap((paragraph): Outcome[] =>
      pathsIn(paragraph.text).flatMap((path): Outcome[] => {
        const found = misnamedIn(path, known, { text: paragraph.text, year: books.year })
        return found.length === 0
          ? [passed()]
          : found.map(({ step, says }) => remarkAt(placeOfText(paragraph, step.at, step.name), '说明所列科目', `说明中${says}`))
      }),
    )
  return oncePerSlip(outcomes)
}

/** Items of the classification in the explanation. */
export const itemNamesOfDetail: readonly Relation[] = [
  {
    id: 'name.items',
    title: '说明所列科目与决算表同名，用现行名称',
    kind: 'name',
    compares: '一般公共预算支出具体情况中写明（类）（款）（项）的科目与决算表的科目名称；已改名的科目',
    applies: '决算表列到项级科目',
    wording: '{left}',
    origin: '填报说明',
    outcomes: itemNames,
  },
]
