/** Names of files in a `.nabla` file: which are refused, and why. Nothing is ever unpacked, but the file may be opened by other programs. */
import { limits } from '../limits.ts'
import type { PackProblemCode } from '../problem.ts'
import { words } from './words.ts'

/** Names that Windows keeps for devices, whatever ending follows them. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\..*)?$/i
/** What cannot be seen: control and format characters, unassigned ones, line separators, fillers (which count as letters) and selectors of a form. */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

/** A code and the words for a person; what they are about is told beside them. */
export interface Refused {
  readonly code: PackProblemCode
  readonly message: string
}

/** The text of a name, or null where its bytes are not UTF-8. */
export function decodeName(raw: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return null
  }
}

/** A name as it can be shown: what is invisible, or turns the direction of writing, stands there as its code, and at most 120 characters. */
export function shownName(name: string): string {
  const visible = name.replace(new RegExp(invisible, 'gu'), c => `\\u{${c.codePointAt(0)!.toString(16)}}`)
  return visible.length > 120 ? `${visible.slice(0, 120)}…` : visible
}

/** Why a name cannot stand in a pack; null where it can. A folder's name ends in `/`. */
export function nameFault(name: string): Refused | null {
  const unsafe = (message: string): Refused => ({ code: 'unsafe-name', message })
  if (name === '') return unsafe(words.noName)
  if (name.length > limits.path) return unsafe(words.longName(name.length, limits.path))
  if (invisible.test(name)) return unsafe(words.invisible)
  if (/^[/\\]/.test(name) || /^[A-Za-z]:/.test(name)) return unsafe(words.absolute)
  if (name.includes('\\')) return unsafe(words.backslash)
  const steps = name.replace(/\/$/, '').split('/')
  if (steps.includes('..')) return unsafe(words.escaping)
  if (steps.some(step => step === '' || step === '.')) return unsafe(words.emptyStep)
  if (steps.some(step => /[<>:"|?*]|[. ]$/.test(step))) return unsafe(words.noNameEverywhere)
  if (steps.some(step => devices.test(step))) return unsafe(words.device)
  if (steps.length - 1 > limits.depth) return { code: 'too-many-files', message: words.deep(limits.depth) }
  return null
}

/** Tells names that one folder could not hold on every system: the same twice, or different only in the case or the form of letters. */
export class Names {
  /** By its folded form, how a file or a folder is spelled. */
  readonly #seen = new Map<string, { readonly spelled: string; readonly file: boolean }>()

  /** Takes a name in, with its folders; tells what it collides with. */
  add(name: string): Refused | null {
    const isFolder = name.endsWith('/')
    const steps = name.replace(/\/$/, '').split('/')
    for (let n = 1; n <= steps.length; n++) {
      const spelled = steps.slice(0, n).join('/')
      const file = n === steps.length && !isFolder
      const folded = spelled.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
      const other = this.#seen.get(folded)
      if (!other) this.#seen.set(folded, { spelled, file })
      else if (other.spelled !== spelled)
        return { code: 'name-collision', message: words.sameName(shownName(other.spelled)) }
      else if (file && other.file) return { code: 'name-collision', message: words.twice }
      else if (file || other.file) return { code: 'name-collision', message: words.both(shownName(spelled)) }
    }
    return null
  }
}
