/** The steps of `npm test`, each with how many checks passed and failed in it. A step that breaks off counts as one failure more. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** No step takes nearly as long; one that hangs must not hang whoever waits for the tests. */
const limitMs = 30 * 60_000

/** Runs a script that either passes or fails. */
export function plainStep(root: string, script: string, args: readonly string[]): Counts {
  const good = run(root, script, args) === 0
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 }
}

/** All unit tests. */
export function vitestStep(root: string, results: string): Counts {
  const file = join(results, 'vitest.json')
  const status = run(root, 'node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return read(file, status, (report: { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }) =>
    ({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }))
}

/** The specs, in the Chromium at `chromium`; without one the step fails, with the reason. */
export function playwrightStep(root: string, results: string, chromium: { readonly path: string } | { readonly reason: string }): Counts {
  if ('reason' in chromium) {
    process.stdout.write(`${chromium.reason}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  process.stdout.write(`Chromium: ${chromium.path}\n`)
  const file = join(results, 'playwright.json')
  const status = run(root, 'node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], { NABLA_CHROMIUM: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  return read(file, status, ({ stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) =>
    ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }))
}

function run(root: string, script: string, args: readonly string[], env: Record<string, string> = {}): number | null {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout: limitMs, env: { ...process.env, ...env },
  })
  return status
}

/** Takes the counts from a report. A run that failed without a failed test, or ran none, is a failure all the same. */
function read<Report>(file: string, status: number | null, counted: (report: Report) => Counts): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const counts = counted(JSON.parse(readFileSync(file, 'utf8')) as Report)
  const unsaid = counts.failed === 0 && (status !== 0 || counts.passed === 0)
  return unsaid ? { ...counts, failed: 1 } : counts
}
