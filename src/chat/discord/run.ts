import { type Bot, startBot } from './bot.ts'
import { serveHealth } from './health.ts'
import type { Log } from './log.ts'
import type { BotServices, BotSettings } from './services.ts'

const SIGNALS = ['SIGTERM', 'SIGINT'] as const

const stopped = (): Promise<null> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve(null))
  })

/**
 * Runs the bot until it is told to stop.
 * @returns null after a stop that was asked for, else why it cannot go on
 */
export async function runBot(settings: BotSettings, services: BotServices, log: Log, healthPort: number | null): Promise<string | null> {
  const asked = stopped()
  let bot: Bot | null = null
  const health = () => bot?.health() ?? { ready: false, ping: null, underWay: 0, upSeconds: 0 }
  const server = healthPort === null ? null : await serveHealth(healthPort, health)
  try {
    bot = await startBot(settings, services, log)
    const end = await Promise.race([asked, bot.thrownOut])
    await bot.stop()
    return end
  } finally {
    server?.close()
  }
}

/** Why a bot could not be started, in a sentence, where Discord has said so; null for anything else. */
export function refusedLogin(error: unknown): string | null {
  const words = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : ''
  if (/TokenInvalid|invalid token|401/i.test(words)) return 'Discord 不认这个令牌，请到开发者网站的 Bot 页重新生成，写进 DISCORD_TOKEN。'
  if (/disallowed intents|4014/i.test(words)) return 'Discord 不准许所要的事件，请检查应用的设置；查账不需要特权事件。'
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ConnectTimeout/i.test(words)) return '连不上 Discord，请检查网络或 DISCORD_API。'
  return null
}
