/** What the editor knows of the answer language: colours for its pieces, pairs of brackets, and the names that can be completed. */
import { languages, type editor } from 'monaco-editor/editor'
import { growing, type Completion } from './completions.ts'

export const languageId = 'nabla-answer'
export type { Completion }

const known = new WeakMap<editor.ITextModel, readonly Completion[]>()

/** Says which names an answer in this model can use. */
export function setCompletions(model: editor.ITextModel, completions: readonly Completion[]): void {
  known.set(model, completions)
}

/** The piece of a name that ends at the caret, with the backslash that may begin it. */
export function nameBefore(line: string): string {
  return /\\?[\p{L}_][\p{L}\d_]*$|[\\⊗∑‖]$/u.exec(line)?.[0] ?? ''
}

/** The names that `typed` can grow into, in this model. */
export function candidates(model: editor.ITextModel, typed: string): readonly Completion[] {
  return growing(known.get(model) ?? [], typed)
}

let registered = false

/** Makes the language known to the editor; more than one call changes nothing. */
export function registerLanguage(): void {
  if (registered) return
  registered = true
  languages.register({ id: languageId })
  languages.setLanguageConfiguration(languageId, {
    brackets: [['(', ')'], ['[', ']'], ['{', '}']],
    wordPattern: /\\?[\p{L}_][\p{L}\d_]*/u,
    surroundingPairs: [{ open: '(', close: ')' }, { open: '[', close: ']' }, { open: '{', close: '}' }],
  })
  languages.setMonarchTokensProvider(languageId, {
    unicode: true,
    tokenizer: {
      root: [
        [/\\?\b(?:sum|tr|trace|det|logdet|vec|diag|exp|log|sqrt|abs|sin|cos|tan|sinh|cosh|tanh|relu|sigmoid|softplus|softmax|norm|dot|outer|kron|einsum|comm|transpose|inv)\b/, 'function'],
        [/[_^](?:\{[^{}]*\}|\S)/, 'index'],
        [/\\?[\p{L}]+/u, 'name'],
        [/\d+(?:\.\d+)?/, 'number'],
        [/[-+*/=.·∘⊙⊗@−×]/, 'operator'],
        [/[()[\]{}]/, 'bracket'],
      ],
    },
  })
  languages.registerCompletionItemProvider(languageId, {
    triggerCharacters: ['\\'],
    provideCompletionItems(model, position) {
      const typed = nameBefore(model.getLineContent(position.lineNumber).slice(0, position.column - 1))
      const range = { startLineNumber: position.lineNumber, endLineNumber: position.lineNumber, startColumn: position.column - typed.length, endColumn: position.column }
      return {
        // Asked again at each key, for other words than the label may lead to a name.
        incomplete: true,
        suggestions: candidates(model, typed).map((each, at) => ({
          label: { label: each.label, description: each.detail.replace(/\s+x\s+/g, ' × ') },
          insertText: each.insert,
          // The editor would filter again by the label; what leads to it was found already.
          filterText: typed,
          sortText: String(at).padStart(4, '0'),
          kind: languages.CompletionItemKind.Variable,
          range,
        })),
      }
    },
  })
}
