/** Reads a pack out of memory: all problems at once, and whatever can be used in spite of them. Pure: no file, no clock. */
import { assemble, exerciseOf } from './assemble.ts'
import type { Exercise, Pack } from './pack.ts'
import { byPlace } from './problem.ts'
import type { PackProblem } from './problem.ts'
import { exerciseSchema } from './schema/exercise.ts'
import { explainSchema } from './schema/explain.ts'
import { kindProblems } from './schema/kinds.ts'
import { formatVersion, packSchema } from './schema/pack.ts'
import type { PackFile } from './schema/pack.ts'
import { decode } from './text.ts'
import { readYaml } from './yaml/document.ts'
import type { SourceFile } from './yaml/document.ts'

/** Contents by path inside the pack, with `/`. */
export type PackFiles = ReadonlyMap<string, Uint8Array | string>
export interface PackReading {
  /** Null where `pack.yaml` is missing or cannot be used; the exercises were read all the same, and their problems are told. */
  readonly pack: Pack | null
  /** In the order of files and lines. */
  readonly problems: readonly PackProblem[]
}

/** The file that makes a folder a pack. */
export const packFileName = 'pack.yaml'

/** File names in the order that a person expects: `2-b` before `10-a`. */
const natural = new Intl.Collator('en', { numeric: true })

/** Reads `pack.yaml` and every other `.yaml` file as an exercise. An exercise file that is broken is told, and the others are there. */
export function readPack(files: PackFiles): PackReading {
  const problems: PackProblem[] = []
  const exercises: Exercise[] = []
  for (const path of [...files.keys()].toSorted(natural.compare)) {
    if (path === packFileName || !isExerciseFile(path, problems)) continue
    const exercise = readExercise(path, files.get(path)!, problems)
    if (exercise) exercises.push(exercise)
  }
  const content = files.get(packFileName)
  if (content === undefined) {
    problems.push(wholeFile('no-pack', packFileName, `A pack needs a file \`${packFileName}\` with its id, title, version and outcomes.`))
    return { pack: null, problems: problems.toSorted(byPlace) }
  }
  const header = readHeader(content, problems)
  if (!header) return { pack: null, problems: problems.toSorted(byPlace) }
  const assembled = assemble(header.source, header.file, exercises)
  return { pack: assembled.pack, problems: [...problems, ...assembled.problems].toSorted(byPlace) }
}

/** A problem that is about a file as a whole. */
export function wholeFile(
  code: PackProblem['code'],
  file: string,
  message: string,
  severity: PackProblem['severity'] = 'error',
): PackProblem {
  return { code, severity, file, line: 1, column: 1, message }
}

function isExerciseFile(path: string, problems: PackProblem[]): boolean {
  if (path.endsWith('.yaml')) return true
  if (/\.yml$/i.test(path)) problems.push(wholeFile('unknown-file', path, 'Exercise files end in `.yaml`. Rename this one.', 'warning'))
  else if (!/(^|\/)(README|LICEN[CS]E)(\.\w+)?$|\.(md|png)$/i.test(path))
    problems.push(wholeFile('unknown-file', path, 'A pack holds `.yaml`, `.md` and `.png` files. This one is ignored.', 'warning'))
  return false
}

function readSource(path: string, content: Uint8Array | string, problems: PackProblem[]): SourceFile | null {
  const text = decode(path, content)
  if (typeof text !== 'string') {
    problems.push(text)
    return null
  }
  const { source, problems: found } = readYaml(path, text)
  problems.push(...found)
  return source
}

function readExercise(path: string, content: Uint8Array | string, problems: PackProblem[]): Exercise | null {
  const source = readSource(path, content, problems)
  if (!source) return null
  const { value: file, problems: found } = explainSchema(source, exerciseSchema, 'The exercise')
  problems.push(...found)
  if (!file) return null
  const written = (source.value as { parts: Record<string, unknown>[] }).parts
  const wrong = file.parts.flatMap((part, i) => kindProblems(source, ['parts', i], written[i]!, part))
  problems.push(...wrong)
  return wrong.length === 0 ? exerciseOf({ source, file }) : null
}

function readHeader(content: Uint8Array | string, problems: PackProblem[]): { source: SourceFile; file: PackFile } | null {
  const source = readSource(packFileName, content, problems)
  if (!source) return null
  const format = (source.value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > formatVersion) {
    problems.push(
      source.problem(
        'newer-format',
        `This pack has format ${format}. This version of Nabla reads formats up to ${formatVersion}: a newer one is needed.`,
        source.place(['format']),
      ),
    )
    return null
  }
  const { value: file, problems: found } = explainSchema(source, packSchema, 'The pack')
  problems.push(...found)
  return file ? { source, file } : null
}
