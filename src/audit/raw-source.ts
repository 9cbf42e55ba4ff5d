import type { Place } from '../../schemas/place.js'

/** A line of a source as the simplest reader gives it. */
export interface RawLine {
  text: string
  /** It stands in a table; null where the format does not say. */
  isTable: boolean | null
  at: Place
}

/** What a source holds that a plain reader sees and a plan should tell of. */
export interface RawTraits {
  /** Runs of struck-out text. */
  struckOut: number
  /** Elements that are not shown. */
  hidden: number
  /** Its text layer was made by recognition. */
  isRecognised: boolean
  /** Other files are attached to it. */
  hasAttachments: boolean
}

/**
 * A source read the simplest way there is: its lines in order, the rows of its tables, cell by cell. It is the
 * auditor's own reading and shares no code with the readers that it judges.
 */
export interface RawSource {
  lines: RawLine[]
  rows: { cells: string[]; at: Place }[]
  traits: RawTraits
}

export const nowhere: Place = { page: null, line: null, bbox: null }

export function emptySource(): RawSource {
  return {
    lines: [],
    rows: [],
    traits: { struckOut: 0, hidden: 0, isRecognised: false, hasAttachments: false },
  }
}

/** Adds a text line by line; blank lines are left out. */
export function addLines(source: RawSource, text: string, isTable: boolean | null, at: Place): void {
  for (const line of text.split(/[\n\f]/u)) {
    const bare = line.trim()
    if (bare !== '') source.lines.push({ text: bare, isTable, at })
  }
}

/** Adds a row of a table: its cells, and what stands in them as lines. */
export function addRow(source: RawSource, cells: string[], at: Place): void {
  if (cells.every((cell) => cell.trim() === '')) return
  source.rows.push({ cells, at })
  for (const cell of cells) addLines(source, cell, true, at)
}
