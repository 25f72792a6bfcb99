/** `app://bundle/…`: the built renderer, served from the table of its files. */
import { protocol } from 'electron'
import type { Bundle } from '../common/bundle.ts'
import { securityHeaders } from '../common/headers.ts'

const scheme = 'app'
const authority = 'bundle'
/** The page that the window shows. */
export const pageAddress = `${scheme}://${authority}/`

/** Tells Chromium what the scheme is; must happen before the app is ready. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, codeCache: true } }])
}

/** Whether an address lies in our own bundle. */
export function isOwn(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${scheme}:` && url.host === authority
}

/** Whether an address names bytes that our own page holds, such as a file to be saved. */
export function isOwnBlob(address: string): boolean {
  return address.startsWith('blob:') && isOwn(address.slice('blob:'.length))
}

/** Serves the bundle. An address that is not in its table does not exist. */
export function serveBundle(bundle: Bundle): void {
  protocol.handle(scheme, (request) => {
    const found = isOwn(request.url) && request.method === 'GET' ? bundle.get(new URL(request.url).pathname) : undefined
    const headers = securityHeaders("'none'")
    if (found === undefined) return new Response('There is nothing under this address.', { status: 404, headers: { ...headers, 'Content-Type': 'text/plain' } })
    return new Response(found.content, { headers: { ...headers, 'Content-Type': found.type } })
  })
}
