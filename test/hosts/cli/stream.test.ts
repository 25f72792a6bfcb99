import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { linesOf, nabla, toLines } from './nabla.ts'

const question = { given: { A: 'N x N', B: 'N x N', x: 'N' }, kind: 'expression', value: 'A x' }
/** All different, so that nothing is known from a line before. */
function* lines(n: number): Generator<string> {
  for (let k = 0; k < n; k++) yield toLines({ id: k, question, answer: k % 2 === 0 ? `${k + 2} A x` : `A x + ${k} x - ${k} x` })
}
const minutes = 60_000

describe('many lines', () => {
  test('10,000 lines stream through in order, and take hardly more memory than 2,000', { timeout: 5 * minutes }, async () => {
    const few = await nabla(['check'], lines(2_000))
    const many = await nabla(['check'], lines(10_000))
    const told = linesOf(many.out)
    expect(told.map(v => v['id'])).toEqual(Array.from({ length: 10_000 }, (_, k) => k))
    expect(new Set(told.map(v => v['verdict']))).toEqual(new Set(['correct', 'incorrect']))
    expect({ few: few.status, many: many.status }).toEqual({ few: 0, many: 0 })
    expect(many.megabytes).toBeLessThan(few.megabytes + 150)
  })

  test('an answer that runs away ends undecided, and the lines after it are judged', { timeout: 5 * minutes }, async () => {
    const derivation = { ...question, kind: 'derivation', value: undefined, start: 'det(A)', goal: 'det(B)' }
    // Two hundred steps of which each is near the budget of a single check.
    const steps = Array.from({ length: 200 }, (_, k) => `= det((A + B)(A - ${k + 2} B)(A + 3 B)(A - 4 B)(A + 5 B)(A - 6 B)(A + 7 B)(A + 8 B)(A + 9 B)(A + 10 B)(A + 11 B)(A + 12 B))`).join('\n')
    const { status, out } = await nabla(['check'], toLines({ id: 'before', question, answer: 'A x' }, { id: 'runaway', question: derivation, answer: steps }, { id: 'after', question, answer: 'A x' }, { id: 'last', question, answer: 'x' }))
    const told = linesOf(out)
    expect(told.map(v => [v['id'], v['verdict']])).toEqual([['before', 'correct'], ['runaway', 'undecided'], ['after', 'correct'], ['last', 'incorrect']])
    expect(told[1]!['sentence']).toBe('The check of this answer was ended after 2 seconds without a result, so it does not count. A shorter form may work.')
    expect(status).toBe(0)
  })

  test('a reader that goes away, as `| head` does, ends it without a word', { timeout: 2 * minutes }, async () => {
    const main = join(import.meta.dirname, '..', '..', '..', 'src-main', 'hosts', 'cli', 'main.ts')
    const child = spawn(process.execPath, [main, 'check'], { stdio: 'pipe' })
    let err = ''
    let fed = 0
    child.stderr.on('data', (piece: Buffer) => { err += piece.toString() })
    child.stdin.on('error', () => undefined)
    child.stdout.once('data', () => child.stdout.destroy())
    const closed = new Promise<number | null>(resolve => child.once('close', resolve))
    for (const line of lines(200_000)) {
      if (child.stdin.destroyed || child.exitCode !== null) break
      fed++
      if (!child.stdin.write(line)) await Promise.race([new Promise(resolve => child.stdin.once('drain', resolve)), closed])
    }
    child.stdin.end()
    expect({ status: await closed, err }).toEqual({ status: 0, err: '' })
    expect(fed).toBeLessThan(200_000)
  })
})
