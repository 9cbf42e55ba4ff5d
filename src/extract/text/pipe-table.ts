import { findGridRuns } from './grid-table.js'
import { findLonePipeRuns } from './lone-pipes.js'
import { isDelimiter, type PipeRun, toTable } from './pipe-row.js'
import type { SourceLine } from './source-line.js'

const pipeRow = /^\s*\|.*\|\s*$/u

/** Grid tables, pipe rows without a proper delimiter row, and cells on lines of their own between lone pipes. */
export function findPipeRuns(lines: SourceLine[]): PipeRun[] {
  const grids = findGridRuns(lines)
  const taken = new Set(grids.flatMap((run) => run.lines.map((line) => line.number)))
  const rest = taken.size === 0 ? lines : lines.filter((line) => !taken.has(line.number))
  return [...grids, ...findNakedRuns(rest), ...findLonePipeRuns(rest)]
}

function splitPipes(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
  return inner.split(/(?<!\\)\|/u).map((part) => part.trim().replaceAll('\\|', '|'))
}

function findNakedRuns(lines: SourceLine[]): PipeRun[] {
  const runs: PipeRun[] = []
  let current: SourceLine[] = []
  const close = (): void => {
    if (current.length > 0 && !isMarkdownTable(current) && widthOf(current) > 1) runs.push(nakedRun(current))
    current = []
  }
  for (const line of lines) {
    if (pipeRow.test(line.text) && line.text.trim() !== '|') current.push(line)
    else close()
  }
  close()
  return runs
}

function widthOf(lines: SourceLine[]): number {
  return lines.reduce((widest, line) => Math.max(widest, splitPipes(line.text).length), 0)
}

function isMarkdownTable(lines: SourceLine[]): boolean {
  const [header, delimiter] = lines
  if (header === undefined || delimiter === undefined || !isDelimiter(delimiter.text)) return false
  return splitPipes(header.text).length === splitPipes(delimiter.text).length
}

function nakedRun(lines: SourceLine[]): PipeRun {
  const rows = lines
    .filter((line) => !isDelimiter(line.text))
    .map((line) => ({ line: line.number, cells: splitPipes(line.text) }))
  return { lines, read: (page) => toTable(rows, page) }
}
