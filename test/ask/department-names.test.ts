import { describe, expect, it } from 'vitest'
import { indexDepartments } from '../../src/ask/names/department-index.ts'
import { findDepartment, suggestDepartments } from '../../src/ask/names/find-department.ts'

const NAMES = [
  '上海市普陀区财政局',
  '上海市普陀区人民政府万里街道办事处',
  '西安市卫生健康委员会',
  '武汉市江岸区人力资源和社会保障局',
  '武汉市自然资源和规划局',
  '重庆市长寿区市场监督管理局',
  '厦门市教育局',
  '中国人民政治协商会议江苏省委员会办公厅',
  '西南大学',
  '中共长沙市岳麓区委组织部',
  '杭州市西湖区审计局',
  '重庆市忠县市场监督管理局',
  '青岛市市北区司法局',
]
const index = indexDepartments(NAMES.map((name, id) => ({ id, name, aliases: id === 8 ? ['西大'] : [] })))
const found = (words: string) => {
  const result = findDepartment(index, words)
  return result.kind === 'one' ? result.department.name : result.kind
}

describe('finding any department', () => {
  it.each([
    ['普陀财政局', '上海市普陀区财政局'],
    ['普陀区财政局', '上海市普陀区财政局'],
    ['上海普陀财政局', '上海市普陀区财政局'],
    ['万里街道', '上海市普陀区人民政府万里街道办事处'],
    ['普陀区万里街道办', '上海市普陀区人民政府万里街道办事处'],
    ['西安卫健委', '西安市卫生健康委员会'],
    ['卫健委', '西安市卫生健康委员会'],
    ['江岸人社局', '武汉市江岸区人力资源和社会保障局'],
    ['武汉自规局', '武汉市自然资源和规划局'],
    ['武汉资规局', '武汉市自然资源和规划局'],
    ['长寿市监局', '重庆市长寿区市场监督管理局'],
    ['changshou', '重庆市长寿区市场监督管理局'],
    ['xiamen', '厦门市教育局'],
    ['厦门教育局', '厦门市教育局'],
    ['江苏省政协办公厅', '中国人民政治协商会议江苏省委员会办公厅'],
    ['西南大学', '西南大学'],
    ['西大', '西南大学'],
    ['岳麓区委组织部', '中共长沙市岳麓区委组织部'],
    ['中国共产党长沙市岳麓区委组织部', '中共长沙市岳麓区委组织部'],
    ['岳麓组织部', '中共长沙市岳麓区委组织部'],
    ['普陀区才政局', '上海市普陀区财政局'],
    ['杭州西湖审计局', '杭州市西湖区审计局'],
    ['西湖审计局', '杭州市西湖区审计局'],
    ['忠县市监局', '重庆市忠县市场监督管理局'],
    ['市北区司法局', '青岛市市北区司法局'],
  ])('%s', (words, name) => expect(found(words)).toBe(name))

  it.each([
    ['普陀', 'several'],
    ['武汉', 'several'],
    ['上海财政局', 'several'],
    ['静安区财政局', 'none'],
    ['普陀区教育局', 'none'],
    ['普陀区审计局', 'none'],
    ['北京大学', 'none'],
    ['', 'none'],
    ['ＤＲＯＰ　ＴＡＢＬＥ', 'none'],
  ])('%s is not taken for another: %s', (words, kind) => expect(found(words)).toBe(kind))

  it('suggests while typing, by any part and by sound', () => {
    const first = (words: string) => suggestDepartments(index, words, 3).map((department) => department.name)
    expect(first('普陀')).toEqual(['上海市普陀区财政局', '上海市普陀区人民政府万里街道办事处'])
    expect(first('xia')).toContain('厦门市教育局')
    expect(first('caizheng')).toContain('上海市普陀区财政局')
    expect(first('卫健')).toContain('西安市卫生健康委员会')
    expect(first('')).toHaveLength(3)
    expect(first('没有的')).toEqual([])
  })
})

describe('ten thousand names', () => {
  const cities = ['甲州', '乙州', '丙州', '丁州', '戊州', '己州', '庚州', '辛州', '壬州', '癸州']
  const districts = [...'东西南北中上下前后左'].flatMap((a) => [...'江河湖海山林城桥港原'].map((b) => a + b))
  const organs = [
    '财政局',
    '教育局',
    '审计局',
    '民政局',
    '司法局',
    '卫生健康委员会',
    '人力资源和社会保障局',
    '城市管理局',
    '统计局',
    '信访局',
  ]
  const many = cities.flatMap((city) => districts.flatMap((district) => organs.map((organ) => `${city}市${district}区${organ}`)))
  const big = indexDepartments([...many, ...NAMES].map((name, id) => ({ id, name, aliases: [] })))
  const timed = (run: () => unknown) => {
    const start = performance.now()
    run()
    return performance.now() - start
  }

  it('are searched and suggested in milliseconds', () => {
    expect(many).toHaveLength(10_000)
    // The first unknown name and the first pinyin build the index by sound; bounds are wide for busy machines.
    findDepartment(big, '静安区财政局')
    suggestDepartments(big, 'puto')
    expect(timed(() => findDepartment(big, '普陀财政局'))).toBeLessThan(100)
    expect(timed(() => findDepartment(big, '静安区财政局'))).toBeLessThan(500)
    expect(timed(() => suggestDepartments(big, 'puto'))).toBeLessThan(300)
    expect(timed(() => suggestDepartments(big, '卫健'))).toBeLessThan(300)
    expect(findDepartment(big, '甲州东江人社局')).toMatchObject({ kind: 'one' })
    expect(findDepartment(big, '东江财政局')).toMatchObject({ kind: 'several' })
  })
})
