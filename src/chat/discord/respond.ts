import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js'
import type { Log } from './log.ts'
import type { Outgoing } from './message.ts'

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

export interface Manner {
  /** Only the asker sees it. */
  readonly ephemeral: boolean
  /** The message the component stands in changes, instead of a new one. */
  readonly inPlace?: boolean
}

const isLate = (error: unknown): boolean => error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction

const flags = ({ ephemeral }: Manner) => (ephemeral ? { flags: MessageFlags.Ephemeral as const } : {})

/** Interactions whose message was only announced to change: it stays as it is when that fails. */
const updating = new WeakSet<Answerable>()

/** The first response is Discord's to time: whatever comes after `deferAfterMs` is announced and edited in. */
export async function respond(
  interaction: Answerable,
  manner: Manner,
  deferAfterMs: number,
  log: Log,
  work: () => Promise<Outgoing>,
): Promise<void> {
  const inPlace = manner.inPlace === true && interaction.isMessageComponent()
  let deferral: Promise<unknown> | null = null
  const timer = setTimeout(() => {
    if (inPlace) updating.add(interaction)
    deferral = inPlace && interaction.isMessageComponent() ? interaction.deferUpdate() : interaction.deferReply(flags(manner))
    // Awaited below; until then a failure is nobody's surprise.
    deferral.catch(() => undefined)
  }, deferAfterMs)
  const message = await work().finally(() => clearTimeout(timer))
  try {
    if (deferral !== null) {
      await deferral
      await interaction.editReply(message)
    } else if (inPlace && interaction.isMessageComponent()) await interaction.update(message)
    else await interaction.reply({ ...message, ...flags(manner) })
  } catch (error) {
    if (!isLate(error)) throw error
    await afterTheBell(interaction, manner, message, log)
  }
}

/** Discord no longer takes the response: what anybody may see still goes to the channel. */
async function afterTheBell(interaction: Answerable, manner: Manner, message: Outgoing, log: Log): Promise<void> {
  log.warn({ interaction: interaction.id, late: Date.now() - interaction.createdTimestamp }, 'response came too late')
  const channel = manner.ephemeral ? null : await interaction.client.channels.fetch(interaction.channelId ?? '').catch(() => null)
  if (channel?.isSendable() === true) await channel.send(message)
}

/** Tells a failure wherever it can still be told. */
export async function tell(interaction: Answerable, message: Outgoing): Promise<void> {
  if (updating.has(interaction)) await interaction.followUp({ ...message, flags: MessageFlags.Ephemeral })
  else if (interaction.deferred || interaction.replied) await interaction.editReply(message)
  else await interaction.reply({ ...message, flags: MessageFlags.Ephemeral })
}
