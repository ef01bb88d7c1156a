import { PermissionFlagsBits } from 'discord.js'
import { RateLimit } from './rate-limit.ts'
import type { BotSettings } from './services.ts'

/** Who asks, from where, as Discord itself says it: never from what a client could have written. */
export interface Asker {
  readonly userId: string
  readonly guildId: string | null
  readonly channelId: string | null
  /** The channel a thread belongs to. */
  readonly parentId: string | null
  readonly roles: readonly string[]
  readonly permissions: bigint
}

/** What is allowed to whom, and how often. */
export class Guard {
  readonly #users: RateLimit
  readonly #servers: RateLimit

  constructor(private readonly settings: BotSettings) {
    this.#users = new RateLimit(settings.userPerMinute)
    this.#servers = new RateLimit(settings.serverPerMinute)
  }

  /** Why this person may not ask here, now; null when he may. */
  refusal(asker: Asker): string | null {
    return this.#notHere(asker) ?? this.#tooOften(asker)
  }

  #notHere({ guildId, channelId, parentId, roles }: Asker): string | null {
    const { settings } = this
    const restricted = settings.channels.length > 0 || settings.roles.length > 0
    if (guildId === null) return restricted ? '这里没有开放，请到服务器里开放的频道提问。' : null
    const open = settings.channels.length === 0 || [channelId, parentId].some((id) => id !== null && settings.channels.includes(id))
    if (!open) return `这个频道没有开放，请到${settings.channels.map((id) => `<#${id}>`).join('、')}提问。`
    const invited = settings.roles.length === 0 || roles.some((role) => settings.roles.includes(role))
    return invited ? null : '您的身份组还不能使用查账，请联系服务器管理员。'
  }

  #tooOften({ userId, guildId }: Asker): string | null {
    const wait = this.#users.take(userId)
    if (wait > 0) return `问得太快了，请${wait}秒后再试。`
    const busy = guildId === null ? 0 : this.#servers.take(guildId)
    return busy > 0 ? `这个服务器现在问得太多，请${busy}秒后再试。` : null
  }

  /** May this person change what the bot knows? */
  mayChange({ guildId, roles, permissions }: Asker): boolean {
    if (guildId === null) return false
    const { editorRoles } = this.settings
    if (editorRoles.length > 0) return roles.some((role) => editorRoles.includes(role))
    return (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n
  }
}

export const NOT_ALLOWED = '这需要维护知识库的权限，请联系服务器管理员。'
