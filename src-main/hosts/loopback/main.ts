/** The loopback host: the app in a browser on this machine. */
import { join } from 'node:path'
import { openApp } from '../common/app.ts'
import { readBundle } from '../common/bundle.ts'
import { packsFragment } from '../common/opened.ts'
import type { Options } from '../common/options.ts'
import { openBrowser } from './browser.ts'
import { serve } from './server.ts'

/** Ending takes at most this long, whatever hangs. */
const endWithinMs = 1_800

/**
 * Serves the app until the process is told to end. Prints the address alone on one line of standard output once the server answers;
 * everything else goes to standard error. Refuses in plain words before anything is served.
 * `files`: full paths of packs to be looked over, which the address then names.
 */
export async function runLoopback(options: Options, root: string, files: readonly string[] = []): Promise<void> {
  const log = (line: string) => void process.stderr.write(`nabla: ${line}\n`)
  const bundle = readBundle(join(root, 'out', 'renderer'))
  const app = await openApp({ data: options.data, learner: options.learner, root, checkerEntry: new URL('./thread.js', import.meta.url), examinerEntry: new URL('./examine.js', import.meta.url), log })
  let served
  try {
    served = await serve(options.port, { bundle, dispatch: app.dispatch, log })
  } catch (error) {
    await app.close()
    throw error
  }

  const { address, close } = served
  const url = served.url + packsFragment(files)
  endOnSignal(async () => {
    await close()
    await app.close()
  }, log)
  app.announce(address)
  // Whoever started us may have read the one line and gone.
  process.stdout.on('error', () => {})
  process.stdout.write(`${url}\n`)
  log(`your work is kept in ${app.dataDir}; end Nabla with Ctrl+C`)
  if (options.open && !(await openBrowser(url))) log('no browser could be opened; open the address above in one on this machine')
}

function endOnSignal(close: () => Promise<void>, log: (line: string) => void): void {
  let ending = false
  const end = (status: number) => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), endWithinMs).unref()
    close().then(() => process.exit(status), (error: Error) => {
      log(error.stack ?? error.message)
      process.exit(1)
    })
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0))
  // A bug of ours must not take the store with it: it is closed in order, and the process says that it failed.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error))
      end(1)
    })
  }
}
