import type { ButtonInteraction, MessageComponentInteraction } from 'discord.js'
import { MessageFlags } from 'discord.js'
import type { Examined } from '../../app/uploads-examiner.ts'
import { plainLine } from '../../render/plain-text.ts'
import { checkExports, checked, checkMessage, GONE } from './check.ts'
import { NOT_ALLOWED } from './guard.ts'
import { fileFrom, linesMessage, type Outgoing, outgoing, sentence } from './message.ts'
import { markModal, takeInModal } from './modals.ts'
import { respond } from './respond.ts'
import { type Action, type Pressed, pressedIn } from './state.ts'
import { answerMessage, converse, priorYear } from './talk.ts'
import type { Turn } from './turn.ts'

/**
 * Looking closer is everybody's, and changing the knowledge belongs to those with the right, whoever asked;
 * what changes the message or asks in somebody's name is the asker's alone.
 */
const EVERYBODYS: ReadonlySet<Action> = new Set([
  'steps',
  'sources',
  'export',
  'picture',
  'takeIn',
  'markKnown',
  'markMistaken',
  'exportCheck',
])

/** Ids of all the components of a message, in order. */
export const idsOf = (message: { readonly components: readonly unknown[] }): string[] =>
  message.components.flatMap((row) =>
    typeof row === 'object' && row !== null && 'components' in row && Array.isArray(row.components)
      ? row.components.flatMap((one: { readonly customId?: string | null }) => one.customId ?? [])
      : [],
  )

type Press = (interaction: MessageComponentInteraction, pressed: Pressed, turn: Turn) => Promise<void>

/** A closer look that only the one who presses sees. */
const aside =
  (look: (pressed: Pressed, turn: Turn) => Promise<Outgoing>): Press =>
  (interaction, pressed, turn) =>
    respond(interaction, { ephemeral: true }, turn.settings.deferAfterMs, turn.log, () => look(pressed, turn))

const steps = aside(async ({ said }, { services }) => {
  const { reply } = await converse(said, services)
  return reply.steps.length === 0 ? sentence('这里的数字都是报告所印，没有经过计算。') : linesMessage('怎么算的', reply.steps)
})

const sources = aside(async ({ said }, { services }) => {
  const { reply } = await converse(said, services)
  return reply.sources.length === 0 ? sentence('这条回答没有引用报告的数字。') : linesMessage('原文', reply.sources)
})

const exported = aside(async ({ said }, { services }) => {
  const { report } = (await converse(said, services)).reply
  if (report === null) return sentence('这条回答没有可以导出的报告。')
  return sentence(`${report.department}${report.year}年度决算的数据：`, await services.exportFiles(report.department, report.year))
})

const picture = aside(async ({ said }, { services }) => {
  const { answered, reply } = await converse(said, services)
  const file = await services.picture(said.at(-1) ?? '', answered)
  return file === null ? sentence('这条回答的数字画不成图。') : sentence(reply.headline, [fileFrom(file)])
})

const prior: Press = (interaction, { owner, said }, turn) =>
  respond(interaction, { ephemeral: isEphemeral(interaction) }, turn.settings.deferAfterMs, turn.log, async () => {
    const { reply } = await converse(said, turn.services)
    if (reply.report === null) return sentence('这条回答没有年度可以往前。')
    return (await answerMessage({ owner, said: priorYear(said, reply.report.year) }, 0, turn.services)).message
  })

const isEphemeral = ({ message }: MessageComponentInteraction): boolean => message.flags.has(MessageFlags.Ephemeral)

const inPlace =
  (show: (interaction: MessageComponentInteraction, pressed: Pressed, turn: Turn) => Promise<Outgoing>): Press =>
  (interaction, pressed, turn) =>
    respond(interaction, { ephemeral: false, inPlace: true }, turn.settings.deferAfterMs, turn.log, () => show(interaction, pressed, turn))

const page = inPlace(async (_interaction, pressed, { services }) => (await answerMessage(pressed, pressed.number, services)).message)

const choose = inPlace(async (interaction, { owner, said }, turn) => {
  const [choice = ''] = interaction.isStringSelectMenu() ? interaction.values : []
  const { message, said: now } = await answerMessage({ owner, said: [...said, plainLine(choice)] }, 0, turn.services)
  turn.memory.remember(turn.asker, now)
  return message
})

type CheckPress = (interaction: ButtonInteraction, examined: Examined, turn: Turn) => Promise<void>

/** A button under a check: the result is still in memory, or of a stored edition; else that is said. */
const underCheck =
  (act: CheckPress): Press =>
  async (interaction, { action, said: [sha256 = ''] }, turn) => {
    const examined = await checked(sha256, action, turn.services)
    if (interaction.isButton() && examined !== null) await act(interaction, examined, turn)
    else await interaction.reply({ ...sentence(GONE), flags: MessageFlags.Ephemeral })
  }

const changing = (act: CheckPress): Press => {
  const press = underCheck(act)
  return async (interaction, pressed, turn) => {
    if (turn.guard.mayChange(turn.asker)) await press(interaction, pressed, turn)
    else await interaction.reply({ ...sentence(NOT_ALLOWED), flags: MessageFlags.Ephemeral })
  }
}

const takeIn = changing((interaction, { report }, { asker }) => interaction.showModal(takeInModal(report, asker.userId)))

const mark = (kind: 'markKnown' | 'markMistaken') =>
  changing((interaction, { report }, { asker }) => interaction.showModal(markModal(kind, report.meta.sha256, asker.userId)))

const publish = underCheck((interaction, examined, turn) =>
  respond(interaction, { ephemeral: false }, turn.settings.deferAfterMs, turn.log, async () => {
    const view = { owner: turn.asker.userId, confidential: false, mayChange: true, stored: false }
    return checkMessage(await turn.services.knowledge.marked(examined), view)
  }),
)

const exportCheck = underCheck((interaction, examined, { services, settings, log }) =>
  respond(interaction, { ephemeral: true }, settings.deferAfterMs, log, async () => {
    const marked = await services.knowledge.marked(examined)
    return sentence('核对的完整结果：', await checkExports(marked))
  }),
)

const PRESSES: Readonly<Record<Action, Press>> = {
  steps,
  sources,
  export: exported,
  picture,
  priorYear: prior,
  page,
  choose,
  takeIn,
  markKnown: mark('markKnown'),
  markMistaken: mark('markMistaken'),
  publish,
  exportCheck,
}

/** A button or a menu, of a message of now or of long ago. */
export async function onComponent(interaction: MessageComponentInteraction, turn: Turn): Promise<void> {
  const pressed = pressedIn(interaction.customId, idsOf(interaction.message))
  if (pressed === null || pressed.said.length === 0) {
    await interaction.reply({ ...outgoing('这个按钮已经失效，请重新提问。', ''), flags: MessageFlags.Ephemeral })
    return
  }
  if (pressed.owner !== turn.asker.userId && !EVERYBODYS.has(pressed.action)) {
    await interaction.reply({ ...sentence('这是别人的提问，请自己问一遍。'), flags: MessageFlags.Ephemeral })
    return
  }
  await PRESSES[pressed.action](interaction, pressed, turn)
}
