/** `npm run bench`: prints the figures that the budgets are about. It judges nothing: a slow machine is no fault of the app. */
import { checkingBench } from './checking.bench.ts'
import { deskBench } from './desk.bench.ts'
import type { Figure } from './figures.ts'
import { packsBench } from './packs.bench.ts'
import { progressBench } from './progress.bench.ts'

const benches: [string, () => readonly Figure[] | Promise<readonly Figure[]>][] = [['Reading and checking', checkingBench], ['The store', progressBench], ['Exercise packs', packsBench], ['The window', deskBench]]
for (const [title, bench] of benches) {
  process.stdout.write(`\n${title}\n`)
  for (const { name, value, budget } of await bench()) process.stdout.write(`  ${name}: ${value}${budget === undefined ? '' : `  (budget: ${budget})`}\n`)
}
