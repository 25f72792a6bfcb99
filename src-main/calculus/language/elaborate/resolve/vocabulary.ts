/** The names that a text may use: those of the question, those of the language, and what a name stands for where both know it. */
import { functions } from '../../../tensors/functions.ts'
import type { Dim } from '../../../tensors/expr.ts'
import type { Scope } from '../../scope.ts'

export type NameKind = 'array' | 'function' | 'size' | 'constant'

/** Functions of arrays, with the number of arguments they take; entry by entry functions take one. */
export const arrayFunctions: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['tr', [1, 1]], ['trace', [1, 1]], ['det', [1, 1]], ['logdet', [1, 1]], ['transpose', [1, 1]], ['inv', [1, 1]], ['vec', [1, 1]],
  ['diag', [1, 1]], ['norm', [1, 1]], ['sum', [1, 1]], ['softmax', [1, 1]], ['kron', [2, 9]], ['outer', [2, 9]], ['dot', [2, 2]],
  ['max', [2, 9]], ['min', [2, 9]], ['eye', [1, 1]], ['ones', [1, 9]], ['zeros', [1, 9]], ['unit', [2, 9]], ['comm', [2, 2]], ['einsum', [1, 99]],
])
/** Other spellings, which give way to every declared name. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'], ['Tr', 'tr'], ['Trace', 'tr'], ['Det', 'det'], ['Diag', 'diag'], ['ReLU', 'relu'], ['sgn', 'sign'], ['dim', ''],
  ['identity', 'eye'], ['inverse', 'inv'], ['maximum', 'max'], ['minimum', 'min'],
].filter((row): row is [string, string] => row[1] !== ''))

/** `sqrt` is a power; it is a function here all the same. */
export const entrywiseNames: ReadonlySet<string> = new Set([...functions.keys(), 'sqrt'])

export class Vocabulary {
  /** Names with a subscript of their own, by what stands before the subscript: `A` for `A_1`. */
  readonly subscripted = new Map<string, string[]>()
  readonly sizes = new Set<string>()
  private readonly arrays = new Set<string>()
  private readonly elementwise = new Set<string>()
  /** Where `I` is the name of an axis: whether it stands for the size of that axis, and not for the identity. */
  private readonly iIsSize: boolean
  /** Length in letters of the longest name. */
  readonly longest: number

  constructor(scope: Scope, elementwise: ReadonlySet<string>, sizes: Iterable<string>, iIsSize = false) {
    this.iIsSize = iIsSize
    for (const name of scope.symbols.keys()) (elementwise.has(name) ? this.elementwise : this.arrays).add(name)
    for (const size of sizes) this.sizes.add(size)
    for (const name of [...this.arrays, ...this.elementwise, ...this.sizes]) {
      const cut = name.indexOf('_')
      if (cut > 0) this.subscripted.set(name.slice(0, cut), [...this.subscripted.get(name.slice(0, cut)) ?? [], name])
    }
    for (const row of this.subscripted.values()) row.sort((a, b) => b.length - a.length)
    this.longest = Math.max(12, ...[...this.arrays, ...this.elementwise, ...this.sizes].map(n => n.length))
  }

  /** Is this the name of something that the question declares or defines? */
  declares(name: string): boolean {
    return this.arrays.has(name) || this.elementwise.has(name)
  }

  declared(): readonly string[] {
    return [...this.arrays, ...this.elementwise]
  }

  /** What a name stands for; declared names come before axis names, and these before the names of the language. */
  kindOf(name: string): NameKind | null {
    if (this.arrays.has(name)) return 'array'
    if (this.elementwise.has(name)) return 'function'
    if (this.sizes.has(name) && (name !== 'I' || this.iIsSize)) return 'size'
    if (name === 'I' || name === 'pi') return 'constant'
    return arrayFunctions.has(name) || entrywiseNames.has(name) ? 'function' : null
  }

  alias(name: string): string | undefined {
    return this.declares(name) ? undefined : aliases.get(name)
  }
}

/** The axis names in a list of sizes, out of sums and products of blocks, too. */
export function namesIn(dims: readonly Dim[]): readonly string[] {
  return dims.flatMap(d => (typeof d === 'string' ? d.split(/[+*]/).filter(p => /^[^\d?]/.test(p)) : []))
}
