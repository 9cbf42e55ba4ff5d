import type { AnyNode, ParentNode } from 'domhandler'

/** Deeper than any writer nests on purpose, and far from where recursion ends. */
const deepest = 200

/** Makes whatever lies deeper flat: below the limit only the texts are left, in their order. */
export function flattenDeep(nodes: AnyNode[]): void {
  const open: { node: AnyNode; depth: number }[] = nodes.map((node) => ({ node, depth: 1 }))
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!('children' in at.node)) continue
    if (at.depth >= deepest) at.node.children = textsBelow(at.node)
    else for (const child of at.node.children) open.push({ node: child, depth: at.depth + 1 })
  }
}

function textsBelow(root: ParentNode): typeof root.children {
  const texts: typeof root.children = []
  const open: AnyNode[] = root.children.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') texts.push(node)
    else if ('children' in node) for (const child of node.children.toReversed()) open.push(child)
  }
  for (const text of texts) text.parent = root
  return texts
}
