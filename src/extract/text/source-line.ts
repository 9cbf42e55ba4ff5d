/** A line of the source with its number (from 1). */
export interface SourceLine {
  text: string
  number: number
}

/** A row as its cells' source texts and the line on which it begins. */
export interface PipeRow {
  line: number
  cells: string[]
}

/** Rows of one table and the lines that they were written on. */
export interface LoneTable {
  rows: PipeRow[]
  used: SourceLine[]
}

export function isLonePipe(line: SourceLine | undefined): boolean {
  return line?.text.trim() === '|'
}

export function isBlankLine(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}
