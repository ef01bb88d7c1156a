import type { Relation } from './relation.ts'
import { acrossYears } from './relations/across-years.ts'
import { attachments } from './relations/attachments.ts'
import { basicSums } from './relations/basic-sums.ts'
import { changes } from './relations/changes.ts'
import { classLists } from './relations/class-lists.ts'
import { counts } from './relations/counts.ts'
import { directions } from './relations/directions.ts'
import { evaluationScores } from './relations/evaluation-scores.ts'
import { evaluationTotals } from './relations/evaluation-totals.ts'
import { evaluations } from './relations/evaluations.ts'
import { formSums } from './relations/form-sums.ts'
import { formToForm } from './relations/form-to-form.ts'
import { headcounts } from './relations/headcounts.ts'
import { lists } from './relations/lists.ts'
import { misnamedLists } from './relations/misnamed-lists.ts'
import { missingRows } from './relations/missing-rows.ts'
import { narrativeRepeats } from './relations/narrative-repeats.ts'
import { narrativeToForm } from './relations/narrative-to-form.ts'
import { noteFormulas } from './relations/note-formulas.ts'
import { overviewSums } from './relations/overview-sums.ts'
import { projects } from './relations/projects.ts'
import { ratios } from './relations/ratios.ts'
import { samePayments } from './relations/same-payments.ts'
import { statements } from './relations/statements.ts'
import { threePublicSums } from './relations/three-public-sums.ts'
import { disclosure } from './text/disclosure.ts'
import { glossary } from './text/glossary.ts'
import { identity } from './text/identity.ts'
import { itemLists } from './text/item-lists.ts'
import { itemNamesOfDetail } from './text/item-names.ts'
import { numbering } from './text/numbering.ts'
import { slips } from './text/slips.ts'
import { template } from './text/template.ts'
import { units } from './text/units.ts'
import { years } from './text/years.ts'

/** What compares figures. */
const FIGURES: readonly Relation[] = [
  ...formSums,
  ...overviewSums,
  ...basicSums,
  ...threePublicSums,
  ...noteFormulas,
  ...missingRows,
  ...formToForm,
  ...samePayments,
  ...narrativeToForm,
  ...narrativeRepeats,
  ...ratios,
  ...changes,
  ...counts,
  ...lists,
  ...headcounts,
  ...classLists,
  ...misnamedLists,
  ...directions,
  ...statements,
  ...evaluations,
  ...evaluationScores,
  ...evaluationTotals,
  ...projects,
  ...attachments,
  ...acrossYears,
]

/** What reads the words. */
const WORDING: readonly Relation[] = [
  ...identity,
  ...years,
  ...units,
  ...template,
  ...disclosure,
  ...itemLists,
  ...itemNamesOfDetail,
  ...glossary,
  ...numbering,
  ...slips,
]

/** Every relation, in the order in which they are run and told. */
export const RELATIONS: readonly Relation[] = [...FIGURES, ...WORDING]

const WORDING_IDS: ReadonlySet<string> = new Set(WORDING.map(({ id }) => id))
export const isOfWording = ({ id }: Relation): boolean => WORDING_IDS.has(id)
