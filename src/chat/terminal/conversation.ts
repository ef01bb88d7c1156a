import type { Known } from '../../app/known.ts'
import { replyLines } from '../../render/answer-text.ts'
import { plainLine } from '../../render/plain-text.ts'
import { OFFERS, offersOf, type Reply, type ReplyFile } from '../../render/reply.ts'
import { Pages } from './pages.ts'

/** What the chat asks of the program. */
export interface ChatServices {
  /** Answers one message; the conversation's memory is the service's. */
  answer(message: string): Promise<Reply>
  /** Begins anew: nothing said before counts any longer. */
  forget(): void
  /** Puts the files of a reply where the person finds them, and says where. */
  keep(files: readonly ReplyFile[]): Promise<readonly string[]>
  known(): Promise<readonly Known[]>
  /** Slash commands, with the slash. */
  readonly commands: readonly string[]
  /** What went wrong, as one sentence. */
  explain(error: unknown): string
}

const NEXT_PAGE = /^(?:下一页|继续|更多|next)$/i
const ANEW = /^(?:清空|清除|清屏|重来|重新开始|从头开始|clear|reset)$/i
const BACK = /^(?:返回|后退|上一页|上一步|取消|back)$/i
const LEAVE = /^\/?(?:退出|再见|exit|quit)$/i

/** One person's talk with the program, line by line; knows nothing of where the lines come from. */
export class Conversation {
  private readonly pages: Pages

  /** @param height lines of one screen; null where nobody sits at one */
  constructor(
    private readonly services: ChatServices,
    private readonly height: () => number | null,
  ) {
    this.pages = new Pages(height)
  }

  /** The reply to one line: '' to nothing, null to a good-bye. It never throws. */
  async reply(line: string): Promise<string | null> {
    const message = plainLine(line)
    if (message === '') return ''
    if (LEAVE.test(message)) return null
    if (NEXT_PAGE.test(message)) return this.pages.next() ?? '没有下一页了。'
    if (ANEW.test(message)) {
      this.services.forget()
      this.pages.start('')
      return '好，前面问的不再算数，请重新问。'
    }
    if (BACK.test(message)) return '这里没有上一页或上一级，直接问下一句就好；要忘掉前面问的，输入“清空”。'
    try {
      return this.pages.start((await this.said(await this.services.answer(message))).join('\n'))
    } catch (error) {
      return this.services.explain(error)
    }
  }

  /** A reply, where its files are, and to somebody at a terminal what else there is: sources and steps stand there already. */
  private async said(reply: Reply): Promise<string[]> {
    const kept = reply.files.length === 0 ? [] : await this.services.keep(reply.files)
    const offers = this.height() === null ? [] : offersOf(reply, await this.hasPrior(reply))
    const words = offers.filter((offer) => offer !== 'steps' && offer !== 'sources').map((offer) => OFFERS[offer])
    return [
      ...replyLines(reply),
      ...kept.map((path) => `已存为 ${path}`),
      ...(words.length === 0 ? [] : [`（还可以输入：${words.join('、')}）`]),
    ]
  }

  private async hasPrior({ report }: Reply): Promise<boolean> {
    if (report === null) return false
    const known = (await this.services.known()).find(({ department }) => department === report.department)
    return known?.years.includes(report.year - 1) === true
  }
}
