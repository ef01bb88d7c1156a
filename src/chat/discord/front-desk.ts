import { type BaseInteraction, type Interaction, type Message, MessageFlags } from 'discord.js'
import { askerOf, authorOf } from './asker.ts'
import type { Log } from './log.ts'
import { outgoing, sentence } from './message.ts'
import { onModal } from './modals.ts'
import { onAutocomplete } from './on-autocomplete.ts'
import { onCommand, onMessageCommand } from './on-command.ts'
import { onComponent } from './on-component.ts'
import { isForUs, onMessage, send } from './on-message.ts'
import { type Answerable, tell } from './respond.ts'
import type { Desk, Turn } from './turn.ts'

const CLOSING = '查账正在重新启动，请一分钟后再试。'
const bugWords = (id: string): string => `程序出了意外的错误（编号 ${id}），请把编号告诉维护者。`

/**
 * Everything that comes from Discord passes here, in this order: is the bot closing, may this person ask here, how
 * often, which handler; and whatever a handler throws is logged and told. It also knows what is under way.
 */
export class FrontDesk {
  readonly #underWay = new Map<Promise<void>, Answerable | null>()
  #closing = false

  constructor(
    private readonly desk: Desk,
    private readonly log: Log,
  ) {}

  get underWay(): number {
    return this.#underWay.size
  }

  take(interaction: Interaction): void {
    const log = this.#logFor(interaction)
    if (interaction.isAutocomplete()) {
      // Somebody who goes on typing no longer waits for the answer: a failure is only logged.
      onAutocomplete(interaction, this.desk.services).catch((error: unknown) => log.warn({ err: error }, 'autocomplete failed'))
      return
    }
    if (interaction.isRepliable()) this.#hold(this.#answer(interaction as Answerable, log), interaction as Answerable)
  }

  hear(message: Message): void {
    if (isForUs(message)) this.#hold(this.#reply(message), null)
  }

  /** Takes no more, waits for what is under way, and tells those whom it cannot wait for. */
  async close(waitMs: number): Promise<void> {
    this.#closing = true
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, waitMs, 'late').unref())
    const all = Promise.all(this.#underWay.keys())
    if ((await Promise.race([all, late])) !== 'late') return
    const waiting = [...this.#underWay.values()].filter((interaction) => interaction !== null)
    await Promise.allSettled(waiting.map((interaction) => tell(interaction, sentence(CLOSING))))
  }

  #hold(work: Promise<void>, interaction: Answerable | null): void {
    this.#underWay.set(work, interaction)
    void work.finally(() => this.#underWay.delete(work))
  }

  #logFor(interaction: BaseInteraction): Log {
    const said = interaction.isCommand() || interaction.isAutocomplete() ? interaction.commandName : interaction.type
    return child(this.log, { interaction: interaction.id, user: interaction.user.id, guild: interaction.guildId, said })
  }

  async #answer(interaction: Answerable, log: Log): Promise<void> {
    const asker = askerOf(interaction)
    const refusal = this.#closing ? CLOSING : this.desk.guard.refusal(asker)
    const start = performance.now()
    try {
      if (refusal !== null) await interaction.reply({ ...outgoing(refusal, ''), flags: MessageFlags.Ephemeral })
      else await route(interaction, { ...this.desk, asker, log })
      log.info({ ms: Math.round(performance.now() - start), refused: refusal !== null }, 'answered')
    } catch (error) {
      await this.#fail(error, interaction.id, log, (words) => tell(interaction, sentence(words)))
    }
  }

  async #reply(message: Message): Promise<void> {
    const asker = authorOf(message)
    const log = child(this.log, { message: message.id, user: asker.userId, guild: asker.guildId })
    const start = performance.now()
    try {
      const refusal = this.#closing ? CLOSING : this.desk.guard.refusal(asker)
      if (refusal !== null) await send(message, outgoing(refusal, ''))
      else await onMessage(message, { ...this.desk, asker, log })
      log.info({ ms: Math.round(performance.now() - start), refused: refusal !== null }, 'answered')
    } catch (error) {
      await this.#fail(error, message.id, log, (words) => send(message, sentence(words)))
    }
  }

  /** Unusable input is told in its own sentence; everything else is a bug, told with its number and logged whole. */
  async #fail(error: unknown, id: string, log: Log, say: (words: string) => Promise<unknown>): Promise<void> {
    const reason = this.desk.services.explain(error)
    if (reason === null) log.error({ err: error }, 'failed')
    else log.info({ reason }, 'refused')
    try {
      await say(reason ?? bugWords(id))
    } catch (failure) {
      log.error({ err: failure }, 'could not be told')
    }
  }
}

const child = (log: Log, bindings: object): Log => ('child' in log && typeof log.child === 'function' ? log.child(bindings) : log)

function route(interaction: Answerable, turn: Turn): Promise<void> {
  if (interaction.isChatInputCommand()) return onCommand(interaction, turn)
  if (interaction.isMessageContextMenuCommand()) return onMessageCommand(interaction, turn)
  if (interaction.isModalSubmit()) return onModal(interaction, turn)
  return onComponent(interaction, turn)
}
