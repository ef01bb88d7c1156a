import { resolve } from 'node:path'
import { z } from 'zod'
import { InputError } from './domain/errors.ts'

const ID = z.string().regex(/^\d{15,21}$/, '应是 Discord 的数字编号（15到21位）')
const IDS = z
  .string()
  .regex(/^\s*\d{15,21}(\s*[,，\s]\s*\d{15,21})*\s*$/, '应是 Discord 的数字编号，几个之间用逗号隔开')
  .transform((text) => text.match(/\d+/g) ?? [])
const number = (least: number, most: number) =>
  z.coerce.number({ error: '应是一个数' }).int('应是整数').min(least, `不能小于${least}`).max(most, `不能大于${most}`)

/** The settings, one environment variable each; `.env.example` explains them to people. */
const schema = z.object({
  DATA_DIR: z.string().trim().min(1, '不能是空白').default('./data'),
  DISCORD_TOKEN: z
    .string()
    .trim()
    .regex(/^\S{20,}$/, '不像是机器人的令牌，请到开发者网站的 Bot 页重新复制')
    .optional(),
  DISCORD_CLIENT_ID: ID.optional(),
  DISCORD_GUILD_ID: ID.optional(),
  DISCORD_CHANNELS: IDS.default([]),
  DISCORD_ROLES: IDS.default([]),
  DISCORD_EDITOR_ROLES: IDS.default([]),
  DISCORD_USER_PER_MINUTE: number(1, 1000).default(20),
  DISCORD_SERVER_PER_MINUTE: number(1, 100_000).default(300),
  DISCORD_MAX_FILE_MB: number(1, 500).default(25),
  DISCORD_FILE_HOSTS: z
    .string()
    .transform((text) => text.split(/[,，\s]+/).filter((host) => host !== ''))
    .default(['cdn.discordapp.com', 'media.discordapp.net']),
  DISCORD_API: z.url({ protocol: /^https?$/, error: '应是网址' }).default('https://discord.com/api'),
  HEALTH_PORT: number(0, 65_535).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], { error: '应是 debug、info、warn 或 error' }).default('info'),
})

/** The variables the program looks at, for the documentation test. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape)

export interface Config {
  /** Where the index and everything users add lives. */
  readonly dataDir: string
  /** The bot's settings; null where no token is set and the chat is the terminal. */
  readonly discord: DiscordConfig | null
}

export interface DiscordConfig {
  readonly token: string
  readonly clientId: string | null
  /** Commands are registered for this server alone; null for all of them. */
  readonly guildId: string | null
  /** Where and by whom the bot may be used; an empty list means everywhere, everybody. */
  readonly channels: readonly string[]
  readonly roles: readonly string[]
  /** Who may change what the bot knows; an empty list means those who may manage the server. */
  readonly editorRoles: readonly string[]
  readonly userPerMinute: number
  readonly serverPerMinute: number
  readonly maxFileBytes: number
  /** Attachments are fetched from these hosts alone. */
  readonly fileHosts: readonly string[]
  readonly api: string
  readonly healthPort: number | null
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
}

const MB = 1024 * 1024

function discordConfig(set: z.infer<typeof schema>): DiscordConfig | null {
  if (set.DISCORD_TOKEN === undefined) return null
  return {
    token: set.DISCORD_TOKEN,
    clientId: set.DISCORD_CLIENT_ID ?? null,
    guildId: set.DISCORD_GUILD_ID ?? null,
    channels: set.DISCORD_CHANNELS,
    roles: set.DISCORD_ROLES,
    editorRoles: set.DISCORD_EDITOR_ROLES,
    userPerMinute: set.DISCORD_USER_PER_MINUTE,
    serverPerMinute: set.DISCORD_SERVER_PER_MINUTE,
    maxFileBytes: set.DISCORD_MAX_FILE_MB * MB,
    fileHosts: set.DISCORD_FILE_HOSTS,
    api: set.DISCORD_API,
    healthPort: set.HEALTH_PORT ?? null,
    logLevel: set.LOG_LEVEL,
  }
}

/** The environment, with what a `.env` in the working folder adds to it. */
function environment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return process.env
}

/**
 * The only reader of the environment; an empty variable is an absent one.
 * @throws InputError that names the variable and what is wrong with it
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = environment()): Config {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== '')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new InputError('bad-usage', `环境变量 ${issue?.path.join('.') ?? ''} 的值不能用：${issue?.message ?? ''}。`)
  }
  return { dataDir: resolve(parsed.data.DATA_DIR), discord: discordConfig(parsed.data) }
}
