/** `npm start`: builds the app where needed, and opens it in the host that this machine can have. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isRefusal } from '../app/refusal.ts'
import { ensureBuilt } from './build.ts'
import { packsIn } from './common/opened.ts'
import { readOptions, usage } from './common/options.ts'
import { runElectron } from './electron/launch.ts'

const root = join(import.meta.dirname, '..', '..')
const log = (line: string) => void process.stderr.write(`nabla: ${line}\n`)

try {
  await start()
} catch (error) {
  if (!isRefusal(error)) throw error
  log(error.message)
  process.exitCode = 1
}

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) return void process.stdout.write(usage)
  // npm runs its scripts in the project's folder, and says where it was called.
  const files = packsIn(options.files ?? [], process.env.INIT_CWD ?? process.cwd())
  await ensureBuilt(root, log)
  if (!options.loopback) {
    const launch = await runElectron(root, options.data, log, files, options.learner)
    if ('status' in launch) return void (process.exitCode = launch.status)
    log(`no window of its own (${launch.reason}); opening in the browser instead`)
  }
  // As it was built: one file instead of several hundred, which a start would read and translate one by one.
  const { runLoopback } = (await import(pathToFileURL(join(root, 'out', 'main', 'loopback.js')).href)) as typeof import('./loopback/main.ts')
  await runLoopback(options, root, files)
}
