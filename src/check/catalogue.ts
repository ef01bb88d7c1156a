import type { Relation } from './relation.ts'
import { basicSums } from './relations/basic-sums.ts'
import { changes } from './relations/changes.ts'
import { directions } from './relations/directions.ts'
import { formSums } from './relations/form-sums.ts'
import { formToForm } from './relations/form-to-form.ts'
import { lists } from './relations/lists.ts'
import { narrativeRepeats } from './relations/narrative-repeats.ts'
import { narrativeToForm } from './relations/narrative-to-form.ts'
import { overviewSums } from './relations/overview-sums.ts'
import { ratios } from './relations/ratios.ts'
import { threePublicSums } from './relations/three-public-sums.ts'

/** Every relation, in the order in which they are run and told. */
export const RELATIONS: readonly Relation[] = [
  ...formSums,
  ...overviewSums,
  ...basicSums,
  ...threePublicSums,
  ...formToForm,
  ...narrativeToForm,
  ...narrativeRepeats,
  ...ratios,
  ...changes,
  ...lists,
  ...directions,
]
