import { JINGKAI, QIAOKOU } from '../known.ts'
import { none, of, type Question, q } from './question.ts'

/** What is no question about the accounts. */
export const OUTSIDE: readonly Question[] = [
  none('今天天气怎么样', 'refused'),
  none('谁是书记', 'refused'),
  none('硚口区委书记是谁', 'refused'),
  none('硚口区委书记的工资多少', 'refused'),
  none('讲个笑话', 'refused'),
  none('', 'refused'),
  none('   ', 'refused'),
  none('？', 'answered', '/三公'),
  none('你好', 'answered'),
  none("'; drop table facts; --", 'refused'),
  none('\u001b[31m红\u001b[0m', 'refused'),
  none('有哪些部门', 'answered', QIAOKOU),
  none('三'.repeat(10_000), 'refused', '太长'),
  none('帮我写一首诗', 'refused'),
  none('局长贪污了吗', 'refused'),
  none('你是谁', 'answered', '查账', '出处'),
  none('今年彩票开什么', 'refused'),
  none('画一只猫', 'refused'),
  none('导出', 'refused'),
  none('为什么', 'refused'),
  none('/导出', 'refused'),
  none('/问', 'refused'),
  none('/比较', 'refused'),
  none('/图', 'refused'),
  q('排名', '2000.00', { ...of(JINGKAI, 2020), says: ['按支出合计', '年度不同'] }),
]
