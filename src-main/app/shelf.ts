/** The packs that are there, and finding an exercise or a part among them. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packFileName, readPackFolder } from '../packs/index.ts'
import type { Exercise, Pack, PackProblem, Part } from '../packs/index.ts'
import { Refusal } from './refusal.ts'

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
}

export class Shelf {
  readonly packs: readonly Pack[]
  /** What is wrong with the packs, in plain words with file, line and column. */
  readonly problems: readonly string[]

  constructor(packs: readonly Pack[], problems: readonly string[]) {
    this.packs = packs
    this.problems = problems
  }

  /** All exercises in teaching order, pack by pack. */
  get exercises(): readonly PlacedExercise[] {
    return this.packs.flatMap(pack => pack.exercises.map(exercise => ({ pack, exercise })))
  }

  /** Refuses, in plain words, what is not there. */
  exercise(pack: string, id: string): PlacedExercise {
    const found = this.packs.find(p => p.id === pack)
    const exercise = found?.exercises.find(e => e.id === id)
    if (!found || !exercise) throw new Refusal(`There is no exercise “${id}” in the pack “${pack}”. It may have been removed or renamed.`)
    return { pack: found, exercise }
  }

  /** Refuses, in plain words, what is not there. */
  part(ref: PartRef): PlacedPart {
    const placed = this.exercise(ref.pack, ref.exercise)
    const part = placed.exercise.parts.find(p => p.id === ref.part)
    if (!part) throw new Refusal(`The exercise “${placed.exercise.title}” has no part “${ref.part}”. It may have been removed or renamed.`)
    return { ...placed, part }
  }
}

/** Reads every pack in a folder: each of its folders that has a `pack.yaml`. */
export function fillShelf(packsDir: string): Shelf {
  const packs = new Map<string, Pack>()
  const problems: string[] = []
  for (const name of foldersIn(packsDir, problems)) {
    const dir = join(packsDir, name)
    if (!existsSync(join(dir, packFileName))) continue
    const reading = readPackFolder(dir)
    problems.push(...reading.problems.map(problem => wordsOf(name, problem)))
    if (!reading.pack) continue
    if (packs.has(reading.pack.id))
      problems.push(`${name}/${packFileName}: another pack has the id “${reading.pack.id}” already. This one is left out.`)
    else packs.set(reading.pack.id, reading.pack)
  }
  return new Shelf([...packs.values()], problems)
}

function foldersIn(packsDir: string, problems: string[]): string[] {
  try {
    return readdirSync(packsDir, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .toSorted()
  } catch (error) {
    problems.push(`The folder of exercise packs, ${packsDir}, cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`)
    return []
  }
}

function wordsOf(folder: string, problem: PackProblem): string {
  return `${folder}/${problem.file}, line ${problem.line}, column ${problem.column}: ${problem.message}`
}
