import type { Block, ListBlock, Page } from '../../../schemas/document.js'
import { beginsCapitalLabel } from '../../language/captions.js'
import { splitLeadingCode } from '../../language/codes.js'
import { startsLower } from '../../language/letters.js'
import { beginsNumbered } from '../../language/list-marks.js'
import { isPageNumber } from '../../language/page-numbers.js'
import { list, paragraph, place } from '../blocks.js'
import { readInline } from '../html/inline-html.js'
import { findClosedRuns } from './closed-cells.js'
import { findLayoutRun, type LayoutRun, readLayoutTable } from './layout-table.js'
import type { SourceLine } from './source-line.js'
import { findTabRuns, readTabTable } from './tab-table.js'

/** Lines of a text, numbered from `first`. */
export function numberLines(text: string, first = 1): SourceLine[] {
  return text.split('\n').map((line, index) => ({ text: line, number: first + index }))
}

/** One stretch of a text between form feeds. `number` is null where the whole text has none. */
export interface TextPage {
  number: number | null
  text: string
  firstLine: number
}

/** Form feeds end pages. A last page without text is none. */
export function splitPages(text: string): TextPage[] {
  if (!text.includes('\f')) return [{ number: null, text, firstLine: 1 }]
  let firstLine = 1
  const pages = text.split('\f').map((part, index) => {
    const page = { number: index + 1, text: part, firstLine }
    firstLine += part.split('\n').length - 1
    return page
  })
  while (pages.length > 1 && pages.at(-1)?.text.trim() === '') pages.pop()
  return pages
}

/** Plain text → pages of paragraphs, lists and tables, their columns kept by TABs or by blanks. */
export function readPlainText(text: string): Page[] {
  let above: LayoutRun | null = null
  return splitPages(text).map((page) => {
    const lines = numberLines(page.text, page.firstLine)
    const wrapped = isHardWrapped(lines)
    const layout = findTabRuns(lines).length > 0 ? null : findLayoutRun(lines, above?.columns ?? null)
    above = layout
    const blocks =
      layout === null
        ? readLines(lines, page.number, wrapped)
        : readAround(lines, layout, page.number, wrapped)
    return { number: page.number, routeReason: null, textQuality: 'printed', blocks }
  })
}

/** Text whose tables have cells closed by bars → pages, as of other plain text. */
export function readClosedText(text: string): Page[] {
  return splitPages(text).map((page) => {
    const lines = numberLines(page.text, page.firstLine)
    const blocks = readClosed(lines, page.number, isHardWrapped(lines) || isBroken(lines))
    return { number: page.number, routeReason: null, textQuality: 'printed', blocks }
  })
}

/** A page with a table kept by blanks: prose before it and after it; the page's number is none. */
function readAround(lines: SourceLine[], run: LayoutRun, page: number | null, wrapped: boolean): Block[] {
  const prose = (from: (line: SourceLine) => boolean): SourceLine[] =>
    lines.filter((line) => from(line) && !(page !== null && isPageNumber(line.text)))
  return [
    ...readProse(
      prose((line) => line.number < run.first),
      page,
      wrapped,
    ),
    readLayoutTable(run, page),
    ...readProse(
      prose((line) => line.number > run.last),
      page,
      wrapped,
    ),
  ]
}

function readLines(lines: SourceLine[], page: number | null, wrapped: boolean): Block[] {
  const runs = findTabRuns(lines)
  let blocks: Block[] = []
  let from = 0
  const first = lines[0]?.number ?? 1
  for (const run of runs) {
    const start = run.first - first
    blocks = blocks.concat(readProse(lines.slice(from, start), page, wrapped), readTabTable(run, page))
    from = run.last - first + 1
  }
  return blocks.concat(readProse(lines.slice(from), page, wrapped))
}

