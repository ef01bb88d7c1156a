import type { Paragraph } from '../../domain/outline.ts'
import type { Books } from '../books/index.ts'
import { ACCOUNT_TOPICS } from '../books/topics.ts'
import type { Relation } from '../relation.ts'
import { type Pattern, scan } from './scan.ts'

const UP = '(?:增加|增长|上升|提高|大于|高于|超过)'
const DOWN = '(?:减少|下降|降低|小于|低于)'

const ALTERNATIVES: readonly Pattern[] = [
  {
    words: new RegExp(`(?:${UP}[（(/]${DOWN}[)）]?|${DOWN}[（(/]${UP}[)）]?)(?=\\s*[-−–0-9])`, 'g'),
    says: () => '“增加（减少）”一类的选项没有删去一个',
  },
  {
    words: /(?<![\u4e00-\u9fa5])(?:有\/无|是\/否|有（无）|无（有）)(?=[\u4e00-\u9fa5])/g,
    says: (match) => `“${match[0]}”的两个选项没有删去一个`,
  },
]

/** 减增加, 大/小于, 减少…与上年持平: two directions at once. */
const BOTH_DIRECTIONS: readonly Pattern[] = [
  {
    words:
      /(?:大[/／、]?小于|小[/／、]?大于|高[/／、]?低于|增[/／]?减[/／]?(?:加|少)|减[/／]?增(?:加|长)|增加[/／]减少|增长[/／]下降|上升[/／]下降)(?=[^\u4e00-\u9fa5]|预算|的|了|主要|原因|年初|上年)/g,
    says: (match) => `“${match[0]}”的两个选项没有删去一个`,
  },
  {
    words:
      /(?:增加|减少|增长|下降)(?:为|了)?\s*(?:0(?:\.0+)?\s*(?:万元|元))?，?\s*(?:与|同|和|比|较)?[^，。；\d]{0,4}(?:20\d\d\s*年(?:度)?)?(?:预算|决算)?数?(?:基本)?持平/g,
    says: (match) => `“${match[0]}”又说增减，又说持平`,
  },
]

const PLACEHOLDERS: readonly Pattern[] = [
  { words: /[XxＸ×]{2,}(?=[\u4e00-\u9fa5%，。、（(]|$)/g, says: (match) => `占位符“${match[0]}”没有填写` },
  {
    words: /^(?:\d+[.、．]|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)?\s*(?:…+|\.{3,}|—{3,})\s*[。；]?$/g,
    says: () => '省略号占位的条目没有填写',
  },
  { words: /[（(【](?:部门|单位|项目)名称[)）】]|某某(?:部门|单位|局|委)/g, says: (match) => `“${match[0]}”没有换成具体名称` },
  { words: /^(?:[一二三四五六七八九十]+、|\d+[.、．])?\s*(?:重点)?工作事项标题[。：:]?$/g, says: () => '标题仍是样张的占位文字' },
  { words: /下属\s*0\s*个|及\s*0\s*个下属/g, says: (match) => `“${match[0]}…”是样张的填空句，没有下属单位时应改写` },
  { words: /图\s*\d+\s*[:：]?[^。]{0,40}[（(]略[)）]/g, says: () => '图写作“略”，没有图' },
]

const ACCOUNT_AND_OTHER: readonly string[] = [...ACCOUNT_TOPICS, 'performance', 'operating', 'procurement', 'assets', 'other']

/** The words with which a form's author tells the one who fills it in what to write. */
const INSTRUCTIONS: readonly Pattern[] = [
  { words: /请(?:依据|根据|按照?|结合)[^。；]{0,30}(?:填写|填列|解释|说明|补充|修改|删减|调整)/g, says: () => '填写提示没有删去' },
  {
    words: /^(?:\d+[.、．]|[（(]?[一二三四五六七八九十\d]+[)）、])?\s*简要(?:概述|说明|描述|介绍)[^。：:]{2,60}(?:[。：:]|$)/g,
    says: () => '填写提示没有删去',
  },
  {
    words: /仍保留(?:该|此)表(?:格)?(?:格)?式|在(?:本|该)表下(?:方|面)?作[^。]{0,6}(?:下述|如下|以下)说明/g,
    says: () => '填写提示没有删去',
  },
  { words: /^[^：:，]{0,4}各?(?:部门|单位)其他专用名词(?:解释)?[。]?$/g, says: () => '“其他专用名词解释”是样张的提示，没有填写' },
  {
    words: /(?:此处|此项|本处)(?:应|需|请)?(?:填写|填列|说明)|（?(?:无此项|没有此项)[^。）]{0,10}(?:请)?(?:删除|删去)/g,
    says: () => '填写提示没有删去',
  },
  {
    words: /（包括[^（）]{4,80}(?:情况|说明|等)[^（）]{0,10}）[。：:]?$/g,
    says: () => '填写提示没有删去',
    only: (p) => p.number !== null && p.text.length < 160 && p.topic === 'attachment',
  },
  {
    words: /（[^（）]{4,60}，?以及[^（）]{4,60}等）/g,
    says: () => '填写提示没有删去',
    only: (p) => p.text.length < 120 && /(?:数量|金额|情况)[^（）]{0,12}等）/.test(p.text) && ACCOUNT_AND_OTHER.includes(p.topic),
  },
]

/** 区、县 when the department's own name says so: an explanation that speaks of 市级财政 was copied from the city's sample. */
const isDistrict = (name: string): boolean => /[区县旗](?!域)/.test(name.replace(/自治区|开发区管|新区管/g, ''))

const LEVEL: readonly Pattern[] = [
  {
    words: /[省市]级财政(?=[^。]{0,20}(?:拨付|安排|取得))|[省市]直部门|纳入[省市]级财政/g,
    says: () => '区县级部门的名词解释写作市级（省级）财政、市直部门，级次与本部门不符',
    only: (paragraph: Paragraph, books: Books) => paragraph.topic === 'glossary' && isDistrict(books.report.meta.department),
  },
]

const KIND: readonly Pattern[] = [
  {
    words:
      /(?<=^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+部分\S{0,30}?)?)(?:部门|单位)预算(?:单位构成|表$|情况说明|公开表)/g,
    says: (match) => `决算报告的标题写作“${match[0]}”，应为决算`,
    only: (paragraph, books) => books.report.meta.kind === 'finalAccount' && paragraph.kind === 'heading',
  },
]

const row = (id: string, title: string, compares: string, patterns: readonly Pattern[]): Relation => ({
  id,
  title,
  kind: 'template-leftover',
  compares,
  applies: '有原文',
  wording: '{left}',
  origin: '公开样式',
  outcomes: scan(patterns, title),
})

/** What a finished report no longer contains. */
export const template: readonly Relation[] = [
  row('text.alternatives', '样张的两个选项没有删去一个', '“增加（减少）”“增长（下降）”后面直接跟着数字的地方', ALTERNATIVES),
  row('text.both-directions', '增减的说法不两可', '“大小于”“减增加”“减少为0，与上年持平”等同时说了两个方向的地方', BOTH_DIRECTIONS),
  row('text.placeholder', '占位文字没有填写', 'XX、…、（部门名称）、“下属 0 个”、图“（略）”等占位写法', PLACEHOLDERS),
  row('text.instruction', '填写提示没有删去', '“请根据…填写”“简要概述…”“仍保留该表格式”等写给填报人的话', INSTRUCTIONS),
  row('text.level', '名词解释的财政级次与部门不符', '区县部门的名词解释中的“市级财政”“市直部门”', LEVEL),
  row('text.kind', '决算报告的标题写作预算', '标题中的“部门预算单位构成”等', KIND),
]
