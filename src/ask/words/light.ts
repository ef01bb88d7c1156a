/**
 * Words that carry no meaning of their own in a question about accounts, by kind. They are made of parts, so that every
 * verb of spending comes with every complement and every counter with every number word. Whatever could change the
 * figure (没, 不, 比, 占, 同, a qualifier, a noun of its own) is none of them.
 */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')
const oneOf = (list: readonly string[]): string => `(?:${[...list].sort((a, b) => b.length - a.length).join('|')})`

/** What is done with money, people and things. */
const VERBS = words('去 花 用 付 支 列 交 缴 批 拨 给 发 领 拿 搞 弄 办 做 买 请 出 掏 耗 砸 投 撒 使 摊 配 雇 聘 整 造 养')
const VERBS_OF_TWO = words(
  '花费 花销 使用 动用 支付 支出 列支 开支 支用 开销 拨付 拨给 拨出 划拨 拨下 发放 发给 缴纳 缴存 交纳 付给 交给 给到 用来 用作 批复 批准 核准 核定 下达 ' +
    '安排 投入 耗费 消耗 发生 产生 涉及 列出 列示 列报 公布 公开 披露 写明 写着 写的 印着 印的 载明 显示 记载 填报 填列 执行了 执行到 上报 报告 报销 提到 提供 请来 雇用 聘用 购买 办理 负担 承担 分摊 摊到 摊下来 平摊',
)
const COMPLEMENTS = words(
  '了 过 掉 着 出 去 到 下 得 在 来 完了 出了 出去 出来 出去了 进去 进去了 下来 下去 下去了 下来了 到了 掉了 下了 过了 一下 了出去 了进去 起来 上 上了 给 给了 于 的',
)
const VERB = `(?:${oneOf(VERBS_OF_TWO)}${oneOf(COMPLEMENTS)}?|${oneOf(VERBS)}(?:${oneOf(COMPLEMENTS)}|(?=多少|好多|几)))`

/** 多少, 几, 好多 … and what is counted or measured. */
const NUMBER = oneOf(words('多少 几多 好多 好几 多大 几大 若干 几何 咋个多 啷个多 多多少 好大 多少个 几个'))
const COUNTER = oneOf(
  words(
    '钱 元钱 块钱 万块 万块钱 万元钱 万元 千元 元 块 个钱 个人 个 名 位 人 辆 台 部 次 回 趟 批 批次 人次 项 笔 样 种 类 家 份 件 套 宗 场 期 天 万 亿 千 百 分 成 位数 数 金额 数额 银子 经费 费用 资金 比例',
  ),
)
const QUANTITY = `(?:${NUMBER}${COUNTER}?|几${COUNTER})(?:的?钱)?`

/** 那笔, 这一块, 那一类, 三样, 哪几样, 那边, 里头. */
const POINTER = oneOf(words('这 那 某 每 各 这个 那个 该 本 此 上面那 上述 以上 前面那'))
const NUMERAL = oneOf(words('一 二 两 三 四 五 六 七 八 九 十 几 些'))
const THING = oneOf(words('笔 块 块儿 类 项 样 种 方面 部分 边 里 儿 头 些 会儿 个 摊 摊子 片 块地方 款 宗 者 年 次'))
const OBJECT = oneOf(words('钱 款 数 数字 数据 金额 费用 经费 支出 开支 开销 花销 东西 事 事情 的'))
const POINTED = `(?:(?:${POINTER}${NUMERAL}?${THING}|(?!些)${NUMERAL}(?:大)?(?:笔|块|类|项|样|种|个(?:部分|方面|大类|科目|项目|指标|数字?))|${POINTER}(?=$|[^\\p{Script=Han}]))(?:${OBJECT})?)`
const PLACED = oneOf(
  words(
    '里面 里头 里边 当中 之中 其中 中间 中 里 内 之内 上面 上头 方面 这方面 那方面 身上 头上 那里 这里 那头 这头 那儿 这儿 名下 手里 手上 一方 以来',
  ),
)

