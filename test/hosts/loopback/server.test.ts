import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { Refusal } from '../../../src-main/app/refusal.ts'
import { readBundle } from '../../../src-main/hosts/common/bundle.ts'
import { createDispatch } from '../../../src-main/hosts/common/dispatch.ts'
import { serve } from '../../../src-main/hosts/loopback/server.ts'
import { fixtureApi, part } from '../fixtures/api.ts'
import { builtFolder } from '../fixtures/folder.ts'

/** Any free port where none is named; `'usual'` asks for none, as a person does. */
async function serving(port: number | 'usual' = 0) {
  const { api, asked } = fixtureApi()
  const served = await serve(port === 'usual' ? undefined : port, { bundle: readBundle(builtFolder()), dispatch: createDispatch(api, () => {}), log: () => {} })
  onTestFinished(() => served.close())
  return { ...served, asked, host: new URL(served.address).host }
}

/** A plain request: unlike `fetch` it can lie about its host and does not follow redirects. */
async function get(address: string, headers: Record<string, string> = {}, method = 'GET') {
  const url = new URL(address)
  const sent = request({ host: url.hostname, port: url.port, path: address.slice(url.origin.length), method, headers, setHost: !('Host' in headers) })
  sent.end()
  const [response] = await once(sent, 'response') as [NodeJS.ReadableStream & { statusCode: number; headers: IncomingHttpHeaders }]
  let body = ''
  for await (const chunk of response) body += chunk
  return { status: response.statusCode, headers: response.headers, body }
}

async function session(url: string): Promise<string> {
  return (await get(url)).headers['set-cookie']![0]!.split(';')[0]!
}

async function socket(host: string, headers: Record<string, string>): Promise<{ opened: WebSocket; next(): Promise<unknown> }> {
  const opened = new WebSocket(`ws://${host}/calls`, { headers })
  onTestFinished(() => opened.terminate())
  await once(opened, 'open')
  return { opened, next: async () => JSON.parse(String((await once(opened, 'message'))[0])) }
}

test('the printed address works once, and the browser that used it goes on', async () => {
  const { url, address } = await serving()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  const first = await get(url)
  expect([first.status, first.headers.location, first.headers['cache-control']]).toEqual([303, '/', 'no-store'])
  const Cookie = first.headers['set-cookie']![0]!.split(';')[0]!

  const second = await get(url)
  expect(second.status).toBe(403)
  expect(second.headers['set-cookie']).toBeUndefined()
  expect(second.body).toContain('works in one browser, the first that opens it')

  const again = await get(url, { Cookie })
  expect([again.status, again.headers.location]).toEqual([303, '/'])
  const page = await get(address, { Cookie })
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.body).toContain('<title>Nabla</title>')
})

test('a browser that follows a link from another site is led in by a page of ours, which its strict cookie survives', async () => {
  const { url } = await serving()
  const entered = await get(url, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' })
  expect(entered.status).toBe(200)
  expect(entered.headers['set-cookie']).toHaveLength(1)
  expect(entered.body).toContain('<meta http-equiv="refresh" content="0; url=/">')
})

test('without a session nothing is served', async () => {
  const { address } = await serving()
  for (const path of ['', 'index.html', 'assets/index-1.js', '?token=', '?token=wrong', 'assets/?token=wrong']) {
    const { status, body } = await get(address + path)
    expect([path, status, body.includes('assets/index-1.js')]).toEqual([path, 403, false])
  }
})

test('files come from the table, with their headers; whatever is not in it is not there', async () => {
  const { url, address } = await serving()
  const Cookie = await session(url)
  const script = await get(`${address}assets/index-1.js`, { Cookie })
  expect([script.status, script.headers['content-type'], script.headers['cache-control']]).toEqual([200, 'text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'])
  expect(script.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' })
  expect(script.headers['content-security-policy']).toContain(`connect-src ws://${new URL(address).host}/calls;`)
  for (const path of ['assets', 'assets/', 'assets/index-1.js.map', '../package.json', 'assets/../index.html', '%2e%2e/package.json', 'assets//index-1.js', 'index.html%00']) {
    expect([path, (await get(address + path, { Cookie })).status]).toEqual([path, 404])
  }
  const head = await get(`${address}assets/index-1.js`, { Cookie }, 'HEAD')
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '21'])
  expect((await get(address, { Cookie }, 'POST')).status).toBe(405)
})

