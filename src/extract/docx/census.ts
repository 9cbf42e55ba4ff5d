import type { Block } from '../../../schemas/document.js'
import { type Element, textOf, wordDescendants } from '../office/xml.js'

/** How many letters of the document's text are in no block. Figures are left out: the marks of notes are dropped. */
export function missingLetters(body: Element, blocks: Block[]): number {
  const expected = wordDescendants(body, 't').reduce((sum, text) => sum + letters(textOf(text)), 0)
  const read = blocks.reduce((sum, block) => sum + letters(textsOf(block).join(' ')), 0)
  return Math.max(0, expected - read - noteLabels(blocks))
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}

/** Labels of notes may be letters ('i', 'a'). */
function noteLabels(blocks: Block[]): number {
  return blocks.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? letters(block.footnote ?? '') : 0),
    0,
  )
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => item.text)
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines.map((line) => line.text)))
    default:
      return [block.text]
  }
}