/** I should like to know whether you could tell me. */
const PERSON = oneOf(words('我 我们 咱 咱们 俺 本人 你 您 你们 您们 大家 各位 谁 小编 老师 同志 亲 师傅 大哥 朋友 小助手 机器人 查账 客服'))
const MODAL = oneOf(
  words(
    '想 要 想要 希望 打算 需要 准备 来 就想 就是想 只想 只是想 只 就 是 先 再 还想 也想 能 能不能 能否 可以 可不可以 可否 请 请你 请您 麻烦 麻烦你 麻烦您 烦请 劳烦 劳驾 帮 帮我 帮忙 帮个忙 给我 给 替我 顺便 顺带 方便 方便的话 赶紧 赶快 急 急着',
  ),
)
const ASK = oneOf(
  words(
    '问 请教 查 看 了解 知道 晓得 咨询 打听 确认 核实 搞清楚 弄清楚 搞明白 弄明白 弄懂 告诉 告知 说 讲 报 列 找 统计 汇报 介绍 翻 翻翻 查查 看看 问问 说说 讲讲 找找 算算 查询 查找 求证 求问 求教 回答 解答 给出 给 提供 核对一下',
  ),
)
const ASKED = oneOf(
  words('一下子 一下下 一下 下子 下 一声 一句 句 个事 个问题 个数 一问 一查 一看 一说 出来 到 清楚 明白 我 我们 给我 的是'),
)
const LEAD = `${PERSON}?${MODAL}{0,3}${ASK}${ASKED}{0,2}`

/** 给职工: for whom it is spent; 财政 gives, the department takes. */
const FOR_WHOM = `(?:给|为|替|帮|跟)(?:自己的|本单位的?|全体)?${oneOf(words('职工 员工 干部 工作人员 大家 单位 部门 人家 他们 她们 它们 咱 咱们 我们 自己人 公家 国家'))}们?`

/** 花在乡村振兴上的钱. */
const ON = `(?<!\\p{Script=Han})上(?=的|花|用|投|支|总|一共|共|$|\\P{Script=Han})`

const PATTERNS = [VERB, QUANTITY, POINTED, PLACED, LEAD, FOR_WHOM, ON].map((source) => new RegExp(source, 'uy'))

const BARE_VERBS = VERBS.filter((verb) => verb.length === 1)
/** Light alone, but before another character perhaps the beginning of its word: 批发, 办案, 交警, 现金. */
const OPENING = new Set([...BARE_VERBS.filter((verb) => verb !== '给' && verb !== '请'), ...'现真全竟刚约账地得何咋该内'])
export const mayOpen = (word: string): boolean => OPENING.has(word)

