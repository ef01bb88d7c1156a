/** One stream of an OLE compound file. */
export interface Stream {
  readonly name: string
  readonly size: number
}

/** An OLE compound file (.doc, .xls): a small file system. */
export interface Compound {
  /** What lies at the root. */
  readonly streams: readonly Stream[]
  /** A stream's bytes, null when there is none of that name. @throws RangeError when its chain is broken */
  read(name: string): Uint8Array | null
}

const HEADER = 512
const DIRECTORY_ENTRY = 128
const NO_SECTOR = 0xfffffffa
const NONE = 0xffffffff
const TYPE = { storage: 1, stream: 2, root: 5 }

interface Node extends Stream {
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
}

/** Follows a chain through an allocation table; a chain longer than the table runs in a circle. */
function chainOf(table: readonly number[], start: number): number[] {
  const chain: number[] = []
  for (let at = start; at < NO_SECTOR; at = table[at] ?? NONE) {
    if (at >= table.length || chain.length > table.length) throw new RangeError('broken chain')
    chain.push(at)
  }
  return chain
}

function glue(bytes: Uint8Array, places: readonly number[], unit: number): Uint8Array {
  const out = new Uint8Array(places.length * unit)
  places.forEach((at, i) => {
    if (at >= bytes.byteLength) throw new RangeError('sector outside the file')
    out.set(bytes.subarray(at, at + unit), i * unit)
  })
  return out
}

function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.byteLength >> 2 }, (_, i) => view.getUint32(i * 4, true))
}

function nodeAt(bytes: Uint8Array, at: number): Node {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, DIRECTORY_ENTRY)
  const length = Math.min(64, view.getUint16(64, true))
  const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, length - 2)))
  const links = { left: view.getUint32(68, true), right: view.getUint32(72, true), child: view.getUint32(76, true) }
  return { name, type: view.getUint8(66), ...links, start: view.getUint32(116, true), size: view.getUint32(120, true) }
}

/** The entries of one folder form a binary tree; each is visited once even where links run in circles. */
function siblings(nodes: readonly Node[], first: number): Node[] {
  const found: Node[] = []
  const seen = new Set<number>()
  const open = [first]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const node = nodes[at]
    if (node === undefined || seen.has(at)) continue
    seen.add(at)
    found.push(node)
    open.push(node.right, node.left)
  }
  return found
}

/** The sectors that hold the allocation table: 109 in the header, the rest in a chain of its own. */
function tableSectors(view: DataView, bytes: Uint8Array, sector: number): number[] {
  const list = numbersOf(bytes.subarray(76, HEADER))
  const most = bytes.byteLength / sector
  for (let at = view.getUint32(68, true), steps = 0; at < NO_SECTOR && steps <= most; steps++) {
    const part = numbersOf(glue(bytes, [(at + 1) * sector], sector))
    at = part.pop() ?? NONE
    list.push(...part)
  }
  const sectors = list.filter((at) => at < NO_SECTOR)
  if (sectors.length > most) throw new RangeError('more tables than sectors')
  return sectors
}

/**
 * Opens an OLE compound file.
 * @throws RangeError when it is cut off or contradicts itself
 */
export function openCompound(bytes: Uint8Array): Compound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new RangeError('sector size')
  const sector = 1 << shift
  const read = (sectors: readonly number[]) =>
    glue(
      bytes,
      sectors.map((at) => (at + 1) * sector),
      sector,
    )
  // Entries beyond the end of the file describe nothing.
  const table = numbersOf(read(tableSectors(view, bytes, sector))).slice(0, Math.ceil(bytes.byteLength / sector))
  const directory = read(chainOf(table, view.getUint32(48, true)))
  const nodes = Array.from({ length: Math.floor(directory.byteLength / DIRECTORY_ENTRY) }, (_, i) => nodeAt(directory, i * DIRECTORY_ENTRY))
  const root = nodes.find((node) => node.type === TYPE.root)
  if (root === undefined) throw new RangeError('no root')
  const inside = siblings(nodes, root.child)
  const small = 1 << view.getUint16(32, true)
  const cutoff = view.getUint32(56, true)
  const readSmall = (start: number): Uint8Array => {
    const smallTable = numbersOf(read(chainOf(table, view.getUint32(60, true))))
    const places = chainOf(smallTable, start).map((at) => at * small)
    return glue(read(chainOf(table, root.start)), places, small)
  }
  return {
    streams: inside,
    read(name) {
      const node = inside.find((one) => one.name === name && one.type === TYPE.stream)
      if (node === undefined) return null
      const sectors = node.size < cutoff ? null : chainOf(table, node.start)
      const whole = sectors === null ? readSmall(node.start) : read(sectors)
      // The last sector of a file may be short, but not the stream in it.
      const end = ((sectors?.at(-1) ?? -1) + 1) * sector + ((node.size - 1) % sector)
      if (whole.byteLength < node.size || end >= bytes.byteLength) throw new RangeError('stream cut off')
      return whole.subarray(0, node.size)
    },
  }
}
