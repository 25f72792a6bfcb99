/** Holds what an author is told of each broken file in a corpus against what is written there, and each mend against what it takes away. */
import { expect, it } from 'vitest'
import { readCorpus } from './corpus.ts'
import { problemsOf, told } from './told.ts'

/** `name`: of a corpus in `corpus/`, without its ending. */
export function holdsToCorpus(name: string): void {
  const cases = readCorpus(new URL(`corpus/${name}.txt`, import.meta.url)).map(each => [each.name, each] as const)
  it.each(cases)('%s', (_, { text, expected }) => expect(problemsOf(text).map(told)).toEqual(expected))

  it.each(cases.filter(([, { expected }]) => expected.some(line => line.includes(' ⇒ '))))('%s: each mend takes its problem away', (_, { text }) => {
    const problems = problemsOf(text)
    for (const { mend, message } of problems) {
      if (!mend) continue
      const left = problemsOf(text.slice(0, mend.from) + mend.text + text.slice(mend.to))
      expect(left.filter(problem => problem.message === message).length).toBeLessThan(problems.filter(problem => problem.message === message).length)
    }
  })
}