/** All other words, by kind. Single characters only where they could not be the rest of a torn word. */
const PLAIN = [
  // What is wanted, in words of accounts.
  '执行数 执行金额 项目执行 预算和决算 预算与决算 预算及决算 预算决算 决算和预算 决算与预算 预决算 决算数 决算 预算数 预算 报告 公开 数额是 数 度',
  '支出 收入 开支 费用 经费 金额 数额 数字 数据 资料 信息 情况 明细 细目 构成 组成 来源 分别 各是 各有 各为 各自 各 方面 项目 科目 部分 规模 成本 花销 开销 支付 投入 用度 财务 账目 账 钱 水平 结果 答案',
  '一共 总共 拢共 共计 合计 总计 全年 一年 整年 一整年 一年到头 年度 当年 本年度 本年 该年度 该年 那年 这年 全部 全 总的 总数 总额 整个 整体 累计 统共 满打满算 全部加起来',
  '万元 亿元 元 块 万 亿 千元 人民币 换算成 换成 折合 折成 折算成 表示 按 以 单位是 单位 左右 上下 以上的',
  // How it is asked.
  '多少钱 几多钱 多少 几多 几万 几元 几块 几个 几名 几位 几人 几倍 多少倍 啥 什么 是什么 什么样 啥样 怎么样 怎样 咋样 如何 咋 怎么 何 何时 是不是 有没有 是否 有无 可有 有哪些 哪些 哪 多不多 高不高 大不大 贵不贵 多大 多高 啥情况 什么情况 怎么个情况',
  '是多少 有多少 为多少 是 有 为 在 的 地 得 之 了 过 呢 吗 吧 啊 呀 嘛 么 哦 哈 喂 呗 嗯 哎 唉 诶 哟 哇 了没 了没有 有没 咯 啦 喽 哩 噻 撒 嘞 来着 的话 而已 罢了 啊呀',
  '请问一下 请问 请教一下 请教 请 麻烦您 麻烦你 麻烦 劳驾 辛苦 帮我 帮忙 帮 老师 同志 亲 小助手 查账 谢谢您 谢谢你 谢谢 多谢 感谢 谢了 拜托 求助 不好意思 打扰了 打扰一下 打扰 你好 您好 哈喽 嗨 在吗 早上好 下午好 晚上好 大家好 好的',
  '查一下 查下 查询 查查 查 查看 看一下 看下 看看 看 告诉我 说一下 说下 说说 说 讲一下 讲讲 讲 问一下 问下 问问 问 报一下 报下 我想知道 想知道 知道 晓得 我想 我要 想 要 了解一下 了解下 了解 一下 一下子 想了解',
  '画一张 画一个 画个 画 给我 列出 列一下 列 显示 能不能 可以 能否 能 给 需要 希望 应该 应当 该 得 请给出 给出 提供 介绍 算算 算一算 算一下 算下 算出来 算起来 算下来 合起来看 总的来看 总的来说 总体上 大体上 总体 具体来说 准确地说',
  '不对 错了 不客气 我是说 我说的是 我问的是 我要的是 不急 说实话 老实说 坦率讲 话说 那啥 那个啥 这个嘛 就是说 也就是说 换句话说 我的意思是 意思是 就是',
  // Adverbs.
  '到底 究竟 大概 大约 约 差不多 实际上 实际 实有 其实 真正 真实 真的 真 具体 详细 准确 确切 目前 现在 现 当前 眼下 如今 已经 已 共 才 就 都 也 还 又 再 还有 竟然 居然 竟 光是 光 只是 只 仅仅 仅 单单 单是 刚刚 刚 正好 恰好 恐怕 可能 最后 最终 后来 终于 结果 当时 那时 那时候 当年 平时 平常 通常 一般来说 每每 大致 大体 整整 足足 起码 反正 毕竟 难道 莫非 随便 主要 主要是 分别 依次 逐一 逐项 一并 一起 一块 同时 顺便 顺带 另外 此外 然后 接着 之后 以及 并且 而且 同样是 同样 都是 都有 全是 全都 一样是 那么 那 这 它们 它 他们 他 她们 你们 我们 咱们 咱 我 你 您 人家 自己 自个 自家 公家 对了 对',
  '比较 对比 相比 放在一起 进行 一比 和 与 及 跟 同 比 把 被 将 从 由 到 至 里面 里 当中 其中 中 上面 下面 来 每个 个 截至 截止 截止到 截至到 关于 有关 对于 至于 说到 针对 涉及 属于 用于 安排了 安排',
  // Documents.
  '报告里 报告中 报表 账本 账本子 账簿 材料 文件 附件 表格 表里 表中 表上 报告上 决算里 决算中 预算里 预算中 公开里 公开的 公布的 公示的 公开信息 公开表 官网 网上 原文 本报告 这份报告 那份报告 的那个报告 那个报告 这个报告 说明里 说明中',
  // Bodies.
  '该部门 这个部门 该单位 本部门 本单位 贵单位 贵部门 我单位 我部门 我们单位 我们部门 我们这 你们单位 你们部门 他们单位 他们那 部门 单位 机关里 单位里 部门里 所有部门 全部部门 各部门 所有单位 各单位 这些部门 所有 这些 三家 两家 四家 五家 几家 这几家 三个部门 五个部门 两个部门 四个部门 几个部门',
  '公事 公务上 复核一下 复核 复查一下 复查 核一核 核一下 核对一下 收录的 收录 已收录 入库的 库里的 库里 你这儿 你这里 你们这儿 你们这里',
  '发了 发放 发多少 交了 缴纳 交多少 买了 买多少 排列 这几项 三项 两项 几项 四项 五项 上班 干活 做事 办事',
].flatMap(words)

export const FILLERS: readonly string[] = [...new Set(PLAIN)]

const BY_FIRST = new Map<string, string[]>()
for (const filler of FILLERS) BY_FIRST.set(filler.charAt(0), [...(BY_FIRST.get(filler.charAt(0)) ?? []), filler])

/** Lengths of all light words that begin at a place of a text; `bare` counts a verb that stands alone. */
export function lightAt(text: string, at: number, bare: boolean): number[] {
  const plain = (BY_FIRST.get(text.charAt(at)) ?? []).filter((word) => text.startsWith(word, at)).map(({ length }) => length)
  const made = PATTERNS.map((pattern) => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0].length ?? 0
  })
  const alone = bare && BARE_VERBS.includes(text.charAt(at)) ? [1] : []
  return [...new Set([...plain, ...made, ...alone])].filter((length) => length > 0)
}
