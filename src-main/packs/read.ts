/** Reads a pack out of memory: all problems at once, and whatever can be used in spite of them. Pure: no file, no clock. */
import { assemble } from './assemble.ts'
import type { Unknowable } from './assemble.ts'
import { draftOf, lookInto, nothingLeft } from './drafts.ts'
import type { Draft } from './drafts.ts'
import type { Exercise, Pack } from './pack.ts'
import { isExerciseFile, packFileName, takePicture, wholeFile } from './contents.ts'
import { contentKind, looksLikePicture } from './limits.ts'
import { byPlace } from './problem.ts'
import type { PackProblem } from './problem.ts'
import { exerciseSchema } from './schema/exercise.ts'
import { explainSchema } from './schema/explain.ts'
import { formatVersion, packSchema } from './schema/pack.ts'
import type { PackFile } from './schema/pack.ts'
import { salvage } from './schema/salvage.ts'
import { standInOfPack } from './schema/stand-ins.ts'
import { decode } from './text.ts'
import type { SourceFile } from './yaml/document.ts'
import { isKnownText, readYamlOnce, sourceOfKnown } from './yaml/known.ts'
import type { KnownText, YamlReading, YamlValues } from './yaml/known.ts'
import { outlined, outlineOf } from './outline.ts'
import type { Outline } from './outline.ts'
import { words } from './words.ts'

/** Contents by path inside the pack, with `/`. */
export type PackFiles = ReadonlyMap<string, Uint8Array | string>
type Content = Uint8Array | string | KnownText
export interface PackReading {
  /** Null where `pack.yaml` is missing or cannot be used; the exercises were read all the same, and their problems are told. */
  readonly pack: Pack | null
  /** In the order of files and lines. */
  readonly problems: readonly PackProblem[]
  /** Where some file cannot be used: what can be looked into nevertheless, for lint. */
  readonly rest?: Rest
}

/** What an author can be told more of, although it is no part of a pack. */
export interface Rest {
  /** The pack, with something harmless where `pack.yaml` is broken; null where nothing of that file is left. */
  readonly pack: Pack | null
  /** One for each exercise file that gave no exercise. */
  readonly drafts: readonly Draft[]
}

/**
 * What is known of files that were read before, by the names of their texts: reading YAML and holding it against the schema is nearly all of the
 * time that a pack takes.
 */
export interface KnownFiles extends YamlValues {
  /** Null where none is known. Only an exercise without any problem has one. */
  outline(name: string): Outline | null
  setOutline(name: string, outline: Outline): void
}

export interface ReadOptions {
  readonly known?: KnownFiles
}

/** File names in the order that a person expects: `2-b` before `10-a`. */
const natural = new Intl.Collator('en', { numeric: true })

/** Reads `pack.yaml` and every other `.yaml` file as an exercise. An exercise file that is broken is told, and the others are there. */
export function readPack(files: ReadonlyMap<string, Content>, { known }: ReadOptions = {}): PackReading {
  const problems: PackProblem[] = []
  const exercises: Exercise[] = []
  const drafts: Draft[] = []
  const pictures = new Map<string, Uint8Array>()
  const unshown = new Set<string>()
  for (const path of [...files.keys()].toSorted(natural.compare)) {
    if (contentKind(path) === 'picture') takePicture(path, bytesOf(files.get(path)!), pictures, problems)
    if (looksLikePicture(path) && !pictures.has(path)) unshown.add(path)
    if (path === packFileName || !isExerciseFile(path, files, problems)) continue
    const read = readExercise(path, files.get(path)!, problems, known)
    if ('source' in read) exercises.push(read)
    else drafts.push(read)
  }
  const content = files.get(packFileName)
  if (content === undefined) {
    if (!problems.some(problem => problem.code === 'no-pack')) problems.push(wholeFile('no-pack', packFileName, words.noPack(packFileName)))
    return { pack: null, problems: problems.toSorted(byPlace) }
  }
  const header = readHeader(content, problems, known)
  if (!header) return { pack: null, problems: problems.toSorted(byPlace) }
  const assembled = assemble(header.source, header.file, exercises, { pictures, unshown, drafts, unknowable: header.unknowable })
  const rest = header.broken || assembled.drafts.length > 0 ? { rest: { pack: assembled.pack, drafts: assembled.drafts } } : {}
  // That no exercise is left only follows from what was told of each.
  const own = problems.some(p => p.severity === 'error' && p.file !== packFileName && p.file.endsWith('.yaml')) ? assembled.problems.filter(p => p.code !== 'no-exercises') : assembled.problems
  return { pack: header.broken ? null : assembled.pack, problems: [...problems, ...own.filter(p => !header.echoes(p))].toSorted(byPlace), ...rest }
}

