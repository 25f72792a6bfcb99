/**
 * Input that replaces the whole of the editor's hidden text box: dictation, an assistive tool or a form filler selects all in the box and
 * inserts its text, or deletes it. The editor knows only of selections made through itself, so such a change is carried out here.
 */

export interface WholeInput {
  /** Whether the editor itself has all selected. */
  selected(): boolean
  selectAll(): void
  replace(text: string): void
}

/** Watches the text box inside `host`. Returns a way to stop. */
export function watchWholeInput(host: HTMLElement, { selected, selectAll, replace }: WholeInput): () => void {
  /** The text box, where something other than the editor has selected all of it. */
  const taken = (target: EventTarget | null): HTMLTextAreaElement | null => {
    if (!(target instanceof HTMLTextAreaElement) || !host.contains(target) || target.value === '') return null
    return target.selectionStart === 0 && target.selectionEnd === target.value.length && !selected() ? target : null
  }
  // Told at once, for at its next frame the editor would write its own selection over that of the box.
  const focus = (event: FocusEvent) => {
    if (taken(event.target) !== null) selectAll()
  }
  const select = () => {
    if (taken(document.activeElement) !== null) selectAll()
  }
  const input = (event: InputEvent) => {
    const box = event.target
    if (!(box instanceof HTMLTextAreaElement) || event.isComposing || box.selectionStart !== 0 || box.selectionEnd !== box.value.length) return
    const deletes = event.inputType.startsWith('delete') && box.value !== ''
    const text = deletes ? '' : inserted(event)
    if (text === null) return
    // A key that was pressed with all selected in the editor, or with nothing there: the editor's own affair.
    if (text.length < 2 && (box.value === '' || selected())) return
    event.preventDefault()
    event.stopPropagation()
    replace(text)
  }
  // The editor acts on Delete and Backspace at the key, before the browser would tell of a change.
  const press = (event: KeyboardEvent) => {
    if ((event.key !== 'Delete' && event.key !== 'Backspace') || event.isComposing || taken(event.target) === null) return
    event.preventDefault()
    event.stopPropagation()
    replace('')
  }
  host.addEventListener('focus', focus, { capture: true })
  host.addEventListener('beforeinput', input, { capture: true })
  host.addEventListener('keydown', press, { capture: true })
  document.addEventListener('selectionchange', select)
  return () => {
    host.removeEventListener('focus', focus, { capture: true })
    host.removeEventListener('beforeinput', input, { capture: true })
    host.removeEventListener('keydown', press, { capture: true })
    document.removeEventListener('selectionchange', select)
  }
}

function inserted(event: InputEvent): string | null {
  if (event.inputType !== 'insertText' && event.inputType !== 'insertReplacementText') return null
  return event.data ?? event.dataTransfer?.getData('text/plain') ?? null
}
