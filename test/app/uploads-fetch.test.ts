import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fetchAttached } from '../../src/app/uploads-fetch.ts'
import { failureOf } from '../../src/cli/failure.ts'

/** What a file on a full disk does at the first byte. */
const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' })
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  createWriteStream: () => new Writable({ write: (_chunk, _encoding, done) => done(full()) }),
}))

let server: Server
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/broken') request.socket.destroy()
    else response.end('一份报告')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

describe('an attachment', () => {
  const fetching = async (path: string): Promise<unknown> => {
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const file = { name: '报告.txt', url: `http://${host}${path}`, bytes: 12 }
    return fetchAttached(file, '/nowhere', { hosts: [host], maxBytes: 1000, seconds: 5 }).catch((error: unknown) => error)
  }

  it('that the disk has no room for is the disk’s fault, not the attachment’s', async () => {
    expect(failureOf(await fetching('/')).message).toBe('磁盘已满，请腾出空间后再试。')
  })

  it('that the network loses is gone', async () => {
    expect(failureOf(await fetching('/broken')).message).toContain('取不到了')
  })
})
