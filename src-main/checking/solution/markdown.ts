/** A worked solution as prose: Markdown with TeX, as authors write theirs. */
import type { SolutionLine, WorkedSolution } from './solution.ts'

/** Each reason as a sentence, with what it leads to beneath it. */
export function solutionProse({ lines }: WorkedSolution): string {
  return lines.map(paragraph).join('\n\n')
}

function paragraph({ why, latex }: SolutionLine): string {
  return `${why}\n\n$$\n${latex}\n$$`
}
