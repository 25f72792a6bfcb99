/**
 * Loads the built main process with the stand-in for Electron, asks it two things as the window would, quits, and prints what it got.
 * Run as `node built.ts ROOT FOLDER`.
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { CallInput, CallName, CallOutput } from '../../../src-main/app/contract.ts'

const [root, folder] = process.argv.slice(2) as [string, string]
const stand = new URL('./stand-in.ts', import.meta.url).href
registerHooks({ resolve: (name, context, next) => (name === 'electron' ? { url: stand, shortCircuit: true } : next(name, context)) })

const { app, handlers, opened } = await import('./stand-in.ts')
app.root = root
process.argv = ['electron', root, `--data=${folder}`]
await import(pathToFileURL(join(root, 'out', 'main', 'index.js')).href)
await opened

const event = { senderFrame: { url: 'app://bundle/', parent: null } }
async function ask<K extends CallName>(call: K, input: CallInput<K>): Promise<CallOutput<K>> {
  const reply = await handlers.get(`nabla:${call}`)!(event, input) as { ok: boolean; output: CallOutput<K> }
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.output
}

const library = await ask('library', {})
const exercise = library.exercises[0]!
const { parts } = await ask('openExercise', { pack: exercise.pack, exercise: exercise.id })
// The reading comes from the bundled thread.
const reading = await ask('read', { pack: exercise.pack, exercise: exercise.id, part: parts[0]!.id, answer: '(' })
await new Promise((resolve) => {
  app.quit = () => resolve(undefined)
  app.emit('will-quit', { preventDefault() {} })
})
process.stdout.write(JSON.stringify({ exercises: library.exercises.length, problems: reading.problems.map((problem) => problem.code) }))
