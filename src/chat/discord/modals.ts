import { LabelBuilder, MessageFlags, ModalBuilder, type ModalSubmitInteraction, TextInputBuilder, TextInputStyle } from 'discord.js'
import type { Report } from '../../domain/report.ts'
import { personOf } from './asker.ts'
import { takenInWords } from './change-words.ts'
import { checked, GONE } from './check.ts'
import { NOT_ALLOWED } from './guard.ts'
import { sentence } from './message.ts'
import { respond } from './respond.ts'
import { type Action, idsFor, pressedIn } from './state.ts'
import type { Turn } from './turn.ts'

/** Forms that a person fills in before something changes. */

const LONGEST_VALUE = 200

function input(id: string, value: string, required: boolean): TextInputBuilder {
  const built = new TextInputBuilder().setCustomId(id).setStyle(TextInputStyle.Short).setMaxLength(LONGEST_VALUE).setRequired(required)
  return value === '' ? built : built.setValue(value.slice(0, LONGEST_VALUE))
}

const field = (label: string, built: TextInputBuilder): LabelBuilder => new LabelBuilder().setLabel(label).setTextInputComponent(built)

const modal = (action: Action, sha256: string, owner: string, title: string): ModalBuilder =>
  new ModalBuilder().setCustomId(idsFor([{ action }], { owner, said: [sha256] })?.[0] ?? '').setTitle(title)

/** What was read, to be put right before it becomes knowledge. */
export const takeInModal = ({ meta }: Report, owner: string): ModalBuilder =>
  modal('takeIn', meta.sha256, owner, '入库前请核对').addLabelComponents(
    field('部门全称', input('department', meta.department, true)),
    field('年度', input('year', String(meta.fiscalYear), true)),
    field('别名（逗号隔开，可不填）', input('aliases', '', false)),
  )

const MARKS = { markKnown: 'known', markMistaken: 'mistaken' } as const

export const markModal = (action: keyof typeof MARKS, sha256: string, owner: string): ModalBuilder =>
  modal(action, sha256, owner, action === 'markKnown' ? '标为已知' : '标为误报').addLabelComponents(
    field('问题的编号，例如 2 或 2、5', input('numbers', '', true)),
    field('为什么（一句话）', input('why', '', true)),
  )

/** A form that was sent: the right is asked again, since a press and a form are two things. */
export async function onModal(interaction: ModalSubmitInteraction, turn: Turn): Promise<void> {
  const { services, guard, asker } = turn
  const pressed = pressedIn(interaction.customId, [])
  const examined = pressed === null ? null : await checked(pressed.said[0] ?? '', pressed.action, services)
  const text = (id: string): string => interaction.fields.getTextInputValue(id)
  const refusal = !guard.mayChange(asker) ? NOT_ALLOWED : pressed === null || examined === null ? GONE : null
  if (refusal !== null || pressed === null || examined === null) {
    await interaction.reply({ ...sentence(refusal ?? GONE), flags: MessageFlags.Ephemeral })
    return
  }
  await respond(interaction, { ephemeral: true }, turn.settings.deferAfterMs, turn.log, async () => {
    if (pressed.action === 'takeIn') {
      const said = { department: text('department'), year: text('year'), aliases: text('aliases') }
      return sentence(takenInWords(await services.knowledge.takeIn(examined, said, personOf(interaction))))
    }
    const mark = pressed.action === 'markKnown' ? MARKS.markKnown : MARKS.markMistaken
    const count = await services.knowledge.mark(examined, text('numbers'), mark, text('why'), personOf(interaction))
    return sentence(`已把${count}处标为${mark === 'known' ? '已知' : '误报'}，以后核对这一版时会注明。`)
  })
}
