/** The contract's calls over Electron's channels: one channel a call, each open to our own page only. */
import { ipcMain, type WebFrameMain } from 'electron'
import { calls } from '../../app/contract.ts'
import type { Dispatch, Reply } from '../common/dispatch.ts'
import { isOwn } from './scheme.ts'

/** Registers a handler for every call of the contract. */
export function registerCalls(dispatch: Dispatch): void {
  for (const call of Object.keys(calls)) {
    ipcMain.handle(`nabla:${call}`, (event, input: unknown): Promise<Reply> => {
      if (isOwnPage(event.senderFrame)) return dispatch(call, input)
      return Promise.resolve({ ok: false, error: { message: 'Nabla answers only its own window.' } })
    })
  }
}

/** The page itself, not a frame inside it; a frame that has gone by now is nobody. */
export function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwn(frame.url)
}
