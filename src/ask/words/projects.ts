import type { Query } from '../query.ts'

/** Questions about the projects of one report: which there are, which has the highest score, rate or amount. */

const MOST = '最(高|低|多|少|大|小|差|好)'
const LIST =
  /(都|分别)?(有|列|包括|包含|涉及)了?(哪些|哪几个|什么|些什么)(自评|绩效|支出)?项目(?!支出|经费)|(哪些|哪几个)(自评|绩效)?项目(?!支出|经费)(?!.*最)|项目支出?(都|分别)?(有|包括|包含|是)(哪些|什么|哪几个)(项目)?|项目(清单|列表|名单)|(列|列出|列一下)(所有|全部)?项目(?!支出)/
const EXTREMES = [
  new RegExp(`[^，。？\\d\\s]{0,8}${MOST}的(一个|那个|是)?(哪个|哪些)?(自评|绩效)?项目(?!支出|经费)`),
  new RegExp(`(哪一?个|哪些|什么)(自评|绩效)?项目(?!支出|经费)[^，。？]{0,10}${MOST}`),
  new RegExp(`(自评|绩效)?项目(?!支出|经费)(中|里|里面|当中)?[^，。？]{0,4}(哪个|谁)[^，。？]{0,8}${MOST}`),
]
const BY: readonly (readonly [RegExp, 'score' | 'rate'])[] = [
  [/分/, 'score'],
  [/率|进度/, 'rate'],
]

export interface ProjectsSaid {
  readonly projects: NonNullable<Query['projects']>
  /** The text without these words. */
  readonly rest: string
}

export function projectsIn(text: string): ProjectsSaid | null {
  for (const pattern of EXTREMES) {
    const said = pattern.exec(text)?.[0]
    if (said === undefined) continue
    const by = BY.find(([words]) => words.test(said))?.[1] ?? 'amount'
    return { projects: { by, order: /最(低|少|小|差)/.test(said) ? 'smallest' : 'largest' }, rest: text.replace(said, ' ') }
  }
  const said = LIST.exec(text)?.[0]
  return said === undefined ? null : { projects: { by: null, order: 'largest' }, rest: text.replace(said, ' ') }
}
