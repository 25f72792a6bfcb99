/** What a window may ask of the app: one function a call of the contract, one for a PDF of itself, and nothing of Electron or Node. */
import { contextBridge, ipcRenderer } from 'electron'

/** The names of the contract's calls; the build puts them here. */
declare const __NABLA_CALLS__: readonly string[]

contextBridge.exposeInMainWorld('nabla', Object.freeze(Object.fromEntries(
  __NABLA_CALLS__.map((call) => [call, (input: unknown) => ipcRenderer.invoke(`nabla:${call}`, input)]),
)))

/** What only a window of its own can do. The channel is that of `pdf.ts`, which a sandboxed page cannot import. */
contextBridge.exposeInMainWorld('nablaWindow', Object.freeze({ savePdf: (input: unknown) => ipcRenderer.invoke('nabla-window:savePdf', input) }))
