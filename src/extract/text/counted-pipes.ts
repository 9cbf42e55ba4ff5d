import { beginsCapitalLabel } from '../../language/captions.js'
import { isCode } from '../../language/codes.js'
import { isDelimiter } from './pipe-row.js'
import { isBlankLine, isLonePipe, type LoneTable, type PipeRow, type SourceLine } from './source-line.js'

/** Rows told only by the number of columns: by the `---|---` line, else by where codes recur. */
export function readCountedRows(lines: SourceLine[]): LoneTable[] {
  return regions(lines).flatMap((region) => {
    const table = readDelimited(region) ?? readPeriodic(region)
    return table === null || table.rows.length === 0 ? [] : [table]
  })
}

/** Stretches with lone pipes no further apart than a long cell; prose around them is included up to one paragraph. */
function regions(lines: SourceLine[]): SourceLine[][] {
  const found: SourceLine[][] = []
  let first = -1
  let last = -1
  const close = (): void => {
    if (first >= 0 && lines.slice(first, last + 1).filter(isLonePipe).length >= 2)
      found.push(lines.slice(paragraphStart(lines, first), paragraphEnd(lines, last) + 1))
  }
  for (const [index, line] of lines.entries()) {
    if (!isLonePipe(line)) continue
    const between = first < 0 ? [] : lines.slice(last + 1, index)
    const restarts = between.some(({ text }) => /^\s*#{1,6}\s/u.test(text) || beginsCapitalLabel(text))
    if (first < 0 || index - last > 60 || restarts) {
      close()
      first = index
    }
    last = index
  }
  close()
  return found
}

/** The paragraph that ends just above `index` is the first cell. */
function paragraphStart(lines: SourceLine[], index: number): number {
  let start = index - 1
  while (start >= 0 && isBlankLine(lines[start])) start--
  if (start < 0 || isLonePipe(lines[start])) return index
  while (
    start > 0 &&
    !isBlankLine(lines[start - 1] as SourceLine) &&
    !isLonePipe(lines[start - 1] as SourceLine)
  )
    start--
  return start
}

function paragraphEnd(lines: SourceLine[], index: number): number {
  let end = index + 1
  while (end < lines.length && isBlankLine(lines[end] as SourceLine)) end++
  if (end >= lines.length) return index
  while (end + 1 < lines.length && !isBlankLine(lines[end + 1] as SourceLine)) end++
  return end
}

/** Paragraphs of the lines between two pipes, each with its first line's number. */
function paragraphs(chunk: SourceLine[]): PipeRow['cells'] {
  const found: string[][] = [[]]
  for (const line of chunk) {
    if (isBlankLine(line)) found.push([])
    else {
      found.at(-1)?.push(line.text.trim())
      if (/ {2}$/u.test(line.text)) found.push([])
    }
  }
  return found.filter((part) => part.length > 0).map((part) => part.join('\n'))
}

/** With `---|---` under the header: as many dashes as columns; n − 1 pipes to a row. */
function readDelimited(region: SourceLine[]): LoneTable | null {
  const delimiters = region.flatMap((line, index) => (isDelimiter(line.text) ? [index] : []))
  if (delimiters.length === 0) return null
  const rows: PipeRow[] = []
  let from = 0
  for (const [ordinal, delimiter] of delimiters.entries()) {
    const width = (region[delimiter] as SourceLine).text
      .trim()
      .replace(/^\||\|$/gu, '')
      .split('|').length
    const headerStart = backOver(region, delimiter, width - 1)
    if (ordinal > 0) rows.push(...cutRows(region.slice(from, headerStart), width))
    rows.push(...cutRows(region.slice(headerStart, delimiter), width))
    from = delimiter + 1
    if (ordinal === delimiters.length - 1) rows.push(...cutRows(region.slice(from), width))
  }
  return { rows, used: region }
}

/** Index of the first line of the header whose last cell ends above `index`. */
function backOver(region: SourceLine[], index: number, pipes: number): number {
  let left = pipes
  let position = index - 1
  while (position >= 0 && left > 0) {
    if (isLonePipe(region[position] as SourceLine)) left--
    position--
  }
  return paragraphStart(region, position + 1)
}

function cutRows(lines: SourceLine[], width: number): PipeRow[] {
  const chunks: { line: number; parts: string[] }[] = [{ line: lines[0]?.number ?? 1, parts: [] }]
  let open: SourceLine[] = []
  const flush = (): void => {
    const chunk = chunks.at(-1)
    const first = open.find((line) => !isBlankLine(line))
    if (chunk !== undefined) {
      chunk.parts = paragraphs(open)
      if (first !== undefined) chunk.line = first.number
    }
    open = []
  }
  for (const line of lines) {
    if (isLonePipe(line)) {
      flush()
      chunks.push({ line: line.number, parts: [] })
    } else open.push(line)
  }
  flush()
  return assembleRows(chunks, width)
}

/** Every (width − 1)th chunk holds a row's last cell and the next row's first. */
function assembleRows(chunks: { line: number; parts: string[] }[], width: number): PipeRow[] {
  const rows: PipeRow[] = []
  let current: PipeRow | null = null
  for (const chunk of chunks) {
    if (current !== null && current.cells.length === width - 1) {
      const next: string = nextFirstCell(chunk.parts)
      const own = next === '' ? chunk.parts : chunk.parts.slice(0, -1)
      current.cells.push(own.join('\n'))
      rows.push(current)
      current = { line: chunk.line, cells: [next] }
    } else if (current === null) current = { line: chunk.line, cells: [chunk.parts.join('\n')] }
    else current.cells.push(chunk.parts.join('\n'))
  }
  if (current?.cells.some((text) => text !== '')) rows.push(current)
  return rows
}

function nextFirstCell(parts: string[]): string {
  const last = parts.at(-1) ?? ''
  return isCode(last) ? last : ''
}

/** No other mark: the width under which most rows begin with a code. */
function readPeriodic(region: SourceLine[]): LoneTable | null {
  const cells: { line: number; text: string }[] = []
  for (const line of region) {
    if (isLonePipe(line)) cells.push({ line: line.number, text: '' })
    else {
      if (cells.length === 0) cells.push({ line: line.number, text: '' })
      const last = cells.at(-1) as { line: number; text: string }
      last.text = last.text === '' ? line.text.trim() : `${last.text}\n${line.text.trim()}`
    }
  }
  while (cells.at(-1)?.text.trim() === '') cells.pop()
  let best: { rows: PipeRow[]; score: number } | null = null
  for (let width = 3; width <= 14; width++) {
    for (const period of [width, width + 1]) {
      for (const offset of [0, 1]) {
        const rows = sliceRows(cells, width, period, offset)
        const codes = rows.slice(1).filter((entry) => isCode(entry.cells[0] ?? '')).length
        const score = rows.length < 2 ? 0 : codes / (rows.length - 1)
        if (best === null || score > best.score + 0.05) best = { rows, score }
      }
    }
  }
  return best !== null && best.score > 0.4 ? { rows: best.rows, used: region } : null
}

function sliceRows(
  cells: { line: number; text: string }[],
  width: number,
  period: number,
  offset: number,
): PipeRow[] {
  const rows: PipeRow[] = []
  for (let start = offset; start < cells.length; start += period) {
    const slice = cells.slice(start, start + width)
    rows.push({ line: slice[0]?.line ?? 1, cells: slice.map((entry) => entry.text) })
  }
  return rows
}
