import type { Block, Page } from '../../schemas/document.js'
import type { Place } from '../../schemas/place.js'
import type { Repaired } from '../../schemas/repair.js'

/** A text somewhere in a document, and how to put another in its place. */
export interface TextSlot {
  text: string
  at: Place
  /** Whether the text begins something: false for a further line of a cell. */
  starts: boolean
  /** The mark of a list that stands before it. */
  bullet: string | null
  /** How sure recognition is of each of its words. */
  confidences: readonly number[] | null
  /** What was changed in it before. */
  repaired: Repaired | null
  put(text: string, repaired: Repaired | null): void
}

interface TextHolder {
  text: string
  confidences?: number[] | undefined
  repaired?: Repaired | undefined
}

/** The texts of a page in reading order. Putting changes the page itself. */
export function textSlots(page: Page): TextSlot[] {
  return page.blocks.flatMap(textSlotsOf)
}

/** The texts of a block. */
export function textSlotsOf(block: Block): TextSlot[] {
  switch (block.kind) {
    case 'heading':
      return [slot(block, block.at, true)]
    case 'paragraph':
      return [paragraphSlot(block)]
    case 'list':
      return block.items.map((item) => slot(item, item.at, true, item.marker))
    case 'table':
      return block.rows.flatMap((row) =>
        row.cells.flatMap((cell) => cell.lines.map((line, index) => slot(line, cell.at, index === 0))),
      )
    case 'figure':
      return []
  }
}

function slot(holder: TextHolder, at: Place, starts: boolean, bullet: string | null = null): TextSlot {
  return {
    text: holder.text,
    at,
    starts,
    bullet,
    confidences: holder.confidences ?? null,
    repaired: holder.repaired ?? null,
    put(text, repaired) {
      holder.text = text
      if (repaired !== null) holder.repaired = repaired
    },
  }
}

/** The strong start of a paragraph is counted in characters, which a repair of the form may change. */
function paragraphSlot(block: Extract<Block, { kind: 'paragraph' }>): TextSlot {
  const plainSlot = slot(block, block.at, true)
  return {
    ...plainSlot,
    put(text, repaired) {
      if (block.strong === 'start') block.strongLength = strongLengthIn(text, block.text, block.strongLength)
      plainSlot.put(text, repaired)
    },
  }
}

/** Where the strong start ends in the repaired text: after as many visible words and the same share of the rest. */
function strongLengthIn(text: string, before: string, length: number): number {
  if (text.length === before.length) return length
  const words = before.slice(0, length).match(/\S+/gu)?.length ?? 0
  if (words === 0) return 0
  const end = new RegExp(`^\\s*(?:\\S+\\s+){${words - 1}}\\S+`, 'u').exec(text)?.[0].length ?? text.length
  const spaceAfter = /\s$/u.test(before.slice(0, length)) ? 1 : 0
  return Math.min(text.length, end + spaceAfter)
}
