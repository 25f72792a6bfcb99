import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshFolder } from './fixtures/folder.ts'

const source = join(import.meta.dirname, '..', '..', 'src-main', 'hosts', 'setup.js')
const script = 'process.stdout.write(JSON.stringify(process.argv.slice(2)) + "\\n"); process.exitCode = 7'
/** What the stand-in for npm does: notes its words, and puts in place what is asked for. */
const npm = `
const { appendFileSync, existsSync, mkdirSync, copyFileSync, symlinkSync, readFileSync } = require('node:fs')
appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n')
console.log('npm talks')
const plan = readFileSync('plan', 'utf8')
if (plan === 'fail') process.exit(1)
mkdirSync('node_modules/node/bin', { recursive: true })
copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
const skipped = plan === 'no scripts' && process.argv[2] !== 'rebuild'
if (!skipped && !existsSync('node_modules/node/bin/node')) symlinkSync(process.execPath, 'node_modules/node/bin/node')
`
const lock = (a: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: a }, 'node_modules/other-platform': { version: '1.0.0', optional: true } } })

/** A project of one script. `there`: the version of its one package that is installed, if any. */
function project(there: string | undefined, plan: 'install' | 'fail' | 'no scripts' = 'install', node = process.version.slice(1)): string {
  const root = freshFolder()
  mkdirSync(join(root, 'src-main', 'hosts'), { recursive: true })
  copyFileSync(source, join(root, 'src-main', 'hosts', 'setup.js'))
  writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', devDependencies: { node } }))
  writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'))
  writeFileSync(join(root, 'script.js'), script)
  writeFileSync(join(root, 'npm.cjs'), npm)
  writeFileSync(join(root, 'plan'), plan)
  if (there !== undefined) {
    mkdirSync(join(root, 'node_modules', 'node', 'bin'), { recursive: true })
    symlinkSync(process.execPath, join(root, 'node_modules', 'node', 'bin', 'node'))
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), lock(there))
  }
  return root
}

function run(root: string) {
  const { npm_lifecycle_event: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src-main', 'hosts', 'setup.js'), 'script.js', '--port', '0'], {
    encoding: 'utf8', env: { ...env, npm_execpath: join(root, 'npm.cjs'), npm_node_execpath: process.execPath },
  })
  const log = join(root, 'npm.log')
  return { status, stdout, stderr, npm: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] }
}

test('with everything there the script runs at once, with its arguments and its status', () => {
  expect(run(project('1.0.0'))).toEqual({ status: 7, stdout: '["--port","0"]\n', stderr: '', npm: [] })
})

test('on a fresh clone everything is installed first, and standard output stays the script’s', () => {
  const root = project(undefined)
  const first = run(root)
  expect(first).toMatchObject({ status: 7, stdout: '["--port","0"]\n', npm: ['ci --no-fund --no-audit --loglevel=error'] })
  expect(first.stderr).toBe('nabla: installing what the app is made of, once\nnpm talks\n')
  expect(run(root).npm).toHaveLength(1)
})

test('a package in another version than the lock file names is installed anew', () => {
  expect(run(project('0.9.0'))).toMatchObject({ status: 7, npm: ['install --no-fund --no-audit --loglevel=error'] })
})

test('where npm passes over install scripts, the one that brings Node is run by name', () => {
  expect(run(project(undefined, 'no scripts'))).toMatchObject({ status: 7, npm: ['ci --no-fund --no-audit --loglevel=error', 'rebuild node --ignore-scripts=false --allow-scripts=node'] })
})

test('what npm cannot install ends it, with a line that says so', () => {
  const { status, stdout, stderr } = run(project(undefined, 'fail'))
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain('nabla: npm could not install everything; its own words are above\n')
})

test('under another Node than the project’s own the script is run by that one', () => {
  const root = project('1.0.0', 'install', '0.0.0')
  const node = join(root, 'node_modules', 'node', 'bin', 'node')
  writeFileSync(`${node}.log`, '')
  symlinkSync(process.execPath, `${node}-real`)
  writeFileSync(join(root, 'wrapper'), `#!/bin/sh\necho ran >> "${node}.log"\nexec "${node}-real" "$@"\n`)
  chmodSync(join(root, 'wrapper'), 0o755)
  spawnSync('mv', [join(root, 'wrapper'), node])
  expect(run(root)).toMatchObject({ status: 7, stdout: '["--port","0"]\n' })
  expect(readFileSync(`${node}.log`, 'utf8')).toBe('ran\n')
})

test('a server ends when the npm that started it is gone', async () => {
  const root = project('1.0.0')
  writeFileSync(join(root, 'script.js'), "process.on('SIGTERM', () => { process.stdout.write('ended'); process.exit(0) }); process.stdout.write('on '); setInterval(() => {}, 1000)")
  // A shell that waits instead of stepping aside, as some do, and does not pass signals on.
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${join(root, 'src-main', 'hosts', 'setup.js')}" script.js; true`], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  let said = ''
  shell.stdout.on('data', (chunk) => (said += chunk))
  await expect.poll(() => said).toBe('on ')
  shell.kill('SIGKILL')
  await once(shell.stdout, 'end')
  expect(said).toBe('on ended')
})
