/** Every way in which one file names another: found in the syntax tree, so that no spelling of an import slips past the doors. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

export const root = join(import.meta.dirname, '..', '..')

export interface Import {
  /** As written: `../problem.ts`, `node:fs`, `zod`. */
  readonly specifier: string
  /** The file it leads to, from the root, with slashes; the package's name otherwise. */
  readonly target: string
  readonly relative: boolean
  /** Gone once the types are stripped. */
  readonly typeOnly: boolean
}

export interface Source {
  /** From the root, with slashes. */
  readonly file: string
  readonly text: string
  readonly imports: readonly Import[]
}

/** All source files below a folder, with what they import. */
export function sources(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|svelte)$/.test(entry.name))
    .map((entry) => {
      const file = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')
      const text = readFileSync(join(root, file), 'utf8')
      return { file, text, imports: importsOf(file, text) }
    })
}

/** What a file imports, statically, dynamically, as a type, by `require`, or as an address next to itself (a worker, an asset). */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    // What is put together at run time cannot be followed, so it is an import of its own that no door lets through.
    const name = specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)'
    found.push(resolved(file, name, typeOnly))
  }
  for (const script of scripts(file, text)) {
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause))
      else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly)
      else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true)
      else if (ts.isCallExpression(node) && isLoading(node)) add(node.arguments[0], false)
      else if (ts.isNewExpression(node) && isOwnAddress(node)) add(node.arguments![0], false)
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS))
  }
  return found
}

function scripts(file: string, text: string): string[] {
  if (!file.endsWith('.svelte')) return [text]
  return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!)
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = clause.namedBindings
  return clause.name === undefined && named !== undefined && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((each) => each.isTypeOnly)
}

/** `import(x)`, `require(x)`, and vitest's and Vite's own spellings. */
function isLoading({ expression }: ts.CallExpression): boolean {
  return expression.kind === ts.SyntaxKind.ImportKeyword || expression.getText() === 'require' || expression.getText() === 'import.meta.glob'
}

/** `new URL(x, import.meta.url)`. */
function isOwnAddress(node: ts.NewExpression): boolean {
  return node.expression.getText() === 'URL' && node.arguments?.[1]?.getText() === 'import.meta.url'
}

function resolved(file: string, specifier: string, typeOnly: boolean): Import {
  const relative = specifier.startsWith('.')
  if (relative) return { specifier, typeOnly, relative, target: join(dirname(file), specifier.replace(/\?.*$/, '')).replaceAll('\\', '/') }
  const parts = specifier.split('/')
  const target = specifier.startsWith('node:') ? specifier : parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
  return { specifier, typeOnly, relative, target }
}
