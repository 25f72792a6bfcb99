/** One page's WebSocket: `{id, call, input}` comes in, `{id, ok, output}` or `{id, ok, error}` goes out. */
import { type RawData, WebSocket } from 'ws'
import { z } from 'zod'
import type { Dispatch, Log } from '../common/dispatch.ts'

const frameSchema = z.strictObject({ id: z.number().int().nonnegative(), call: z.string().max(50), input: z.unknown() })

/** The longest frame that is read, in bytes: the longest answer of the contract with every character escaped, and room to spare. */
export const maxFrameBytes = 2 * 1024 * 1024
/** Calls of one page that may be under way; more than a page ever needs. */
const maxPending = 64
/** A page of ours sends none; so many bad frames in so short a time are no accident. */
const badFrames = { most: 8, inMs: 10_000 }

/** Serves the calls of a page until its socket closes. */
export function serveSocket(socket: WebSocket, dispatch: Dispatch, log: Log): void {
  let pending = 0
  let bad: number[] = []
  const say = (message: object) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }
  const refuse = (id: number | null, message: string) => say({ id, ok: false, error: { message } })
  const countBad = (message: string) => {
    const now = performance.now()
    bad = [...bad.filter((at) => now - at < badFrames.inMs), now]
    if (bad.length > badFrames.most) return socket.close(1008, 'Too many messages that cannot be read.')
    refuse(null, message)
  }

  socket.on('error', (error) => log(`socket: ${error.message}`))
  socket.on('message', async (data, isBinary) => {
    const frame = isBinary ? undefined : read(data)
    if (frame === undefined) return countBad('A message of the window could not be read.')
    if (pending >= maxPending) return refuse(frame.id, 'Nabla is still busy with earlier requests. Try again in a moment.')
    pending += 1
    try {
      say({ id: frame.id, ...(await dispatch(frame.call, frame.input)) })
    } finally {
      pending -= 1
    }
  })
}

function read(data: RawData): z.infer<typeof frameSchema> | undefined {
  try {
    return frameSchema.parse(JSON.parse(data.toString()))
  } catch {
    return undefined
  }
}
