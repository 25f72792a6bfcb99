/** Runs something that may scroll, such as giving the focus, and puts every box around `node` back where it was. */
export function withoutScrolling(node: Element, run: () => void): void {
  const kept: [Element, number][] = []
  for (let box: Element | null = node; box !== null; box = box.parentElement) kept.push([box, box.scrollTop])
  run()
  for (const [box, top] of kept) if (box.scrollTop !== top) box.scrollTop = top
}
