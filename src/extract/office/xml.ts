import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom'

export type { Document, Element, Node }

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const wordNamespaces = new Set([transitional, 'http://purl.oclc.org/ooxml/wordprocessingml/main'])

/** Bytes of an XML part → its tree. Throws on XML that is not well-formed. */
export function parseXml(bytes: Uint8Array): Document {
  return new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message)
    },
  }).parseFromString(decodeXml(bytes), 'text/xml')
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

export function serializeXml(document: Document): Uint8Array {
  return new TextEncoder().encode(new XMLSerializer().serializeToString(document))
}

export function isElement(node: Node | null): node is Element {
  return node !== null && node.nodeType === 1
}

/** An element of WordprocessingML of one of the given names, whatever prefix the producer chose. */
export function isWord(node: Node | null, ...names: string[]): node is Element {
  return (
    isElement(node) &&
    wordNamespaces.has(node.namespaceURI ?? '') &&
    (names.length === 0 || names.includes(node.localName ?? ''))
  )
}

/** Child elements of WordprocessingML, of one of the given names if any are given. */
export function wordChildren(parent: Node | null, ...names: string[]): Element[] {
  const found: Element[] = []
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling)
    if (isWord(node, ...names)) found.push(node)
  return found
}

/** The element at the end of a path of names below `parent`, null where it breaks off. */
export function wordChild(parent: Node | null, ...path: string[]): Element | null {
  let current: Node | null = parent
  for (const name of path) current = wordChildren(current, name)[0] ?? null
  return isElement(current) ? current : null
}

/** Elements below `root` in document order. Collected before anything is changed; deep trees need no deep stack. */
export function descendants(root: Node, accept: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  let node: Node | null = root.firstChild
  while (node !== null) {
    if (isElement(node) && accept(node)) found.push(node)
    node = node.firstChild ?? following(node, root)
  }
  return found
}

function following(node: Node, root: Node): Node | null {
  let current: Node | null = node
  while (current !== null && current !== root) {
    if (current.nextSibling !== null) return current.nextSibling
    current = current.parentNode
  }
  return null
}

export function wordDescendants(root: Node, ...names: string[]): Element[] {
  return descendants(root, (element) => isWord(element, ...names))
}

/** The nearest enclosing element of that name. */
export function enclosing(node: Node, name: string): Element | null {
  for (let current = node.parentNode; current !== null; current = current.parentNode)
    if (isWord(current, name)) return current
  return null
}

/** An attribute of the element's own namespace (`w:val`), null where absent. */
export function attribute(element: Element | null, name: string): string | null {
  if (element === null) return null
  return element.getAttributeNS(element.namespaceURI, name) ?? element.getAttribute(name)
}

export function settingOf(element: Element | null): string | null {
  return attribute(element, 'val')
}

export function numberOf(element: Element | null, name = 'val'): number | null {
  const value = Number.parseInt(attribute(element, name) ?? '', 10)
  return Number.isFinite(value) ? value : null
}

/** An on/off property: null where it is absent, true where it stands without a value. */
export function toggle(element: Element | null): boolean | null {
  if (element === null) return null
  return !['0', 'false', 'off', 'none'].includes(settingOf(element) ?? '1')
}

export function remove(node: Node): void {
  node.parentNode?.removeChild(node)
}

/** Puts the children of `source` where `target` stands. */
export function replaceByChildren(target: Element, source: Node = target): void {
  while (source.firstChild !== null) target.parentNode?.insertBefore(source.firstChild, target)
  remove(target)
}

/** Puts `child` first and returns it. */
export function prepend(parent: Element, child: Element): Element {
  parent.insertBefore(child, parent.firstChild)
  return child
}

/** A new element of the same namespace and prefix as `like`. */
export function create(like: Element, name: string, value?: string): Element {
  const prefix = like.prefix === null || like.prefix === '' ? '' : `${like.prefix}:`
  const document = like.ownerDocument as Document
  const element = document.createElementNS(like.namespaceURI ?? transitional, prefix + name)
  if (value !== undefined) element.setAttributeNS(element.namespaceURI, `${prefix || 'w:'}val`, value)
  return element
}

/** A run holding `text`, made in the document of `like`. */
export function createRun(like: Element, text: string): Element {
  const run = create(like, 'r')
  run.appendChild(createText(like, text))
  return run
}

export function createText(like: Element, text: string): Element {
  const element = create(like, 't')
  element.appendChild((like.ownerDocument as Document).createTextNode(text))
  return element
}

export function textOf(element: Element): string {
  return element.textContent ?? ''
}
