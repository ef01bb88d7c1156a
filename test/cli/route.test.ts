import { describe, expect, it } from 'vitest'
import { route } from '../../src/cli/route.ts'
import { loadConfig } from '../../src/config.ts'

describe('what the command line means', () => {
  it('is the chat without words, a verb by its name, a question otherwise', () => {
    expect(route([]).kind).toBe('chat')
    expect(route(['read', 'x'])).toMatchObject({ kind: 'verb', words: ['x'] })
    expect(route(['--help'])).toMatchObject({ kind: 'verb', verb: { name: 'help' } })
    expect(route(['示范局', '2022', '三公'])).toEqual({ kind: 'question', text: '示范局 2022 三公' })
    expect(route(['/三公 示范局'])).toMatchObject({ kind: 'question' })
    expect(route(['qiaokou'])).toMatchObject({ kind: 'question' })
  })

  it.each([
    ['raed', 'read'],
    ['chek', 'check'],
    ['exportt', 'export'],
    ['ingset', 'ingest'],
    ['aliaz', 'alias'],
  ])('takes %s for a slip of the pen', (written, meant) => {
    expect(route([written, 'x'])).toMatchObject({ kind: 'unknown', message: expect.stringContaining(`是不是要写 ${meant}`) })
  })

  it('takes a Latin word for a verb where verbs are called, and for a name in pinyin elsewhere', () => {
    expect(route(['--verbs', 'foo'])).toMatchObject({ kind: 'unknown', message: expect.stringMatching(/没有命令“foo”.*withdraw.*ask/) })
    expect(route(['--verbs', 'read', 'x'])).toMatchObject({ kind: 'verb', words: ['x'] })
    expect(route(['--verbs', '示范局', '2022'])).toEqual({ kind: 'question', text: '示范局 2022' })
    expect(route(['--verbs']).kind).toBe('chat')
    expect(route(['foo']).kind).toBe('question')
  })

  it('names the verbs where an option comes first', () => {
    expect(route(['--json'])).toMatchObject({ kind: 'unknown', message: expect.stringContaining('read') })
  })
})

describe('the settings', () => {
  it('have defaults, and an empty variable is an absent one', () => {
    expect(loadConfig({}).dataDir).toMatch(/data$/)
    expect(loadConfig({ DATA_DIR: '' }).dataDir).toMatch(/data$/)
    expect(loadConfig({ DATA_DIR: '/elsewhere' }).dataDir).toBe('/elsewhere')
  })

  it('name the variable that cannot be used', () => {
    expect(() => loadConfig({ DATA_DIR: '   ' })).toThrow(/DATA_DIR/)
  })
})
