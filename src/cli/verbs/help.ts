import { helpJson, helpText } from '../help.ts'
import { reply, STATUS, type Verb } from '../verb.ts'

export const run: Verb = async (call) => {
  reply(call, helpJson, helpText)
  return STATUS.done
}
