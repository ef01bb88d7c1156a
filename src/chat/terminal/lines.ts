import { StringDecoder } from 'node:string_decoder'

/** Characters of one line that are kept: enough to tell that a question is too long, too few to fill the memory. */
export const LONGEST_LINE = 20_000

/** The lines of a stream, each at most LONGEST_LINE long; whatever bytes come, it goes on. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let open = ''
  for await (const chunk of stream) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split(/\r\n|\n|\r/)
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield (open + part).slice(0, LONGEST_LINE)
      open = ''
    }
    open = (open + last).slice(0, LONGEST_LINE)
  }
  open += decoder.end()
  if (open !== '') yield open
}
