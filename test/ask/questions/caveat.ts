import { HANYANG, HONGSHAN, JINGKAI, QINGSHAN } from '../known.ts'
import { none, of, type Question, q } from './question.ts'

/** Replies that must say something beside the figure. */
export const CAVEAT: readonly Question[] = [
  q('经开工委办2020年三公', '6.50', { ...of(JINGKAI, 2020), says: ['5.60万元', '相差 0.90万元'] }),
  q('/三公 经开工委办 2020', '6.50', { ...of(JINGKAI, 2020), says: ['5.60万元', '相差 0.90万元'] }),
  q('经开工委办2020年三公占比', '6.50', { ...of(JINGKAI, 2020), status: 'not-found', value: null }),
  q('经开工委办2020年三公完成率', '81.25', { ...of(JINGKAI, 2020), says: ['5.60万元'] }),
  q('经开工委办2020年三公预算', '8.00', of(JINGKAI, 2020)),
  q('经开工委办2020年三公比预算少多少', '-1.50', { ...of(JINGKAI, 2020), says: ['5.60万元'] }),
  q('2020年三公排名前二', '17.50', { ...of(QINGSHAN, 2020), says: ['※', '5.60万元', '名次按表中的数排'] }),
  q('硚口机关工委和经开工委办2020年三公', '0.40', { says: ['6.50万元', '5.60万元'] }),
  q('/图 经开工委办 2020 三公', '6.50', { ...of(JINGKAI, 2020), says: ['※6.50万元', '5.60万元'] }),
  q('经开工委办2020年三公导出成csv', '6.50', { ...of(JINGKAI, 2020), says: ['5.60万元'] }),
  q('青山区委办2020年支出', '1000.00', { ...of(QINGSHAN, 2020), says: ['缺少9张表格'] }),
  q('汗阳机关工委2023年三公', '2.00', { ...of(HANYANG, 2023), says: ['读音最近'] }),
  q('汉阳机关工委支出', '200.00', { ...of(HANYANG, 2024), says: ['没有说年度', '2023年度'] }),
  q('洪山区委办三公', '17.50', { ...of(HONGSHAN, 2021), says: ['没有说年度'] }),
  none('硚口机关工委2020年外星人的三公', 'ambiguous', '没看懂“外星人”'),
  none('硚口机关工委2020年接待费为什么减少', 'not-found', '没有原文段落'),
  none('硚口机关工委主要职能', 'not-found', '没有原文段落'),
]
