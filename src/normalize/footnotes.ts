import type { Block } from '../../schemas/document.js'
import type { Footnote } from '../../schemas/plan.js'
import { collapse } from '../language/letters.js'

/** The footnotes of the body in order. */
export function readFootnotes(blocks: Block[]): Footnote[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.footnote !== null
      ? [{ label: block.footnote, text: collapse(block.text), at: block.at }]
      : [],
  )
}
