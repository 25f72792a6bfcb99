/** The command line as a child process, as a person or a script runs it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const main = join(import.meta.dirname, '..', '..', '..', 'src-main', 'hosts', 'cli', 'main.ts')
/** Tells the largest resident size on the last line of standard error: in kilobytes. */
const meter = "data:text/javascript,process.on('exit',()=>process.stderr.write('maxrss '+process.resourceUsage().maxRSS+'\\n'))"

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
  /** Megabytes that the whole process held at most. */
  readonly megabytes: number
}

/** Runs `nabla` with these arguments; `input` is written to its standard input, piece by piece as it is read. */
export function nabla(args: readonly string[], input: string | Iterable<string> = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', meter, main, ...args], { stdio: 'pipe' })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => out.push(piece))
    child.stderr.on('data', (piece: Buffer) => err.push(piece))
    child.on('error', reject)
    child.on('close', status => {
      const [told, rss] = Buffer.concat(err).toString('utf8').split(/^maxrss /m)
      resolve({ status, out: Buffer.concat(out).toString('utf8'), err: told!, megabytes: Number(rss) / 1024 })
    })
    // A command that does not read to the end closes its side.
    child.stdin.on('error', () => undefined)
    void feed(child.stdin, typeof input === 'string' ? [input] : input)
  })
}

async function feed(stdin: NodeJS.WritableStream, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) if (!stdin.write(piece)) await new Promise(resolve => stdin.once('drain', resolve))
  stdin.end()
}

/** One JSON object a line. */
export function linesOf(out: string): Record<string, unknown>[] {
  return out.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Record<string, unknown>)
}

export function toLines(...values: readonly unknown[]): string {
  return values.map(value => `${JSON.stringify(value)}\n`).join('')
}
