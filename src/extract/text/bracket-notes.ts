import type { Block, Page } from '../../../schemas/document.js'

const noteStart = /^\[(\d{1,2})\]\s*/u

/**
 * Text conversions write footnotes as '[1] …' under the text and their marks as '[1]' in it: such paragraphs become
 * footnotes where the same mark stands elsewhere before them, and the marks, raised in print, are no text.
 */
export function markBracketNotes(pages: Page[]): Page[] {
  let before = ''
  const labels = new Set<string>()
  for (const page of pages) {
    for (const block of page.blocks) {
      if (block.kind !== 'paragraph') {
        before += JSON.stringify(block)
        continue
      }
      const label = noteStart.exec(block.text)?.[1]
      if (label !== undefined && before.includes(`[${label}]`)) {
        labels.add(label)
        block.footnote = label
        block.text = block.text.replace(noteStart, '')
        block.strong = 'none'
        block.strongLength = 0
      } else before += block.text
    }
  }
  return dropMarks(pages, labels, (label) => `[${label}]`)
}

/** Marks of Markdown footnotes ('[^1]') in tables, which Markdown's own reader does not see, are no text either. */
export function dropCaretMarks(pages: Page[], text: string): Page[] {
  const labels = new Set([...text.matchAll(/^\s*\[\^([^\]\s]{1,20})\]:/gmu)].map((match) => match[1] ?? ''))
  return dropMarks(pages, labels, (label) => `[^${label}]`)
}

function dropMarks(pages: Page[], labels: Set<string>, markOf: (label: string) => string): Page[] {
  if (labels.size === 0) return pages
  const marks = [...labels].map((label) => markOf(label).replace(/[[\]^$.*+?()|{}\\]/gu, '\\$&'))
  const pattern = new RegExp(`\\s*\\\\?(?:${marks.join('|')})`, 'gu')
  const drop = (text: string): string => text.replace(pattern, '')
  for (const page of pages) for (const block of page.blocks) dropFrom(block, drop)
  return pages
}

function dropFrom(block: Block, drop: (text: string) => string): void {
  if (block.kind === 'table') {
    for (const cell of block.rows.flatMap((row) => row.cells)) {
      for (const line of cell.lines) line.text = drop(line.text)
      cell.lines = cell.lines.filter((line) => line.text !== '')
    }
  } else if (block.kind === 'list') for (const item of block.items) item.text = drop(item.text)
  else {
    block.text = drop(block.text)
    if (block.kind === 'paragraph') block.strongLength = Math.min(block.strongLength, block.text.length)
  }
}
