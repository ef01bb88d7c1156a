import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js'
import { FrontDesk } from './front-desk.ts'
import { Guard } from './guard.ts'
import type { Health } from './health.ts'
import type { Log } from './log.ts'
import type { BotServices, BotSettings } from './services.ts'
import { Memory } from './turn.ts'

/** A bot that is connected. */
export interface Bot {
  health(): Health
  /** Answers what is under way, then leaves. */
  stop(): Promise<void>
  /** Settles when Discord has thrown the bot out for good, with the reason. */
  readonly thrownOut: Promise<string>
}

/** No privileged intent: mentions and direct messages bring their words along by themselves. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
const MESSAGES_KEPT = 20

const newClient = (api: string): Client =>
  new Client({
    intents: INTENTS,
    // A direct message's channel is not known before its first message.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api, version: '10', retries: 3 },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_KEPT,
      GuildMemberManager: 200,
      ReactionManager: 0,
      PresenceManager: 0,
    }),
  })

/** Logs what the connection goes through; discord.js itself resumes and reconnects. */
function watch(client: Client, log: Log): Promise<string> {
  client.on(Events.ShardDisconnect, ({ code }) => log.warn({ code }, 'disconnected'))
  client.on(Events.ShardReconnecting, () => log.info('reconnecting'))
  client.on(Events.ShardResume, (_shard, replayed) => log.info({ replayed }, 'resumed'))
  client.on(Events.Error, (error) => log.error({ err: error }, 'connection error'))
  client.on(Events.Warn, (words) => log.warn(words))
  client.rest.on('rateLimited', ({ route, timeToReset }) => log.warn({ route, timeToReset }, 'rate limited'))
  return new Promise((resolve) => client.once(Events.Invalidated, () => resolve('Discord 收回了这次登录，请检查令牌。')))
}

/**
 * Connects to Discord and answers until it is stopped.
 * @throws when the token is refused
 */
export async function startBot(settings: BotSettings, services: BotServices, log: Log): Promise<Bot> {
  const client = newClient(settings.api)
  const desk = new FrontDesk({ services, settings, guard: new Guard(settings), memory: new Memory() }, log)
  const thrownOut = watch(client, log)
  client.on(Events.InteractionCreate, (interaction) => desk.take(interaction))
  client.on(Events.MessageCreate, (message) => desk.hear(message))
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
  try {
    await client.login(settings.token)
  } catch (error) {
    await client.destroy()
    throw error
  }
  await ready
  log.info({ user: client.user?.tag, guilds: client.guilds.cache.size }, 'ready')
  return {
    thrownOut,
    health: () => ({
      ready: client.isReady() && client.ws.status === 0,
      ping: client.ws.ping < 0 ? null : client.ws.ping,
      underWay: desk.underWay,
      upSeconds: Math.round((client.uptime ?? 0) / 1000),
    }),
    stop: async () => {
      await desk.close(settings.shutdownMs)
      await client.destroy()
      log.info('stopped')
    },
  }
}
