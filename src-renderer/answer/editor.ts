/** The answer box proper: Monaco with what a line of mathematics needs and nothing more. Loaded after first paint. */
import { editor, KeyCode, Range, type IDisposable } from 'monaco-editor/editor'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/placeholderText/register'
import 'monaco-editor/features/snippet/register'
// The feature of this name registers inline suggestions alone; the list of completions is this part.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/wordOperations/register'
import { letPointerThrough } from './click-through.ts'
import { columnsOf, measures, wraps } from './fitting.ts'
import { candidates, languageId, nameBefore, registerLanguage, setCompletions, type Completion } from './language.ts'
import { nextLine } from './steps.ts'
import { applyTheme } from './theme.ts'
import { watchWholeInput } from './whole-input.ts'
import './worker.ts'

export { applyTheme }
export interface Span { readonly from: number; readonly to: number }
export interface Mark extends Span { readonly look: 'problem' | 'diagnosis' | 'lens' | 'line-wrong' | 'line-right' }
export interface EditorEvents {
  text(text: string): void
  /** The caret; null when the focus leaves the answer. */
  caret(offset: number | null): void
  /** The place under the pointer while it is over the text; null when it leaves. */
  pointer(offset: number | null): void
  check(): void
}
/** What the box shows for one part of an exercise. */
export interface Page {
  readonly key: string
  readonly text: string
  readonly selection: Span
  readonly multiline: boolean
  readonly placeholder: string
  readonly completions: readonly Completion[]
}

export class AnswerEditor {
  #editor: editor.IStandaloneCodeEditor
  #events: EditorEvents
  #host: HTMLElement
  #marks: editor.IEditorDecorationsCollection
  #pages = new Map<string, { readonly model: editor.ITextModel; view: editor.ICodeEditorViewState | null }>()
  #page: Page | null = null
  #stop: (() => void)[] = []
  #external = false
  #wrapped = true
  /** Of which part, and with which looks, the marks are. */
  #looks = ''

