import { plainLine } from '../render/plain-text.ts'
import { VERBS, type VerbEntry, verbNamed } from './registry.ts'

/** What the words of the command line mean. */
export type Route =
  | { readonly kind: 'verb'; readonly verb: VerbEntry; readonly words: readonly string[] }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'chat' }
  | { readonly kind: 'unknown'; readonly message: string }

/** Do two words differ by one letter, or by two that changed places? */
function slipped(word: string, verb: string): boolean {
  const long = Math.max(word.length, verb.length)
  let head = 0
  while (head < long && word[head] === verb[head]) head++
  const rests = [
    [word.slice(head + 1), verb.slice(head)],
    [word.slice(head), verb.slice(head + 1)],
    [word.slice(head + 1), verb.slice(head + 1)],
    [`${word[head + 1] ?? ''}${word[head] ?? ''}${word.slice(head + 2)}`, verb.slice(head)],
  ]
  return word.length > 2 && rests.some(([a, b]) => a === b)
}

/** What the script for verbs puts in front: a Latin word is then meant for a verb, where the chat takes it for a name in pinyin. */
const FOR_VERBS = '--verbs'

/** A verb, a question in plain words, or nothing at all (the chat). */
export function route(given: readonly string[]): Route {
  const forVerbs = given[0] === FOR_VERBS
  const argv = forVerbs ? given.slice(1) : given
  const [first, ...words] = argv
  if (first === undefined) return { kind: 'chat' }
  const verb = verbNamed(/^(?:-h|--help)$/.test(first) ? 'help' : first)
  if (verb !== undefined) return { kind: 'verb', verb, words }
  const meant = VERBS.find(({ name }) => slipped(first, name))
  if (first.startsWith('-') || argv.includes('--json') || meant !== undefined || (forVerbs && /^[a-z]+$/i.test(first))) {
    const hint = meant === undefined ? `可用的有：${VERBS.map(({ name }) => name).join('、')}` : `是不是要写 ${meant.name}`
    const asking = forVerbs ? '；要提问请用 ask "问题"' : ''
    return { kind: 'unknown', message: `没有命令“${plainLine(first).slice(0, 40)}”，${hint}${asking}。` }
  }
  return { kind: 'question', text: argv.join(' ') }
}
