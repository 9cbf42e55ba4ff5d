import type { Document, Page } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { Repair } from '../../schemas/repair.js'
import type { DocumentReading } from '../language/reading.js'
import { ok, type Result, sourceCell } from '../result.js'
import { isUncertain, type RepairedLine } from './changes.js'
import { type TextSlot, textSlots, textSlotsOf } from './document-texts.js'
import type { LegacyEncoding } from './orthography/legacy-encodings.js'
import { type PageLine, type RepairedPage, type RepairOptions, repairPages } from './repair-lines.js'
import { doubtfulReadings } from './repair-text.js'

/** A document after repair, and the lines of its misrecognised pages as they can be read again. */
export interface RepairedDocument {
  document: Document
  reading: DocumentReading | null
}

/**
 * Repairs the texts of a document: form and legacy encodings always, marks where a page has lost them. Each page is
 * judged for itself. A text that was changed keeps beside it how it stood in the source. Misrecognised pages are read
 * once, all together; what of them is doubtful is told when they are read again.
 */
export function repairDocument(document: Document, options: RepairOptions): Result<RepairedDocument> {
  const printed = document.pages.map(linesOf)
  const { pages, reading } = repairPages(printed, options)
  const converted = pages.find(({ encoding }) => encoding !== null)?.encoding ?? null
  const issues = converted === null ? [] : [convertedIssue(converted)]
  if (reading === null) {
    if (pages.every((page, index) => isUntouched(page, printed[index] as PageLine[])))
      return ok({ document, reading })
    const repaired = documentWith(document, pages, () => true)
    return ok({ document: repaired.value, reading }, [...issues, ...repaired.issues])
  }
  const isMisread = ({ damage }: RepairedPage): boolean => damage === 'garbled'
  const first = documentWith(document, reading.pagesWith(reading.first()), (page) => !isMisread(page))
  const again: DocumentReading = {
    ...reading,
    standsIn: standsIn(document, pages.map(isMisread)),
    documentOf: (lines) => documentWith(document, reading.pagesWith(lines), isMisread),
  }
  return ok({ document: first.value, reading: again }, [...issues, ...first.issues])
}

function isUntouched({ lines, encoding }: RepairedPage, printed: readonly PageLine[]): boolean {
  const isSame = lines.every(
    ({ text, repairs }, index) => repairs.length === 0 && text === printed[index]?.text,
  )
  return isSame && encoding === null
}

/** The lines of a page in reading order. Lines of a page whose tables are known stand in none that is to be found. */
function linesOf(page: Page): PageLine[] {
  const hasTables = page.blocks.some((block) => block.kind === 'table')
  return textSlots(page).flatMap(({ text, starts, at, bullet }) =>
    text.split('\n').map((part, line): PageLine => {
      const read = { text: part, starts: line === 0 && starts }
      if (hasTables || at.line === null) return read
      return {
        ...read,
        place: { page: page.number, number: at.line + line, bullet: line === 0 ? bullet : null },
      }
    }),
  )
}

/** By line of the pages that were misread, the indices of its page and block. */
function standsIn(document: Document, isMisread: readonly boolean[]): DocumentReading['standsIn'] {
  return document.pages.flatMap(({ blocks }, page) =>
    isMisread[page] !== true
      ? []
      : blocks.flatMap((own, block) =>
          textSlotsOf(own).flatMap(({ text }) => text.split('\n').map(() => ({ page, block }))),
        ),
  )
}

/** The document with the lines of its pages in their places, and what is doubtful of the pages that tell it now. */
function documentWith(
  document: Document,
  pages: readonly RepairedPage[],
  tells: (page: RepairedPage) => boolean,
): Result<Document> {
  const repaired = structuredClone(document)
  const issues = pages.flatMap((page, index) => {
    const own = putBack(textSlots(repaired.pages[index] as Page), page.lines)
    return tells(page) ? own : []
  })
  const encoding = pages.find((page) => page.encoding !== null)?.encoding
  if (encoding !== undefined) repaired.convertedFrom ??= encoding
  return ok(repaired, issues)
}

function putBack(slots: readonly TextSlot[], lines: readonly RepairedLine[]): Finding[] {
  let next = 0
  return slots.flatMap((slot) => {
    const own = lines.slice(next, next + slot.text.split('\n').length)
    next += own.length
    const repairs = own.flatMap((line) => line.repairs)
    replaceText(slot, own.map((line) => line.text).join('\n'), repairs)
    const uncertain = repairs.filter(isUncertain)
    return uncertain.length > 0 ? [uncertainIssue(slot, uncertain)] : []
  })
}

function replaceText(slot: TextSlot, text: string, repairs: Repair[]): void {
  if (text === slot.text && repairs.length === 0) return
  slot.put(text, repairs.length === 0 ? null : { raw: slot.text, repairs })
}

function uncertainIssue(slot: TextSlot, uncertain: readonly Repair[]): Finding {
  return {
    severity: 'info',
    code: 'repair-uncertain',
    at: slot.at,
    subject: null,
    cell: sourceCell(slot.at),
    details: doubtfulReadings(uncertain),
  }
}

function convertedIssue(encoding: LegacyEncoding): Finding {
  return {
    severity: 'info',
    code: 'encoding-converted',
    at: null,
    subject: null,
    details: { what: 'document', encoding },
  }
}
