import type { Page } from '../../schemas/document.js'

const noteStart = /^\[(\d{1,2})\]\s*/u

/**
 * Text conversions write footnotes as '[1] …' under the text and their marks as '[1]' in it: such paragraphs become
 * footnotes where the same mark stands elsewhere before them.
 */
export function markBracketNotes(pages: Page[]): Page[] {
  let before = ''
  for (const page of pages) {
    for (const block of page.blocks) {
      if (block.kind !== 'paragraph') {
        before += JSON.stringify(block)
        continue
      }
      const label = noteStart.exec(block.text)?.[1]
      if (label !== undefined && before.includes(`[${label}]`)) {
        block.footnote = label
        block.text = block.text.replace(noteStart, '')
        block.strong = 'none'
        block.strongLength = 0
      } else before += block.text
    }
  }
  return pages
}
