import type { Block, Page } from '../../../schemas/document.js'
import type { Issue } from '../../../schemas/message.js'
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
  recognised: boolean
  issues: Issue[]
}

/** Pages in order → their blocks. Where a page break may have cut a row, the lines around it are marked. */
export function finishPages(printed: readonly PrintedPage[]): Page[] {
  let edgesAbove: CellEdges = new Map()
  const pages: Page[] = []
  for (const { number, routeReason, ink } of printed) {
    const edges: CellEdges = new Map()
    const blocks = ink === null ? [] : pageBlocks(ink, number, edges)
    markSeam(pages.at(-1)?.blocks ?? [], blocks, new Map([...edgesAbove, ...edges]))
    edgesAbove = edges
    pages.push({ number, routeReason, blocks })
  }
  return pages.map((page, index) => {
    const toSource = printed[index]?.toSource
    return toSource === undefined
      ? page
      : { ...page, blocks: page.blocks.map((block) => moved(block, toSource)) }
  })
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