test('a foreign host name or page is refused even with the session', async () => {
  const { url, address, host } = await serving()
  const Cookie = await session(url)
  for (const headers of [{ Host: 'evil.example' }, { Host: `evil.example:${new URL(address).port}` }, { Origin: 'http://evil.example' }, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }]) {
    const { status, headers: got } = await get(address, { Cookie, ...headers } as Record<string, string>)
    expect([headers, status]).toEqual([headers, 403])
    expect(got['content-security-policy']).not.toContain('evil')
  }
  const good = { Cookie, Origin: `http://${host}` }
  for (const headers of [{ ...good, Origin: 'http://evil.example' }, { Cookie }, { Origin: good.Origin }, { ...good, Host: 'evil.example' }, { ...good, Cookie: 'nabla-1=wrong' }]) {
    await expect(socket(host, headers as Record<string, string>)).rejects.toThrow('Unexpected server response: 403')
  }
  await socket(host, good)
})

test('calls go over the socket, side by side', async () => {
  const { url, host, asked } = await serving()
  const { opened, next } = await socket(host, { Cookie: await session(url), Origin: `http://${host}` })
  opened.send(JSON.stringify({ id: 1, call: 'read', input: { ...part, answer: 'wait' } }))
  opened.send(JSON.stringify({ id: 2, call: 'hint', input: part }))
  expect(await next()).toEqual({ id: 2, ok: true, output: { hint: null, left: 0 } })
  expect(await next()).toEqual({ id: 1, ok: true, output: { problems: [], notes: ['wait'], parts: [] } })
  expect(asked.map((each) => each.call)).toEqual(['read', 'hint'])
})

test('a few bad frames are answered, many end the connection, a huge one ends it at once', async () => {
  const { url, host, asked } = await serving()
  const headers = { Cookie: await session(url), Origin: `http://${host}` }
  const { opened, next } = await socket(host, headers)
  for (const frame of ['{', '[]', '{"id":1}', '{"id":-1,"call":"hint"}', '{"id":1,"call":"hint","input":{},"more":1}']) {
    opened.send(frame)
    expect(await next()).toEqual({ id: null, ok: false, error: { message: 'A message of the window could not be read.' } })
  }
  for (let more = 0; more < 5; more++) opened.send('{')
  expect((await once(opened, 'close'))[0]).toBe(1008)

  const { opened: other } = await socket(host, headers)
  other.send(JSON.stringify({ id: 1, call: 'read', input: { ...part, answer: 'x'.repeat(2 * 1024 * 1024) } }))
  expect((await once(other, 'close'))[0]).toBe(1009)
  expect(asked).toEqual([])
})

test('a page that asks for too much at once is told to wait', async () => {
  const { url, host } = await serving()
  const { opened } = await socket(host, { Cookie: await session(url), Origin: `http://${host}` })
  const replies: { ok: boolean }[] = []
  opened.on('message', (data) => replies.push(JSON.parse(String(data))))
  for (let id = 0; id < 70; id++) opened.send(JSON.stringify({ id, call: 'read', input: { ...part, answer: 'wait' } }))
  await expect.poll(() => replies.length).toBe(70)
  expect(replies.filter((reply) => !reply.ok)).toHaveLength(6)
})

test('a port in use is refused with a way out; the usual one gives way', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await expect(serving(port)).rejects.toThrow(new Refusal(`Port ${port} on 127.0.0.1 is in use by another program. Take a free one with: npm start -- --port 0`))
  const [first, second] = [await serving('usual'), await serving('usual')]
  expect(first.address).not.toBe(second.address)
})

// On Linux every address of 127.0.0.0/8 leads to this machine, so one that is not listened on shows that not all are.
test.skipIf(process.platform !== 'linux')('it listens on 127.0.0.1 and on no other address', async () => {
  const { address } = await serving()
  await expect(get(address.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('ECONNREFUSED')
})

test('closing ends open pages and sockets quickly', async () => {
  const { url, host, close } = await serving()
  const { opened } = await socket(host, { Cookie: await session(url), Origin: `http://${host}` })
  const gone = once(opened, 'close')
  const began = performance.now()
  await close()
  expect((await gone)[0]).toBe(1001)
  expect(performance.now() - began).toBeLessThan(1000)
})
