import type { Known } from '../../app/known.ts'
import { plainLine } from '../../render/plain-text.ts'
import { Pages } from './pages.ts'

/** What the chat asks of the program. */
export interface ChatServices {
  /** Answers one message; the conversation's memory is the service's. */
  answer(message: string): Promise<string>
  known(): Promise<readonly Known[]>
  /** Slash commands, with the slash. */
  readonly commands: readonly string[]
  /** What went wrong, as one sentence. */
  explain(error: unknown): string
}

const NEXT_PAGE = /^(?:下一页|继续|更多|next)$/i
const LEAVE = /^\/?(?:退出|再见|exit|quit)$/i

/** One person's talk with the program, line by line; knows nothing of where the lines come from. */
export class Conversation {
  private readonly pages: Pages

  constructor(
    private readonly services: ChatServices,
    height: () => number | null,
  ) {
    this.pages = new Pages(height)
  }

  /** The reply to one line: '' to nothing, null to a good-bye. It never throws. */
  async reply(line: string): Promise<string | null> {
    const message = plainLine(line)
    if (message === '') return ''
    if (LEAVE.test(message)) return null
    if (NEXT_PAGE.test(message)) return this.pages.next() ?? '没有下一页了。'
    try {
      return this.pages.start(await this.services.answer(message))
    } catch (error) {
      return this.services.explain(error)
    }
  }
}
