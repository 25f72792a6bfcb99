/** The command line: `nabla check`, `nabla lint` and the others. Each command loads only what it needs. */
import { Refusal } from '../../app/refusal.ts'
import { linesCommand, speakAsAsked, UsageError } from './arguments.ts'
import { told } from './words.ts'

type Command = (args: readonly string[]) => Promise<number>

const commands: Readonly<Record<string, Command>> = {
  check: async args => (await import('./lines.ts')).runLines(linesCommand('check', args)),
  derive: async args => (await import('./lines.ts')).runLines(linesCommand('derive', args)),
  lint: async args => (await import('./lint.ts')).runLint('lint', args),
  test: async args => (await import('./lint.ts')).runLint('test', args),
  grade: async args => (await import('./grade.ts')).runGrade(args),
  schema: async args => (await import('./schema.ts')).runSchema(args),
  export: async args => (await import('./export.ts')).runExport(args),
  import: async args => (await import('./install.ts')).runImport(args),
  remove: async args => (await import('./install.ts')).runRemove(args),
  doctor: async args => (await import('./progress.ts')).runDoctor(args),
  recheck: async args => (await import('./progress.ts')).runRecheck(args),
  rebuild: async args => (await import('./progress.ts')).runRebuild(args),
}

const [name, ...args] = process.argv.slice(2)
speakAsAsked(args)
process.exitCode = await run()

async function run(): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help' || args.includes('--help')) {
    process.stdout.write(told.usage)
    return 0
  }
  try {
    if (!Object.hasOwn(commands, name)) throw new UsageError(told.noCommand(name))
    return await commands[name]!(args)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n${error instanceof UsageError ? told.usage : ''}`)
    return 2
  }
}
