/** The command line: `nabla check`, `nabla derive`. */
import { parseArguments, usage } from './arguments.ts'
import { runLines } from './lines.ts'

const parsed = parseArguments(process.argv.slice(2))
if ('fault' in parsed) {
  process.stderr.write(`${parsed.fault}\n${usage}`)
  process.exitCode = 2
} else if (parsed.command === 'help') {
  process.stdout.write(usage)
} else {
  process.exitCode = await runLines(parsed)
}
