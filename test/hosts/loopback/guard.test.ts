import { expect, test } from 'vitest'
import { objection, socketAddress, socketObjection } from '../../../src-main/hosts/loopback/guard.ts'

const foreignName = 'Nabla answers only under the address 127.0.0.1.'
const foreignPage = 'Nabla answers only its own pages.'

test.each(['127.0.0.1:80', '127.0.0.1', 'localhost:65535', '[::1]:4711'])('the host %s is this machine', (host) => {
  expect(objection({ host })).toBeUndefined()
  expect(objection({ host, origin: `http://${host}` })).toBeUndefined()
  expect(socketAddress(host)).toBe(`ws://${host}/calls`)
})

test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80', '127.0.0.1:80@evil.example', 'evil.example#127.0.0.1', '127.0.0.2', '0.0.0.0:80', '127.0.0.1:', '127.0.0.1:80 ', '', undefined])(
  'the host %s is refused', (host) => {
    expect(objection(host === undefined ? {} : { host })).toBe(foreignName)
  })

test.each(['http://evil.example', 'null', 'https://127.0.0.1:80', 'http://127.0.0.1:81', 'http://localhost:80', ''])('the origin %s is not ours', (origin) => {
  expect(objection({ host: '127.0.0.1:80', origin })).toBe(foreignPage)
})

test('a foreign page may link to the app, and do nothing else with it', () => {
  const host = '127.0.0.1:80'
  const from = (site: string, mode: string, dest: string) => objection({ host, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest })
  expect(from('cross-site', 'navigate', 'document')).toBeUndefined()
  expect(from('none', 'navigate', 'document')).toBeUndefined()
  expect(from('same-origin', 'no-cors', 'script')).toBeUndefined()
  expect(from('cross-site', 'no-cors', 'script')).toBe(foreignPage)
  expect(from('same-site', 'cors', 'empty')).toBe(foreignPage)
  expect(from('cross-site', 'navigate', 'iframe')).toBe('Nabla cannot be shown inside another page.')
})

test('a WebSocket without an origin is no browser’s', () => {
  expect(socketObjection({ host: '127.0.0.1:80' })).toBe(foreignPage)
  expect(socketObjection({ host: '127.0.0.1:80', origin: 'http://127.0.0.1:80' })).toBeUndefined()
})
