import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../commands/index.ts'
import { answer } from '../../src/app/answer.ts'
import { SLASH_COMMANDS } from '../../src/ask/slash.ts'
import { knownStore } from '../ask/known.ts'

let known: Awaited<ReturnType<typeof knownStore>>
beforeAll(async () => {
  known = await knownStore()
})
afterAll(() => known.close())
const services = () => ({ answer: (line: string) => answer(line, known.store, null, new Date('2026-11-20')) })
const command = (name: string) => {
  const found = COMMANDS.find((one) => one.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

describe('slash commands', () => {
  it('are those that the chat understands, each with a file', () => {
    expect(COMMANDS.map(({ name }) => name)).toEqual(SLASH_COMMANDS.map(({ name }) => name))
  })

  it('keep the limits of chat platforms', () => {
    for (const { name, description, options } of COMMANDS) {
      expect(name).toMatch(/^[-_\p{L}\p{N}]{1,32}$/u)
      expect(description.length).toBeLessThanOrEqual(100)
      for (const option of options) expect(option.description.length).toBeLessThanOrEqual(100)
      const firstOptional = options.findIndex((option) => !option.required)
      expect(options.slice(firstOptional < 0 ? options.length : firstOptional).every((option) => !option.required)).toBe(true)
    }
  })

  it('answer with the values a person filled in', async () => {
    const { answer: given } = await command('支出').run({ 部门: '硚口机关工委', 年度: '2020', 科目: '工资' }, services())
    expect(given.figures[0]?.figure.text).toBe('390.00')
    const { text } = await command('三公').run({ 部门: ' 洪山区委办 ' }, services())
    expect(text).toContain('17.50')
    expect((await command('帮助').run({}, services())).text).toContain('/check 文件或部门 年度')
  })
})

describe('/check', () => {
  it('checks a file where the caller allows it, and says so where not', async () => {
    const checkFile = (path: string) => Promise.reject(new Error(path))
    await expect(answer('/check 某报告.pdf', known.store, null, new Date(), { checkFile })).rejects.toThrow('某报告.pdf')
    expect((await answer('/check ./某报告.txt', known.store)).answer.status).toBe('refused')
  })

  it('tells what the stored check found', async () => {
    const { text } = await answer('/check 经开工委办 2020', known.store)
    expect(text).toMatch(/1处数字不一致/)
    expect(text).toMatch(/台账：/)
  })
})
