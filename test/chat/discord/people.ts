import { APPLICATION, CHANNEL, type FakeDiscord, GUILD, type Json, type Kept, snowflake } from './server.ts'

/** People who use the bot: what their Discord would send, and what they then see. */

export interface Person {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  /** 32 is Manage Server. */
  readonly permissions: string
}

export const READER: Person = { id: '500000000000000001', name: '读者', roles: [], permissions: '0' }
export const EDITOR: Person = { id: '500000000000000002', name: '审核员', roles: ['700000000000000001'], permissions: '32' }

export interface Upload {
  readonly name: string
  readonly url: string
  readonly size: number
  /** The name that Discord keeps where it strips Chinese letters. */
  readonly title?: string
}

const userOf = ({ id, name }: Person): Json => ({ id, username: name, global_name: name, discriminator: '0', avatar: null })

const memberOf = (person: Person): Json => ({
  user: userOf(person),
  roles: person.roles,
  permissions: person.permissions,
  joined_at: '2026-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
})

const attachment = ({ name, url, size, title }: Upload): Json => ({
  id: snowflake(),
  filename: name,
  url,
  proxy_url: url,
  size,
  ...(title === undefined ? {} : { title }),
})

/** What a person sees of one thing he did. */
export class Seen {
  constructor(
    private readonly discord: FakeDiscord,
    readonly token: string,
    private readonly as: Asking,
    /** The message that a component changes in place. */
    private readonly changed: Kept | null = null,
  ) {}

  /** The callback, as it came. */
  async callback(): Promise<Json> {
    return (await this.discord.until(() => this.discord.callbacks.get(this.token), 'a callback')).body
  }

  /** The message once it says something. */
  async message(): Promise<Kept> {
    return this.discord.until(() => {
      const body = this.discord.callbacks.get(this.token)?.body
      if (body?.type === 7 && this.changed !== null) Object.assign(this.changed, { body: { ...this.changed.body, ...(body.data as Json) } })
      const kept = body?.type === 7 ? this.changed : this.discord.messages.get(this.token)
      return kept !== null && kept?.body.content !== undefined ? kept : null
    }, 'a message')
  }

  /** The message once it is no longer about progress. */
  async result(): Promise<Kept> {
    return this.discord.until(() => {
      const kept = this.discord.messages.get(this.token)
      return kept?.body.content !== undefined && !/正在读|前面还有/.test(String(kept.body.content)) ? kept : null
    }, 'a result')
  }

  /** Everything a person reads in it. */
  async text(): Promise<string> {
    return textOf(await this.message())
  }

  /** Presses the button with this label. */
  async press(label: string, by: Partial<Asking> = {}): Promise<Seen> {
    const kept = await this.message()
    return press(this.discord, kept, label, { ...this.as, ...by })
  }

  async choose(value: string, by: Partial<Asking> = {}): Promise<Seen> {
    const kept = await this.message()
    const menu = componentsOf(kept).find((one) => one.type === 3)
    return act(this.discord, kept, { custom_id: menu?.custom_id, component_type: 3, values: [value] }, { ...this.as, ...by })
  }

  /** Fills in the form that came up. */
  async fill(values: Readonly<Record<string, string>>, by: Partial<Asking> = {}): Promise<Seen> {
    const form = (await this.callback()).data as Json
    const components = (form.components as Json[]).map((label, i) => {
      const input = label.component as Json
      return {
        type: 18,
        id: i + 1,
        component: { type: 4, id: i + 10, custom_id: input.custom_id, value: values[String(input.custom_id)] ?? input.value ?? '' },
      }
    })
    return interact(this.discord, 5, { custom_id: form.custom_id, components }, { ...this.as, ...by })
  }
}

export const componentsOf = (kept: Kept): Json[] =>
  ((kept.body.components ?? []) as Json[]).flatMap((row) => (row.components ?? []) as Json[])
export const labelsOf = (kept: Kept): string[] => componentsOf(kept).map((one) => String(one.label ?? '菜单'))

export const textOf = ({ body }: Kept): string =>
  [
    body.content,
    ...((body.embeds ?? []) as Json[]).flatMap((embed) => [embed.title, embed.description, (embed.footer as Json | undefined)?.text]),
  ]
    .filter((part) => part !== undefined && part !== null)
    .join('\n')

export interface Asking {
  readonly by: Person
  /** In a server's channel, or in private. */
  readonly where: 'guild' | 'dm'
  readonly guild: string
  readonly channel: string
}

const DEFAULT: Asking = { by: READER, where: 'guild', guild: GUILD, channel: CHANNEL }

