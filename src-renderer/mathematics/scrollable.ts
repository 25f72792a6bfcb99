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
    const contents = new MutationObserver(update)
    sizes.observe(node)
    contents.observe(node, { childList: true, subtree: true })
    update()
    return () => {
      sizes.disconnect()
      contents.disconnect()
    }
  }
}
