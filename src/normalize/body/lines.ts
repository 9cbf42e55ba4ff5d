import type { Block, ParagraphBlock, TableBlock } from '../../../schemas/document.js'
import type { Place } from '../../../schemas/place.js'
import { isMotto } from '../../language/motto.js'
import { holdsClosing } from '../../language/signatures.js'
import { foldInPlace } from '../folded-text.js'

/** A printed line of the body, whatever block it came from. */
export interface Line {
  /** White space as the block has it: a TAB parts two columns. */
  text: string
  /** How many characters at its start are set in bold. */
  strongLength: number
  heading: boolean
  /** Bullet or number of a list item; '' for a further line of one, null for other text. */
  marker: string | null
  /** A row of a table of data, its cells parted by bars. */
  row: boolean
  /** Ordinal of the block, and of the line within it. */
  block: number
  index: number
  at: Place
}

/**
 * Blocks → lines in reading order. Footnotes are no lines; a table that merely places the letterhead, the signature or
 * the whole text gives its lines, a table of data its rows.
 */
export function linesOf(blocks: Block[]): Line[] {
  return blocks.flatMap(linesOfBlock)
}

function linesOfBlock(block: Block, ordinal: number): Line[] {
  switch (block.kind) {
    case 'heading':
      return splitLines(block.text, block.text.length, block.at, ordinal).map((line) => ({
        ...line,
        heading: true,
      }))
    case 'paragraph':
      return block.footnote === null ? splitLines(block.text, boldOf(block), block.at, ordinal) : []
    case 'list':
      return block.items.flatMap((item) =>
        splitLines(item.text, 0, item.at, ordinal).map((line) => ({
          ...line,
          marker: line.index === 0 ? item.marker : '',
        })),
      )
    case 'table':
      return isLayout(block) ? tableLines(block, ordinal) : rowLines(block, ordinal)
    case 'figure':
      return []
  }
}

function boldOf(block: ParagraphBlock): number {
  return block.strong === 'all' ? block.text.length : block.strongLength
}

function splitLines(text: string, strongLength: number, at: Place, block: number): Line[] {
  let offset = 0
  return text.split('\n').map((part, index) => {
    const bold = Math.min(part.length, Math.max(0, strongLength - offset))
    offset += part.length + 1
    const line = at.line === null ? null : at.line + index
    return {
      text: part,
      strongLength: bold,
      heading: false,
      marker: null,
      row: false,
      block,
      index,
      at: { ...at, line },
    }
  })
}

function isLayout(table: TableBlock): boolean {
  const width = table.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  if (width <= 1) return true
  if (width > 4 || table.rows.length > 12) return false
  const text = foldInPlace(
    table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines.map((line) => line.text))).join('\n'),
  )
  return isMotto(text) || holdsClosing(text)
}

/** Column by column: what stands below one another in print belongs together. */
function tableLines(table: TableBlock, block: number): Line[] {
  const width = table.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  const lines: Line[] = []
  for (let column = 0; column < width; column++)
    for (const row of table.rows) {
      const cell = row.cells[column]
      for (const line of cell?.lines ?? [])
        lines.push({
          text: line.text,
          strongLength: cell?.strong === true ? line.text.length : 0,
          heading: false,
          marker: line.start === 'item' ? '-' : null,
          row: false,
          block,
          index: lines.length,
          at: cell?.at ?? row.at,
        })
    }
  return lines
}

/** Figures and rankings in the body: what stands beside one another stays together. */
function rowLines(table: TableBlock, block: number): Line[] {
  return table.rows.flatMap((row, index) => {
    const cells = row.cells.map((cell) => cell.lines.map((line) => line.text).join(' '))
    if (cells.every((text) => text === '')) return []
    const text = withoutLastBars(cells.join(' | '))
    return [{ text, strongLength: 0, heading: false, marker: null, row: true, block, index, at: row.at }]
  })
}

/** Without the bars of blank cells at the end. A loop, as an expression would try every way to part a long run of them. */
function withoutLastBars(text: string): string {
  let end = text.length
  while (end > 0 && /[\s|]/u.test(text.charAt(end - 1))) end--
  return text.includes('|', end) ? text.slice(0, end) : text
}

export function isStrong(line: Line): boolean {
  return line.heading || line.strongLength >= line.text.length - 1
}