function interact(
  discord: FakeDiscord,
  type: number,
  data: Json,
  asking: Partial<Asking>,
  more: Json = {},
  changed: Kept | null = null,
): Seen {
  const as = { ...DEFAULT, ...asking }
  const token = `token-${snowflake()}`
  const who = as.where === 'guild' ? { guild_id: as.guild, member: memberOf(as.by) } : { user: userOf(as.by) }
  discord.dispatch('INTERACTION_CREATE', {
    id: snowflake(),
    application_id: APPLICATION,
    type,
    token,
    version: 1,
    data,
    channel_id: as.channel,
    channel: { id: as.channel, type: as.where === 'guild' ? 0 : 1 },
    locale: 'zh-CN',
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10 * 1024 * 1024,
    ...who,
    ...more,
  })
  return new Seen(discord, token, as, changed)
}

const KINDS = { string: 3, boolean: 5, number: 11 } as const

function commandData(name: string, values: Readonly<Record<string, string | boolean | Upload>>, focused?: string): Json {
  const attachments: Record<string, Json> = {}
  const options = Object.entries(values).map(([option, value]) => {
    if (typeof value !== 'object')
      return { name: option, type: KINDS[typeof value as 'string'], value, ...(option === focused ? { focused: true } : {}) }
    const sent = attachment(value)
    attachments[String(sent.id)] = sent
    return { name: option, type: KINDS.number, value: sent.id }
  })
  return { id: snowflake(), name, type: 1, options, resolved: { attachments } }
}

/** Types a slash command. */
export const command = (
  discord: FakeDiscord,
  name: string,
  values: Readonly<Record<string, string | boolean | Upload>> = {},
  asking: Partial<Asking> = {},
): Seen => interact(discord, 2, commandData(name, values), asking)

/** Types into an option and sees what is offered. */
export async function typing(
  discord: FakeDiscord,
  name: string,
  values: Readonly<Record<string, string>>,
  option: string,
): Promise<string[]> {
  const seen = interact(discord, 4, commandData(name, values, option), {})
  const { data } = (await seen.callback()) as { data: { choices: { value: string }[] } }
  return data.choices.map(({ value }) => value)
}

/** Apps → a command, on a message with these files. */
export function messageCommand(discord: FakeDiscord, name: string, files: readonly Upload[], asking: Partial<Asking> = {}): Seen {
  const message = {
    ...discord.shape(discord.keep(CHANNEL, { content: '' }, [])),
    author: userOf(EDITOR),
    attachments: files.map(attachment),
  }
  const id = String((message as Json).id)
  return interact(discord, 2, { id: snowflake(), name, type: 3, target_id: id, resolved: { messages: { [id]: message } } }, asking)
}

export function press(discord: FakeDiscord, kept: Kept, label: string, asking: Partial<Asking> = {}): Seen {
  const button = componentsOf(kept).find((one) => String(one.label ?? '').startsWith(label))
  if (button === undefined) throw new Error(`no button ${label} among ${labelsOf(kept).join('、')}`)
  return act(discord, kept, { custom_id: button.custom_id, component_type: 2 }, asking)
}

export const act = (discord: FakeDiscord, kept: Kept, data: Json, asking: Partial<Asking>): Seen =>
  interact(discord, 3, data, asking, { message: discord.shape(kept) }, kept)

export interface Said {
  readonly mention?: boolean
  readonly replyTo?: Kept
  readonly files?: readonly Upload[]
}

const DM = '900000000000000009'

/** Writes a message, and waits for the reply where one is expected. */
export function write(discord: FakeDiscord, content: string, { mention = false, replyTo, files = [] }: Said, asking: Partial<Asking> = {}) {
  const as = { ...DEFAULT, ...asking }
  const channel = as.where === 'dm' ? DM : as.channel
  const bot = { id: APPLICATION, username: '查账', discriminator: '0', avatar: null, bot: true }
  const called = mention || replyTo !== undefined
  const before = discord.requests.length
  discord.dispatch('MESSAGE_CREATE', {
    ...discord.shape(discord.keep(channel, { content: '' }, [])),
    author: userOf(as.by),
    // Without the privileged intent a server's message has words only where the bot is called.
    content: called || as.where === 'dm' ? `${mention ? `<@${APPLICATION}> ` : ''}${content}` : '',
    mentions: called ? [bot] : [],
    attachments: files.map(attachment),
    type: replyTo === undefined ? 0 : 19,
    channel_type: as.where === 'dm' ? 1 : 0,
    ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo.id, channel_id: replyTo.channelId } }),
    ...(as.where === 'guild' ? { guild_id: as.guild, member: memberOf(as.by) } : {}),
  })
  const key = `${channel}+`
  const old = discord.messages.get(key)
  return {
    reply: () =>
      discord.until(() => {
        const kept = discord.messages.get(key)
        return kept !== old ? kept : null
      }, 'a reply'),
    answered: () => discord.requests.slice(before).some((route) => route.startsWith('POST /channels/')),
  }
}
