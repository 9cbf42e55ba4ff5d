import type { TableBlock } from '../../../schemas/document.js'
import type { RepairedLine } from '../changes.js'
import {
  type GarbledLine,
  type GarbledReader,
  type GarbledReading,
  partOf,
} from '../decode/restore-garbled.js'
import { withHeaderCopies } from './header-copies.js'
import { findWovenTables } from './index.js'
import { lineText, type WovenLine, wovenTokens } from './lines.js'
import { tableBlock, textsOfCells, type WovenTable, withNumbers } from './table-block.js'

/** Where a line stands in its source, and the mark of a list that stands before it. */
export interface WovenPlace {
  page: number | null
  number: number
  bullet: string | null
}

/** A line of a page that was recognised as another language; without a place it is in no woven table. */
export type LineToRead = GarbledLine & { place: WovenPlace | null }

/** Lines `from` up to `to` of a page that belong to a table; the table itself stands where it begins. */
export interface TableStretch {
  from: number
  to: number
  block: TableBlock | null
}

/** A page after reading, line for line. */
export interface ReadPage {
  lines: RepairedLine[]
  tables: TableStretch[]
}

/**
 * Reads pages that were recognised as another language: all lines as they stand, then, where columns run into each
 * other, the tables are cut apart and every cell is read by itself.
 */
export function readWoven(
  reader: GarbledReader,
  pages: readonly (readonly LineToRead[])[],
  phrases: readonly string[],
): ReadPage[] {
  const lines = pages.flat()
  const reading = reader.begin(lines, reader.memoryOf(phrases))
  const tables = findWovenTables(wovenLines(lines, reading), reader.model, neighboursIn(reading))
  const headers = new Set(tables.flatMap((table) => table.headers.flat()))
  const numbered = withNumbers(reader.finish(reading, tables.flatMap(textsOfCells), headers), tables)
  const read = tables.reduce((own, { headers }) => withHeaderCopies(own, headers, reader), numbered)
  const blocks = new Map<WovenTable, TableBlock>()
  const blockOf = (table: WovenTable): TableBlock => {
    const block = blocks.get(table) ?? tableBlock(table, read)
    blocks.set(table, block)
    return block
  }
  let first = 0
  return pages.map((page) => {
    const from = first
    first += page.length
    const stretches = tables.flatMap((table) => {
      if (table.first >= first || table.last < from) return []
      const begins = table.first >= from
      return [
        {
          from: Math.max(0, table.first - from),
          to: Math.min(page.length, table.last + 1 - from),
          get block(): TableBlock | null {
            return begins ? blockOf(table) : null
          },
        },
      ]
    })
    const own = read.slice(from, first)
    return { lines: own.map((line) => partOf(line, 0, line.text.length)), tables: stretches }
  })
}

/** Words that are this certain are evidence for others. */
const certain = 0.9

/** Words that stand beside each other on a line, whatever their columns. */
function neighboursIn({ words }: GarbledReading): [number, number][] {
  return words.flatMap((own) =>
    own.flatMap((word, index): [number, number][] => {
      const next = own[index + 1]
      return next !== undefined && Math.min(word.confidence, next.confidence) >= certain
        ? [[word.id, next.id]]
        : []
    }),
  )
}

const blanksAtPageEnd = 3

function wovenLines(lines: readonly LineToRead[], reading: GarbledReading): WovenLine[] {
  const woven: WovenLine[] = []
  let above: WovenPlace | null = null
  lines.forEach(({ text, place }, index) => {
    if (place === null || text.trim() === '') return
    const tokens = wovenTokens(text, reading.words[index] ?? [])
    if (tokens.length === 0) return
    const first = tokens[0]
    if (place.bullet !== null && first !== undefined) first.capital = true
    const turned = above === null || above.page !== place.page
    const gap = turned ? blanksAtPageEnd : Math.max(0, place.number - (above?.number ?? 0) - 1)
    const { page, number } = place
    woven.push({
      page,
      number,
      index,
      text: lineText(tokens),
      tokens,
      gap,
      opensPage: gap >= blanksAtPageEnd,
    })
    above = place
  })
  return woven
}
