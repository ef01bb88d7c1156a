import { crc32, deflateRawSync } from 'node:zlib'

/** Archives of a few texts: what a Word file is. */

interface Entry {
  readonly name: Buffer
  readonly checksum: number
  readonly size: number
  readonly packed: Buffer
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Names are UTF-8; contents are deflated. */
const FLAGS = 0x0800
const DEFLATE = 8
/** 1 January 1980, the first day of the format: the same content gives the same bytes. */
const DATE = 0x0021

/** Little-endian numbers of two bytes, of four. */
const shorts = (...values: number[]): Buffer => Buffer.from(new Uint8Array(values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff])))
const longs = (...values: number[]): Buffer => shorts(...values.flatMap((value) => [value & 0xffff, value >>> 16]))

const described = ({ name, checksum, size, packed }: Entry): Buffer =>
  Buffer.concat([shorts(VERSION, FLAGS, DEFLATE, 0, DATE), longs(checksum, packed.length, size), shorts(name.length, 0)])

/** The archive as bytes, entries in the order given. */
export function zipOf(texts: Readonly<Record<string, string>>): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, text] of Object.entries(texts)) {
    const data = Buffer.from(text, 'utf8')
    const entry: Entry = { name: Buffer.from(path, 'utf8'), checksum: crc32(data), size: data.length, packed: deflateRawSync(data) }
    const body = Buffer.concat([longs(LOCAL), described(entry), entry.name, entry.packed])
    directory.push(Buffer.concat([longs(CENTRAL), shorts(VERSION), described(entry), shorts(0, 0, 0), longs(0, at), entry.name]))
    bodies.push(body)
    at += body.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.concat([longs(END), shorts(0, 0, bodies.length, bodies.length), longs(index.length, at), shorts(0)])
  return new Uint8Array(Buffer.concat([...bodies, index, end]))
}
