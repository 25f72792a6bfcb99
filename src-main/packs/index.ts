/** Exercise packs: reading and checking their form. The semantic pass is `lint/index.ts`, which brings its own dependencies. */
export type { Chapter, Exercise, Hint, Outcome, Pack, Part, TestAnswer, Tests } from './pack.ts'
export type { PackProblem, PackProblemCode } from './problem.ts'
export { formatProblem } from './problem.ts'
export { packFileName, readPack } from './read.ts'
export type { PackFiles, PackReading } from './read.ts'
export { readPackFolder } from './folder.ts'
