/** The pieces of a typeset formula that know their place in the learner's text: finding them, and the room that they take. */
export interface Place { readonly from: number; readonly to: number }

/** The innermost piece that a pointer is over, or null. */
export function pieceUnder(target: EventTarget | null): Place | null {
  return target instanceof Element ? placeOf(target.closest<HTMLElement>('[data-span]')) : null
}

/** The element of a piece; where it has none of its own, that of the smallest piece around it. */
export function markFor(root: HTMLElement, { from, to }: Place): HTMLElement | null {
  let best: { readonly element: HTMLElement; readonly length: number } | null = null
  for (const element of root.querySelectorAll<HTMLElement>('[data-span]')) {
    const place = placeOf(element)
    if (place === null || place.from > from || place.to < to) continue
    if (best === null || place.to - place.from <= best.length) best = { element, length: place.to - place.from }
  }
  return best?.element ?? null
}

/** The box around all ink of an element, by the letters, bars and roots in it: KaTeX's own boxes are larger or smaller than what is seen. */
export function boxAround(element: HTMLElement, within: HTMLElement): { left: number; top: number; width: number; height: number } | null {
  const frame = within.getBoundingClientRect()
  const rects = [...inkOf(element)]
  if (rects.length === 0) return null
  const edge = { left: Math.min(...rects.map(r => r.left)), right: Math.max(...rects.map(r => r.right)), top: Math.min(...rects.map(r => r.top)), bottom: Math.max(...rects.map(r => r.bottom)) }
  return { left: edge.left - frame.left - 2, top: edge.top - frame.top, width: edge.right - edge.left + 4, height: edge.bottom - edge.top }
}

function* inkOf(element: HTMLElement): Generator<DOMRect> {
  const range = document.createRange()
  const letters = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, node => (node.nodeValue?.replace(/\u200B/g, '').trim() === '' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT))
  while (letters.nextNode() !== null) {
    range.selectNodeContents(letters.currentNode)
    const rect = range.getBoundingClientRect()
    if (rect.width > 0) yield rect
  }
  for (const bar of element.querySelectorAll('.frac-line, svg')) yield bar.getBoundingClientRect()
}

function placeOf(element: HTMLElement | null): Place | null {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(element?.dataset['span'] ?? '') ?? []
  return from === undefined ? null : { from: Number(from), to: Number(to) }
}
