/** Lets the keyboard reach a box that scrolls sideways, and only while there is something to scroll. For `{@attach}`. */
export function scrollable(label: string) {
  return (node: HTMLElement): (() => void) => {
    const update = () => {
      const scrolls = node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1
      if (scrolls === node.hasAttribute('tabindex')) return
      if (scrolls) {
        node.tabIndex = 0
        node.setAttribute('role', 'group')
        node.setAttribute('aria-label', label)
      } else {
        node.removeAttribute('tabindex')
        node.removeAttribute('role')
        node.removeAttribute('aria-label')
      }
    }
    const sizes = new ResizeObserver(update)
    // What is observed anew is told of after the page has next been laid out, when looking costs nothing: to look at once would lay it out for each change.
    const contents = new MutationObserver(() => {
      sizes.unobserve(node)
      sizes.observe(node)
    })
    sizes.observe(node)
    contents.observe(node, { childList: true, subtree: true })
    return () => {
      sizes.disconnect()
      contents.disconnect()
    }
  }
}
