import type { Block } from '../../../schemas/document.js'
import type { Finding } from '../../../schemas/message.js'
import type { Citation, Footnote, Header, Section } from '../../../schemas/plan.js'
import { collapse } from '../../language/letters.js'
import { ok, type Result, sourceCell } from '../../result.js'
import { foldInPlace } from '../folded-text.js'
import { findClosing, readClosing } from '../header/closing.js'
import { readHeader } from '../header/header.js'
import { readCaptions, readIdentity } from '../header/identity.js'
import { readLetterhead } from '../header/letterhead.js'
import { readTitle } from '../header/title.js'
import type { Units } from '../header/units.js'
import { type PlacedText, readCitations } from './citations.js'
import { type Line, linesOf } from './lines.js'
import { readOutline } from './outline.js'
import { type Passage, passagesOf } from './passages.js'
import { readLabel } from './section-labels.js'

export { readAttachment } from '../header/attachment.js'

export interface BodyInput {
  /** The blocks before the first appendix. */
  blocks: Block[]
  /** '(Kèm theo Kế hoạch số … ngày … của …)', one for each appendix that has it. */
  appendixCaptions: PlacedText[]
  /** Every text of the appendices in order, where documents may be cited. */
  appendixTexts: PlacedText[]
  units: Units
}

export interface Body {
  header: Header
  outline: Section[]
  footnotes: Footnote[]
  citations: Citation[]
}

/** Reads what a plan says before its appendices: letterhead, title, sections, signature, footnotes, cited documents. */
export function readBody(input: BodyInput): Result<Body> {
  const lines = linesOf(input.blocks)
  const title = readTitle(lines)
  const head = readLetterhead(lines.slice(0, title.start))
  const closingAt = findClosing(lines, title.end)
  const attached = findAttached(lines, closingAt)
  const own = passagesOf(lines.slice(title.end, closingAt))
  const passages = attached === null ? own : [...own, ...attached.passages]
  const captions = readCaptions([...title.captions, ...(attached?.captions ?? []), ...input.appendixCaptions])
  const identity = readIdentity(head, captions)
  const footnotes = readFootnotes(input.blocks)
  const bodyTexts = bodyTextsOf(input.blocks, passages)
  const titleText = title.title === null ? [] : [{ text: title.title, at: lines[title.start]?.at ?? nowhere }]
  const citations = readCitations([...titleText, ...bodyTexts, ...input.appendixTexts], identity.value)
  const header = readHeader({
    head,
    title,
    closing: readClosing(lines.slice(closingAt, attached?.start).filter((line) => !line.row)),
    captions,
    identity: identity.value,
    preamble: preambleOf(own),
    ending: own
      .slice(-2)
      .map((passage) => passage.text)
      .join(' '),
    texts: [...titleText, ...bodyTexts, ...input.appendixTexts].map((entry) => entry.text),
    latestCited: latest(citations.value),
    units: input.units,
  })
  const value = {
    header: header.value,
    outline: readOutline(passages),
    footnotes,
    citations: citations.value,
  }
  const issues = [...identity.issues, ...header.issues, ...citations.issues, ...findEarlyResults(bodyTexts)]
  return ok(value, issues)
}

interface Attached {
  start: number
  captions: Line[]
  passages: Passage[]
}

/** A decision has the plan that it issues behind its signature: with a title, a caption and sections of its own. */
function findAttached(lines: Line[], closingAt: number): Attached | null {
  const behind = lines.slice(closingAt)
  const title = readTitle(behind)
  if (title.documentType === null || title.start === 0 || title.captions.length === 0) return null
  const end = findClosing(behind, title.end)
  return {
    start: closingAt + title.start,
    captions: title.captions,
    passages: passagesOf(behind.slice(title.end, end)),
  }
}

const nowhere = { page: null, line: null, bbox: null }

function preambleOf(passages: Passage[]): string {
  const first = passages.findIndex((passage) => passage.heading || isTopLabel(passage.text))
  return passages
    .slice(0, first < 0 ? 3 : first)
    .map((passage) => passage.text)
    .join('\n')
}

function isTopLabel(text: string): boolean {
  const style = readLabel(text)?.style
  return style === 'part' || style === 'upper' || style === 'roman' || style === 'arabic'
}

/** Passages, footnotes and data tables of the body in the order of their blocks. */
function bodyTextsOf(blocks: Block[], passages: Passage[]): PlacedText[] {
  const texts: (PlacedText & { block: number })[] = passages
    .filter((passage) => !passage.row)
    .map(({ text, at, block }) => ({ text, at, block }))
  for (const [block, { kind, ...content }] of blocks.entries()) {
    if (kind === 'paragraph' && 'footnote' in content && content.footnote !== null)
      texts.push({ text: collapse(content.text), at: content.at, block })
    if (kind === 'table' && 'rows' in content)
      for (const cell of content.rows.flatMap((row) => row.cells))
        texts.push({ text: collapse(cell.lines.map((line) => line.text).join(' ')), at: cell.at, block })
  }
  return texts.sort((a, b) => a.block - b.block)
}

function latest(citations: Citation[]): string | null {
  return (
    citations
      .flatMap((citation) => citation.date ?? [])
      .sort()
      .at(-1) ?? null
  )
}

/** The footnotes of the body in order. */
function readFootnotes(blocks: Block[]): Footnote[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.footnote !== null
      ? [{ label: block.footnote, text: collapse(block.text), at: block.at }]
      : [],
  )
}

const published =
  /ngay\s+\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*|thang\s+\d{1,2}\s+nam\s+)(\d{4})(?!\d)[^.;]{0,250}?cong bo[^.;]{0,60}?(?:chi so|ket qua)[^.;]{0,200}?nam\s+(\d{4})/gu

/** A year's index is published when the year is over; a text that says otherwise has one of the two years wrong. */
function findEarlyResults(texts: PlacedText[]): Finding[] {
  return texts.flatMap(({ text, at }) =>
    [...foldInPlace(text).matchAll(published)]
      .filter((match) => match[1] === match[2])
      .map((match) => ({
        severity: 'warning',
        code: 'date-implausible',
        at,
        subject: null,
        cell: sourceCell(at),
        details: {
          what: 'early-results',
          year: Number(match[2]),
          published: Number(match[1]),
          text: text.slice(match.index, match.index + match[0].length),
        },
      })),
  )
}
