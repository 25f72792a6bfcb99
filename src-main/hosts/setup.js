/**
 * The first step of every npm script that a person runs on a fresh machine: `node src-main/hosts/setup.js SCRIPT [ARGUMENTS]` installs
 * what package-lock.json names and is not there, then runs the script under the Node that came with it. Plain JavaScript without
 * imports of ours, because it runs under whatever Node the machine has.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const [script, ...args] = process.argv.slice(2)
// What Node has compiled is kept, for this process, its threads and its children: the sources are TypeScript, and a start takes half the work.
process.env.NODE_COMPILE_CACHE ??= join(root, 'out', 'compiled')
if (script === undefined) throw new Error('setup.js needs the script to run.')
if (!installed()) install()
if (process.env.npm_lifecycle_event !== undefined) endWithParent()
if (process.version === `v${wantedNode()}`) {
  process.argv.splice(1, 2, join(root, script))
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import(pathToFileURL(join(root, script)).href)
} else {
  runApart()
}

/** The exact version of Node that the project installs for itself. */
function wantedNode() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node
}

/** Whether node_modules holds what the lock file names, version for version. Packages for other platforms may be missing. */
function installed() {
  const kept = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(kept)) return false
  const there = JSON.parse(readFileSync(kept, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return existsSync(ownNode) && Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || there[path]?.version === version)
}

function install() {
  process.stderr.write('nabla: installing what the app is made of, once\n')
  const good = npm(existsSync(join(root, 'node_modules')) ? 'install' : 'ci', '--no-fund', '--no-audit', '--loglevel=error')
  // Node comes through an install script, which npm may have been told to pass over.
  if (good && (existsSync(ownNode) || npm('rebuild', 'node', '--ignore-scripts=false', '--allow-scripts=node')) && existsSync(ownNode)) return
  process.stderr.write('nabla: npm could not install everything; its own words are above\n')
  process.exit(1)
}

function npm(...words) {
  const own = process.env.npm_execpath
  const [program, first] = own === undefined ? [process.platform === 'win32' ? 'npm.cmd' : 'npm', []] : [process.env.npm_node_execpath ?? process.execPath, [own]]
  // What npm says goes to standard error: standard output belongs to the script.
  return spawnSync(program, [...first, ...words], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
}

/** npm does not always take its script along when it is ended; a server without an owner would hold its port and its data folder. */
function endWithParent() {
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM') }, 250).unref()
}

function runApart() {
  const child = spawn(ownNode, [join(root, script), ...args], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`nabla: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code) => (process.exitCode = code ?? 1))
}
