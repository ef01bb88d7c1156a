import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import * as limits from './limits.ts'

/** A Discord of one's own: the gateway and the REST interface as far as a bot like ours speaks them, on this machine. */

export type Json = Record<string, unknown>

export interface SentFile {
  readonly name: string
  readonly data: Buffer
}

/** A message as the server keeps it. */
export interface Kept {
  readonly id: string
  readonly channelId: string
  body: Json
  files: readonly SentFile[]
  ephemeral: boolean
  author: Json
}

/** An answer that the server gives in place of its own: a fault to be lived through. */
export interface Fault {
  readonly matches: RegExp
  times: number
  readonly status: number
  readonly body?: Json
  readonly headers?: Record<string, string>
}

const EPOCH = 1_420_070_400_000n
let sequence = 0n
/** A new id that carries the time, as Discord's do. */
export const snowflake = (): string => (((BigInt(Date.now()) - EPOCH) << 22n) | (sequence++ & 0x3fffffn)).toString()

export const APPLICATION = '900000000000000001'
export const GUILD = '900000000000000002'
export const CHANNEL = '900000000000000003'
/** Roles that the server has beside everybody's. */
export const ROLES = ['700000000000000001', '700000000000000009']
export const BOT = { id: APPLICATION, username: '查账', discriminator: '0000', avatar: null, bot: true }
export const TOKEN = 'test.token.of-no-account-anywhere'

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** JSON alone, or JSON with files beside it. */
async function bodyOf(request: IncomingMessage): Promise<{ body: Json; files: SentFile[] }> {
  const bytes = await bytesOf(request)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/')) return { body: bytes.length === 0 ? {} : JSON.parse(bytes.toString()), files: [] }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const files: SentFile[] = []
  for (const [, value] of form)
    if (typeof value !== 'string') files.push({ name: value.name, data: Buffer.from(await value.arrayBuffer()) })
  return { body: JSON.parse(String(form.get('payload_json'))), files }
}

export class FakeDiscord {
  /** What broke a documented limit; every test ends by asking that it is empty. */
  readonly complaints: string[] = []
  readonly requests: string[] = []
  readonly faults: Fault[] = []
  readonly registered = new Map<string, Json[]>()
  readonly messages = new Map<string, Kept>()
  /** Files under /files/…, as Discord's host for attachments. */
  readonly files = new Map<string, (response: ServerResponse) => void>()
  /** Callbacks by interaction token. */
  readonly callbacks = new Map<string, { body: Json; files: SentFile[] }>()
  identified = 0
  resumed = 0
  /** The bot's own log, for the message of a test that waits in vain. */
  log: () => readonly string[] = () => []
  /** Refuse to resume: the session is gone. */
  forgetful = false
  readonly #events: { s: number; t: string; d: Json }[] = []
  readonly #sockets = new Set<WebSocket>()
  readonly #waiting = new Set<() => void>()
  #http: Server
  #gateway: WebSocketServer

