/** What was asked for on the command line. */
import { parseArgs } from 'node:util'
import { tongues, type Tongue } from '../../calculus/index.ts'
import type { ParseArgsOptionsConfig } from 'node:util'

export interface LinesCommand {
  readonly command: 'check' | 'derive'
  /** A file of JSON Lines; standard input where null. */
  readonly file: string | null
  /** Also write the evidence of each verdict. */
  readonly evidence: boolean
  /** In which language messages are written; English where none was asked for. */
  readonly language: Tongue
}

/** Something on the command line that no command knows: told with how it is used, and status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `Usage:
  nabla check [--evidence] [--language en|de] [FILE]
                                    judge answers: JSON Lines {"id", "question", "answer"}, one verdict a line
  nabla derive [FILE]               derive answers: JSON Lines {"id", "question"}
Without FILE, or with -, standard input is read.

Exercise packs, each a folder or a .nabla file:
  nabla lint [--json] [--errors] [--language en|de] PACK…
                                         tell everything that is wrong with packs; every test is run
  nabla test [--json] [--language en|de] PACK…
                                         run the tests of packs and nothing else
  nabla grade [--json] [--language en|de] PACK FILE
                                         mark a file of answers (CSV or JSON Lines: exercise, part, seed, answer, …), one row a row
  nabla schema [exercise|pack]           the JSON Schema of exercise files (or of pack.yaml), for editors
  nabla export FOLDER [--out FILE]       make one .nabla file of a folder; the same folder gives the same bytes
  nabla import [--preview] FILE…         install packs, or only say what they would bring
  nabla remove PACK-ID                   take an installed pack off the shelf; progress stays

A learner's progress:
  nabla doctor [--learner NAME] [--json] look the progress over, and mend what can be mended without loss
  nabla rebuild [--learner NAME]         work out again everything that is derived from the log of attempts
  nabla recheck [--preview] [--learner NAME] [--json]
                                         judge all answers again, and tell (or only tell) which come out otherwise

With --data FOLDER the last five use another data folder than the usual one. Status: 0 where all is fine, 1 where problems were told,
2 where the command was not understood or a file could not be read.
`

/** The arguments of `check` and `derive`. Throws a `UsageError`. */
export function linesCommand(command: LinesCommand['command'], args: readonly string[]): LinesCommand {
  let file: string | null = null
  let evidence = false
  let language: Tongue = 'en'
  let rest = args
  const at = args.indexOf('--language')
  if (at >= 0 && command === 'check') {
    language = tongueNamed(command, args[at + 1])
    rest = args.toSpliced(at, 2)
  }
  for (const arg of rest) {
    if (arg === '--evidence' && command === 'check') evidence = true
    else if (arg.startsWith('-') && arg !== '-') throw new UsageError(`nabla ${command}: there is no option ${arg}.`)
    else if (file !== null) throw new UsageError(`nabla ${command}: one file at a time, not also ${arg}.`)
    else file = arg
  }
  return { command, file: file === '-' ? null : file, evidence, language }
}

/** The language that `--language` names. Throws a `UsageError` for any other. */
export function tongueNamed(command: string, name: string | undefined): Tongue {
  const tongue = tongues.find(each => each === name)
  if (!tongue) throw new UsageError(`nabla ${command}: --language is followed by one of: ${tongues.join(', ')}.`)
  return tongue
}

/** Options and names of another command. Throws a `UsageError`; `names` says how many there may be, and what they are. */
export function words<T extends ParseArgsOptionsConfig>(
  command: string,
  args: readonly string[],
  options: T,
  names: { readonly what: string; readonly least: number; readonly most: number },
): { readonly values: ReturnType<typeof parseArgs<{ options: T }>>['values']; readonly names: readonly string[] } {
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`nabla ${command}: ${(error as Error).message}`)
  }
  const { positionals, values } = parsed
  if (positionals.length < names.least) throw new UsageError(`nabla ${command}: ${names.what} is missing.`)
  if (positionals.length > names.most) throw new UsageError(`nabla ${command}: ${positionals[names.most]} is one too many.`)
  return { values: values as ReturnType<typeof parseArgs<{ options: T }>>['values'], names: positionals }
}
