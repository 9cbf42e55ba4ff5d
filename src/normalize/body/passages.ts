import type { Place } from '../../../schemas/place.js'
import { collapse, isUpperCase, startsLower } from '../../language/letters.js'
import { isPageNumber } from '../../language/page-numbers.js'
import { isStrong, type Line } from './lines.js'
import { readLabel } from './section-labels.js'

/** A paragraph, list item or heading of the body in one line, whole again where lines or pages cut it. */
export interface Passage {
  text: string
  strongLength: number
  heading: boolean
  at: Place
  /** A row of a table of data. */
  row: boolean
  /** Ordinal of the block where it begins. */
  block: number
}

interface Draft extends Passage {
  last: Line
  bulleted: boolean
}

const bullet = /^\s*[-–—+•*▪·]\s+(?=\S)/u
const wideLine = 60

/** Lines of the text → passages. Page numbers that stand between paragraphs are none. */
export function passagesOf(lines: Line[]): Passage[] {
  const drafts: Draft[] = []
  for (const line of lines) {
    const text = collapse(line.text)
    if (!/[\p{L}\p{N}]/u.test(text) || (!line.row && isPageNumber(text))) continue
    const draft = drafts.at(-1)
    if (draft !== undefined && goesOn(draft, line, text)) append(draft, line, text)
    else drafts.push(open(line, text))
  }
  return drafts.map(({ text, strongLength, heading, row, at, block }) => ({
    text,
    strongLength,
    heading,
    row,
    at,
    block,
  }))
}

function open(line: Line, collapsed: string): Draft {
  const bulleted = bullet.test(collapsed) || (line.marker !== null && /^[^\p{L}\d]/u.test(line.marker))
  const text = bulleted ? collapsed.replace(bullet, '') : withMarker(line.marker, collapsed)
  const strongLength = Math.min(text.length, isStrong(line) ? text.length : line.strongLength)
  const { heading, row, at, block } = line
  return { text, strongLength, heading, row, at, block, last: line, bulleted }
}

/** Numbers and letters of list items are part of the text, bullets are not. */
function withMarker(marker: string | null, text: string): string {
  return marker === null || marker === '' || text.startsWith(marker) ? text : `${marker} ${text}`
}

function append(draft: Draft, line: Line, text: string): void {
  const isBold = draft.strongLength >= draft.text.length
  const added = isBold ? Math.min(text.length, line.strongLength) + (line.strongLength > 0 ? 1 : 0) : 0
  draft.text = `${draft.text} ${text}`
  draft.strongLength += added
  draft.last = line
}

function goesOn(draft: Draft, line: Line, text: string): boolean {
  if (draft.row || line.row) return false
  if (bullet.test(text) || readLabel(text) !== null) return false
  if (line.marker !== null && line.marker !== '') return false
  if (line.block === draft.last.block) return !endsEarly(draft.last, text)
  if (draft.heading || line.heading || isStrong(draft.last)) return isCutHeading(draft, line, text)
  return isCutSentence(draft, line, text)
}

/** A kept line break behind a short line is no wrapping: a heading or a paragraph of its own ends there. */
function endsEarly(above: Line, text: string): boolean {
  return !startsLower(text) && collapse(above.text).length < wideLine && !isStrong(above)
}

/** A bold sentence that a page break cut, or a heading in capitals that a converter has broken in two. */
function isCutHeading(draft: Draft, line: Line, text: string): boolean {
  if (isStrong(line) && startsLower(text) && !draft.heading && !/[.;:!?…]["”')\]]*$/u.test(draft.text))
    return true
  const label = readLabel(draft.text)
  return (
    label !== null &&
    isUpperCase(label.title) &&
    isUpperCase(text) &&
    isStrong(line) &&
    line.block - draft.last.block === 1
  )
}

/** A page break or a wrapped line: no closing sign before it, and a lower-case word, or the very next line, behind it. */
function isCutSentence(draft: Draft, line: Line, text: string): boolean {
  if (/[.;:!?…]["”')\]]*$/u.test(draft.text)) return false
  if (startsLower(text)) return true
  if (isUpperCase(draft.text) !== isUpperCase(text)) return false
  const [above, below] = [draft.last.at, line.at]
  const isNextLine = above.page === below.page && above.line !== null && below.line === above.line + 1
  return isNextLine && collapse(draft.last.text).length >= wideLine
}
