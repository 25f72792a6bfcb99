/** `npm test`: types, build, unit tests and specs in a browser; at the end one line says how many passed and how many failed. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './runner/chromium.ts'
import { electronReason } from './e2e/fixtures/electron.ts'
import { plainStep, playwrightStep, type Counts, vitestStep } from './runner/steps.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, 'out', 'test')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const began = performance.now()
const steps: [string, () => Counts][] = [
  ['types', () => plainStep(root, 'node_modules/typescript/bin/tsc', ['-p', '.'])],
  ['types of the calculus, without Node and DOM', () => plainStep(root, 'node_modules/typescript/bin/tsc', ['-p', 'src-main/calculus'])],
  ['types of the components', () => plainStep(root, 'node_modules/svelte-check/bin/svelte-check', ['--fail-on-warnings', '--output', 'human'])],
  ['build', () => plainStep(root, 'src-main/hosts/build.ts', [])],
  ['unit tests', () => vitestStep(root, results)],
  ['specs in a browser', () => playwrightStep(root, results, findChromium(root))],
]

const total = { passed: 0, failed: 0, skipped: 0 }
for (const [name, run] of steps) {
  const from = performance.now()
  process.stdout.write(`\n=== ${name}\n`)
  const { passed, failed, skipped } = run()
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  process.stdout.write(`=== ${name}: ${failed === 0 ? 'passed' : `${failed} failed`}, ${seconds(from)}\n`)
}
const leftOut = electronReason()
if (leftOut !== undefined) process.stdout.write(`\nThe specs were not run in Electron: ${leftOut}.\n`)
process.stdout.write(`\nAll of it took ${seconds(began)}.\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`)
process.exitCode = total.failed === 0 ? 0 : 1

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(0)} s`
}
