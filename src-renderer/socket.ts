/** One WebSocket with a call in each frame. It is opened again whenever it drops, and no call ever hangs. */
import type { CallName } from '../src-main/app/contract.ts'
import { say } from './words/index.ts'
import type { Connection, Reply } from './host.ts'

/** The first wait before a lost connection is sought again; it doubles each time, up to the last. */
const firstWaitMs = 200
const lastWaitMs = 5_000
/** A call made while there is no connection waits this long for one. */
const patienceMs = 8_000

interface Pending {
  readonly frame: string
  readonly settle: (reply: Reply) => void
  sent: boolean
  patience: ReturnType<typeof setTimeout> | undefined
}

/** Opens the socket and gives back the function that sends a call over it. `changed` hears when it is lost and when it is back. */
export function openSocket(address: string, changed: (connection: Connection) => void): (call: CallName, input: unknown) => Promise<Reply> {
  const pending = new Map<number, Pending>()
  let socket: WebSocket
  let wait = firstWaitMs
  let lastId = 0

  const settle = (id: number, reply: Reply) => {
    const waiting = pending.get(id)
    if (waiting === undefined) return
    clearTimeout(waiting.patience)
    pending.delete(id)
    waiting.settle(reply)
  }
  const deliver = (waiting: Pending) => {
    if (socket.readyState !== WebSocket.OPEN) return
    clearTimeout(waiting.patience)
    waiting.sent = true
    socket.send(waiting.frame)
  }
  const connect = () => {
    socket = new WebSocket(address)
    socket.onopen = () => {
      wait = firstWaitMs
      changed('open')
      for (const waiting of pending.values()) deliver(waiting)
    }
    socket.onmessage = ({ data }) => {
      const { id, ...reply } = JSON.parse(String(data)) as { id: number } & Reply
      settle(id, reply)
    }
    socket.onclose = () => {
      changed('lost')
      // Whether a call that was sent has been carried out is not known, so it is not sent twice.
      for (const [id, waiting] of pending) if (waiting.sent) settle(id, { ok: false, error: { message: say('trouble.cut') } })
      setTimeout(connect, wait)
      wait = Math.min(2 * wait, lastWaitMs)
    }
  }
  connect()

  return (call, input) => new Promise((resolve) => {
    const id = ++lastId
    const patience = setTimeout(() => settle(id, { ok: false, error: { message: say('trouble.silent') } }), patienceMs)
    const waiting: Pending = { frame: JSON.stringify({ id, call, input }), settle: resolve, sent: false, patience }
    pending.set(id, waiting)
    deliver(waiting)
  })
}
