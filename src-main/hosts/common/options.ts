/** What can be said on the command line of the app. */
import { parseArgs } from 'node:util'
import { Refusal } from '../../app/refusal.ts'
import { packEnding } from './opened.ts'

export interface Options {
  /** Serve to a browser even where Electron is there. */
  readonly loopback: boolean
  /** Open a window or a browser. */
  readonly open: boolean
  /** The port asked for; 0 for any that is free; absent: the usual one, or any when that is taken. */
  readonly port: number | undefined
  /** The data folder asked for; absent: the platform's. */
  readonly data: string | undefined
  /** Whose progress it is; absent: the learner who was chosen last. */
  readonly learner?: string
  readonly help: boolean
  /** Packs to be looked over once the app is open, as they were named; absent where there are none. */
  readonly files?: readonly string[]
}

export const usage = `Usage: npm start -- [--loopback] [--no-open] [--port PORT] [--data FOLDER] [--learner NAME] [PACK.nabla …]

  --loopback     serve the app to a browser on this machine instead of opening a window of its own
  --no-open      open no browser, only print the address (means --loopback)
  --port PORT    port on 127.0.0.1; 0 takes a free one (means --loopback)
  --data FOLDER  where your work is kept; otherwise in the folder this system keeps for app data
  --learner NAME whose progress it is, where several people learn on this machine; otherwise the one chosen last
  PACK.nabla     an exercise pack to look at, and to install if you like it
`

/** Reads the arguments after the script's name. Refuses in plain words what it does not know. */
export function readOptions(args: readonly string[]): Options {
  let values, positionals
  try {
    ({ values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: {
        loopback: { type: 'boolean', default: false }, 'no-open': { type: 'boolean', default: false },
        port: { type: 'string' }, data: { type: 'string' }, learner: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false },
      },
    }))
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`)
  }
  if (values.data === '') throw new Refusal(`--data needs the name of a folder.\n\n${usage}`)
  if (values.learner?.trim() === '') throw new Refusal(`--learner needs a name.\n\n${usage}`)
  const stray = positionals.find((each) => !each.toLowerCase().endsWith(packEnding))
  if (stray !== undefined) throw new Refusal(`Unexpected argument '${stray}': the name of a pack ends in ${packEnding}.\n\n${usage}`)
  const loopback = values.loopback || values['no-open'] || values.port !== undefined
  return { loopback, open: !values['no-open'], port: values.port === undefined ? undefined : readPort(values.port), data: values.data, help: values.help, ...(values.learner !== undefined && { learner: values.learner }), ...(positionals.length > 0 && { files: positionals }) }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new Refusal(`--port needs a number from 0 to 65535, not "${text}".`)
  return port
}
