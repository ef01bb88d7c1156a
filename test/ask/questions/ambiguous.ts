import { HANYANG, HONGSHAN, QIAOKOU, QINGSHAN } from '../known.ts'
import { none, type Question } from './question.ts'

/** Questions to be asked back. */
export const AMBIGUOUS: readonly Question[] = [
  none('区委办2020年三公', 'ambiguous', HONGSHAN, QINGSHAN),
  none('机关工委2020年三公', 'ambiguous', QIAOKOU, HANYANG),
  none('三公 2020', 'ambiguous', QIAOKOU),
  none('武汉2020年三公', 'ambiguous'),
  none('/三公 区委办', 'ambiguous'),
  none('区委办和硚口机关工委的支出', 'ambiguous', HONGSHAN, QINGSHAN),
  none('机关工委近三年三公', 'ambiguous', QIAOKOU, HANYANG),
  none('/比较 区委办 硚口机关工委 2020', 'ambiguous', HONGSHAN),
  none('/图 区委办 2020 三公', 'ambiguous', HONGSHAN),
  none('/导出 机关工委 2020', 'ambiguous', QIAOKOU),
  none('主要职能是什么', 'ambiguous', QIAOKOU),
  none('近三年三公', 'ambiguous', QIAOKOU),
  none('区委办的重点工作', 'ambiguous', HONGSHAN),
  none('机关工委接待费为什么减少', 'ambiguous', QIAOKOU),
  none('2020年的工资', 'ambiguous', QIAOKOU),
  none('汉阳机关工委2023年行政运行', 'ambiguous', '2080101'),
  none('武汉近三年支出', 'ambiguous'),
]
