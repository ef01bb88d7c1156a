import { plainLine } from '../render/plain-text.ts'

const WIDTH = 20
const NAME = 30

/** One line of a progress bar: 【██████░░░░】3/10 文件名. */
export function progressLine(done: number, all: number, name: string): string {
  const filled = all === 0 ? WIDTH : Math.round((done / all) * WIDTH)
  return `【${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}】${done}/${all} ${plainLine(name).slice(-NAME)}`
}
