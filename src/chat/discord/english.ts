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
  部门: { name: 'departments', description: 'Departments and years that are known' },
  帮助: { name: 'help', description: 'What can be asked, and how' },
  入库: { name: 'take-in', description: 'Check a report and take it into the knowledge (needs the right)' },
  撤回: { name: 'withdraw', description: 'Take a report back; the edition before it counts again (needs the right)' },
}

const options: Readonly<Record<string, English>> = {
  部门: { name: 'department', description: 'Name or short name of a department' },
  年度: { name: 'year', description: 'Four digits; the latest when left out' },
  科目: { name: 'item', description: 'Code, name or everyday word of an item' },
  词: { name: 'word', description: 'A word in the names; all when left out' },
  文件: { name: 'file', description: 'The report: PDF, Word, Excel, web page or text' },
  公开: { name: 'public', description: 'Show the result to everybody here; only to you when left out' },
  别名: { name: 'aliases', description: 'Other names of the department, apart by commas' },
  缘由: { name: 'reason', description: 'Why it is taken back' },
}

export const ENGLISH = { commands, options, message: 'Check this report' } as const
