import type { AnyNode, Element } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import type { Block, ListBlock, Row } from '../../../schemas/document.js'
import type { Place } from '../../../schemas/place.js'
import { collapse } from '../../language/letters.js'
import { cell, heading, list, paragraph, place, row, table } from '../blocks.js'
import { flattenDeep } from './html-depth.js'
import { noteLabel, readNodes, readText } from './inline-html.js'

const blockTags = new Set(
  'html body div section article main p h1 h2 h3 h4 h5 h6 ul ol table thead tbody tfoot tr blockquote center header footer form pre figure dl dd dt'.split(
    ' ',
  ),
)
const silentTags = new Set(['script', 'style', 'head', 'template', 'noscript', 'iframe', 'object', 'svg'])

/** HTML (a whole document or a fragment) → blocks. Nothing is executed or fetched. `firstLine` is the fragment's. */
export function readHtml(html: string, page: number | null, firstLine = 1): Block[] {
  const reader = new HtmlReader(html, page, firstLine)
  const document = parseDocument(html, { withStartIndices: true })
  flattenDeep(document.children)
  reader.readChildren(document.children)
  return reader.blocks
}

class HtmlReader {
  readonly blocks: Block[] = []
  private readonly lineStarts: number[] = [0]

  constructor(
    html: string,
    private readonly page: number | null,
    private readonly firstLine: number,
  ) {
    for (let index = html.indexOf('\n'); index >= 0; index = html.indexOf('\n', index + 1))
      this.lineStarts.push(index + 1)
  }

  /** Runs of inline nodes between block elements become paragraphs. */
  readChildren(nodes: AnyNode[]): void {
    let inline: AnyNode[] = []
    for (const node of nodes) {
      if (node.type === 'tag' && isBlock(node)) {
        this.addParagraph(inline)
        inline = []
        this.readElement(node)
      } else if (node.type === 'text' || (node.type === 'tag' && !silentTags.has(node.name.toLowerCase()))) {
        inline.push(node)
      }
    }
    this.addParagraph(inline)
  }

  private readElement(element: Element): void {
    const tag = element.name.toLowerCase()
    if (tag === 'table') this.readTable(element)
    else if (tag === 'ul') this.readList(element)
    else if (tag === 'ol') this.readNumberedList(element)
    else if (/^h[1-6]$/u.test(tag)) {
      const text = lineText(element.children)
      if (text !== '') this.blocks.push(heading(Number(tag.slice(1)), text, this.placeOf(element)))
    } else this.readChildren(element.children)
  }

  private addParagraph(nodes: AnyNode[]): void {
    const footnote = footnoteLabel(nodes)
    const inline = readNodes(nodes, true)
    const text = inline.lines.map((line) => line.text).join('\n')
    const first = nodes.find((node) => readText(node).trim() !== '')
    if (text === '' || first === undefined) return
    this.blocks.push(
      paragraph(text, this.placeOf(first), {
        strongLength: inline.strong ? text.length : strongStart(nodes),
        footnote,
      }),
    )
  }

  private readList(element: Element): void {
    const items: ListBlock['items'] = []
    for (const child of descendantsNamed(element, 'li')) {
      const text = readNodes(child.children.filter((node) => !isList(node)))
        .lines.map((line) => line.text)
        .join('\n')
      if (text !== '')
        items.push({ marker: '-', text: text.replace(/^[-+•]\s+/u, ''), at: this.placeOf(child) })
    }
    if (items.length > 0) this.blocks.push(list(items))
  }

  private readNumberedList(element: Element): void {
    let ordinal = Number(element.attribs.start ?? 1)
    for (const child of element.children) {
      if (child.type !== 'tag' || child.name.toLowerCase() !== 'li') continue
      const before = this.blocks.length
      this.readChildren(child.children)
      const first = this.blocks[before]
      if (first?.kind === 'paragraph') first.text = `${ordinal}. ${first.text}`
      ordinal++
    }
  }

  private readTable(element: Element): void {
    const rows = ownRows(element)
    const title = element.children.find(
      (child) => child.type === 'tag' && child.name.toLowerCase() === 'caption',
    )
    if (title?.type === 'tag') this.readCaption(title)
    if (isLayout(element, rows)) {
      for (const tr of rows) for (const td of ownCells(tr)) this.readChildren(td.children)
      return
    }
    const read = rows.map((tr) => this.readRow(tr)).filter((tr) => tr.cells.length > 0)
    const headerRows = rows.filter((tr) => isHeaderRow(tr)).length
    if (read.length > 0) this.blocks.push(table(read, headerRows > 0 ? headerRows : null))
  }

