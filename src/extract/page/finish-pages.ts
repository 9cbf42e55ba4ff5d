import type { Block, Page } from '../../../schemas/document.js'
import type { Finding } from '../../../schemas/message.js'
import type { Place } from '../../../schemas/place.js'
import type { Box, PageInk } from './ink.js'
import { pageBlocks } from './page-blocks.js'
import { type CellEdges, markSeam } from './page-seams.js'

/** A page whose print is known but not yet understood. */
export interface PrintedPage {
  number: number
  routeReason: string | null
  /** null where nothing could be read. */
  ink: PageInk | null
  /** Where a box of `ink` stands on the page itself; absent where they are the same. */
  toSource?: (box: Box) => Box
  textQuality: Page['textQuality']
  issues: Finding[]
}

/** A page that is understood, and what happened on the way to it. Its print is given back. */
export interface FinishedPage {
  page: Page
  /** Something could be read on it. */
  hasInk: boolean
  issues: Finding[]
}

/**
 * Pages, given in order → their blocks. Where a page break may have cut a row, the lines around it are marked. Of a long
 * document only the print of the page at hand is kept, and the edges of the page above.
 */
export class PageFinisher {
  private above: Block[] = []
  private edgesAbove: CellEdges = new Map()

  add({ number, routeReason, ink, toSource, textQuality, issues }: PrintedPage): FinishedPage {
    const edges: CellEdges = new Map()
    const blocks = ink === null ? [] : pageBlocks(ink, number, edges)
    markSeam(this.above, blocks, new Map([...this.edgesAbove, ...edges]))
    this.above = blocks
    this.edgesAbove = edges
    const placed = toSource === undefined ? blocks : blocks.map((block) => moved(block, toSource))
    return { page: { number, routeReason, textQuality, blocks: placed }, hasInk: ink !== null, issues }
  }
}

function moved(block: Block, toSource: (box: Box) => Box): Block {
  const move = <T extends { at: Place }>(part: T): T =>
    part.at.bbox === null ? part : { ...part, at: { ...part.at, bbox: rounded(toSource(part.at.bbox)) } }
  if (block.kind !== 'table') return move(block)
  return move({
    ...block,
    rows: block.rows.map((row) => move({ ...row, cells: row.cells.map(move) })),
  })
}

function rounded(box: Box): Box {
  return box.map((value) => Math.round(value * 10) / 10) as Box
}
