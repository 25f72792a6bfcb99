/** What was asked for on the command line. */
import { parseArgs } from 'node:util'
import { speak, tongues, type Tongue } from '../../calculus/index.ts'
import type { ParseArgsOptionsConfig } from 'node:util'
import { told } from './words.ts'

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
    else if (arg.startsWith('-') && arg !== '-') throw new UsageError(told.noOption(command, arg))
    else if (file !== null) throw new UsageError(`nabla ${command}: one file at a time, not also ${arg}.`)
    else file = arg
  }
  return { command, file: file === '-' ? null : file, evidence, language }
}

/** The language that `--language` names. Throws a `UsageError` for any other. */
export function tongueNamed(command: string, name: string | undefined): Tongue {
  const tongue = tongues.find(each => each === name)
  if (!tongue) throw new UsageError(told.oneOf(command, tongues.join(', ')))
  return tongue
}

/** Speaks the language that `--language` names, whatever else is asked for: what is wrong with the rest is told in it, too. */
export function speakAsAsked(args: readonly string[]): void {
  const at = args.findIndex(arg => arg === '--language' || arg.startsWith('--language='))
  const name = at < 0 ? undefined : args[at]!.includes('=') ? args[at]!.slice('--language='.length) : args[at + 1]
  const tongue = tongues.find(each => each === name)
  if (tongue) speak(tongue)
}

/** The option of every command for packs. */
export const inLanguage = { language: { type: 'string', default: 'en' } } as const

/** Options and names of another command. Throws a `UsageError`; `names` says how many there may be, and what they are. From then on the language is spoken that was asked for. */
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
    throw new UsageError(misused(command, error as NodeJS.ErrnoException))
  }
  const { positionals, values } = parsed
  if ('language' in options) speak(tongueNamed(command, (values as { readonly language?: string }).language))
  if (positionals.length < names.least) throw new UsageError(told.missing(command, names.what))
  if (positionals.length > names.most) throw new UsageError(told.tooMany(command, positionals[names.most]!))
  return { values: values as ReturnType<typeof parseArgs<{ options: T }>>['values'], names: positionals }
}

/** What Node says of options, in our words: which option it is stands in its message. */
function misused(command: string, { code, message }: NodeJS.ErrnoException): string {
  const option = /'(?:-\w, )?(--?[^\s'=]+)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return told.noOption(command, option)
  return /argument missing|ambiguous/.test(message) ? told.needsValue(command, option) : told.wrongOption(command, message)
}