  constructor() {
    this.#http = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.complaints.push(String(error))
        response.writeHead(500).end()
      })
    })
    this.#gateway = new WebSocketServer({ server: this.#http })
    this.#gateway.on('connection', (socket) => this.#greet(socket))
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
    return this
  }

  async close(): Promise<void> {
    for (const socket of this.#gateway.clients) socket.terminate()
    this.#gateway.close()
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  get host(): string {
    return `127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }
  get api(): string {
    return `http://${this.host}/api`
  }
  /** Is a bot connected now? */
  get connected(): boolean {
    return this.#sockets.size > 0
  }

  /** Waits until something has come about. */
  async until<T>(look: () => T | undefined | null | false, what: string, ms = 50_000): Promise<T> {
    const deadline = Date.now() + ms
    for (;;) {
      const found = look()
      if (found !== undefined && found !== null && found !== false) return found
      if (Date.now() > deadline)
        throw new Error(`never came: ${what}\n${[...this.complaints, ...this.requests.slice(-4), ...this.log().slice(-4)].join('\n')}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, 250)
        const waiting = this.#waiting
        function done(): void {
          clearTimeout(timer)
          waiting.delete(done)
          resolve()
        }
        waiting.add(done)
      })
    }
  }

  #changed(): void {
    for (const done of [...this.#waiting]) done()
  }

  // The gateway

  /** Sends an event to the bot, now or when it resumes. */
  dispatch(t: string, d: Json): void {
    const event = { op: 0, s: this.#events.length + 1, t, d }
    this.#events.push(event)
    for (const socket of this.#sockets) socket.send(JSON.stringify(event))
  }

  /** Drops every connection, as a failing network does. */
  drop(code = 4000): void {
    for (const socket of this.#sockets) socket.close(code)
    this.#sockets.clear()
  }

  #greet(socket: WebSocket): void {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }))
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: Json }
      if (op === 1) socket.send(JSON.stringify({ op: 11 }))
      if (op === 2) this.#identify(socket, d)
      if (op === 6) this.#resume(socket, d)
      this.#changed()
    })
  }

  #identify(socket: WebSocket, d: Json): void {
    this.identified += 1
    // Message content, members and presences are the privileged ones.
    if ((Number(d.intents) & ((1 << 15) | (1 << 1) | (1 << 8))) !== 0) this.complaints.push('a privileged intent')
    this.#sockets.add(socket)
    const ready = {
      v: 10,
      user: BOT,
      guilds: [{ id: GUILD, unavailable: true }],
      session_id: 's1',
      application: { id: APPLICATION, flags: 0 },
    }
    this.dispatch('READY', { ...ready, resume_gateway_url: `ws://${this.host}` })
    const channel = { id: CHANNEL, type: 0, name: '审计', position: 0, permission_overwrites: [], guild_id: GUILD }
    const role = (id: string) => ({
      id,
      name: id,
      permissions: '0',
      position: 0,
      color: 0,
      hoist: false,
      managed: false,
      mentionable: false,
    })
    const lists = { emojis: [], stickers: [], members: [], presences: [], voice_states: [], threads: [], features: [] }
    this.dispatch('GUILD_CREATE', {
      id: GUILD,
      name: '审计组',
      owner_id: '1',
      channels: [channel],
      roles: [GUILD, ...ROLES].map(role),
      member_count: 3,
      ...lists,
    })
  }

  #resume(socket: WebSocket, d: Json): void {
    if (this.forgetful) {
      socket.send(JSON.stringify({ op: 9, d: false }))
      return
    }
    this.resumed += 1
    this.#sockets.add(socket)
    for (const event of this.#events.filter(({ s }) => s > Number(d.seq))) socket.send(JSON.stringify({ op: 0, ...event }))
    this.dispatch('RESUMED', {})
  }

  // REST

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?')
    const route = `${request.method} ${decodeURIComponent(path).replace(/^\/api\/v10/, '')}`
    if (route.startsWith('GET /files/')) {
      const serve = this.files.get(route.slice('GET /files/'.length))
      if (serve === undefined) response.writeHead(404).end()
      else serve(response)
      return
    }
    this.requests.push(route)
    const { body, files } = await bodyOf(request)
    const fault = this.faults.find((one) => one.times > 0 && one.matches.test(route))
    if (fault !== undefined) fault.times -= 1
    const [status, reply] = fault === undefined ? this.#answer(route, body, files) : [fault.status, fault.body ?? {}]
    response.writeHead(status, { ...(status === 204 ? {} : { 'content-type': 'application/json' }), ...fault?.headers })
    response.end(status === 204 ? undefined : JSON.stringify(reply))
    this.#changed()
  }

  #complain(route: string, complaints: readonly string[]): void {
    for (const complaint of complaints) this.complaints.push(`${route}: ${complaint}`)
  }

  #answer(route: string, body: Json, files: SentFile[]): [number, unknown] {
    const names = files.map(({ name }) => name)
    const [, token = ''] = /^POST \/interactions\/\d+\/([^/]+)\/callback$/.exec(route) ?? []
    if (token !== '') return this.#callback(route, token, body, files)
    if (route === 'GET /gateway/bot')
      return [
        200,
        { url: `ws://${this.host}`, shards: 1, session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 } },
      ]
    if (/^GET \/(oauth2\/)?applications\/@me$/.test(route)) return [200, { id: APPLICATION }]
    const [, where = ''] = /^PUT \/applications\/\d+\/(commands|guilds\/\d+\/commands)$/.exec(route) ?? []
    if (where !== '') {
      const commands = body as unknown as Json[]
      this.#complain(route, commands.flatMap(limits.command))
      this.registered.set(where, commands)
      return [200, commands]
    }
    const [, original = ''] = /^PATCH \/webhooks\/\d+\/([^/]+)\/messages\/@original$/.exec(route) ?? []
    const [, edited = ''] = /^PATCH \/channels\/\d+\/messages\/(\d+)$/.exec(route) ?? []
    if (original !== '' || edited !== '') {
      this.#complain(route, limits.message(body, names))
      const kept = this.messages.get(original || edited)
      if (kept === undefined) return [404, { code: 10_008, message: 'Unknown Message' }]
      kept.body = { ...kept.body, ...body }
      if (files.length > 0) kept.files = files
      return [200, this.#shape(kept)]
    }
    const [, follow = ''] = /^POST \/webhooks\/\d+\/([^/]+)$/.exec(route) ?? []
    const [, channel = ''] = /^POST \/channels\/(\d+)\/messages$/.exec(route) ?? []
    if (follow !== '' || channel !== '') {
      this.#complain(route, limits.message(body, names))
      const kept = this.keep(channel || CHANNEL, body, files)
      this.messages.set(`${follow || channel}+`, kept)
      return [200, this.#shape(kept)]
    }
    const [, fetched = ''] = /^GET \/channels\/\d+\/messages\/(\d+)$/.exec(route) ?? []
    const found = this.messages.get(fetched)
    if (found !== undefined) return [200, this.#shape(found)]
    if (/^GET \/channels\/\d+$/.test(route)) return [200, { id: CHANNEL, type: 0, guild_id: GUILD, name: '审计' }]
    return [404, { code: 0, message: `404: ${route}` }]
  }

  #callback(route: string, token: string, body: Json, files: SentFile[]): [number, unknown] {
    if (this.callbacks.has(token)) return [400, { code: 40_060, message: 'Interaction has already been acknowledged.' }]
    this.#complain(
      route,
      limits.callback(
        body,
        files.map(({ name }) => name),
      ),
    )
    this.callbacks.set(token, { body, files })
    const data = (body.data ?? {}) as Json
    if (body.type === 4 || body.type === 5) this.messages.set(token, this.keep(CHANNEL, data, files, (Number(data.flags) & 64) !== 0))
    return [204, {}]
  }

  /** Keeps a message of the bot's. */
  keep(channelId: string, body: Json, files: readonly SentFile[], ephemeral = false): Kept {
    const kept: Kept = { id: snowflake(), channelId, body, files, ephemeral, author: BOT }
    this.messages.set(kept.id, kept)
    return kept
  }

  /** A kept message as Discord tells it. */
  shape(kept: Kept): Json {
    return this.#shape(kept)
  }

  #shape({ id, channelId, body, files, ephemeral, author }: Kept): Json {
    return {
      id,
      channel_id: channelId,
      author,
      content: '',
      embeds: [],
      components: [],
      ...body,
      attachments: files.map(({ name, data }, i) => ({
        id: String(i),
        filename: name,
        size: data.length,
        url: `http://${this.host}/x`,
        proxy_url: '',
      })),
      flags: ephemeral ? 64 : 0,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      pinned: false,
      type: 0,
    }
  }
}
