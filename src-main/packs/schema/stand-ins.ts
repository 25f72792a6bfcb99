/** What stands in for broken fields of pack files, so that nothing more is told of them than that they are broken. */
import type { Path } from '../yaml/places.ts'
import type { StandIn } from './salvage.ts'

const text = '…'
const name = 'unnamed'
const lone = { id: name, prompt: text, kind: 'choice' }

/** In a list of ids: the item alone, where only that is broken. */
function idsAt(at: Path, item: Path[number] | undefined): StandIn {
  return typeof item === 'number' ? { at: [...at, item], value: name } : { at, value: [name] }
}

/** Of an exercise file. Null where there is no exercise at all. */
export function standInOfExercise(path: Path): StandIn | null {
  const [top, part, field, ...inner] = path
  if (top === undefined) return null
  if (top === 'id') return { at: ['id'], value: name }
  if (top === 'title') return { at: ['title'], value: text }
  if (top === 'outcomes') return idsAt(['outcomes'], part)
  if (top !== 'parts') return { at: [top], value: undefined }
  if (typeof part !== 'number') return { at: ['parts'], value: [lone] }
  if (field === undefined) return { at: ['parts', part], value: { ...lone, id: `${name}-${part}` } }
  return standInOfPart(['parts', part, field], part, inner)
}

function standInOfPart(at: Path, part: number, [list, item]: Path): StandIn {
  switch (at[2]) {
    case 'id': return { at, value: `${name}-${part}` }
    case 'prompt': return { at, value: text }
    case 'kind': return { at, value: lone.kind }
    case 'outcomes': return idsAt(at, list)
    case 'hints': return typeof list === 'number' ? { at: [...at, list], value: text } : { at, value: undefined }
    case 'mistakes': return typeof list === 'number' ? { at: [...at, list], value: { when: '0', say: text, graded: false } } : { at, value: undefined }
    case 'tests':
      if (list === undefined) return { at, value: { right: ['0'] } }
      return typeof item === 'number' ? { at: [...at, list, item], value: '0' } : { at: [...at, list], value: ['0'] }
    default: return { at, value: undefined }
  }
}

/** Of `pack.yaml`. Null where there is none at all. */
export function standInOfPack(path: Path): StandIn | null {
  const [top, item, field] = path
  const own = { id: `${name}-${item}`, title: text }
  switch (top) {
    case undefined: return null
    case 'format': return { at: ['format'], value: 1 }
    case 'id': return { at: ['id'], value: name }
    case 'title': return { at: ['title'], value: text }
    case 'version': return { at: ['version'], value: '0.0.0' }
    case 'outcomes': case 'chapters':
      if (typeof item !== 'number') return { at: [top], value: top === 'outcomes' ? [own] : undefined }
      return field === 'title' ? { at: [top, item, field], value: text } : { at: [top, item], value: own }
    default: return typeof item === 'number' ? { at: [top, item], value: name } : { at: [top], value: undefined }
  }
}
