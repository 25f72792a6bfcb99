import { expect, test } from 'vitest'
import { createDispatch } from '../../../src-main/hosts/common/dispatch.ts'
import { fixtureApi, part } from '../fixtures/api.ts'

function dispatching() {
  const { api, asked } = fixtureApi()
  const lines: string[] = []
  return { dispatch: createDispatch(api, (line) => lines.push(line)), asked, lines }
}
const refused = (message: string) => ({ ok: false, error: { message } })

test('a call reaches the app, and only what the contract names comes back', async () => {
  const { dispatch, asked } = dispatching()
  expect(await dispatch('read', { ...part, answer: 'x' })).toEqual({ ok: true, output: { problems: [], notes: ['x'], parts: [] } })
  expect(asked).toEqual([{ call: 'read', input: { ...part, answer: 'x' } }])
})

test('defaults of the contract are filled in, and what it does not name is left out', async () => {
  const { dispatch, asked } = dispatching()
  await dispatch('history', { extra: 1 })
  expect(asked).toEqual([{ call: 'history', input: { limit: 50 } }])
})

test.each(['nothing', 'constructor', '__proto__', 'toString', 7, null, undefined])('a call that does not exist (%s) is refused', async (call) => {
  const { dispatch, asked } = dispatching()
  expect(await dispatch(call, {})).toEqual(refused('The window asked for something that Nabla does not know.'))
  expect(asked).toEqual([])
})

test('input that does not fit is refused with its place and does not reach the app', async () => {
  const { dispatch, asked, lines } = dispatching()
  expect(await dispatch('read', { ...part, answer: 7 })).toEqual(refused('The window sent "read" something that does not fit: answer: Invalid input: expected string, received number.'))
  expect(await dispatch('read', { ...part, answer: 'x'.repeat(200_001) })).toEqual(refused('The window sent "read" something that does not fit: answer: Too big: expected string to have <=200000 characters.'))
  expect(await dispatch('read', null)).toEqual(refused('The window sent "read" something that does not fit: the whole: Invalid input: expected object, received null.'))
  expect(asked).toEqual([])
  expect(lines).toHaveLength(3)
})

test('output that does not fit is not passed on', async () => {
  const { dispatch } = dispatching()
  expect(await dispatch('read', { ...part, answer: 'wrong' })).toEqual(
    refused('Nabla answered "read" with something that does not fit: problems: Invalid input: expected array, received string. This is an error of Nabla\'s own.'))
})

test('a refusal is told word for word; a bug is logged and told without its innards', async () => {
  const { dispatch, lines } = dispatching()
  expect(await dispatch('openExercise', { pack: 'p', exercise: 'none' })).toEqual(refused('There is no exercise "none" in "p".'))
  expect(lines).toEqual([])
  expect(await dispatch('read', { ...part, answer: 'throw' })).toEqual(refused('Nabla met an error of its own in "read". What you typed is still here; try once more.'))
  expect(lines.join('\n')).toContain('secret path /etc/nabla')
})
