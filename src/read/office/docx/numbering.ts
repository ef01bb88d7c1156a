import { LEVELS, type Level, type Numbering, newLevel } from '../lists/counter.ts'
import { type Tag, walkXml } from '../xml.ts'

const GAPS: Readonly<Record<string, string>> = { nothing: '', space: ' ' }

export const levelNumber = (value: string | undefined): number => Math.min(LEVELS - 1, Math.max(0, Math.trunc(Number(value)) || 0))

/** Reads numbering.xml. */
export function readNumbering(xml: Uint8Array): Numbering {
  const levels = new Map<string, Map<number, Level>>()
  const lists = new Map<string, { counter: string; restarts: Map<number, number> }>()
  let abstract = new Map<number, Level>()
  let level = newLevel()
  let list = { counter: '', restarts: new Map<number, number>() }
  let overridden: number | null = null
  const begin: Record<string, (get: Tag['get']) => void> = {
    abstractNum: (get) => {
      abstract = new Map()
      levels.set(get('abstractNumId') ?? '', abstract)
    },
    num: (get) => {
      list = { counter: '', restarts: new Map() }
      lists.set(get('numId') ?? '', list)
    },
    lvlOverride: (get) => {
      overridden = levelNumber(get('ilvl'))
    },
    lvl: (get) => {
      level = newLevel()
      if (overridden === null) abstract.set(levelNumber(get('ilvl')), level)
    },
  }
  const set: Record<string, (value: string | undefined) => void> = {
    start: (value) => {
      level.start = Number(value ?? 1)
    },
    numFmt: (value) => {
      level.format = value ?? 'decimal'
    },
    lvlText: (value) => {
      level.text = value ?? ''
    },
    suff: (value) => {
      level.gap = GAPS[value ?? ''] ?? ' '
    },
    pStyle: (value) => {
      level.style = value ?? null
    },
    abstractNumId: (value) => {
      list.counter = value ?? ''
    },
    startOverride: (value) => {
      if (overridden !== null) list.restarts.set(overridden, Number(value ?? 1))
    },
  }
  walkXml(xml, {
    open({ name, get }) {
      begin[name]?.(get)
      set[name]?.(get('val'))
    },
    close(name) {
      if (name === 'lvlOverride') overridden = null
    },
    text() {},
  })
  return { levels, lists }
}
