import { crc32, deflateRawSync } from 'node:zlib'

/** A file to put into a zip. The last three let a test write what an honest writer would not. */
export interface ZipFile {
  readonly name: string | Uint8Array
  readonly bytes: Uint8Array | string
  readonly flags?: number
  readonly method?: number
  readonly declaredSize?: number
}

function record(size: number, fields: readonly (readonly [at: number, value: number, width: 2 | 4])[]): Buffer {
  const out = Buffer.alloc(size)
  for (const [at, value, width] of fields) width === 2 ? out.writeUInt16LE(value, at) : out.writeUInt32LE(value, at)
  return out
}

/** Writes a zip: enough of one for tests. */
export function zip(files: readonly ZipFile[]): Buffer {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, flags = 0, method = 8, declaredSize } of files) {
    const plain = Buffer.from(bytes)
    const packed = method === 8 ? deflateRawSync(plain) : plain
    const label = Buffer.from(name)
    const size = declaredSize ?? plain.length
    const shared = [flags, method, crc32(plain), packed.length, size, label.length] as const
    const local = record(30, [
      [0, 0x04034b50, 4],
      [6, shared[0], 2],
      [8, shared[1], 2],
      [14, shared[2], 4],
      [18, shared[3], 4],
      [22, shared[4], 4],
      [26, shared[5], 2],
    ])
    const entry = record(46, [
      [0, 0x02014b50, 4],
      [8, shared[0], 2],
      [10, shared[1], 2],
      [16, shared[2], 4],
      [20, shared[3], 4],
      [24, shared[4], 4],
      [28, shared[5], 2],
      [42, at, 4],
    ])
    body.push(local, label, packed)
    directory.push(entry, label)
    at += local.length + label.length + packed.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const end = record(22, [
    [0, 0x06054b50, 4],
    [8, files.length, 2],
    [10, files.length, 2],
    [12, length, 4],
    [16, at, 4],
  ])
  return Buffer.concat([...body, ...directory, end])
}
