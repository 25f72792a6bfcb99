/**
 * Input that replaces the whole of the editor's hidden text box: dictation, an assistive tool or a form filler selects all in the box and
 * inserts its text. The editor knows only of selections made through itself, so such a change is carried out here.
 */

/**
 * Watches the text box inside `host`; `replace` is called with the new text in place of the browser's own change. `selected` tells whether
 * the editor itself has all selected. Returns a way to stop.
 *
 * A Delete or Backspace counts here at its key already: the editor acts on the key, before the browser would tell of a change.
 */
export function watchWholeInput(host: HTMLElement, selected: () => boolean, replace: (text: string) => void): () => void {
  const listen = (event: InputEvent) => {
    const box = event.target
    if (!(box instanceof HTMLTextAreaElement) || event.isComposing) return
    if (box.selectionStart !== 0 || box.selectionEnd !== box.value.length) return
    const deletes = event.inputType.startsWith('delete') && box.value !== ''
    const text = deletes ? '' : inserted(event)
    if (text === null) return
    // A key that was pressed with all selected in the editor, or with nothing there: the editor's own affair.
    if (text.length < 2 && (box.value === '' || selected())) return
    event.preventDefault()
    event.stopPropagation()
    replace(text)
  }
  const press = (event: KeyboardEvent) => {
    const box = event.target
    if ((event.key !== 'Delete' && event.key !== 'Backspace') || !(box instanceof HTMLTextAreaElement) || event.isComposing) return
    if (box.value === '' || box.selectionStart !== 0 || box.selectionEnd !== box.value.length || selected()) return
    event.preventDefault()
    event.stopPropagation()
    replace('')
  }
  host.addEventListener('beforeinput', listen, { capture: true })
  host.addEventListener('keydown', press, { capture: true })
  return () => {
    host.removeEventListener('beforeinput', listen, { capture: true })
    host.removeEventListener('keydown', press, { capture: true })
  }
}

function inserted(event: InputEvent): string | null {
  if (event.inputType !== 'insertText' && event.inputType !== 'insertReplacementText') return null
  return event.data ?? event.dataTransfer?.getData('text/plain') ?? null
}
