import type { Document } from '../../schemas/document.js'

/** A document as lines of text, each with its source line; table cells apart by ` | `. */
export function documentText(document: Document, pageLine: (page: number) => string): string {
  const lines: string[] = []
  for (const page of document.pages) {
    if (page.number !== null) lines.push(pageLine(page.number))
    for (const block of page.blocks) {
      const at = block.at.line === null ? '' : String(block.at.line)
      if (block.kind === 'table') {
        for (const row of block.rows) {
          const cells = row.cells.map((cell) => cell.lines.map((line) => line.text).join(' / '))
          lines.push(`${row.at.line ?? ''}\t| ${cells.join(' | ')} |`)
        }
      } else if (block.kind === 'list') {
        for (const item of block.items) lines.push(`${item.at.line ?? ''}\t${item.marker} ${item.text}`)
      } else lines.push(`${at}\t${block.text.replaceAll('\n', ' / ')}`)
    }
  }
  return `${lines.join('\n')}\n`
}
