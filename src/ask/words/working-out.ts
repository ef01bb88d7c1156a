/** Words about how a figure is to be worked out, or from which report: they ask for nothing of their own. */

const REPORT =
  '(?:(?:下一年|第二年|后一年|次年|20\\d\\d年?度?|\\d\\d年)的?)?(?:这份|那份|这个|那个)?(?:部门)?(?:决算公开|决算报告|决算|公开报告|报告|公开|报表)(?:里|中|上)?(?:面)?(?:的|写的|印的|所列)?(?:数据|数字|数)?'
const SHIFT = '(?:的)?(?:增加|减少|增减|增长|下降|上升|变动|变化|升降|同比)(?:数额|数|额|率|幅度|金额|量)?|(?:的)?[增降涨减]幅'
const SOURCE = `(?:${REPORT}(?:${SHIFT})?|(?:(?:20)?\\d\\d年度?|下一年|第二年|后一年|次年)?(?:${SHIFT}))`
const FROM = '(?:按照?|从|用|根据|依据|依照|照着?|由|拿|凭|以|通过|靠)'
/** 倒推, 反算 say by themselves that a figure is worked out; 算 alone only behind 按…. */
const BACK = '(?:(?:倒|反|逆|回)(?:着|过来)?(?:推|算|推算)|推算|推导|推断)'
const END = '(?:出来|得出|回去|回来|过来|过去|出|得)?(?:的话|的|看看|看|一下|下)?'
/** 推算过程, 怎么推算的 ask for the steps. */
const NO_STEPS = '(?!的?(?:过程|方法|步骤|公式|依据))'
const NOT_HOW = '(?<!怎么|如何|怎样|咋|怎么个)'
const SAID = '(?:[，,]|来|去|可以|能|应该|大概|直接)*'

/** 2021年报告里应该提到过. */
const TOLD = `(?<=\\S[，,？?！!。；;])${REPORT}(?:应该|好像|似乎|可能|大概|或许|肯定|里面|是)*(?:有|也|都|会)?(?:提到|提|写|说|讲|列|印|披露|公布|出现)(?:到|了|过|有|的)+(?:吧|的)?(?=$|[，,？?！!。；;])`

const ROWS: readonly RegExp[] = [
  new RegExp(TOLD, 'g'),
  new RegExp(
    `[(（]?(?:能不能|能否|可以|能够?)?${NOT_HOW}${FROM}${SOURCE}${SAID}(?:${BACK}|推|算|计算|折算)${END}(?:不|吗|么)?${NO_STEPS}[)）]?[，,]?`,
    'g',
  ),
  new RegExp(`[(（]${SOURCE}${SAID}${BACK}${END}[)）]`, 'g'),
  new RegExp(`${SOURCE}${SAID}${NOT_HOW}${BACK}${END}${NO_STEPS}`, 'g'),
  new RegExp(
    `(?:能不能|可不可以|能否|可否|能够?|可以|帮我|请|麻烦|试着|给我|想|要|来)*${NOT_HOW}${BACK}${END}(?:不|吗|么|得了)?${NO_STEPS}`,
    'g',
  ),
]
const NAMED_YEAR = /(?:20\d\d|(?<!\d)\d\d)年/
/** The report's year is left out only where the question names another one. */
const without = (text: string, said: string): string => {
  const year = NAMED_YEAR.exec(said)?.[0]
  return year === undefined || NAMED_YEAR.test(text.replace(said, ' ')) ? ' ' : ` ${year} `
}

/** 按在职人数算 beside 人均 says how averages are made anyway; any other head count is a wish of its own. */
const BY_HEADS = /[，,(（]?按照?(?:实有|现有)?在职(?:人员|职工|干部)?(?:人数|人头|数)?(?:来|去)?(?:算|计算|平均|摊)?[)）]?/
/** 除以在职人数 is what 人均 means. */
const DIVIDED = /(?:除以|除|÷|\/)(?:实有|现有)?(?:在职)?(?:人员|职工|干部)?(?:总)?人数/
const AVERAGED = /人均|平均|每人|每个?人/

/** The question without these words. */
export const withoutWorkingOut = (text: string): string => {
  const plain = ROWS.reduce((so, pattern) => so.replace(pattern, (said) => without(so, said)), text)
  const divided = AVERAGED.test(plain) ? plain.replace(DIVIDED, ' ') : plain.replace(DIVIDED, ' 人均 ')
  return AVERAGED.test(divided.replace(BY_HEADS, ' ')) ? divided.replace(BY_HEADS, ' ') : divided
}

const MOVED = '(?:增加|减少|增长|下降|上升|上涨|降低|压减|多|少|涨|降|增|减)(?:了|出了?)?'
const AMOUNT = '(?:约|大约)?\\d[\\d,]*(?:\\.\\d+)?(?:个?百分点|(?:亿|万|千|百)?(?:元|块钱?)?|%)'
/** 报告里说增加了5.29万, 减少了27.23万对吧: what the asker already knows of a change. */
const RETOLD = new RegExp(
  `^[(（]?(?:(?:我)?(?:看)?[^，。\\d]{0,8}?(?:只|才|就|也|还|都)?(?:说|写|讲|提|标|印|注明|显示|记|披露|公布|看到)(?:到|了|的|是|着|明|的是)*)?(?:比上年|比去年|比前一年|同比|较上年|与上年相比)?${MOVED}${AMOUNT}(?:的)?(?:对吧|是吧|吧|对不对|是不是|没错吧|是这样吧|啊|呢)?[)）]?$`,
)
export const isRetold = (text: string): boolean => RETOLD.test(text.trim())
