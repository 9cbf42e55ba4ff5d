import { type Element, enclosing, type Node, wordChildren, wordDescendants } from '../office/xml.js'

/**
 * Text boxes become paragraphs behind the one that they are anchored in: where a box stands on the page is not where
 * it stands in the text.
 */
export function liftTextBoxes(root: Element): void {
  const last = new Map<Element, Node>()
  for (const box of wordDescendants(root, 'txbxContent')) {
    const anchor = enclosing(box, 'p')
    if (anchor === null) continue
    for (const block of wordChildren(box, 'p', 'tbl')) {
      const previous = last.get(anchor) ?? anchor
      anchor.parentNode?.insertBefore(block, previous.nextSibling)
      last.set(anchor, block)
    }
  }
}