/** Tables whose cells are closed by bars, and the prose around them. */
function readClosed(lines: SourceLine[], page: number | null, wrapped: boolean): Block[] {
  let blocks: Block[] = []
  let from = 0
  for (const run of findClosedRuns(lines)) {
    const start = lines.findIndex(({ number }) => number === run.lines[0]?.number)
    blocks = blocks.concat(readProse(lines.slice(from, start), page, wrapped), run.read(page))
    from = start + run.lines.length
  }
  return blocks.concat(readProse(lines.slice(from), page, wrapped))
}

const bullet = /^\s*([-+•*–—])\s+(?=\S)/u

/** Most full lines end in the middle of a sentence at about the same width: the text was wrapped by its maker. */
function isHardWrapped(lines: SourceLine[]): boolean {
  const lengths = lines.map((line) => line.text.trim().length).filter((length) => length > 0)
  if (lengths.length < 12) return false
  const sorted = lengths.toSorted((a, b) => a - b)
  const widest = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  return (
    widest >= 40 &&
    widest <= 130 &&
    lengths.filter((length) => length > widest * 0.8).length > lengths.length * 0.3
  )
}

/** Many lines go on in small letters: a sentence was broken wherever the page's own source broke it. */
function isBroken(lines: SourceLine[]): boolean {
  const prose = lines.filter(({ text }) => !text.includes('|') && text.trim() !== '')
  return prose.filter(({ text }) => startsLower(text.trim())).length > prose.length * 0.15
}

/** Lines outside tables → paragraphs and bullet lists; wrapped lines go on in the paragraph above. */
function readProse(lines: SourceLine[], page: number | null, wrapped: boolean): Block[] {
  const widest = lines.reduce((most, line) => Math.max(most, line.text.trimEnd().length), 0)
  const blocks: Block[] = []
  let items: ListBlock['items'] = []
  let previous: SourceLine | null = null
  const closeList = (): void => {
    if (items.length > 0) blocks.push(list(items))
    items = []
  }
  for (const line of lines) {
    const text = partColumns(line.text.trim())
    if (text !== '') {
      const goesOn = wrapped && previous !== null && continuesLine(previous.text, text, widest)
      const target = goesOn ? (items.at(-1) ?? lastParagraph(blocks)) : undefined
      if (target !== undefined) target.text += `\n${text}`
      else if (bullet.test(text)) items.push(readItem(text, page, line.number))
      else {
        closeList()
        blocks.push(readParagraph(text, page, line.number))
      }
    }
    previous = text === '' ? null : line
  }
  closeList()
  return blocks
}

/** A letterhead and a signature stand in two columns, parted by blanks: the text says so by a TAB. */
function partColumns(text: string): string {
  return text.replace(/ {4,}/gu, '\t')
}

function continuesLine(previous: string, text: string, widest: number): boolean {
  const isCut = startsLower(text) && !/[.;:!?]\s*$/u.test(previous)
  return (isCut || previous.trimEnd().length > widest * 0.75) && !beginsParagraph(text)
}

function beginsParagraph(text: string): boolean {
  return (
    bullet.test(text) || beginsNumbered(text) || splitLeadingCode(text) !== null || beginsCapitalLabel(text)
  )
}

function lastParagraph(blocks: Block[]): { text: string } | undefined {
  const last = blocks.at(-1)
  return last?.kind === 'paragraph' ? last : undefined
}

function readItem(text: string, page: number | null, line: number): ListBlock['items'][number] {
  const marker = bullet.exec(text)?.[1] ?? '-'
  const body = text.replace(bullet, '')
  return { marker, text: body.includes('\t') ? body : plain(body), at: place(page, line) }
}

function readParagraph(text: string, page: number | null, line: number): Block {
  const inline = readInline(text)
  const body = inline.lines.map((part) => part.text).join('\n')
  return paragraph(text.includes('\t') ? text : body, place(page, line), {
    strongLength: inline.strong ? body.length : 0,
  })
}

function plain(text: string): string {
  return readInline(text)
    .lines.map((line) => line.text)
    .join('\n')
}
