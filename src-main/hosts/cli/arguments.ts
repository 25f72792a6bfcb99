/** What was asked for on the command line. */

export interface LinesCommand {
  readonly command: 'check' | 'derive'
  /** A file of JSON Lines; standard input where null. */
  readonly file: string | null
  /** Also write the evidence of each verdict. */
  readonly evidence: boolean
}

export type Parsed = LinesCommand | { readonly command: 'help' } | { readonly fault: string }

export const usage = `Usage:
  nabla check [--evidence] [FILE]   judge answers: JSON Lines {"id", "question", "answer"}, one verdict a line
  nabla derive [FILE]               derive answers: JSON Lines {"id", "question"}
Without FILE, or with -, standard input is read.
`

export function parseArguments(args: readonly string[]): Parsed {
  const [command, ...rest] = args
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') return { command: 'help' }
  if (command !== 'check' && command !== 'derive') return { fault: `nabla: there is no command “${command}”.` }
  let file: string | null = null
  let evidence = false
  for (const arg of rest) {
    if (arg === '--evidence' && command === 'check') evidence = true
    else if (arg.startsWith('-') && arg !== '-') return { fault: `nabla ${command}: there is no option ${arg}.` }
    else if (file !== null) return { fault: `nabla ${command}: one file at a time, not also ${arg}.` }
    else file = arg
  }
  return { command, file: file === '-' ? null : file, evidence }
}
