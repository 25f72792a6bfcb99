/**
 * Who may come in: the address that is printed carries a token that works once. The browser that brings it gets a session cookie, and
 * from then on the cookie is the key; a second browser with the same address is turned away.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'

/** A week: as long as anyone leaves the app running. A session never outlives the process. */
const cookieSeconds = 7 * 24 * 60 * 60

export interface Door {
  /** The token of the printed address. */
  readonly token: string
  /** Exchanges the token for a `Set-Cookie` line; undefined where it is wrong or was used before. */
  enter(token: string): string | undefined
  /** Whether a request's Cookie header holds the session. */
  knows(cookies: string | undefined): boolean
}

/** Makes the door of the server on a port. The cookie is named after the port, because browsers share cookies between ports. */
export function createDoor(port: number): Door {
  const token = randomBytes(32).toString('base64url')
  const session = randomBytes(32).toString('base64url')
  const name = `nabla-${port}`
  let used = false
  return {
    token,
    enter(given) {
      if (used || !same(given, token)) return undefined
      used = true
      return `${name}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${cookieSeconds}`
    },
    knows(cookies) {
      return (cookies ?? '').split(';').some((cookie) => {
        const [key, value] = cookie.trim().split('=')
        return key === name && value !== undefined && same(value, session)
      })
    },
  }
}

function same(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}
