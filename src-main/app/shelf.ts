/** The packs that are there, and finding an exercise or a part among them. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packFileName, readPackFolder } from '../packs/index.ts'
import { openValues } from '../packs/library/index.ts'
import type { Exercise, Pack, PackProblem, Part } from '../packs/index.ts'
import { variantOf } from '../packs/variants/variant.ts'
import { practiceExercise, practicePack } from './practice.ts'
import { Refusal } from './refusal.ts'
import { problemWords, refusalWords } from './words/index.ts'

export interface PlacedExercise {
  readonly pack: Pack
  readonly exercise: Exercise
}
export interface PlacedPart extends PlacedExercise {
  readonly part: Part
}
/** Names a part, as the contract does. */
export interface PartRef {
  readonly pack: string
  readonly exercise: string
  readonly part: string
  /** Which variant; 0 where left out. */
  readonly seed?: number | undefined
}

/** A pack and where it comes from. */
export interface ShelfPack {
  readonly pack: Pack
  /** Whether it comes with the app. */
  readonly builtIn: boolean
  /** Its folder among the packs that come with the app; null where it is a file. */
  readonly folder: string | null
}

/** Something to be told, in the language that is spoken when it is. */
export type Sentence = () => string

export class Shelf {
  readonly placed: readonly ShelfPack[]
  readonly packs: readonly Pack[]
  /** What is wrong with the packs, in plain words with file, line and column. */
  readonly #problems: readonly Sentence[]

  constructor(placed: readonly ShelfPack[], problems: readonly Sentence[]) {
    this.placed = placed
    this.packs = placed.map(each => each.pack)
    this.#problems = problems
  }

  /** What should be told of the packs. */
  get problems(): readonly string[] {
    return this.#problems.map(say => say())
  }

  /** A shelf with these packs too. A pack whose id is taken is left out, and told. */
  with(more: readonly ShelfPack[], problems: readonly Sentence[]): Shelf {
    const taken = new Set(this.packs.map(pack => pack.id))
    const [left, fit] = [more.filter(({ pack }) => taken.has(pack.id)), more.filter(({ pack }) => !taken.has(pack.id))]
    const told = left.map(({ pack }) => () => problemWords.idOfBuiltIn(pack.title, pack.id))
    return new Shelf([...this.placed, ...fit], [...this.#problems, ...problems, ...told])
  }

  /** All exercises in teaching order, pack by pack. */
  get exercises(): readonly PlacedExercise[] {
    return this.packs.flatMap(pack => pack.exercises.map(exercise => ({ pack, exercise })))
  }

  /** Refuses, in plain words, what is not there. */
  exercise(pack: string, id: string, seed = 0): PlacedExercise {
    if (pack === practicePack.id) return generated(id)
    const found = this.packs.find(p => p.id === pack)
    const exercise = found?.exercises.find(e => e.id === id)
    if (!found || !exercise) throw new Refusal(refusalWords.exerciseUnknown(id, pack))
    const variant = variantOf(exercise, seed)
    if (!variant) throw new Refusal(refusalWords.variantUnshown(exercise.title))
    return { pack: found, exercise: variant }
  }

  /** Refuses, in plain words, what is not there. */
  part(ref: PartRef): PlacedPart {
    const placed = this.exercise(ref.pack, ref.exercise, ref.seed)
    const part = placed.exercise.parts.find(p => p.id === ref.part)
    if (!part) throw new Refusal(refusalWords.partUnknown(placed.exercise.title, ref.part))
    return { ...placed, part }
  }
}

function generated(id: string): PlacedExercise {
  const exercise = practiceExercise(id)
  if (!exercise) throw new Refusal(refusalWords.practiceUnknown(id))
  return { pack: practicePack, exercise }
}

/** Reads every pack in a folder: each of its folders that has a `pack.yaml`. `cacheDir`: where what was read before is kept. */
export function fillShelf(packsDir: string, cacheDir: string | null): Shelf {
  const packs = new Map<string, ShelfPack>()
  const problems: Sentence[] = []
  for (const name of foldersIn(packsDir, problems)) {
    const dir = join(packsDir, name)
    if (!existsSync(join(dir, packFileName))) continue
    const known = openValues(cacheDir, `folder_${name}`)
    const reading = readPackFolder(dir, { known })
    known.save()
    problems.push(...reading.problems.map(problem => () => wordsOf(name, problem)))
    if (!reading.pack) continue
    const { id } = reading.pack
    if (packs.has(id))
      problems.push(() => problemWords.idTwice(`${name}/${packFileName}`, id))
    else packs.set(id, { pack: reading.pack, builtIn: true, folder: name })
  }
  return new Shelf([...packs.values()], problems)
}

function foldersIn(packsDir: string, problems: Sentence[]): string[] {
  try {
    return readdirSync(packsDir, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .toSorted()
  } catch (error) {
    problems.push(() => problemWords.packsFolderUnreadable(packsDir, (error as NodeJS.ErrnoException).code ?? String(error)))
    return []
  }
}

function wordsOf(folder: string, problem: PackProblem): string {
  return problemWords.at(`${folder}/${problem.file}`, problem.line, problem.column, problem.message)
}
