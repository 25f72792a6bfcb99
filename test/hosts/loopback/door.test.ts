import { expect, test } from 'vitest'
import { createDoor } from '../../../src-main/hosts/loopback/door.ts'

test('the token opens the door once, for the browser that brought it', () => {
  const door = createDoor(4711)
  const line = door.enter(door.token)
  expect(line).toMatch(/^nabla-4711=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/)
  const cookie = line!.split(';')[0]!
  expect(door.knows(cookie)).toBe(true)
  expect(door.knows(`theme=dark; ${cookie}; more=1`)).toBe(true)
  expect(door.enter(door.token)).toBeUndefined()
})

test('a wrong token does not use up the right one', () => {
  const door = createDoor(1)
  expect(door.enter('')).toBeUndefined()
  expect(door.enter(`${door.token}x`)).toBeUndefined()
  expect(door.enter(door.token)).toBeDefined()
})

test('cookies of another port, another run or nobody are not known', () => {
  const door = createDoor(1)
  const other = createDoor(1)
  expect(door.knows(undefined)).toBe(false)
  expect(door.knows('')).toBe(false)
  expect(door.knows('nabla-1=; nabla-1')).toBe(false)
  expect(door.knows(other.enter(other.token)!.split(';')[0]!)).toBe(false)
  expect(door.knows(door.enter(door.token)!.split(';')[0]!.replace('nabla-1', 'nabla-2'))).toBe(false)
})
