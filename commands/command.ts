import type { Answered } from '../src/app/answer.ts'

/** One value a person gives to a slash command. */
export interface CommandOption {
  readonly name: string
  readonly description: string
  readonly required: boolean
  /** What a chat can complete while the user types; free text otherwise. */
  readonly completes: 'department' | 'year' | 'item' | null
  /** A file may be handed over instead of words. */
  readonly file?: boolean
}

/** What the commands may ask of the program. */
export interface CommandServices {
  /** Answers one line as if it had been typed. */
  answer(line: string): Promise<Answered>
}

/** A slash command: its shape for chat platforms, and its run. Names hold no blanks, capitals or quotation marks. */
export interface Command {
  readonly name: string
  readonly description: string
  readonly options: readonly CommandOption[]
  run(values: Readonly<Record<string, string | undefined>>, services: CommandServices): Promise<Answered>
}

export const DEPARTMENT: CommandOption = { name: '部门', description: '部门的名字或简称', required: true, completes: 'department' }
export const YEAR: CommandOption = { name: '年度', description: '四位年度，例如2020；不填按最近一年', required: false, completes: 'year' }

export const ITEM: CommandOption = {
  name: '项目',
  description: '三公、接待、工资……，或科目的代码、名称',
  required: false,
  completes: 'item',
}

/** A command whose values are put in a line in the order of its options. */
export function lineCommand(name: string, description: string, options: readonly CommandOption[]): Command {
  return {
    name,
    description,
    options,
    run: (values, services) => {
      const words = options.map((option) => values[option.name]?.trim() ?? '').filter((word) => word !== '')
      return services.answer([`/${name}`, ...words].join(' '))
    },
  }
}
