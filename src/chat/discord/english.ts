/** English names and descriptions where a person's Discord is in English. */
export interface English {
  readonly name: string
  readonly description: string
}

const commands: Readonly<Record<string, English>> = {
  三公: { name: 'three-public', description: 'Overseas trips, official vehicles and receptions: budget and final' },
  支出: { name: 'expenditure', description: 'Total expenditure and its parts, or one item' },
  收入: { name: 'revenue', description: 'Total revenue and its sources' },
  check: { name: 'check', description: 'Check a report: where it contradicts itself, and how much was checked' },
  比较: { name: 'compare', description: 'Several departments side by side, and by how much they differ' },
  趋势: { name: 'trend', description: 'One department over the years' },
  排名: { name: 'ranking', description: 'All departments in order; those that lack the figure are named' },
  图: { name: 'chart', description: 'As a picture: parts, budget and final, years, ranking' },
  导出: { name: 'export', description: 'A whole report, or the last answer, as a file' },
  问: { name: 'ask', description: 'Ask in plain words' },
  部门: { name: 'departments', description: 'Departments and years that are known' },
  帮助: { name: 'help', description: 'What can be asked, and how' },
  入库: { name: 'take-in', description: 'Check a report and take it into the knowledge (needs the right)' },
  撤回: { name: 'withdraw', description: 'Take a report back; the edition before it counts again (needs the right)' },
}

const options: Readonly<Record<string, English>> = {
  部门: { name: 'department', description: 'Name or short name of a department' },
  年度: { name: 'year', description: 'Four digits; the latest when left out' },
  科目: { name: 'item', description: 'Code, name or everyday word of an item' },
  项目: { name: 'item', description: 'An everyday word, or the code or name of an item' },
  另一部门: { name: 'other', description: 'The department to compare with' },
  第三部门: { name: 'third', description: 'One department more' },
  次序: { name: 'order', description: 'Highest or lowest; from the highest when left out' },
  几年: { name: 'years', description: 'How many years back; all when left out' },
  格式: { name: 'format', description: 'csv, xlsx, json or markdown; csv when left out' },
  问题: { name: 'question', description: 'One sentence' },
  词: { name: 'word', description: 'A word in the names; all when left out' },
  文件: { name: 'file', description: 'The report: PDF, Word, Excel, web page or text' },
  公开: { name: 'public', description: 'Show the result to everybody here; only to you when left out' },
  别名: { name: 'aliases', description: 'Other names of the department, apart by commas' },
  缘由: { name: 'reason', description: 'Why it is taken back' },
}

export const ENGLISH = { commands, options, message: 'Check this report' } as const
