import type { BaseInteraction, Message } from 'discord.js'
import type { Person } from '../../app/knowledge-changes.ts'
import type { Asker } from './guard.ts'

/** Who stands behind an interaction or a message, from what Discord signs. */

export function askerOf(interaction: BaseInteraction): Asker {
  const { member, channel } = interaction
  const roles = member === null ? [] : Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
  return {
    userId: interaction.user.id,
    guildId: interaction.guildId,
    channelId: interaction.channelId,
    parentId: channel?.isThread() === true ? channel.parentId : null,
    roles,
    permissions: interaction.memberPermissions?.bitfield ?? 0n,
  }
}

export const authorOf = (message: Message): Asker => ({
  userId: message.author.id,
  guildId: message.guildId,
  channelId: message.channelId,
  parentId: message.channel.isThread() ? message.channel.parentId : null,
  roles: [...(message.member?.roles.cache.keys() ?? [])],
  permissions: 0n,
})

export const personOf = ({ user }: BaseInteraction): Person => ({ id: user.id, name: user.displayName })
