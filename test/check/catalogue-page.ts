import type { Relation } from '../../src/check/index.ts'
import type { FindingKind } from '../../src/domain/finding.ts'

/** What each kind of finding is called. */
const KIND_WORDS: Readonly<Record<FindingKind, string>> = {
  'table-sum': '表内加总',
  'code-hierarchy': '类款项加总',
  'cross-table': '表间',
  'table-vs-narrative': '说明与表',
  'narrative-vs-narrative': '说明前后',
  percentage: '比率',
  yoy: '与上年相比',
  'budget-execution': '预算执行',
  direction: '增减方向',
  unit: '单位',
  year: '年度',
  name: '名称',
  'template-leftover': '样张遗留',
  'missing-content': '内容缺失',
  duplicate: '重复',
  numbering: '编号',
  punctuation: '标点',
  other: '其他',
}

/** The page that lists every relation for people who audit reports. */
export function cataloguePage(relations: readonly Relation[]): string {
  const rows = relations.map(
    ({ id, title, kind, compares, applies, origin }) =>
      `| \`${id}\` | ${title} | ${KIND_WORDS[kind]} | ${compares} | ${applies} | ${origin} |`,
  )
  return [
    '# 核对关系',
    '',
    `一份部门决算报告要核对的 ${relations.length} 条关系。判断只用区间：印出的数字 v（d 位小数）表示 v±½·10⁻ᵈ，两个区间有共同的值就不算矛盾（印法不同记作尾差），没有共同的值才算不一致；人数、车辆等计数没有误差。没有条件判断的，记为未核对并写明原因。`,
    '',
    '本页由关系目录生成（`npx tsx test/check/write-catalogue.ts`），测试保证两者一致。',
    '',
    '| 编号 | 关系 | 类别 | 核对什么 | 何时适用 | 依据 |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
