/**
 * The editor keeps a text box of its own beneath the letters, where no pointer reaches it. Assistive tools that press or tap the box by its name
 * aim at its middle, so here it lies on top instead, unseen, and hands every press and move on to the letters beneath.
 */

/** Lets the pointer through the text box inside `host`. `render` brings what lies beneath up to date at once. Returns a way to stop. */
export function letPointerThrough(host: HTMLElement, render: () => void): () => void {
  let open: HTMLTextAreaElement | null = null
  const under = (box: HTMLTextAreaElement, event: MouseEvent) => {
    box.style.pointerEvents = 'none'
    return document.elementFromPoint(event.clientX, event.clientY)
  }
  const press = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLTextAreaElement) || event.button !== 0) return
    const box = event.target
    // A letter that is replaced between the press and its handling would swallow it.
    render()
    const beneath = under(box, event)
    if (beneath === null || !host.contains(beneath)) return void (box.style.pointerEvents = '')
    event.preventDefault()
    event.stopImmediatePropagation()
    // It stays open until the button is let go, so that a selection can be drawn with the pointer.
    open = box
    beneath.dispatchEvent(new MouseEvent('mousedown', event))
  }
  const move = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLTextAreaElement)) return
    const box = event.target
    const beneath = under(box, event)
    if (beneath !== null && host.contains(beneath)) {
      event.stopImmediatePropagation()
      beneath.dispatchEvent(new MouseEvent('mousemove', event))
    }
    box.style.pointerEvents = ''
  }
  const release = () => {
    if (open !== null) open.style.pointerEvents = ''
    open = null
  }
  host.addEventListener('mousedown', press, { capture: true })
  host.addEventListener('mousemove', move, { capture: true })
  addEventListener('pointerup', release, { capture: true })
  addEventListener('pointercancel', release, { capture: true })
  return () => {
    host.removeEventListener('mousedown', press, { capture: true })
    host.removeEventListener('mousemove', move, { capture: true })
    removeEventListener('pointerup', release, { capture: true })
    removeEventListener('pointercancel', release, { capture: true })
  }
}
