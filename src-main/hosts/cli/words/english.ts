/** What the commands for packs say. English says which ids there are. */
import { english as progress } from './progress.ts'
import { english as usage } from './usage.ts'

const some = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

export const english = {
  usage,
  progress,
  // How much there is.
  exercises: (n: number) => some(n, 'exercise'),
  parts: (n: number) => some(n, 'part'),
  tests: (n: number) => some(n, 'test'),
  bytes: (n: number) => some(n, 'byte'),
  problems: (n: number) => (n === 0 ? 'no problems' : some(n, 'problem')),
  failed: (n: number) => `${n} failed`,
  warning: (message: string) => `warning: ${message}`,
  // What was asked for.
  noCommand: (name: string) => `nabla: there is no command “${name}”.`,
  noOption: (command: string, option: string) => `nabla ${command}: there is no option ${option}.`,
  wrongOption: (command: string, why: string) => `nabla ${command}: ${why}`,
  needsValue: (command: string, option: string) => `nabla ${command}: ${option} needs a value.`,
  missing: (command: string, what: string) => `nabla ${command}: ${what} is missing.`,
  tooMany: (command: string, name: string) => `nabla ${command}: ${name} is one too many.`,
  oneOf: (command: string, languages: string) => `nabla ${command}: --language is followed by one of: ${languages}.`,
  noSchema: (name: string) => `nabla schema: there is no schema “${name}”.`,
  needs: { pack: 'a pack', both: 'a pack, or the file of answers', folder: 'the folder of a pack', file: 'a .nabla file', id: 'the id of a pack' },
  // Files.
  nothingThere: (path: string) => `${path}: there is no such file or folder.`,
  unreadable: (path: string, why: string) => `${path} cannot be read: ${why}`,
  unwritable: (path: string, why: string) => `${path} cannot be written: ${why}`,
  unusable: (path: string) => `${path}: this pack cannot be used.`,
  // What came of it.
  nothingWritten: 'Nothing was written. A pack with errors cannot be installed.',
  exported: (file: string, title: string, version: string, exercises: string, bytes: string) => `${file}: ${title} ${version}, ${exercises}, ${bytes}.`,
  notInstalled: (path: string, why: string) => `${path}: not installed. ${why}`,
  installed: (pack: string, version: string) => `${pack} ${version} is installed.`,
  replaced: (pack: string, version: string, old: string) => `${pack} ${version} is installed, in the place of ${old}.`,
  removed: (pack: string, file: string) => `${pack} is removed. Attempts stay. It can be brought back from ${file}.`,
  by: (authors: string) => `, by ${authors}`,
  changes: {
    newer: (version: string, more: string) => `Newer than the installed ${version}: ${more}.`,
    older: (version: string, more: string) => `Older than the installed ${version}: ${more}.`,
    same: (version: string, more: string) => `The installed version is ${version} too: ${more}.`,
  },
  changed: (added: number, changed: number, removed: number) => `${added} new, ${changed} changed, ${removed} gone`,
  // Marking.
  answers: (n: number) => some(n, 'answer'),
  ruined: (path: string) => `${path}: this pack cannot be used. nabla lint tells why.`,
  noColumn: (path: string, name: string) => `${path}: there is no column “${name}”. Its first line names the columns: exercise, part, answer, and whatever else is to be passed on, such as student. They may have a seed, too.`,
  noExercise: (id: string) => `There is no exercise “${id}” in this pack.`,
  noSeed: (text: string) => `“${text}” is no seed: it is a whole number.`,
  noVariant: (id: string, seed: string) => `The exercise “${id}” has no variant of seed ${seed}.`,
  noPart: (id: string, name: string, parts: string) => `The exercise “${id}” has no part “${name}”. It has ${parts}.`,
  notJson: (line: number, why: string) => `line ${line} is not JSON: ${why}`,
  noObject: (line: number) => `line ${line} is no JSON object.`,
  openQuote: (line: number) => `a quotation mark that is opened in the record of line ${line} is never closed.`,
  verdicts: { correct: 'correct', incorrect: 'incorrect', invalid: 'invalid', undecided: 'undecided', error: 'error' },
  partsGone: (parts: number) => `, ${some(parts, 'part')} gone from exercises that stay`,
} as const
