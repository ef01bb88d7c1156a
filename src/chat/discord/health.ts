import { createServer, type Server } from 'node:http'
import { InputError } from '../../domain/errors.ts'

export interface Health {
  readonly ready: boolean
  /** Milliseconds to Discord and back; null while unknown. */
  readonly ping: number | null
  readonly underWay: number
  readonly upSeconds: number
}

/** Tells whoever watches the machine whether the bot is connected. It listens on this machine alone. */
export async function serveHealth(port: number, state: () => Health): Promise<Server> {
  const server = createServer((request, response) => {
    const known = request.method === 'GET' && request.url === '/health'
    const health = state()
    response.writeHead(known ? (health.ready ? 200 : 503) : 404, { 'content-type': 'application/json' })
    response.end(known ? JSON.stringify(health) : '{}')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new InputError('bad-usage', `端口 ${port} 用不了，可能已被占用，请换一个 HEALTH_PORT。`)))
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}
