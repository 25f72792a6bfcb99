import { expect, test, vi } from 'vitest'
import { calls } from '../../../src-main/app/contract.ts'
import { pdfChannel } from '../../../src-main/hosts/electron/pdf.ts'
import * as fake from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

test('the page gets one function a call, and nothing of Electron', async () => {
  vi.stubGlobal('__NABLA_CALLS__', Object.keys(calls))
  await import('../../../src-main/hosts/electron/preload.ts')
  expect([...fake.exposed.keys()]).toEqual(['nabla', 'nablaWindow'])
  const bridge = fake.exposed.get('nabla') as Record<string, (...args: unknown[]) => Promise<unknown>>
  expect(Object.keys(bridge)).toEqual(Object.keys(calls))
  expect(Object.isFrozen(bridge)).toBe(true)
  expect(await bridge.read!({ answer: 'x' }, 'dropped')).toEqual({ channel: 'nabla:read', input: { answer: 'x' } })
  expect(fake.ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith('nabla:read', { answer: 'x' })
  const own = fake.exposed.get('nablaWindow') as typeof bridge
  expect([Object.keys(own), Object.isFrozen(own)]).toEqual([['savePdf'], true])
  expect(await own.savePdf!({ name: 'x' }, 'dropped')).toEqual({ channel: pdfChannel, input: { name: 'x' } })
})