  /** Puts an editor into `host`, which takes the height that its text needs. `label` is its accessible name; `size` in pixels. */
  constructor(host: HTMLElement, label: string, size: number, events: EditorEvents) {
    registerLanguage()
    this.#events = events
    this.#host = host
    this.#editor = editor.create(host, {
      model: null, ariaLabel: label, fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--code-face'),
      // A real text box mirrors the text, so that assistive tools and form fillers read and write it as any other.
      accessibilitySupport: 'on', editContext: false, tabFocusMode: true,
      ...measures(size), fontLigatures: false, minimap: { enabled: false }, folding: false, glyphMargin: false, lineNumbers: 'off', lineDecorationsWidth: 0, lineNumbersMinChars: 1,
      wordWrap: 'on', scrollBeyondLastLine: false, overviewRulerLanes: 0, overviewRulerBorder: false, hideCursorInOverviewRuler: true, renderLineHighlight: 'none',
      scrollbar: { vertical: 'auto', horizontal: 'hidden', useShadows: false, alwaysConsumeMouseWheel: false, verticalScrollbarSize: 8 },
      quickSuggestions: false, wordBasedSuggestions: 'off', acceptSuggestionOnEnter: 'off', acceptSuggestionOnCommitCharacter: false, suggest: { showIcons: false, showStatusBar: false },
      fixedOverflowWidgets: true, automaticLayout: true, contextmenu: false, occurrencesHighlight: 'off', selectionHighlight: false, links: false, matchBrackets: 'near', bracketPairColorization: { enabled: false }, autoClosingBrackets: 'never', autoSurround: 'never', cursorBlinking: 'blink',
    })
    this.#marks = this.#editor.createDecorationsCollection()
    this.#stop = [
      dispose(this.#editor.onDidChangeModelContent(() => this.#changed())),
      dispose(this.#editor.onDidChangeCursorPosition(() => this.#tellCaret())),
      dispose(this.#editor.onDidFocusEditorText(() => this.#tellCaret())),
      dispose(this.#editor.onDidBlurEditorText(() => this.#tellCaret())),
      dispose(this.#editor.onMouseMove(event => this.#events.pointer(event.target.type === editor.MouseTargetType.CONTENT_TEXT ? this.#offset(event.target.position) : null))),
      dispose(this.#editor.onMouseLeave(() => this.#events.pointer(null))),
      dispose(this.#editor.onDidContentSizeChange(() => this.#fit())),
      dispose(this.#editor.onDidLayoutChange(() => this.#suit(this.text))),
      dispose(this.#editor.onKeyDown(event => {
        if (event.keyCode !== KeyCode.Enter || event.browserEvent.isComposing || event.shiftKey || event.altKey) return
        const ends = this.#page?.multiline === true && !event.ctrlKey && !event.metaKey
        const selection = this.#editor.getSelection()
        // Enter over a selection replaces it, as everywhere.
        if (ends && selection?.isEmpty() === false) return
        event.preventDefault()
        event.stopPropagation()
        if (ends) this.#continue()
        else this.#events.check()
      })),
      letPointerThrough(host, () => this.#editor.render(true)),
      watchWholeInput(host, {
        selected: () => this.#wholeSelected(),
        selectAll: () => this.select({ from: 0, to: this.text.length }),
        replace: text => this.replace({ from: 0, to: this.text.length }, text),
      }),
    ]
  }

  get text(): string { return this.#editor.getModel()?.getValue(editor.EndOfLinePreference.LF) ?? '' }
  get focused(): boolean { return this.#editor.hasTextFocus() }

  /** Shows the answer of one part. Coming back to a part finds its caret and its undo as they were left. */
  open(page: Page): void {
    const left = this.#page === null ? undefined : this.#pages.get(this.#page.key)
    if (left !== undefined) left.view = this.#editor.saveViewState()
    let here = this.#pages.get(page.key)
    if (here === undefined) {
      const model = editor.createModel(page.text, languageId)
      model.setEOL(editor.EndOfLineSequence.LF)
      model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
      this.#pages.set(page.key, (here = { model, view: null }))
    }
    setCompletions(here.model, page.completions)
    this.#page = page
    this.#suit(page.text)
    this.#external = true
    this.#editor.setModel(here.model)
    this.#external = false
    this.#editor.updateOptions({ placeholder: page.placeholder, lineNumbers: page.multiline ? 'on' : 'off', lineDecorationsWidth: page.multiline ? 8 : 0, glyphMargin: page.multiline })
    if (here.view === null) this.#editor.setSelection(this.#range(page.selection))
    else this.#editor.restoreViewState(here.view)
    this.setText(page.text)
    this.#fit()
  }

  /** Makes the text what it is elsewhere; an undo brings the old one back. */
  setText(text: string): void {
    if (text !== this.text) this.replace({ from: 0, to: this.text.length }, text)
  }

  /** Replaces a span as typing would: undo brings it back, the caret stands after it. */
  replace(span: Span, text: string): void {
    const before = this.text
    this.#suit(before.slice(0, span.from) + text + before.slice(span.to))
    this.#editor.pushUndoStop()
    this.#editor.executeEdits('nabla', [{ range: this.#range(span), text, forceMoveMarkers: true }])
    this.#editor.pushUndoStop()
    const end = span.from + text.replaceAll('\r\n', '\n').length
    this.#editor.setSelection(this.#range({ from: end, to: end }))
  }

  get selection(): Span {
    const selection = this.#editor.getSelection()
    return selection === null ? { from: 0, to: 0 } : { from: this.#offset(selection.getStartPosition()), to: this.#offset(selection.getEndPosition()) }
  }

  select(span: Span): void {
    const range = this.#range(span)
    this.#editor.setSelection(range)
    this.#editor.revealRange(range)
  }

  /** The words of another language, and what they complete. Text, caret and undo stay. */
  reword(label: string, placeholder: string, completions: readonly Completion[]): void {
    const model = this.#editor.getModel()
    if (model !== null) setCompletions(model, completions)
    this.#editor.updateOptions({ ariaLabel: label, placeholder })
  }

  focus(): void { this.#editor.focus() }
  /** Offers the names that fit at the caret. */
  complete(): void { this.#editor.trigger('keyboard', 'editor.action.triggerSuggest', {}) }
  resize(size: number): void { this.#editor.updateOptions(measures(size)) }

  mark(marks: readonly Mark[]): void {
    const wanted = marks.map(({ from, to, look }) => {
      if (look.startsWith('line')) return { range: this.#range({ from, to }), options: { isWholeLine: true, glyphMarginClassName: `mark-${look}` } }
      // An empty span still needs a width to be seen: it takes the character before it.
      const seen = from === to ? { from: Math.max(0, from - 1), to: Math.min(this.text.length, to + (from === 0 ? 1 : 0)) } : { from, to }
      return { range: this.#range(seen), options: { inlineClassName: `mark-${look}` } }
    })
    // Marks that stand there already, perhaps carried there by what was typed, are not set again: each time, the editor would draw itself, and write
    // its selection over one made from outside.
    const looks = JSON.stringify([this.#page?.key, marks.map(({ look }) => look)])
    const standing = this.#marks.getRanges()
    if (looks === this.#looks && standing.length === wanted.length && wanted.every(({ range }, at) => range.equalsRange(standing[at]))) return
    this.#looks = looks
    this.#marks.set(wanted)
  }

  dispose(): void {
    for (const stop of this.#stop) stop()
    this.#editor.dispose()
    for (const { model } of this.#pages.values()) model.dispose()
    this.#pages.clear()
  }

  #changed(): void {
    if (this.#external) return
    const text = this.text
    this.#suit(text)
    this.#events.text(text)
    const model = this.#editor.getModel()
    const at = this.#editor.getPosition()
    if (model === null || at === null || !this.focused) return
    const typed = nameBefore(model.getLineContent(at.lineNumber).slice(0, at.column - 1))
    if ((typed.length >= 2 || /^[\\\P{ASCII}]$/u.test(typed)) && candidates(model, typed).length > 0) this.complete()
  }

  #suit(text: string): void {
    const letter = this.#editor.getOption(editor.EditorOption.fontInfo).typicalHalfwidthCharacterWidth
    const wrapped = wraps(text, columnsOf(this.#editor.getLayoutInfo(), letter))
    if (wrapped === this.#wrapped) return
    this.#wrapped = wrapped
    this.#editor.updateOptions({ wordWrap: wrapped ? 'on' : 'off' })
  }

  #fit(): void {
    const height = Math.min(this.#editor.getContentHeight(), Math.max(160, innerHeight * 0.4))
    if (this.#host.style.height !== `${height}px`) this.#host.style.height = `${height}px`
  }

  #wholeSelected(): boolean {
    const selection = this.#editor.getSelection()
    const model = this.#editor.getModel()
    return selection !== null && model !== null && selection.equalsRange(model.getFullModelRange())
  }

  #continue(): void {
    const { text, ...span } = nextLine(this.text, this.#offset(this.#editor.getPosition()))
    this.replace(span, text)
    this.#editor.revealPosition(this.#editor.getPosition() ?? { lineNumber: 1, column: 1 })
  }

  #tellCaret(): void {
    this.#events.caret(this.focused ? this.#offset(this.#editor.getPosition()) : null)
  }

  #offset(position: { readonly lineNumber: number; readonly column: number } | null): number {
    return position === null ? 0 : (this.#editor.getModel()?.getOffsetAt(position) ?? 0)
  }

  #range({ from, to }: Span): Range {
    const model = this.#editor.getModel()
    return model === null ? new Range(1, 1, 1, 1) : Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
  }
}

function dispose(disposable: IDisposable): () => void {
  return () => disposable.dispose()
}