function bytesOf(content: Content): Uint8Array {
  return content instanceof Uint8Array ? content : new TextEncoder().encode(isKnownText(content) ? content.text() : content)
}

function readSource(path: string, content: Content, problems: PackProblem[], known?: KnownFiles): YamlReading | null {
  const kept = isKnownText(content) ? sourceOfKnown(path, content, known) : null
  if (kept) return kept
  const text = decode(path, isKnownText(content) ? content.text() : content)
  if (typeof text !== 'string') {
    problems.push(text)
    return null
  }
  const reading = readYamlOnce(path, text, known)
  problems.push(...reading.problems)
  return reading
}

/** An exercise whose outline is known is read when somebody asks for more than that. */
function readExercise(path: string, content: Content, problems: PackProblem[], known?: KnownFiles): Exercise | Draft {
  const reading = readSource(path, content, problems, known)
  if (!reading?.source) return nothingLeft
  const { source, name } = reading
  const outline = known && name !== null ? known.outline(name) : null
  if (outline) return outlined(outline, source, () => readLater(outline, source, () => known!.drop(name!)))
  const told = problems.length
  const exercise = exerciseIn(source, problems)
  if ('source' in exercise && known && name !== null && problems.length === told) known.setOutline(name, outlineOf(exercise))
  return exercise
}

/** Reads what had an outline. Where what was kept does not fit, it is dropped, and the file itself is read. */
function readLater(outline: Outline, source: SourceFile, drop: () => void): Exercise {
  const fits = (exercise: Exercise | Draft): exercise is Exercise => 'source' in exercise && JSON.stringify(outlineOf(exercise)) === JSON.stringify(outline)
  const kept = exerciseIn(source, [])
  if (fits(kept)) return kept
  drop()
  const again = exerciseIn(source, [])
  if (fits(again)) return again
  throw new Error(words.misfit(source.file))
}

/** The exercise that a YAML file holds; where anything is wrong with it, what is left. */
function exerciseIn(source: SourceFile, problems: PackProblem[]): Exercise | Draft {
  const { value: file, problems: found } = explainSchema(source, exerciseSchema, 'exercise')
  problems.push(...found)
  if (!file) return draftOf(source, problems)
  const looked = lookInto(source, { file, value: source.value, holes: [] }, problems)
  return looked.whole ?? looked
}

/** What `pack.yaml` says; `broken`: with something harmless where it is. */
interface Header {
  readonly source: SourceFile
  readonly file: PackFile
  readonly broken: boolean
  readonly unknowable: Unknowable
  echoes(problem: PackProblem): boolean
}

function readHeader(content: Content, problems: PackProblem[], known?: KnownFiles): Header | null {
  const source = readSource(packFileName, content, problems, known)?.source
  if (!source) return null
  const format = (source.value as { format?: unknown } | null)?.format
  if (Number.isSafeInteger(format) && Number(format) > formatVersion) {
    problems.push(
      source.problem(
        'newer-format',
        words.newerFormat(String(format), formatVersion),
        source.place(['format']),
      ),
    )
    return null
  }
  const { value: file, problems: found } = explainSchema(source, packSchema, 'pack')
  problems.push(...found)
  if (file) return { source, file, broken: false, unknowable: new Set(), echoes: () => false }
  const salvaged = salvage(source, packSchema, standInOfPack)
  if (!salvaged) return null
  const places = salvaged.holes.map(path => source.place(path))
  return {
    source, file: salvaged.file, broken: true,
    // Where an id is not to be read, nobody can say which there are.
    unknowable: new Set((['outcome', 'chapter'] as const).filter(what => salvaged.holes.some(([list, , field]) => list === `${what}s` && field !== 'title'))),
    echoes: ({ file: at, line, column }) => at === packFileName && places.some(place => place.line === line && place.column === column),
  }
}
