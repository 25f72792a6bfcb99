/** `npm start`: builds the app where needed, and opens it in the host that this machine can have. */
import { join } from 'node:path'
import { Refusal } from '../app/refusal.ts'
import { ensureBuilt } from './build.ts'
import { packsIn } from './common/opened.ts'
import { readOptions, usage } from './common/options.ts'
import { runElectron } from './electron/launch.ts'
import { runLoopback } from './loopback/main.ts'

const root = join(import.meta.dirname, '..', '..')
const log = (line: string) => void process.stderr.write(`nabla: ${line}\n`)

try {
  await start()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
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
  await runLoopback(options, root, files)
}
