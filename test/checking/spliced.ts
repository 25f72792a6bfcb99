/** The law of spliced texts: whatever a learner types, it is read and judged, and nothing in the checker stops on it. */
import { check, report } from '../../src-main/checking/check.ts'
import { readCorpus, type Block } from './corpus.ts'

/** What learners type in the wrong place, or where it has no meaning. */
const pieces = [
  '≠', '_k', '_i', '_{ij}', '_{i≠j}', 'sum_{i≠k}', 'sum_{i,j}', '\\sum_{i=1}^{N}', '^T', '^-1', '^{ij}', 'delta_{ij}', '[i=j]', '[i≠k]', 'vec(', 'diag(', 'tr(', 'det(', 'inv(', 'exp(', 'log(', 'softmax(', "sigma'(",
  'kron(', 'sum(', 'unit(i,N)', 'comm(M,N)', 'einsum("ij,j->i",', '\\frac{', '}{', '\\left(', '\\right)', '(', ')', '[', ']', '{', '}', '||', '|', ',', ';', ':', '=', '.*', './', '.^', '^2', '-', '+', '/', 'd', '∂',
  'I', 'I_N', '1_M', 'e_i', '0', '1/2', '0.5', 'N', 'M', 'x', 'A', 'y',
]

const tokens = (text: string): string[] => text.match(/\\?[A-Za-z]+|\d+|\s+|[^\sA-Za-z\d]/g) ?? []

/** The blocks of the golden corpora. */
export const corpora = (): readonly Block[] => readCorpus(new URL('./corpus/', import.meta.url))

/**
 * Puts a text together out of answers of the corpora and of pieces, by a seed, and has it read and judged for one of their questions. What is wrong with
 * that, or null.
 */
export function spliced(blocks: readonly Block[], seed: number): string | null {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  const upTo = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  const one = <T>(list: readonly T[]): T => list[upTo(list.length)]!
  const block = one(blocks)
  let text = tokens(one((upTo(4) === 0 ? one(blocks) : block).cases).answer)
  for (let changes = 1 + upTo(3); changes > 0; changes--) {
    const at = upTo(text.length + 1)
    const other = upTo(text.length)
    switch (upTo(5)) {
      case 0: text.splice(at, 1); break
      case 1: text.splice(at, 0, one(pieces)); break
      case 2: text.splice(at, 1, one(pieces)); break
      case 3: if (at < text.length) [text[at], text[other]] = [text[other]!, text[at]!]; break
      default: {
        const tail = tokens(one(block.cases).answer)
        text = [...text.slice(0, at), ...tail.slice(upTo(tail.length + 1))]
      }
    }
  }
  const answer = text.join('')
  try {
    report(block.question, answer)
    check(block.question, answer)
    return null
  } catch (error) {
    return `${block.where}: “${answer}”: ${(error as Error).stack}`
  }
}
