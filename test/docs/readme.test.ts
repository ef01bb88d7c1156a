import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SLASH_COMMANDS } from '../../src/ask/slash.ts'
import { VERBS } from '../../src/cli/registry.ts'
import { VARIABLES } from '../../src/config.ts'

const file = (name: string): string => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8')
const readme = file('README.md')
const [chinese = '', english = ''] = readme.split('## English')
const scripts = Object.keys(JSON.parse(file('package.json')).scripts)

describe('the README', () => {
  it('documents every verb, in both languages, and no other', () => {
    const documented = [...chinese.matchAll(/npm run -s chazhang -- (\S+)/g)].map((match) => match[1])
    expect([...new Set(documented)].sort()).toEqual(VERBS.map((verb) => verb.name).sort())
    for (const { name } of VERBS) expect(english, name).toMatch(new RegExp(`\`[^\`]*\\b${name}\\b`))
  })

  it('documents every option of a verb', () => {
    for (const verb of VERBS)
      for (const option of [...verb.options, ...(verb.flags ?? [])]) expect(chinese, verb.name).toContain(`--${option}`)
  })

  it('documents every slash command, and no other', () => {
    const documented = [...chinese.matchAll(/^\| `\/(\S+?)[ `]/gm)].map((match) => match[1])
    expect(documented.sort()).toEqual(SLASH_COMMANDS.map((command) => command.name).sort())
  })

  it('documents every setting, as .env.example does', () => {
    // The bot's own settings are explained with the bot.
    const tabled = [...(chinese + file('docs/discord.md')).matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1])
    const example = [...file('.env.example').matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)].map((match) => match[1])
    expect(tabled.sort()).toEqual([...VARIABLES].sort())
    expect(example.sort()).toEqual([...VARIABLES].sort())
  })

  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((match) => match[1])
    for (const script of named) expect(scripts).toContain(script)
  })

  it('says what the store needs where it must be compiled, and every exit status', () => {
    for (const words of ['better-sqlite3', 'C++', 'Python 3']) {
      expect(chinese).toContain(words)
      expect(english).toContain(words)
    }
    for (const status of [0, 1, 2, 3]) expect(chinese).toMatch(new RegExp(`^\\| ${status} \\|`, 'm'))
  })
})
