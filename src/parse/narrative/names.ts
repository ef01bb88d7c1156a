interface NameRule {
  readonly reason: string
  /** Ends straight before the number. */
  readonly before?: RegExp
  readonly number?: RegExp
  /** Begins straight after the number. */
  readonly after?: RegExp
}

/** Numbers that belong to a name, a place in a list, a document or a law. The first rule whose parts all fit wins. */
const RULES: readonly NameRule[] = [
  { reason: '文号', after: /^\]?\s*(?:\d+\s*)?号(?!线)/ },
  { reason: '文号', before: /[[(]\s*$/, number: /^(?:19|20)\d{2}$/, after: /^\s*[\])]\s*\d*\s*号?/ },
  { reason: '文号', before: /[\])]\s*第?\s*$/, after: /^\s*号/ },
  { reason: '序数', before: /第\s*$/ },
  {
    reason: '编号',
    before: /(?:附件|附表|图表?|表|公开|年度目标|目标|指标|产出|任务|案例|专栏|序号|核心业务)\s*$/,
    number: /^\d{1,2}$/,
    after: /^(?![\d.]*\s*(?:元|万元|个|家|人|项|%))/,
  },
  { reason: '编号', before: /(?:附件|附表|图表?|表)\s*\d{1,2}[-.]$/ },
  { reason: '列表号', before: /^\s*$|[。；;:>]\s*$/, number: /^\d{1,2}$/, after: /^[“"]?[、.](?!\d)/ },
  { reason: '列表号', before: /[(]\s*$/, number: /^\d{1,2}$/, after: /^\s*[)](?!万)/ },
  { reason: '科目编码', before: /[(]\s*$/, number: /^\d{3}(?:\d{2}){0,2}$/, after: /^\s*[)]/ },
  { reason: '科目编码', number: /^2\d{6}$/, after: /^\s?(?!余|多|万|亿|元|人|名|个|家|户|件|次|份|条|项)[\u4e00-\u9fff]{2}/ },
  { reason: '说法的解释', before: /个[一二三四五1]”[，,即是:][^。]*$/, number: /^1$/ },
  { reason: '几个方面', after: /^个(?:方面|环节|维度|阶段|层面|关键|步骤|角度|坚持|重点(?!项目)|领域)/ },
  { reason: '电话', before: /(?:电话|热线|传真|邮编|手机|联系方式)[^，。；]{0,8}$/ },
  { reason: '电话', number: /^\d{3,4}$/, after: /^-\d{7,8}/ },
  { reason: '电话', before: /\d{3,4}-$/, number: /^\d{7,8}$/ },
  { reason: '热线', number: /^\d{5}$/, after: /^(?:热线|平台|服务|政务)/ },
  {
    reason: '限额是名称的一部分',
    before: /(?:单价|单位价值|单台价值|单件|价值|单台|单笔|原值)(?:在|达到?|为)?\s*$/,
    after: /^\s*[亿万千]?元/,
  },
  {
    reason: '限额是名称的一部分',
    after:
      /^\s*[亿万千]?元\s*(?:\(\s*(?:不)?含\s*\))?\s*(?:及)?以[上下]\s*(?:\(\s*(?:不)?含\s*\))?\s*的?(?:通用|专用|大型|设备|仪器|项目|资产|工程)/,
  },
  { reason: '年龄、学制、年限', after: /^(?:\.\d+)?\s*(?:周?岁|周年|世纪|年代|年(?![初度末底])|年级|年制)/ },
  { reason: '时间', after: /^\s*(?:小时|点钟?|时)(?![\u4e00-\u9fff]*工资)/, number: /^24$|^12$|^48$|^72$/ },
  { reason: '号、届', after: /^\s*(?:号|届|版|型|线|路|弄|巷|栋|幢|单元|室|楼|院|栏|行(?![政业为动]))/ },
  { reason: '字母数字名称', before: /[A-Za-z@_/+]-?$/ },
  { reason: '字母数字名称', after: /^[A-Za-z@_+](?![²2])/ },
  { reason: '比分、比例', after: /^[·•:]\d/ },
  { reason: '比分、比例', before: /\d[·•:]$/ },
  { reason: '分数', after: /^\/\d/ },
  { reason: '分数', before: /\d\/$/ },
  { reason: '网址', before: /(?:www|http)[^，。；\s]{0,36}$/ },
  {
    reason: '年份',
    number: /^(?:19|20)\d{2}$/,
    after:
      /^(?!\s*(?:余|多)?(?:万|亿|千)?(?:元|人|名|个|家|件|次|份|条|项|户|台|辆|张|篇|册|本|平|场|所|亩|吨|盒|套|枚|例|床|株|棵|米|公|%|分|批|\.|,))/,
  },
  { reason: '公式', before: /[=+＋＝×]$/, number: /^\d{1,2}$/ },
  { reason: '公式', number: /^\d{1,2}$/, after: /^[=+＋＝×](?!\d*\.)/ },
]

/** Why a number is part of a name, a date or a list, or null when it may be a figure. */
export function nameReason(number: string, before: string, after: string): string | null {
  for (const rule of RULES) {
    if (rule.number && !rule.number.test(number)) continue
    if (rule.before && !rule.before.test(before)) continue
    if (rule.after && !rule.after.test(after)) continue
    return rule.reason
  }
  return null
}
