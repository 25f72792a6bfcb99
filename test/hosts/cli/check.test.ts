import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { linesOf, nabla, toLines } from './nabla.ts'

const folder = mkdtempSync(join(tmpdir(), 'nabla-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const question = { given: { A: 'M x N', x: 'N', y: 'M' }, kind: 'derivative', f: '||A x - y||^2', wrt: 'A' }
const line = (id: unknown, answer: unknown, more: object = {}) => ({ id, question, answer, ...more })

describe('nabla check', () => {
  test('the line of the contract', async () => {
    const { status, out, err } = await nabla(['check'], toLines(line('1', '2(Ax-y)x^T')))
    const [verdict] = linesOf(out)
    expect(verdict).toMatchObject({ id: '1', verdict: 'correct', proof: 'symbolic', diagnosis: [], shape: 'M x N', numeric: { points: 3, maxError: expect.any(Number) }, ms: expect.any(Number) })
    expect(verdict).not.toHaveProperty('evidence')
    expect({ status, err, end: out.endsWith('}\n') }).toEqual({ status: 0, err: '', end: true })
  })

  test('in German where that is asked, with the same codes and places; a language that is none is told', async () => {
    const lines = toLines(line('1', '2 x (A x - y)^T'), line('2', '2 (A x'))
    const [english, german] = [await nabla(['check'], lines), await nabla(['check', '--language', 'de'], lines)]
    const [wrong, unread] = linesOf(german.out)
    expect(wrong!['sentence']).toBe('Noch nicht richtig. Richtig im Zählerlayout, gefragt ist aber das Jacobi-Layout mit der Form M x N.')
    expect(unread!['diagnosis']).toMatchObject([{ code: 'syntax', message: 'Dieses „(“ wird nicht geschlossen: Ein „)“ fehlt.' }])
    const bare = (out: string) => linesOf(out).map(({ verdict, shape, diagnosis }) => ({ verdict, shape, diagnosis: (diagnosis as { code: string; from: number; to: number }[]).map(({ code, from, to }) => ({ code, from, to })) }))
    expect(bare(german.out)).toEqual(bare(english.out))
    const unknown = await nabla(['check', '--language', 'fr'])
    expect([unknown.status, unknown.err.split('\n')[0]]).toEqual([2, 'nabla check: --language is followed by one of: en, de.'])
  })

  test('every line is answered in order, also where a hard one stands before easy ones', async () => {
    const hard = { ...question, kind: 'expression', given: { A: 'N x N', B: 'N x N' }, value: 'A B', f: undefined, wrt: undefined }
    const lines = Array.from({ length: 60 }, (_, n) => (n % 10 === 0 ? { id: n, question: hard, answer: `det((A + B)^${10 + n}) A` } : line(n, `${n} x`)))
    const { status, out } = await nabla(['check'], toLines(...lines))
    expect(linesOf(out).map(v => v['id'])).toEqual(lines.map(l => l.id))
    expect(linesOf(out).map(v => v['verdict'])).toEqual(lines.map(() => 'incorrect'))
    expect(status).toBe(0)
  })

  test('what is no question and answer is told on its line, the others are judged, and the status is 1', async () => {
    const bad = [
      'not json', '[1, 2]', '"text"', 'null', '{"id": "a"}', '{"id": "b", "question": {"kind": "derivative"}}', '{"id": "c", "question": 3, "answer": "x"}',
      JSON.stringify({ id: 'd', question: { ...question, layout: 'sideways' }, answer: 'x' }), JSON.stringify({ id: 'e', question: { ...question, f: 'A q' }, answer: 'x' }), JSON.stringify({ id: 'f', question, answer: 3 }),
      JSON.stringify({ id: { deep: 1 }, question, answer: 'x' }),
    ]
    const { status, out, err } = await nabla(['check'], `${bad.join('\n')}\n${toLines(line('good', '2 (A x - y) x^T'))}`)
    const told = linesOf(out)
    expect(told.map(v => v['id'])).toEqual([null, null, null, null, 'a', 'b', 'c', 'd', 'e', 'f', null, 'good'])
    expect(told.slice(0, -1).every(v => typeof v['error'] === 'string' && v['error'] !== '' && !('verdict' in v))).toBe(true)
    expect(told[0]!['error']).toMatch(/^This line is not JSON: /)
    expect(told[7]!['error']).toMatch(/^question: .*layout/)
    expect(told[8]!['error']).toMatch(/^f: /)
    expect(told[9]!['error']).toBe('"answer" must be a text.')
    expect(told.at(-1)).toMatchObject({ verdict: 'correct' })
    expect({ status, err }).toEqual({ status: 1, err: '' })
  })

  test('an answer that cannot be read is a verdict, not an error: the status stays 0', async () => {
    const { status, out } = await nabla(['check'], toLines(line(7, '2 (A x - y x^T'), line(8, '')))
    expect(linesOf(out).map(v => [v['id'], v['verdict']])).toEqual([[7, 'invalid'], [8, 'invalid']])
    expect(status).toBe(0)
  })

  test('a file gives what standard input gives; - is standard input', async () => {
    const file = join(folder, 'answers.jsonl')
    const text = toLines(line(1, '2 (A x - y) x^T'), line(2, '(A x - y) x^T'))
    writeFileSync(file, text)
    const bare = (out: string) => linesOf(out).map(({ ms: _, ...v }) => v)
    const [fromFile, fromInput, fromDash] = await Promise.all([nabla(['check', file]), nabla(['check'], text), nabla(['check', '-'], text)])
    expect(bare(fromFile!.out)).toEqual(bare(fromInput!.out))
    expect(bare(fromDash!.out)).toEqual(bare(fromInput!.out))
    expect(bare(fromFile!.out)).toHaveLength(2)
  })

  test('a byte-order mark, CRLF, blank lines and a last line without an end are read through', async () => {
    const one = JSON.stringify(line(1, '2 (A x - y) x^T'))
    const { status, out } = await nabla(['check'], `\uFEFF${one}\r\n\r\n   \r\n${one.replace('"id":1', '"id":2')}\n\n\n${one.replace('"id":1', '"id":3')}`)
    expect(linesOf(out).map(v => [v['id'], v['verdict']])).toEqual([[1, 'correct'], [2, 'correct'], [3, 'correct']])
    expect(status).toBe(0)
  })

  test('no lines at all are no fault', async () => {
    expect(await nabla(['check'], '')).toMatchObject({ status: 0, out: '', err: '' })
  })

  test('--evidence adds what a verdict rests on', async () => {
    const { out } = await nabla(['check', '--evidence'], toLines(line(1, '(A x - y) x^T')))
    expect(linesOf(out)[0]).toMatchObject({ verdict: 'incorrect', evidence: { example: { sizes: expect.any(Object), truth: expect.any(Array), yours: expect.any(Array) } } })
  })

  test('a file that is not there, a folder, two files, an unknown option: status 2 and a word on standard error', async () => {
    const runs = await Promise.all([nabla(['check', join(folder, 'none.jsonl')]), nabla(['check', folder]), nabla(['check', 'a', 'b']), nabla(['check', '--fast']), nabla(['derive', '--evidence'])])
    expect(runs.map(r => [r.status, r.out])).toEqual(runs.map(() => [2, '']))
    expect(runs[0]!.err).toMatch(/none\.jsonl cannot be read: /)
    expect(runs[1]!.err).toMatch(/cannot be read: /)
    expect(runs[2]!.err).toMatch(/one file at a time/)
    expect(runs[3]!.err).toMatch(/there is no option --fast/)
    expect(runs[4]!.err).toMatch(/there is no option --evidence/)
  })
})

describe('nabla derive', () => {
  test('the derived answer in every notation; where there is no matrix form, null', async () => {
    const { status, out } = await nabla(['derive'], toLines({ id: 'a', question }, { id: 'b', question: { given: { A: 'M x N', x: 'N' }, kind: 'derivative', f: 'A x', wrt: 'A', component: 'ijk' } }, { id: 'c', question: { ...question, wrt: 'q' } }))
    const [a, b, c] = linesOf(out)
    expect(a).toMatchObject({ id: 'a', matrix: '2 (A x - y) x^T', shape: 'M x N', latex: expect.stringContaining('x'), index: expect.stringContaining('A_{') })
    expect(b).toMatchObject({ id: 'b', matrix: null, index: expect.stringContaining('delta') })
    expect(c).toEqual({ id: 'c', error: expect.stringMatching(/^wrt: /) })
    expect(status).toBe(1)
  })
})
