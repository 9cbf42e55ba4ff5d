import type { List, ListItem, Nodes, Paragraph, Root, RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Block, ListBlock, Page } from '../../../schemas/document.js'
import type { Place } from '../../../schemas/place.js'
import { collapse } from '../../language/letters.js'
import { cell, heading, list, paragraph, place, row, table } from '../blocks.js'
import { readHtml } from '../html/html-reader.js'
import { readInline } from '../html/inline-html.js'
import { findPipeRuns } from '../text/pipe-table.js'
import type { SourceLine } from '../text/source-line.js'
import { findTabRuns, readTabTable } from '../text/tab-table.js'
import { numberLines, splitPages } from '../text/text-reader.js'
import { inlineText, markGaps, partLines } from './markdown-inline.js'
import { tameMarkdown } from './tame-markdown.js'

/**
 * Indented lines are paragraphs here, never code, and a line of dashes under a paragraph is a rule, not a heading:
 * converters of printed plans mean neither.
 */
function plainMarkdown(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push({ disable: { null: ['codeIndented', 'setextUnderline'] } })
}

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(plainMarkdown)

/** Markdown → pages. Tables that Markdown cannot see (TAB-separated, loose pipes) are cut out before it parses. */
export function readMarkdown(text: string): Page[] {
  return splitPages(text).map((page) => {
    const lines = numberLines(page.text, page.firstLine)
    return {
      number: page.number,
      routeReason: null,
      textQuality: 'printed',
      blocks: readMarkdownPage(lines, page.number, page.firstLine),
    }
  })
}

function readMarkdownPage(lines: SourceLine[], page: number | null, firstLine: number): Block[] {
  const cut = new Set<number>()
  const tables: Block[] = []
  for (const run of findTabRuns(lines)) {
    tables.push(readTabTable(run, page))
    for (const line of run.lines) cut.add(line.number)
  }
  for (const run of findPipeRuns(lines.filter((line) => !cut.has(line.number)))) {
    tables.push(run.read(page))
    for (const line of run.lines) cut.add(line.number)
  }
  const prose = lines.map((line) => (cut.has(line.number) ? '' : markGaps(line.text)))
  const blocks = new MarkdownReader(tameMarkdown(prose).join('\n'), page, firstLine).read()
  return [...blocks, ...tables].sort((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0))
}

class MarkdownReader {
  private readonly blocks: Block[] = []

  constructor(
    private readonly source: string,
    private readonly page: number | null,
    private readonly firstLine: number,
  ) {}

  read(): Block[] {
    const tree = processor.parse(this.source) as Root
    this.readAll(joinHtml(tree.children))
    return this.blocks
  }

  private readAll(nodes: RootContent[]): void {
    for (const node of nodes) this.readNode(node)
  }

  private readNode(node: RootContent): void {
    switch (node.type) {
      case 'heading': {
        const text = inlineText(node.children).text
        if (text !== '') this.blocks.push(heading(node.depth, text, this.placeOf(node)))
        break
      }
      case 'paragraph':
        this.readParagraph(node)
        break
      case 'list':
        this.readList(node)
        break
      case 'table':
        this.readTable(node)
        break
      case 'blockquote':
        this.readAll(node.children)
        break
      case 'code':
        for (const [index, line] of node.value.split('\n').entries()) {
          if (line.trim() !== '')
            this.blocks.push(paragraph(line.trim(), place(this.page, this.lineOf(node) + index)))
        }
        break
      case 'html':
        for (const block of readHtml(node.value, this.page, this.lineOf(node))) this.blocks.push(block)
        break
      case 'footnoteDefinition':
        this.readAll(node.children)
        markFootnote(this.blocks.at(-1), node.label ?? node.identifier)
        break
      case 'definition':
        // A converter's '[1]: …' is text, not the address of a link.
        this.blocks.push(paragraph(collapse(this.sourceOf(node)), this.placeOf(node)))
        break
      default:
        break
    }
  }

  private sourceOf(node: Nodes): string {
    return this.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  }

  private readParagraph(node: Paragraph, prefix = ''): void {
    const inline = inlineText(node.children)
    const text = prefix + inline.text
    if (inline.text === '') return
    const strongLength = inline.strongLength === 0 ? 0 : inline.strongLength + prefix.length
    this.blocks.push(paragraph(text, this.placeOf(node), { strongLength, footnote: inline.footnote }))
  }

  /** Bulleted items make a list block; numbered ones are paragraphs that keep their number, with what follows them. */
  private readList(node: List): void {
    let items: ListBlock['items'] = []
    const close = (): void => {
      if (items.length > 0) this.blocks.push(list(items))
      items = []
    }
    for (const child of node.children) {
      const marker = this.markerOf(child)
      if (!/\d/u.test(marker) && child.children.every((part) => part.type === 'paragraph')) {
        const text = child.children.map((part) => inlineText((part as Paragraph).children).text).join('\n')
        if (text !== '') items.push({ marker, text, at: this.placeOf(child) })
      } else {
        close()
        this.readItem(child, marker)
      }
    }
    close()
  }

  private readItem(item: ListItem, marker: string): void {
    const [first, ...rest] = item.children
    if (/\d/u.test(marker) && first?.type === 'paragraph') {
      this.readParagraph(first, `${marker} `)
      this.readAll(rest)
    } else if (first?.type === 'paragraph') {
      const text = inlineText(first.children).text
      this.blocks.push(list([{ marker, text, at: this.placeOf(item) }]))
      this.readAll(rest)
    } else {
      this.readAll(item.children)
    }
  }

  private markerOf(item: ListItem): string {
    const start = item.position?.start.offset ?? 0
    return /^\s*([-+*•]|\d+[.)])/u.exec(this.source.slice(start, start + 12))?.[1] ?? '-'
  }

  private readTable(node: Table): void {
    const rows = node.children.map((tableRow) => {
      const at = this.placeOf(tableRow)
      const cells = tableRow.children.map((tableCell) => {
        const start = tableCell.position?.start.offset ?? 0
        const end = tableCell.position?.end.offset ?? start
        const source = this.source
          .slice(start, end)
          .replace(/^\s*\|/u, '')
          .replace(/(?<!\\)\|\s*$/u, '')
        const inline = readInline(partLines(source.trim().replaceAll('\\|', '|')))
        return cell(inline.lines, at, { strong: inline.strong })
      })
      return row(cells, at)
    })
    const width = rows.reduce((widest, tableRow) => Math.max(widest, tableRow.cells.length), 0)
    for (const tableRow of rows)
      while (tableRow.cells.length < width) tableRow.cells.push(cell([], tableRow.at))
    this.blocks.push(table(rows))
  }

  private lineOf(node: Nodes): number {
    return this.firstLine + (node.position?.start.line ?? 1) - 1
  }

  private placeOf(node: Nodes): Place {
    return place(this.page, this.lineOf(node))
  }
}

/** An HTML block that a blank line cut is one block again: its opened table is not closed yet. */
function joinHtml(nodes: RootContent[]): RootContent[] {
  const joined: RootContent[] = []
  for (const node of nodes) {
    const previous = joined.at(-1)
    if (node.type === 'html' && previous?.type === 'html' && opensTable(previous.value)) {
      previous.value += `\n\n${node.value}`
    } else joined.push(node)
  }
  return joined
}

function opensTable(html: string): boolean {
  return (html.match(/<table\b/giu)?.length ?? 0) > (html.match(/<\/table>/giu)?.length ?? 0)
}

function markFootnote(block: Block | undefined, label: string): void {
  if (block?.kind === 'paragraph') block.footnote = label
}
