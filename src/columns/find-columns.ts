import type { Block, Document } from '../../schemas/document.js'
import { headerWordings } from '../language/header-terms.js'
import type { ChangedLine, DocumentReading, FirstReading, PrintedPlace } from '../language/reading.js'
import { ok, type Result } from '../result.js'
import { findInterleavedTables } from './interleaved-tables.js'
import { type InterleavedLine, lineText, lineTokens } from './lines.js'
import { blanksAtPageEnd, certainNeighbour } from './parameters.js'
import { type InterleavedTable, tableBlock, textsOfCells, withNumbers } from './table/table-block.js'

export interface ColumnOptions {
  /** Whether columns are looked for at all; without them lines are read as they stand (default true). */
  columns?: boolean
}

/**
 * The document with its misrecognised lines read again: cell by cell where the columns of a table run into each other
 * line by line, as they stand elsewhere. Such tables take the place of the blocks that their lines stood in.
 */
export function findColumns(
  document: Document,
  reading: DocumentReading | null,
  { columns = true }: ColumnOptions = {},
): Result<Document> {
  if (reading === null) return ok(document)
  const { lines, tables } = columns ? readTables(reading) : { lines: reading.readAgain(), tables: [] }
  const read = reading.documentOf(lines)
  putTables(read.value, tables, lines, reading)
  return read
}

/** Misrecognised lines read again, cell by cell where columns run into each other. */
export function readColumns(reading: FirstReading): ChangedLine[] {
  return readTables(reading).lines
}

function readTables(reading: FirstReading): { lines: ChangedLine[]; tables: InterleavedTable[] } {
  const tables = findInterleavedTables(interleavedLines(reading), reading.model, neighboursIn(reading))
  const headers = new Set(tables.flatMap((table) => table.headers.flat()))
  const again = reading.readAgain(tables.flatMap(textsOfCells), headers)
  const lines = tables.reduce(
    (own, { headers }) => reading.readCopies(own, headers, headerWordings),
    withNumbers(again, tables),
  )
  return { lines, tables }
}

/** Puts tables where they begin, and takes away the blocks whose lines they were put together from. */
function putTables(
  document: Document,
  tables: readonly InterleavedTable[],
  lines: readonly ChangedLine[],
  { standsIn }: DocumentReading,
): void {
  const owners = new Map<Block | undefined, InterleavedTable>()
  for (const table of tables) {
    for (const { page, block } of standsIn.slice(table.first, table.last + 1)) {
      const own = document.pages[page]?.blocks[block]
      if (!owners.has(own)) owners.set(own, table)
    }
  }
  const put = new Set<InterleavedTable>()
  for (const page of document.pages) {
    page.blocks = page.blocks.flatMap((block): Block[] => {
      const table = owners.get(block)
      if (table === undefined) return [block]
      if (put.has(table)) return []
      put.add(table)
      return [tableBlock(table, lines)]
    })
  }
}

/** Words that stand beside each other on a line, whatever their columns. */
function neighboursIn({ words }: FirstReading): [number, number][] {
  return words.flatMap((own) =>
    own.flatMap((word, index): [number, number][] => {
      const next = own[index + 1]
      return next !== undefined && Math.min(word.confidence, next.confidence) >= certainNeighbour
        ? [[word.id, next.id]]
        : []
    }),
  )
}

function interleavedLines({ lines, words }: FirstReading): InterleavedLine[] {
  const found: InterleavedLine[] = []
  let above: PrintedPlace | null = null
  lines.forEach(({ text, place }, index) => {
    if (place === null || text.trim() === '') return
    const tokens = lineTokens(text, words[index] ?? [])
    if (tokens.length === 0) return
    const first = tokens[0]
    if (place.bullet !== null && first !== undefined) first.capital = true
    const turned = above === null || above.page !== place.page
    const gap = turned ? blanksAtPageEnd : Math.max(0, place.number - (above?.number ?? 0) - 1)
    const { page, number } = place
    found.push({
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
  return found
}
