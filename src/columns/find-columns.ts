import type { Block, Document } from '../../schemas/document.js'
import { headerWordings } from '../language/header-terms.js'
import type { ChangedLine, DocumentReading, FirstReading, PrintedPlace } from '../language/reading.js'
import { ok, type Result } from '../result.js'
import { findWovenTables } from './interleaved-tables.js'
import { lineText, type WovenLine, wovenTokens } from './lines.js'
import { tableBlock, textsOfCells, type WovenTable, withNumbers } from './table/table-block.js'

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

function readTables(reading: FirstReading): { lines: ChangedLine[]; tables: WovenTable[] } {
  const tables = findWovenTables(wovenLines(reading), reading.model, neighboursIn(reading))
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
  tables: readonly WovenTable[],
  lines: readonly ChangedLine[],
  { standsIn }: DocumentReading,
): void {
  const owners = new Map<Block | undefined, WovenTable>()
  for (const table of tables) {
    for (const { page, block } of standsIn.slice(table.first, table.last + 1)) {
      const own = document.pages[page]?.blocks[block]
      if (!owners.has(own)) owners.set(own, table)
    }
  }
  const put = new Set<WovenTable>()
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

/** Words that are this certain are evidence for others. */
const certain = 0.9

/** Words that stand beside each other on a line, whatever their columns. */
function neighboursIn({ words }: FirstReading): [number, number][] {
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

function wovenLines({ lines, words }: FirstReading): WovenLine[] {
  const woven: WovenLine[] = []
  let above: PrintedPlace | null = null
  lines.forEach(({ text, place }, index) => {
    if (place === null || text.trim() === '') return
    const tokens = wovenTokens(text, words[index] ?? [])
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
