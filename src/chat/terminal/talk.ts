import { createInterface } from 'node:readline'
import { plainLine, plainText } from '../../render/plain-text.ts'
import { complete } from './completion.ts'
import { type ChatServices, Conversation } from './conversation.ts'
import { greeting } from './greeting.ts'
import { loadHistory, saveHistory } from './history.ts'
import { linesOf } from './lines.ts'

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean } & AsyncIterable<Buffer | string>
type Screen = NodeJS.WritableStream & { readonly rows?: number }

const print = (screen: Screen, text: string): void => {
  if (text !== '') screen.write(`${plainText(text)}\n`)
}

const LONGEST_ECHO = 60

/** The question before its answer, for whoever reads many of them one below the other. */
function asked(line: string): string {
  const question = plainLine(line)
  return question.length > LONGEST_ECHO ? `${question.slice(0, LONGEST_ECHO)}…` : question
}

/** Answers the lines of a pipe or file, one after the other, and ends with the input. */
export async function answerLines(services: ChatServices, input: AsyncIterable<Buffer | string>, screen: Screen): Promise<void> {
  print(screen, greeting(await services.known()))
  const conversation = new Conversation(services, () => null)
  for await (const line of linesOf(input)) {
    const reply = await conversation.reply(line)
    if (reply === null) return
    if (reply !== '') print(screen, `\n问：${asked(line)}\n${reply}`)
  }
}

/** Answers what stood on the command line, and ends. */
export async function answerOnce(services: ChatServices, message: string, screen: Screen): Promise<void> {
  print(screen, (await new Conversation(services, () => null).reply(message)) ?? '')
}

const ROWS_FOR_PROMPT = 3
const USUAL_ROWS = 24
const FEWEST_ROWS = 5

/** Lines that fit on a screen beside the prompt; some terminals say 0 when they do not know. */
const heightOf = (screen: Screen): number => Math.max(FEWEST_ROWS, (screen.rows || USUAL_ROWS) - ROWS_FOR_PROMPT)

/** Talks with a person at a terminal until the word 退出, Ctrl+C or Ctrl+D. */
export async function talk(services: ChatServices, input: Input, screen: Screen, dataDir: string): Promise<void> {
  const known = await services.known()
  print(screen, greeting(known))
  const readline = createInterface({
    input,
    output: screen,
    prompt: '查账> ',
    history: await loadHistory(dataDir),
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, services.commands, known),
  })
  let history: readonly string[] = []
  readline.on('history', (lines: string[]) => {
    history = [...lines]
  })
  // Whoever leaves with Ctrl+C does not wait for an answer that is still being made.
  const left = new Promise<null>((resolve) => {
    readline.on('SIGINT', () => {
      readline.close()
      resolve(null)
    })
  })
  const conversation = new Conversation(services, () => heightOf(screen))
  readline.prompt()
  for await (const line of readline) {
    const reply = await Promise.race([conversation.reply(line), left])
    if (reply === null) break
    print(screen, reply)
    readline.prompt()
  }
  readline.close()
  screen.write('再见。\n')
  if (history.length > 0) await saveHistory(dataDir, history)
}
