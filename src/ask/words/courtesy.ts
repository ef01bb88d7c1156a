/** What people say to one another around a question, and what is said back. */

const REPLIES: readonly (readonly [RegExp, string])[] = [
  [/^(好的?)?(非常|太|十分)?(谢谢|多谢|感谢|谢了|辛苦)(你|您|了|啦|啊|大家|帮忙)*$/, '不客气。还想查什么，说部门、年度和项目就行。'],
  [
    /^(请问)?(你|您)(是|叫)(谁|什么|啥|什么名字|机器人吗|做什么的|干什么的)$|^自我介绍(一下)?$/,
    '我是查账，按收录的部门预算、决算公开报告回答，每个数都带出处；报告自相矛盾的，两个说法一起列出。',
  ],
  [
    /^(你|你们|这些|这里|这个)?的?(数据|数字|资料|信息)(都)?(是)?(从)?(哪里|哪儿|哪)(来|找|得|弄)(来)?(的)?$|^(数据|数字)(可靠|可信|准确?|权威)(吗|不)?$/,
    '数字都取自各部门公开的预算、决算报告，回答下面写着文件、表和行；说“原文”看刚才那个数的出处，说“有哪些部门”看收录了什么。',
  ],
  [/^(好|好的|好吧|行|知道了|明白了?|了解了|懂了|收到|ok|没事了?|再见|拜拜|不用了)$/, '好的，随时再问。'],
  [/^(返回|后退|上一步|退回|取消)$/, '这里没有上一步，直接问下一个就行；说“有哪些部门”可以看收录了谁。'],
  [
    /^(哪个|到底哪个|谁|哪一个|哪边)(是)?(对|正确|准|真)(的)?$/,
    '报告前后不一致时，这里不判断谁对：两个说法都印在报告里，位置写在回答下面，要以发布部门的更正为准。',
  ],
]

/** The friendly line for words that ask nothing of the accounts; null for all others. */
export function courtesyFor(text: string): string | null {
  const plain = text.replace(/[\s，,。.！!？?~～呀啊呢哦哈]/g, '')
  return REPLIES.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** 换一个部门: whose reports there are. */
export const OTHER_DEPARTMENT = /^(我?(想|要))?(换|改|看|查)(一)?(个|下)?(别的|其他)?(部门|单位)$/
