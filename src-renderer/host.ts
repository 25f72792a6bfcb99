/**
 * The way from the renderer to the app, and the only file here that knows there are two: Electron's preload where it is there, a
 * WebSocket to the server that the page came from otherwise.
 */
import type { Api, CallName } from '../src-main/app/contract.ts'
import { openSocket } from './socket.ts'

/** What either transport gives back for a call. */
export type Reply = { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly error: { readonly message: string } }
/** Whether calls can be answered just now. `lost`: the connection is being sought again. */
export type Connection = 'open' | 'lost'

/** What Electron's preload puts into the page: one function a call. */
type Bridge = { readonly [K in CallName]: (input: unknown) => Promise<Reply> }
/** What only a window of its own can do. */
interface WindowBridge { readonly savePdf: (input: { readonly name: string }) => Promise<Reply> }
declare global {
  interface Window {
    readonly nabla?: Bridge
    readonly nablaWindow?: WindowBridge
  }
}

const listeners = new Set<(connection: Connection) => void>()
let connection: Connection = 'open'

/** Calls the listener at once and at every change; gives back the function that stops this. */
export function onConnection(listener: (connection: Connection) => void): () => void {
  listeners.add(listener)
  listener(connection)
  return () => void listeners.delete(listener)
}

function changed(now: Connection): void {
  if (now === connection) return
  connection = now
  for (const listener of listeners) listener(now)
}

const unsaved = new Set<() => void>()

/** Calls the listener whenever a call was carried out but could not be written down; gives back the function that stops this. */
export function onNotSaved(listener: () => void): () => void {
  unsaved.add(listener)
  return () => void unsaved.delete(listener)
}

/** Saves the page, as it prints, as a PDF under a name that the reader may change; `path` is null where they did not want it. Null in a browser, which prints by itself. */
export const savePdf = pdfOf(window.nablaWindow)

function pdfOf(bridge: WindowBridge | undefined): ((input: { readonly name: string }) => Promise<{ readonly path: string | null }>) | null {
  return bridge === undefined ? null : async input => outputOf(await bridge.savePdf(input)) as { readonly path: string | null }
}

/** What was asked for; where it was refused, throws the reason. */
function outputOf(reply: Reply): unknown {
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.output
}

function transport(): (call: CallName, input: unknown) => Promise<Reply> {
  const bridge = window.nabla
  if (bridge !== undefined) return (call, input) => bridge[call](input)
  return openSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/calls`, changed)
}

const send = transport()

/** The app. Every call rejects with an error whose message is for a person. */
export const host: Api = new Proxy({} as Api, {
  get: (_, call: CallName) => async (input: unknown) => {
    const output = outputOf(await send(call, input))
    if (typeof output === 'object' && output !== null && 'notSaved' in output) for (const listener of unsaved) listener()
    return output
  },
})
