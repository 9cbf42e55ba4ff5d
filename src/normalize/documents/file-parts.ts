import type { Block, Document, ParagraphBlock } from '../../../schemas/document.js'
import type { Place } from '../../../schemas/place.js'
import type { AccompanyingDocument } from '../../../schemas/plan.js'
import { collapse } from '../../language/letters.js'
import { type Line, linesOf } from '../body/lines.js'
import { isImpossible, toIso } from '../dates.js'
import { findClosing } from '../header/closing.js'
import { typeByLetters } from '../header/document-types.js'
import { readLetterhead } from '../header/letterhead.js'
import { readTitle, typeOf } from '../header/title.js'
import { addressLine, findBeginnings, isLetter } from './beginnings.js'

/** One of the documents that a file holds, in the form in which a file of its own would have given it. */
export interface FilePart {
  document: Document
  type: string | null
  /** Hands another document over: a submission, an official letter, a report. */
  isLetter: boolean
  /** A plan by its type, or a decision with the plan that it issues. */
  isPlan: boolean
  number: string | null
  issuedOn: string | null
  title: string | null
  /** Where its first and its last block begin. */
  from: Place
  to: Place
}

/** Cuts a file where a document of its own begins (`findBeginnings`). One part, the document itself, where none does. */
export function splitFile(document: Document): FilePart[] {
  const blocks = document.pages.flatMap((page) => page.blocks)
  const lines = linesOf(blocks)
  const cuts = findBeginnings(lines)
    .slice(1)
    .map(({ line }) => lines[line] as Line)
    .filter(({ block, index }) => index === 0 || isPlainParagraph(blocks[block]))
  return cut(document, cuts).map(describe)
}

/** What a part of a file leaves in the plan that it came with. */
export function accompanyingOf(part: FilePart): AccompanyingDocument {
  const { type, number, issuedOn, title, from, to } = part
  const texts = part.document.pages.flatMap((page) => page.blocks).flatMap(textsOf)
  return { type, number, issuedOn, title, from, to, texts: texts.filter(({ text }) => text !== '') }
}

/** A paragraph whose lines can be parted without parting what is known of its words. */
function isPlainParagraph(block: Block | undefined): block is ParagraphBlock {
  return block?.kind === 'paragraph' && block.repaired === undefined && block.confidences === undefined
}

function cut(document: Document, cuts: Line[]): Document[] {
  const parts: Document[] = [{ ...document, pages: [] }]
  let ordinal = 0
  for (const page of document.pages) {
    let blocks: Block[] = []
    const close = (): void => {
      if (blocks.length > 0 || page.blocks.length === 0) parts.at(-1)?.pages.push({ ...page, blocks })
      blocks = []
    }
    for (const block of page.blocks) {
      let rest = block
      let done = 0
      for (const { index } of cuts.filter((line) => line.block === ordinal)) {
        const [above, below] = partBlock(rest, index - done)
        if (above !== null) blocks.push(above)
        close()
        parts.push({ ...document, pages: [] })
        rest = below
        done = index
      }
      blocks.push(rest)
      ordinal++
    }
    close()
  }
  return parts
}

/** A block → what of it stands above one of its lines, and the rest. */
function partBlock(block: Block, index: number): [Block | null, Block] {
  if (index === 0 || block.kind !== 'paragraph') return [null, block]
  const lines = block.text.split('\n')
  const [above, below] = [lines.slice(0, index).join('\n'), lines.slice(index).join('\n')]
  const strong = Math.max(0, block.strongLength - above.length - 1)
  const line = block.at.line === null ? null : block.at.line + index
  return [
    { ...block, text: above, strongLength: Math.min(block.strongLength, above.length) },
    { ...block, text: below, strongLength: strong, at: { ...block.at, line } },
  ]
}

const plans = new Set(['Kế hoạch', 'Chương trình', 'Đề án', 'Phương án'])

function describe(document: Document): FilePart {
  const blocks = document.pages.flatMap((page) => page.blocks)
  const lines = linesOf(blocks)
  const title = readTitle(lines)
  // The date of a letter may stand below its subject.
  const head = readLetterhead(
    lines.slice(0, Math.max(title.start, addressLine(lines.slice(0, title.end + 8)))),
  )
  const type = title.documentType ?? (head.number === null ? null : typeByLetters(head.number.letters))
  const printed = head.date?.printed
  const nowhere = { page: null, line: null, bbox: null }
  return {
    document,
    type,
    isLetter: isLetter(type),
    isPlan: plans.has(type ?? '') || issuesPlan(lines, title.end),
    number: head.number?.value ?? null,
    issuedOn: printed === undefined || isImpossible(printed) ? null : toIso(printed),
    title: title.title,
    from: blocks[0]?.at ?? nowhere,
    to: blocks.at(-1)?.at ?? nowhere,
  }
}

/** A decision has the plan that it issues behind its signature. */
function issuesPlan(lines: Line[], from: number): boolean {
  return lines
    .slice(findClosing(lines, from))
    .some(({ text, row }) => !row && plans.has(typeOf(text)?.name ?? '') && !/\p{Ll}/u.test(text.slice(0, 8)))
}

/** Every text of a block with its place. */
function textsOf(block: Block): AccompanyingDocument['texts'] {
  switch (block.kind) {
    case 'list':
      return block.items.map(({ marker, text, at }) => ({ text: collapse(`${marker} ${text}`), at }))
    case 'table':
      return block.rows.map((row) => {
        const cells = row.cells.map((cell) => collapse(cell.lines.map((line) => line.text).join(' ')))
        return { text: cells.some((cell) => cell !== '') ? cells.join(' | ') : '', at: row.at }
      })
    default:
      return [{ text: collapse(block.text), at: block.at }]
  }
}
