import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openSocket } from '../../src-renderer/socket.ts'

/** A socket that a test opens, answers and drops. */
class FakeSocket {
  static readonly OPEN = 1
  static all: FakeSocket[] = []
  readyState = 0
  sent: { id: number; call: string; input: unknown }[] = []
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  readonly address: string
  constructor(address: string) {
    this.address = address
    FakeSocket.all.push(this)
  }
  send(frame: string) {
    this.sent.push(JSON.parse(frame))
  }
  open() {
    this.readyState = 1
    this.onopen?.()
  }
  drop() {
    this.readyState = 3
    this.onclose?.()
  }
  reply(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
}

const states: string[] = []
const opened = () => openSocket('ws://127.0.0.1:1/calls', (state) => states.push(state))
const last = () => FakeSocket.all.at(-1)!
const ok = (output: unknown) => ({ ok: true, output })
const failed = (message: string) => ({ ok: false, error: { message } })
const lost = 'The connection to Nabla was lost before it answered. What you typed is still here; try once more.'
const silent = 'Nabla does not answer. If it was ended, start it again and open the address that it prints.'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
  FakeSocket.all = []
  states.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('calls made before the socket is open go out when it is, and replies find their calls in any order', async () => {
  const send = opened()
  const both = [send('hint', 1 as never), send('history', 2 as never)]
  expect(last().sent).toEqual([])
  last().open()
  expect(last().sent).toEqual([{ id: 1, call: 'hint', input: 1 }, { id: 2, call: 'history', input: 2 }])
  last().reply({ id: 2, ok: true, output: 'b' })
  last().reply({ id: 1, ok: false, error: { message: 'no' } })
  expect(await Promise.all(both)).toEqual([failed('no'), ok('b')])
})

test('a reply to nothing is passed over', async () => {
  const send = opened()
  last().open()
  const call = send('hint', {})
  last().reply({ id: null, ok: false, error: { message: 'bad frame' } })
  last().reply({ id: 7, ok: true, output: 0 })
  last().reply({ id: 1, ok: true, output: 'mine' })
  last().reply({ id: 1, ok: true, output: 'twice' })
  expect(await call).toEqual(ok('mine'))
})

test('a dropped socket fails what was sent, keeps what was not, and is opened again', async () => {
  const send = opened()
  last().open()
  const sent = send('submit', {})
  last().drop()
  expect(await sent).toEqual(failed(lost))
  const waiting = send('saveDraft', {})
  await vi.advanceTimersByTimeAsync(200)
  expect(FakeSocket.all).toHaveLength(2)
  last().open()
  expect(last().sent.map(({ call }) => call)).toEqual(['saveDraft'])
  last().reply({ id: 2, ok: true, output: {} })
  expect(await waiting).toEqual(ok({}))
  expect(states).toEqual(['open', 'lost', 'open'])
})

test('the waits between attempts double up to five seconds, and begin anew after success', async () => {
  opened()
  const waits = [200, 400, 800, 1600, 3200, 5000, 5000]
  for (const [index, wait] of waits.entries()) {
    last().drop()
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(FakeSocket.all).toHaveLength(index + 1)
    await vi.advanceTimersByTimeAsync(1)
    expect(FakeSocket.all).toHaveLength(index + 2)
  }
  last().open()
  last().drop()
  await vi.advanceTimersByTimeAsync(200)
  expect(FakeSocket.all).toHaveLength(waits.length + 2)
})

test('no call hangs: one that finds no connection ends after eight seconds', async () => {
  const send = opened()
  const call = send('hint', {})
  last().drop()
  await vi.advanceTimersByTimeAsync(8_000)
  expect(await call).toEqual(failed(silent))
  last().open()
  expect(last().sent).toEqual([])
})
