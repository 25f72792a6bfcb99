/**
 * The faults of the store in full: `npm run torture [-- ROUNDS [SEED [KIND]]]`, 1,000 rounds and all kinds where nothing is said. Says first how long it will
 * take, then every minute how far it is, and every fault as it is found; the last line sums up. The exit status is 1 if there was any fault. Two kinds run side
 * by side, each in a process of its own.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { home } from '../progress/faults/home.ts'
import { kindsFor } from './kinds.ts'

const [asked, seed] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 1)]
const only = process.argv[4]
const kinds = kindsFor(asked)
if (!Number.isInteger(asked) || asked < 1 || !Number.isInteger(seed) || (only !== undefined && !Object.hasOwn(kinds, only))) {
  throw new Error(`usage: npm run torture [-- ROUNDS [SEED [${Object.keys(kinds).join('|')}]]]`)
}

/** What became of a kind. */
interface Done {
  readonly name: string
  readonly rounds: number
  readonly faults: number
  readonly leftOut: string | null
}

const time = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`)
const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

async function one(name: string): Promise<Done> {
  const kind = kinds[name]!
  const dir = mkdtempSync(join(home(), `nabla-torture-${name}-`))
  // The writers start sooner where their code is compiled already.
  process.env.NODE_COMPILE_CACHE = join(dir, 'compiled')
  const began = performance.now()
  const passed = (): number => (performance.now() - began) / 1000
  try {
    const running = kind.begin(dir, seed)
    if (typeof running === 'string') {
      console.log(`${name}: left out, ${running}`)
      return { name, rounds: 0, faults: 0, leftOut: running }
    }
    const rounds = kind.rounds(asked)
    let faults = 0
    let said = 0
    try {
      for (let i = 0; i < rounds;) {
        for (const fault of await running.round(i)) {
          faults++
          console.log(`${name}: FAULT ${fault}`)
        }
        i = Math.min(rounds, i + (kind.atATime ?? 1))
        if (passed() < said + 60) continue
        said = passed()
        console.log(`${name}: ${i} of ${rounds} rounds, ${counted(faults, 'fault')}, ${time(said)}, about ${time((said / i) * (rounds - i))} to go`)
      }
    } finally {
      running.end?.()
    }
    const more = running.told?.()
    console.log(`${name}: done, ${kind.what}: ${counted(rounds, 'round')}${more === undefined ? '' : `, ${more}`}; ${faults === 0 ? 'nothing was lost' : counted(faults, 'fault')} (${time(passed())})`)
    return { name, rounds, faults, leftOut: null }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Runs a kind in a process of its own. One that ends without a word is a fault itself. */
function apart(name: string): Promise<Done> {
  return new Promise((done) => {
    let heard: Done | null = null
    const child = fork(import.meta.filename, [String(asked), String(seed), name])
    child.on('message', (message) => { heard = message as Done })
    child.on('close', (code, signal) => {
      if (heard === null) console.log(`${name}: FAULT its process ended with ${signal ?? `status ${code}`}`)
      done(heard ?? { name, rounds: 0, faults: 1, leftOut: null })
    })
  })
}

async function all(): Promise<readonly Done[]> {
  const names = Object.keys(kinds)
  const seconds = (name: string): number => kinds[name]!.rounds(asked) * kinds[name]!.seconds
  console.log(`The plan, seed ${seed}: ${names.map((name) => `${name} ${counted(kinds[name]!.rounds(asked), 'round')} (${time(seconds(name))})`).join(', ')}.`)
  const sum = names.reduce((total, name) => total + seconds(name), 0)
  console.log(`Two at a time: about ${time(Math.max(sum / 2, ...names.map(seconds)))} on an idle machine.`)
  // The longest first, so that both lanes end at about the same time.
  const left = names.toSorted((a, b) => seconds(b) - seconds(a))
  const done: Done[] = []
  const lane = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) done.push(await apart(name))
  }
  await Promise.all([lane(), lane()])
  return done
}

const began = performance.now()
const done = only === undefined ? await all() : [await one(only)]
process.send?.(done[0]!)
if (process.connected) process.disconnect()
else {
  const faults = done.reduce((sum, each) => sum + each.faults, 0)
  const leftOut = done.filter((each) => each.leftOut !== null)
  console.log(`Torture: ${counted(done.reduce((sum, each) => sum + each.rounds, 0), 'round')} of ${counted(done.length - leftOut.length, 'kind')}, ${faults === 0 ? 'nothing was lost' : counted(faults, 'FAULT')}${leftOut.length === 0 ? '' : `; left out: ${leftOut.map(({ name }) => name).join(', ')}`} (${time((performance.now() - began) / 1000)})`)
}
process.exitCode = done.some((each) => each.faults > 0) ? 1 : 0
