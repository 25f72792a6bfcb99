/** Where the reader is, kept in the address's fragment, so that a reload or a restart finds the same place. */
export type Route =
  | { readonly at: 'library' }
  | { readonly at: 'history' }
  | { readonly at: 'exercise'; readonly pack: string; readonly id: string; readonly part: string | null }
  | { readonly at: 'nowhere' }

/** Reads a fragment such as `#/exercise/course/norm/matrix`. Never throws: what it cannot read is `nowhere`. */
export function parseRoute(fragment: string): Route {
  const pieces = fragment.replace(/^#?\/?/, '').split('/').filter(piece => piece !== '')
  let decoded: string[]
  try {
    decoded = pieces.map(decodeURIComponent)
  } catch {
    return { at: 'nowhere' }
  }
  const [head, pack, id, part] = decoded
  if (head === undefined) return { at: 'library' }
  if (head === 'history' && decoded.length === 1) return { at: 'history' }
  if (head === 'exercise' && pack !== undefined && id !== undefined && decoded.length <= 4) return { at: 'exercise', pack, id, part: part ?? null }
  return { at: 'nowhere' }
}

/** The address of an exercise, or of one part of it. */
export function exerciseAddress(pack: string, id: string, part?: string): string {
  return '#/exercise/' + [pack, id, ...(part === undefined ? [] : [part])].map(encodeURIComponent).join('/')
}

export const libraryAddress = '#/'
export const historyAddress = '#/history'
