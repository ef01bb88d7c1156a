const NAME = '([^，。；：、\\d《》“”（）()]{4,40}?)'
const patterns = (...sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source))

/** Sentences that must name whose report it is; group 1 is the name. */
export const SAYINGS = patterns(
  '20\\d\\d年度?([^，。；：\\d]{4,40}?)机关运行经费',
  '20\\d\\d年度?([^，。；：\\d]{4,40}?)政府采购支出总额',
  '12月31日[，,]([^，。；：\\d]{4,40}?)(?:共有|没有|无)',
  '(?:^|[，,])([^，。；：\\d]{4,40}?)共有(?:公务)?(?:车辆|用车)',
  '^([^，。；：\\d]{4,40}?)有一般公共预算财政拨款预算安排',
  '^纳入([^，。；：]{4,40}?)(?:20\\d\\d年)?(?:度)?(?:部门|单位)(?:决算|预算)(?:编制|汇总|编报)',
  '从(?:预算|决算)?单位构成看[，,]([^，。；：\\d]{4,40}?)(?:部门)?决算(?:包括|由)',
  '^([^，。；：\\d]{4,40}?)20\\d\\d年度?(?:部门|单位)?(?:收入|支出|收、支|收支|财政拨款收|一般公共预算|总收入|总支出)',
  '^([^，。；：\\d]{4,40}?)(?:下设|内设机构|的主要职责)',
  `^${NAME}(?:部门)?(?:决算|预算)?(?:包括|只有|仅有|由)\\1(?:[（(]?本级|机关)`,
)

/** Sentences about a body that the report may only mention: they count where nothing else says whose it is. */
export const DESCRIPTIONS = patterns(
  `^(?:[（(][一二三四五六七八九十][）)]|[一二三四五六七八九十]、)?${NAME}(?:[（(][^）)]{0,40}[）)])?(?:，|,)?(?:是|为|系)[^，。；]{0,16}?(?:国家(?:审判|法律监督)机关|工作(?:机关|部门)|组成部门|直属机构|派出(?:机构|机关)|办事机构|事业单位|群团组织|行政单位|预算单位|权力机关|机关)`,
  `^${NAME}[（(](?:以下)?简称`,
  `《${NAME}(?:职能配置|主要职责|机构设置)`,
  `^根据《?${NAME}(?:主要职责|职能配置)`,
)

/** Labels of a form or page that name the body itself; sought in the line as it stands, since a blank ends the name. */
export const LABELS = patterns('(?:单位名称|部门名称|编制单位|填报单位|公开单位)\\s*[:：|]\\s*([^\\s|，。；：:]{3,40})')

/** Who put the page on the web: mostly the body itself, sometimes another one. */
export const PUBLISHERS = patterns(
  '(?:来源|发布机构|发文机关|发文机构|发布单位|公开主体|责任单位|作者)\\s*[\\]】]?\\s*[:：|]?\\s*([^\\s|，。；：:[\\]]{3,40})',
)