  /** A table's caption stands above it, set apart from the text. */
  private readCaption(element: Element): void {
    const text = lineText(element.children)
    if (text !== '') this.blocks.push(paragraph(text, this.placeOf(element), { strongLength: text.length }))
  }

  private readRow(tr: Element): Row {
    const at = this.placeOf(tr)
    const cells = ownCells(tr).map((td) => {
      const inline = readNodes(td.children)
      return cell(inline.lines, this.placeOf(td), {
        rowSpan: span(td, 'rowspan'),
        colSpan: span(td, 'colspan'),
        strong: inline.strong || td.name.toLowerCase() === 'th',
      })
    })
    return row(cells, at)
  }

  private placeOf(node: AnyNode): Place {
    const index = node.startIndex
    return place(this.page, index === null ? null : this.firstLine + this.lineAt(index))
  }

  private lineAt(index: number): number {
    let low = 0
    let high = this.lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.lineStarts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Inline elements that hold a table or a paragraph (`<font><table>`) are read as blocks. */
function isBlock(element: Element): boolean {
  const tag = element.name.toLowerCase()
  if (blockTags.has(tag)) return true
  return !silentTags.has(tag) && element.children.some((child) => child.type === 'tag' && isBlock(child))
}

function lineText(nodes: AnyNode[]): string {
  return readNodes(nodes)
    .lines.map((line) => line.text)
    .join('\n')
}

function isList(node: AnyNode): boolean {
  return node.type === 'tag' && /^[uo]l$/iu.test(node.name)
}

function descendantsNamed(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    child.type !== 'tag'
      ? []
      : child.name.toLowerCase() === name
        ? [child, ...descendantsNamed(child, name)]
        : descendantsNamed(child, name),
  )
}

/** Rows of this table, not of tables inside its cells. */
function ownRows(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'tag') return []
    const tag = child.name.toLowerCase()
    if (tag === 'tr') return [child]
    return tag === 'thead' || tag === 'tbody' || tag === 'tfoot' ? ownRows(child) : []
  })
}

function ownCells(tr: Element): Element[] {
  return tr.children.filter((child): child is Element => child.type === 'tag' && /^t[dh]$/iu.test(child.name))
}

function isHeaderRow(tr: Element): boolean {
  const inHead = tr.parent?.type === 'tag' && tr.parent.name.toLowerCase() === 'thead'
  const cells = ownCells(tr)
  return inHead || (cells.length > 0 && cells.every((cellElement) => cellElement.name.toLowerCase() === 'th'))
}

/**
 * A table that only arranges other tables on the page, or frames one text. A table of data may hold a small table in
 * a cell: it has a header, or more rows of its own than the tables within it.
 */
function isLayout(element: Element, rows: Element[]): boolean {
  if (rows.flatMap(ownCells).length === 1) return true
  const nested = descendantsNamed(element, 'table')
  if (nested.length === 0) return false
  const own = rows.filter((tr) => ownCells(tr).filter(isFilledCell).length > 1).length
  const within = nested.reduce((sum, table) => sum + ownRows(table).length, 0)
  return !rows.some(isHeaderRow) && own <= within
}

function isFilledCell(td: Element): boolean {
  return descendantsNamed(td, 'table').length === 0 && readText(td).trim() !== ''
}

function span(td: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(td.attribs[name] ?? '1', 10)
  return Number.isFinite(value) && value > 0 ? Math.min(value, 1000) : 1
}

function footnoteLabel(nodes: AnyNode[]): string | null {
  const first = nodes.find((node) => readText(node).trim() !== '')
  if (first?.type !== 'tag') return null
  // Word links the raised label back to its mark: <a><sup>[1]</sup></a>
  const raised = first.name.toLowerCase() === 'sup' || descendantsNamed(first, 'sup').length > 0
  const label = noteLabel(readText(first))
  return raised ? label : null
}

/** Characters in bold at the start: a run-in heading may be set in several pieces. */
function strongStart(nodes: AnyNode[]): number {
  let strong = ''
  for (const node of nodes) {
    const text = readText(node)
    const isBold = node.type === 'tag' && /^(?:b|strong)$/iu.test(node.name)
    if (!isBold && text.trim() !== '') break
    strong += text
  }
  return collapse(strong).length
}
