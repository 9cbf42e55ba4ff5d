import type { Document } from '../../schemas/document.js'
import type { SourceFile } from '../../schemas/source.js'
import { extract } from '../../src/extract/index.js'
import type { Result } from '../../src/result.js'
import { withoutStrays } from '../system/stray-rejections.js'

/** What was read from a source, before any interpretation: for looking where a fault arose. */
export async function readDocument(source: SourceFile): Promise<Result<Document>> {
  return withoutStrays(() => extract(source))
}

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
