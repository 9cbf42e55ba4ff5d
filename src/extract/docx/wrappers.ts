import {
  create,
  createRun,
  createText,
  descendants,
  type Element,
  isElement,
  isWord,
  remove,
  replaceByChildren,
  textOf,
  wordDescendants,
} from '../office/xml.js'

/** Elements that only wrap text: controls, fields, links, directions. mammoth loses the text of some of them. */
const wrappers = ['sdt', 'customXml', 'smartTag', 'fldSimple', 'hyperlink', 'bdo', 'dir', 'ruby', 'rubyBase']
/** Elements without text that stand between rows and cells, too, where they make mammoth drop vertical merges. */
const markers = [
  'bookmarkStart',
  'bookmarkEnd',
  'proofErr',
  'permStart',
  'permEnd',
  'commentRangeStart',
  'commentRangeEnd',
  'moveFromRangeStart',
  'moveFromRangeEnd',
  'moveToRangeStart',
  'moveToRangeEnd',
  'customXmlInsRangeStart',
  'customXmlInsRangeEnd',
  'customXmlDelRangeStart',
  'customXmlDelRangeEnd',
  'customXmlMoveFromRangeStart',
  'customXmlMoveFromRangeEnd',
  'customXmlMoveToRangeStart',
  'customXmlMoveToRangeEnd',
  'lastRenderedPageBreak',
]

/** Removes what stands between the text and the paragraph, row or cell it belongs to. */
export function unwrap(root: Element): void {
  for (const marker of wordDescendants(root, ...markers)) remove(marker)
  for (const alternate of descendants(root, (element) => element.localName === 'AlternateContent'))
    if (isElement(alternate.parentNode)) replaceByChildren(alternate, chosen(alternate))
  for (const property of wordDescendants(
    root,
    'sdtPr',
    'sdtEndPr',
    'smartTagPr',
    'customXmlPr',
    'rubyPr',
    'rt',
  ))
    remove(property)
  for (const content of wordDescendants(root, 'sdtContent')) replaceByChildren(content)
  for (const wrapper of wordDescendants(root, ...wrappers)) replaceByChildren(wrapper)
  for (const formula of descendants(root, (element) => element.localName === 'oMath')) readFormula(formula)
  for (const frame of descendants(root, (element) => element.localName === 'oMathPara'))
    replaceByChildren(frame)
  readCharacters(root)
}

/** The newer reading of an object where it has text of its own, else the one for older programs. */
function chosen(alternate: Element): Element {
  const readings = [...alternate.childNodes].filter(isElement)
  const choice = readings.find((element) => element.localName === 'Choice')
  const fallback = readings.find((element) => element.localName === 'Fallback')
  const hasText = (element: Element): boolean => wordDescendants(element, 't', 'txbxContent').length > 0
  if (choice !== undefined && (fallback === undefined || hasText(choice))) return choice
  return fallback ?? alternate
}

function readFormula(formula: Element): void {
  const like = enclosingWord(formula)
  if (like !== null) formula.parentNode?.insertBefore(createRun(like, textOf(formula)), formula)
  remove(formula)
}

function enclosingWord(element: Element): Element | null {
  for (let node = element.parentNode; node !== null; node = node.parentNode) if (isWord(node)) return node
  return null
}

/** Characters that stand as elements: mammoth knows neither `cr` nor `ptab`; hyphens that a line end may show are none. */
function readCharacters(root: Element): void {
  for (const element of wordDescendants(root, 'softHyphen')) remove(element)
  for (const element of wordDescendants(root, 'noBreakHyphen')) replaceBy(element, createText(element, '-'))
  for (const element of wordDescendants(root, 'cr')) replaceBy(element, create(element, 'br'))
  for (const element of wordDescendants(root, 'ptab')) replaceBy(element, create(element, 'tab'))
  for (const element of wordDescendants(root, 't')) {
    const text = textOf(element)
    const cleaned = text.replaceAll('\u00ad', '').replace(/[\uf020-\uf0ff]/gu, plainSymbol)
    if (cleaned !== text) element.textContent = cleaned
  }
}

function replaceBy(element: Element, other: Element): void {
  element.parentNode?.insertBefore(other, element)
  remove(element)
}

/** A character of a symbol font: hyphen and plus are what they look like, any other is some bullet. */
export function plainSymbol(symbol: string): string {
  const code = (symbol.codePointAt(0) ?? 0) & 0xff
  return code === 0x2d ? '-' : code === 0x2b ? '+' : code === 0x20 ? ' ' : '•'
}
