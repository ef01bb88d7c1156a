import type { AutocompleteInteraction } from 'discord.js'
import { LIMITS } from './limits.ts'
import type { BotServices } from './services.ts'

/** What the option being typed can be completed with. */
async function offers(interaction: AutocompleteInteraction, { commands, suggestions }: BotServices): Promise<readonly string[]> {
  const { name, value } = interaction.options.getFocused(true)
  const most = LIMITS.autocompleteChoices
  const option = commands.find((one) => one.name === interaction.commandName)?.options.find((one) => one.name === name)
  const completes = option?.completes ?? ({ 部门: 'department', 年度: 'year' } as const)[name]
  if (completes === 'department') return suggestions.departments(value, most)
  if (completes === 'item') return suggestions.items(value, most)
  if (completes !== 'year') return []
  const years = await suggestions.years(interaction.options.getString('部门') ?? '', most)
  return years.map(String).filter((year) => year.startsWith(value.trim()))
}

/** Answers while a person types. Names that a choice cannot hold are left to typing. */
export async function onAutocomplete(interaction: AutocompleteInteraction, services: BotServices): Promise<void> {
  const choices = await offers(interaction, services)
  await interaction.respond(
    choices.filter((one) => one !== '' && one.length <= LIMITS.choiceValue).map((one) => ({ name: one, value: one })),
  )
}
