import type { Place } from '../../../schemas/place.js'
import { addLines, addRow, emptySource, type RawSource } from '../raw-source.js'
import { readRawHtml } from './html.js'

const delimiter = /^[|\s:\-+=]+$/u
const unescapedPipe = /(?<!\\)\|/u
/** A cell that no pipe closes ends here: longer stretches are text behind a stray pipe. */
const longestCell = 40

/**
 * Text and Markdown without tags, pipes and emphasis. Rows are lines with pipes or TABs, and cells between pipes that
 * stand alone on their lines, as law portals leave them.
 */
export function readRawText(text: string): RawSource {
  const source = emptySource()
  source.traits.struckOut = text.match(/~~[^~\n]+~~/gu)?.length ?? 0
  let line = 1
  for (const part of text.replace(/<!--[\s\S]*?-->/gu, keepLines).split(/(<table[\s\S]*?<\/table>)/iu)) {
    if (/^<table/iu.test(part)) appendSource(source, readRawHtml(part))
    else readLines(source, withoutTags(part).split('\n'), line)
    line += part.split('\n').length - 1
  }
  return source
}

function keepLines(text: string): string {
  return text.replace(/[^\n]+/gu, '')
}

function withoutTags(text: string): string {
  return text
    .replace(/<br\s*\/?>/giu, ' ')
    .replace(/<\/?[a-z][^<>\n]{0,200}>/giu, ' ')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
    .replace(/\\([|*_\\#.\-()[\]])/gu, '$1')
    .replace(/\]\([^)\s]{1,300}\)/gu, ']')
}

function appendSource(source: RawSource, other: RawSource): void {
  source.lines.push(...other.lines)
  source.rows.push(...other.rows)
  source.traits.struckOut += other.traits.struckOut
  source.traits.hidden += other.traits.hidden
}

function readLines(source: RawSource, lines: readonly string[], first: number): void {
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? ''
    const bare = line.trim()
    const at: Place = { page: null, line: first + index, bbox: null }
    if (bare === '|') {
      index = readLonePipes(source, lines, index, at)
      continue
    }
    if ((bare.match(/\|/gu)?.length ?? 0) >= 2) {
      if (!delimiter.test(bare)) addRow(source, pipeCells(bare), at)
    } else if ((line.match(/\t/gu)?.length ?? 0) >= 2) addRow(source, line.split('\t'), at)
    else addLines(source, plain(line), false, at)
    index++
  }
}

function pipeCells(line: string): string[] {
  return line
    .replace(/^\||\|$/gu, '')
    .split(unescapedPipe)
    .map((cell) => plain(cell).trim())
}

/** Cells between lines that hold nothing but a pipe; two pipes that meet end a row. Returns the line behind. */
function readLonePipes(source: RawSource, lines: readonly string[], from: number, at: Place): number {
  let cells: string[] = []
  let open: string[] = []
  let index = from + 1
  const endRow = (): void => {
    addRow(source, cells, at)
    cells = []
  }
  for (; index < lines.length && open.length <= longestCell; index++) {
    const bare = lines[index]?.trim() ?? ''
    if (bare !== '|') {
      open.push(lines[index] ?? '')
      continue
    }
    const cell = plain(open.join('\n')).trim()
    open = []
    if (cell === '') endRow()
    else cells.push(cell)
    if (lines[index + 1]?.trim() === '') {
      index++
      break
    }
  }
  endRow()
  return Math.max(index - open.length, from + 1)
}

/** Without the signs of emphasis, headings, quotations and code. */
function plain(text: string): string {
  return text.replace(/[*_`#]+|^\s*>\s?|~~|\|/gu, ' ')
}
