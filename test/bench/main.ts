/** `npm run bench`: prints the figures that the budgets are about. It judges nothing: a slow machine is no fault of the app. */
import { calculusBench } from './calculus.bench.ts'
import { checkingBench } from './checking.bench.ts'
import { deskBench } from './desk.bench.ts'
import type { Figure } from './figures.ts'
import { packsBench } from './packs.bench.ts'
import { progressBench } from './progress.bench.ts'

const benches: [string, () => readonly Figure[] | Promise<readonly Figure[]>][] = [
  ['The calculus core', calculusBench], ['Reading and checking', checkingBench], ['The store', progressBench], ['Exercise packs', packsBench], ['The window', deskBench],
]
/** With a word, only the parts whose title holds it: `npm run bench -- core`. */
const only = process.argv[2]?.toLowerCase() ?? ''
for (const [title, bench] of benches.filter(([title]) => title.toLowerCase().includes(only))) {
  process.stdout.write(`\n${title}\n`)
  for (const { name, value, budget } of await bench()) process.stdout.write(`  ${name}: ${value}${budget === undefined ? '' : `  (budget: ${budget})`}\n`)
}
