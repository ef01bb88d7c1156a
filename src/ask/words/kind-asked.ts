import type { Query } from '../query.ts'

/** Whether an amount of money or a number of things is asked for; null where the words tell neither. */
export function kindAsked(text: string): Query['kind'] {
  if (/(?:几|多少|好多)(?:个(?!亿)|名|位|人|件|台|辆|次|场|批|支)/.test(text)) return 'count'
  return /[钱花元款]|费用|经费|支出|拨|付了|开支|开销|多少万/.test(text) ? 'money' : null
}
