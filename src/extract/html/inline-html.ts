import type { AnyNode, Element } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import type { CellLine } from '../../../schemas/document.js'
import { isRoman } from '../../language/codes.js'
import { collapse } from '../../language/letters.js'
import { flattenDeep } from './html-depth.js'

/** The lines of a piece of text with inline markup, and whether all of it is set in bold. */
export interface InlineText {
  lines: CellLine[]
  strong: boolean
}

const startOf: Record<string, CellLine['start']> = {
  br: 'break',
  p: 'paragraph',
  div: 'paragraph',
  li: 'item',
  tr: 'paragraph',
  h1: 'paragraph',
  h2: 'paragraph',
  h3: 'paragraph',
  h4: 'paragraph',
  h5: 'paragraph',
  h6: 'paragraph',
}
const boldTags = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const ignoredTags = new Set(['script', 'style', 'head', 'template', 'noscript'])

/** No tag: it is never closed, and all that follows it would be lost. */
const loneBracket = /<(?=[^<>]*(?:<|$))/gu

/** Inline HTML and Markdown emphasis of a cell → its lines. Unclosed and stray tags do no harm. */
export function readInline(source: string): InlineText {
  const withoutMarks = stripEmphasis(source)
  const marked = withoutMarks !== source && /^\s*(?:\*\*|__)/u.test(source)
  if (!/[<&]/u.test(withoutMarks)) {
    const text = collapse(withoutMarks)
    return { lines: splitLines(withoutMarks), strong: marked && text !== '' }
  }
  const { children } = parseDocument(withoutMarks.replace(loneBracket, '&lt;'))
  flattenDeep(children)
  const inline = readNodes(children)
  return { lines: inline.lines, strong: inline.strong || (marked && inline.lines.length > 0) }
}

function splitLines(text: string): CellLine[] {
  const lines = text.split(/\n|\u2028/u).map(collapse)
  return lines
    .filter((line) => line !== '')
    .map((line, index) => ({ text: line, start: index === 0 ? 'paragraph' : 'break' }))
}

/**
 * `***both***`, `**bold**`, `__bold__`, `*italic*` and `_italic_` lose their marks; a lone star or one between digits
 * is text. A line break inside a mark is the converter's wrapping.
 */
function stripEmphasis(text: string): string {
  if (!/[*_\\]/u.test(text)) return text
  const unwrap = (inner: string): string => inner.replaceAll('\n', ' ').trim()
  return text
    .replace(/\*\*\*([^*]+?)\*\*\*/gu, (_, inner: string) => unwrap(inner))
    .replace(/\*\*([^*]+?)\*\*/gu, (_, inner: string) => unwrap(inner))
    .replace(/__([^_]+?)__/gu, (_, inner: string) => unwrap(inner))
    .replace(
      /(^|[\s([“"])([*_])(?!\s)([^*_]{1,200}?)(?<!\s)\2(?=$|[\s.,;:)\]”"])/gu,
      (_, before: string, __, inner: string) => before + unwrap(inner),
    )
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1')
}

/** DOM nodes → lines, of cells too. `tabs` keeps Word's tabs, which part columns of a paragraph; elsewhere they are spaces. */
export function readNodes(nodes: AnyNode[], tabs = false): InlineText {
  const reader = new InlineReader(tabs)
  for (const node of nodes) reader.visit(node)
  return reader.finish()
}

class InlineReader {
  private readonly lines: CellLine[] = []
  private current = ''
  private start: CellLine['start'] = 'paragraph'
  private boldDepth = 0
  private boldLetters = 0
  private letters = 0
  /** Within cells of a table inside the text: a row of it is one line. */
  private cellDepth = 0

  constructor(private readonly tabs: boolean) {}

  visit(node: AnyNode): void {
    if (node.type === 'text') this.addText(node.data)
    else if ('children' in node && node.type === 'tag') this.visitElement(node)
  }

  finish(): InlineText {
    this.endLine('paragraph')
    return { lines: this.lines, strong: this.letters > 0 && this.boldLetters > this.letters * 0.9 }
  }

  private visitElement(element: Element): void {
    const tag = element.name.toLowerCase()
    if (ignoredTags.has(tag) || this.isFootnoteMark(element)) return
    const isCell = tag === 'td' || tag === 'th'
    const start = this.cellDepth > 0 && tag !== 'tr' ? undefined : startOf[tag]
    if (start !== undefined) this.endLine(start)
    if (isCell || startOf[tag] !== start) this.current += ' '
    if (isCell) this.cellDepth++
    if (isTab(element)) this.current += tabMark
    if (boldTags.has(tag)) this.boldDepth++
    for (const child of element.children) this.visit(child)
    if (boldTags.has(tag)) this.boldDepth--
    if (isCell) this.cellDepth--
    if (start !== undefined && start !== 'break') this.endLine('paragraph')
  }

  /** A raised number marks a footnote unless it stands behind a unit ('m²', 'km²'). */
  private isFootnoteMark(element: Element): boolean {
    if (element.name.toLowerCase() !== 'sup') return false
    const text = readText(element)
    if (this.isBlank() && noteLabel(text) !== null) return true
    return /^\s*\[?[\d*]{1,3}\]?\s*$/u.test(text) && !/(?:^|[\s\d])[kcdm]?m$/u.test(this.current)
  }

  private isBlank(): boolean {
    return this.lines.length === 0 && this.current.trim() === ''
  }

  private addText(data: string): void {
    this.current += data
    const count = data.match(/\p{L}/gu)?.length ?? 0
    this.letters += count
    if (this.boldDepth > 0) this.boldLetters += count
  }

  private endLine(next: CellLine['start']): void {
    const text = this.tabs ? collapseColumns(this.current) : collapse(this.current.replaceAll(tabMark, ' '))
    if (text !== '') {
      this.lines.push({ text, start: this.start })
      this.start = next
    } else if (this.start !== 'item' || next === 'item') {
      this.start = next
    }
    this.current = ''
  }
}

/** Stands for a tab until the line is whole; TABs of the source are mere white space. */
const tabMark = '\u0001'

/** A tab in HTML that Word wrote. */
function isTab(element: Element): boolean {
  return /mso-tab-count/iu.test(element.attribs.style ?? '')
}

const itemLabel = /^(?:[-–+*•]|\(?[\p{L}\d.]{1,8}[.)]?)$/u

/** White space within columns collapses; a tab behind a number or a bullet parts no columns. */
function collapseColumns(text: string): string {
  const columns = text.split(tabMark).map(collapse)
  const filled = columns.filter((column) => column !== '')
  const [first = '', second, ...rest] = filled
  if (second === undefined) return first
  return (
    [first, second].join(itemLabel.test(first) ? ' ' : '\t') + rest.map((column) => `\t${column}`).join('')
  )
}

/** What a note is labelled with: a figure, stars, a Roman number or a letter, perhaps in brackets; null for other text. */
export function noteLabel(text: string): string | null {
  const label = text.trim().replace(/^\[(.*)\]$/u, '$1')
  return isRoman(label.toUpperCase()) || /^(?:\d{1,3}|\*{1,3}|\(\*{1,3}\)|[a-z])$/u.test(label) ? label : null
}

export function readText(node: AnyNode): string {
  if (node.type === 'text') return node.data
  return 'children' in node ? node.children.map(readText).join('') : ''
}
