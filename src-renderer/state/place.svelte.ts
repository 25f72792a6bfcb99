/** Where the reader is now. */
import { parseRoute, withFilesOf, type Route } from './route.ts'

class Place {
  route: Route = $state.raw(parseRoute(location.hash))

  constructor() {
    addEventListener('hashchange', () => (this.route = withFilesOf(this.route, parseRoute(location.hash))))
  }

  /** Goes there as a click on a link would: with an entry in the history. */
  go(address: string): void {
    location.hash = address
  }

  /** Corrects the address without an entry in the history, as when the part shown changes. */
  replace(address: string): void {
    history.replaceState(null, '', address)
    this.route = parseRoute(address)
  }
}

export const place = new Place()
