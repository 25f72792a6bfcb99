/** Starting Electron from `npm start`: whether its binary is there or can be had, and what to do when it is not. Runs in Node. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The exit status of the Electron host when it refused in plain words: then another host would refuse as well. */
export const refusedStatus = 3
/** A window that is gone with an error after so short a time never came up. */
const stillbornMs = 10_000
/** How long Electron's servers may take to show that they can be reached, and then to deliver. */
const reachMs = 8_000
const fetchMs = 15 * 60_000

/** Electron ran and ended with a status, or there is no window to be had, for a reason that fits into "no window of its own (…)". */
export type Launch = { readonly status: number } | { readonly reason: string }

/** Why this machine cannot show a window, however many binaries it has; undefined where it can. */
export function noWindowHere(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, uid: number | undefined): string | undefined {
  if (platform !== 'linux') return undefined
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no screen'
  // Chromium's sandbox does not work for root, and Nabla does not run without it.
  if (uid === 0) return 'Electron does not run as root'
  return undefined
}

/** Where Electron's binary is, if it is there. */
export function electronBinary(root: string): string | undefined {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** Opens the app in Electron and waits until it ends. `files`: full paths of packs to be looked over. */
export async function runElectron(root: string, data: string | undefined, log: (line: string) => void, files: readonly string[] = [], learner?: string): Promise<Launch> {
  const never = noWindowHere(process.platform, process.env, process.getuid?.())
  if (never !== undefined) return { reason: never }
  if (electronBinary(root) === undefined) await fetchBinary(root, log)
  const binary = electronBinary(root)
  if (binary === undefined) return { reason: 'Electron’s binary is not here and cannot be fetched' }
  const began = performance.now()
  const status = await run(binary, [root, ...(data === undefined ? [] : [`--data=${data}`]), ...(learner === undefined ? [] : [`--learner=${learner}`]), ...files], 'inherit')
  if (status !== 0 && status !== refusedStatus && performance.now() - began < stillbornMs) return { reason: `Electron ended at once, status ${status}` }
  return { status }
}

/** Runs the package's own installer. It is given up early unless the server it fetches from answers. */
async function fetchBinary(root: string, log: (line: string) => void): Promise<void> {
  const source = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com'
  const giveUp = new AbortController()
  const limit = setTimeout(() => giveUp.abort(), fetchMs)
  const probe = fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(reachMs) }).then(
    () => log('fetching Electron, once; about 120 MB'),
    // The installer may still find the file in its cache, which takes it a moment.
    () => setTimeout(() => giveUp.abort(), reachMs).unref(),
  )
  await run(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], 'ignore', giveUp.signal)
  clearTimeout(limit)
  await probe
}

function run(program: string, args: readonly string[], stdio: 'inherit' | 'ignore', signal?: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio, ...(signal && { signal }) })
    const pass = (name: NodeJS.Signals) => void child.kill(name)
    process.on('SIGTERM', pass).on('SIGINT', pass)
    const done = (status: number) => {
      process.off('SIGTERM', pass).off('SIGINT', pass)
      resolve(status)
    }
    child.on('error', () => done(1))
    child.on('exit', (code, ended) => done(code ?? (ended === 'SIGTERM' || ended === 'SIGINT' ? 0 : 1)))
  })
}
