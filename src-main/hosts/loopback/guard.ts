/**
 * Which requests come from our own page in a browser on this machine. A name that an attacker's server resolves to 127.0.0.1 shows in
 * the Host header, and a foreign page shows in Origin or Sec-Fetch-Site: such requests end here, before anything is looked at.
 */
import type { IncomingHttpHeaders } from 'node:http'

/** Any port: behind a tunnel the browser's port is another than ours. Only names that cannot be rebound. */
const ownHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/

/** Why a request is refused, as a sentence; undefined where nothing is wrong with its headers. */
export function objection(headers: IncomingHttpHeaders): string | undefined {
  const { host, origin } = headers
  if (host === undefined || !ownHost.test(host)) return 'Nabla answers only under the address 127.0.0.1.'
  if (origin !== undefined && origin !== `http://${host}`) return 'Nabla answers only its own pages.'
  const site = headers['sec-fetch-site']
  // Following a link to the app from elsewhere is fine; a foreign page that loads parts of it into itself is not.
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (foreign && headers['sec-fetch-mode'] !== 'navigate') return 'Nabla answers only its own pages.'
  if (foreign && headers['sec-fetch-dest'] !== 'document') return 'Nabla cannot be shown inside another page.'
  return undefined
}

/** As `objection`, for opening a WebSocket: there the browser always names the page's origin, so a missing one is refused too. */
export function socketObjection(headers: IncomingHttpHeaders): string | undefined {
  return objection(headers) ?? (headers.origin === undefined ? 'Nabla answers only its own pages.' : undefined)
}

/** The address of our own WebSocket as a page with this Host sees it. Only for hosts that `objection` let through. */
export function socketAddress(host: string): string {
  return `ws://${host}/calls`
}
