import type { PipeRow } from './pipe-row.js'

/** A line of the source with its number (from 1). */
export interface SourceLine {
  text: string
  number: number
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
