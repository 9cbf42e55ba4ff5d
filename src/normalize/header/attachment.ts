import { beginsAttachment, labelLength, namesAttachment } from '../../language/captions.js'
import { findDate, isPlausibleYear, toIso } from '../dates.js'
import { foldInPlace } from '../folded-text.js'
import { findNumbers } from './document-number.js'

/** What a caption '(Kèm theo Kế hoạch số … ngày … của …)' says of the document that it belongs to. */
export interface Attachment {
  number: string | null
  date: string | null
  /** The issuer's name as printed after 'của', null where none stands there. */
  issuer: string | null
}

const byWhom = /\bcua\s+(?=\S)/gu

/** Whether a line is such a caption. */
export function isCaption(text: string): boolean {
  return text.length < 400 && (beginsAttachment(text) || beginsAttachment(text.slice(labelLength(text))))
}

/** Number and date in a caption of an appendix; null where it names no document. */
export function readAttachment(caption: string): { number: string | null; date: string | null } | null {
  const attachment = readCaption(caption)
  return attachment === null ? null : { number: attachment.number, date: attachment.date }
}

/** Everything a caption says; null where it names no document. */
export function readCaption(caption: string): Attachment | null {
  const folded = foldInPlace(caption)
  if (!namesAttachment(folded)) return null
  const number = findNumbers(caption)[0]
  const day = folded.indexOf('ngay', number?.end ?? 0)
  const printed = day < 0 ? null : findDate(caption, day + 4)
  const isNear = printed !== null && printed.start - day < 12 && isPlausibleYear(printed.year ?? 0)
  const date = isNear ? toIso(printed) : null
  const issuer = issuerOf(caption, isNear ? printed.end : (number?.end ?? 0))
  if (number === undefined && date === null && issuer === null) return null
  return { number: number?.value ?? null, date, issuer }
}

function issuerOf(caption: string, from: number): string | null {
  byWhom.lastIndex = from
  const match = byWhom.exec(foldInPlace(caption))
  if (match === null) return null
  const rest = caption.slice(match.index + match[0].length)
  return (
    rest
      .split(/[();]|\s(?:về|v\/v|ban hành)\s/u)[0]
      ?.trim()
      .replace(/[\s.,]+$/u, '') || null
  )
}
