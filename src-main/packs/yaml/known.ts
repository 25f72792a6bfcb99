/** Values of YAML files that were read before. Only files without any problem are known, so that a problem is always told at its place. */
import { createHash } from 'node:crypto'
import { problemIn, readYaml } from './document.ts'
import type { SourceFile } from './document.ts'
import type { PackProblem } from '../problem.ts'

/** By the name that `nameOfText` gives a text. What it holds is checked like every value of a file, so that it is not trusted. */
export interface YamlValues {
  has(name: string): boolean
  /** Undefined where it is not known. */
  get(name: string): unknown
  set(name: string, value: unknown): void
  /** The value of this name turned out not to be that of its text: from now on it is not known. */
  drop(name: string): void
}

/** What could be read, and the name of its text where its value is known (now). */
export interface YamlReading {
  readonly source: SourceFile | null
  readonly problems: readonly PackProblem[]
  readonly name: string | null
}

/** A text's name: 128 bits of its SHA-256. */
export function nameOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** Reads a YAML file, or takes its value from `known`; the file itself is then read only when somebody asks for a place in it. */
export function readYamlOnce(file: string, text: string, known?: YamlValues): YamlReading {
  if (!known) return { ...readYaml(file, text), name: null }
  const name = nameOfText(text)
  if (known.has(name)) return { source: lazySource(file, () => text, () => known.get(name)), problems: [], name }
  const { source, problems } = readYaml(file, text)
  const whole = source !== null && problems.length === 0 && survivesJson(source.value)
  if (whole) known.set(name, source.value)
  return { source, problems, name: whole ? name : null }
}

/** A text that is known by its name, and had only when somebody asks for it. */
export interface KnownText {
  readonly name: string
  text(): string
}

export function isKnownText(content: unknown): content is KnownText {
  return typeof content === 'object' && content !== null && 'text' in content
}

/** The source of a known text, without its text being had; null where its value is not known after all. */
export function sourceOfKnown(file: string, content: KnownText, known: YamlValues | undefined): YamlReading | null {
  const { name } = content
  return known?.has(name) ? { source: lazySource(file, () => content.text(), () => known.get(name)), problems: [], name } : null
}

function lazySource(file: string, text: () => string, value: () => unknown): SourceFile {
  let read: SourceFile | null | undefined
  const top = { line: 1, column: 1, from: 0, to: 0 }
  // A file that cannot be read after all was made known by somebody else: then there are no places in it.
  const source = (): SourceFile | null => (read === undefined ? (read = readYaml(file, text()).source) : read)
  return {
    file,
    get text() {
      return text()
    },
    get value() {
      const known = value()
      return known === undefined ? source()?.value : known
    },
    problem: problemIn(file),
    place: (path, which) => source()?.place(path, which) ?? top,
    within: (path, from, to) => source()?.within(path, from, to) ?? top,
  }
}

/** Whether a value is the same after it was written as JSON: YAML also knows infinities, and `-0`. */
function survivesJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint'
  return Object.values(value).every(survivesJson)
}
