/** The app served to browsers on this machine, and to nobody else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { Refusal } from '../../app/refusal.ts'
import type { Bundle } from '../common/bundle.ts'
import type { Dispatch, Log } from '../common/dispatch.ts'
import { securityHeaders } from '../common/headers.ts'
import { createDoor, type Door } from './door.ts'
import { objection, socketAddress, socketObjection } from './guard.ts'
import { entering, noSession, refused } from './pages.ts'
import { maxFrameBytes, serveSocket } from './wire.ts'

/** The port that is taken where none is asked for, so that a browser keeps its settings from one day to the next. */
export const usualPort = 47_110
/** Windows of one learner; what is more than this is not one. */
const maxSockets = 32

export interface Served {
  /** Where the app is, without its token: what a second copy may be told. */
  readonly address: string
  /** What a person opens; works in one browser. */
  readonly url: string
  /** Ends every connection. */
  close(): Promise<void>
}
export interface ServerParts {
  readonly bundle: Bundle
  readonly dispatch: Dispatch
  readonly log: Log
}

/** Listens on 127.0.0.1. `port` undefined takes the usual port or else any; a port that was asked for and is taken is refused. */
export async function serve(port: number | undefined, parts: ServerParts): Promise<Served> {
  const server = createServer({ requestTimeout: 20_000, headersTimeout: 10_000 })
  server.maxConnections = 256
  const taken = await listen(server, port)
  const door = createDoor(taken)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false })

  server.on('request', (request, response) => answer(request, response, door, parts.bundle))
  server.on('upgrade', (request, socket, head) => {
    // A connection that its browser drops in the middle of the exchange is nothing to stop for.
    socket.on('error', () => socket.destroy())
    if (socketObjection(request.headers) !== undefined || request.url !== '/calls' || !door.knows(request.headers.cookie) || sockets.clients.size >= maxSockets) {
      return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    }
    sockets.handleUpgrade(request, socket, head, (opened: WebSocket) => serveSocket(opened, parts.dispatch, parts.log))
  })

  const address = `http://127.0.0.1:${taken}/`
  return {
    address,
    url: `${address}?token=${door.token}`,
    async close() {
      for (const socket of sockets.clients) socket.close(1001, 'Nabla was closed.')
      const closed = new Promise((resolve) => server.close(resolve))
      // A page that does not answer the closing handshake is not waited for.
      setTimeout(() => { for (const socket of sockets.clients) socket.terminate() }, 200)
      server.closeAllConnections()
      await closed
    },
  }
}

async function listen(server: Server, port: number | undefined): Promise<number> {
  const attempt = (wanted: number) => new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
  try {
    return await attempt(port ?? usualPort)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (port === undefined && (code === 'EADDRINUSE' || code === 'EACCES')) return attempt(0)
    if (code === 'EADDRINUSE') throw new Refusal(`Port ${port} on 127.0.0.1 is in use by another program. Take a free one with: npm start -- --port 0`)
    if (code === 'EACCES') throw new Refusal(`This account may not use port ${port}. Take a free one with: npm start -- --port 0`)
    throw error
  }
}

function answer(request: IncomingMessage, response: ServerResponse, door: Door, bundle: Bundle): void {
  const wrong = objection(request.headers)
  if (wrong !== undefined) return send(response, 403, page(refused(wrong)), {})
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, page(refused('Nabla only shows pages here.')), { Allow: 'GET, HEAD' })

  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const token = path === '/' ? new URLSearchParams(query).get('token') : null
  if (!door.knows(request.headers.cookie)) {
    const cookie = token === null ? undefined : door.enter(token)
    if (cookie === undefined) return send(response, 403, page(noSession), {})
    // Coming from another site, a strict cookie stays behind on a redirect, but not on the way from a page of our own.
    if (request.headers['sec-fetch-site'] === 'cross-site') return send(response, 200, page(entering), { 'Set-Cookie': cookie })
    return send(response, 303, page(entering), { 'Set-Cookie': cookie, Location: '/' })
  }
  if (token !== null) return send(response, 303, page(entering), { Location: '/' })

  const found = bundle.get(path)
  if (found === undefined) return send(response, 404, page(refused('There is nothing under this address.')), {})
  const headers = { 'Cache-Control': found.hashed ? 'private, max-age=31536000, immutable' : 'no-store' }
  send(response, 200, { type: found.type, body: found.content }, headers)
}

interface Content {
  readonly type: string
  readonly body: Buffer
}

function page(html: string): Content {
  return { type: 'text/html; charset=utf-8', body: Buffer.from(html) }
}

/** Node leaves the body out of an answer to HEAD by itself. */
function send(response: ServerResponse, status: number, { type, body }: Content, headers: Record<string, string>): void {
  const { host } = response.req.headers
  const connect = host !== undefined && objection({ host }) === undefined ? socketAddress(host) : "'none'"
  response.writeHead(status, { ...securityHeaders(connect), 'Cache-Control': 'no-store', 'Content-Type': type, 'Content-Length': body.length, ...headers })
  response.end(body)
}
