import type { Finding } from '../../../schemas/message.js'
import type { Place } from '../../../schemas/place.js'
import { headerCell, ok, type Result } from '../../result.js'
import type { PlacedText } from '../body/citations.js'
import { isImpossible, type PrintedDate, toIso } from '../dates.js'
import { type Attachment, readCaption } from './attachment.js'
import { headerIssue } from './header-issues.js'
import type { Letterhead } from './letterhead.js'

/** A caption that names the document it belongs to. */
export interface Caption extends Attachment {
  at: Place
}

/** Number and date of the plan. */
export interface Identity {
  number: string | null
  issuedOn: string | null
}

export function readCaptions(texts: PlacedText[]): Caption[] {
  return texts.flatMap(({ text, at }) => {
    const attachment = readCaption(text)
    return attachment === null ? [] : [{ ...attachment, at }]
  })
}

/** Number and date as the letterhead has them; where it has none, as the first caption has them. */
export function readIdentity(head: Letterhead, captions: Caption[]): Result<Identity> {
  const number = readNumber(head, captions)
  const date = readDate(head, captions)
  const mismatches = captions.flatMap((caption) => mismatchesOf(caption, number.value, date.value))
  return ok({ number: number.value, issuedOn: date.value }, [...number.issues, ...date.issues, ...mismatches])
}

function readNumber(head: Letterhead, captions: Caption[]): Result<string | null> {
  const printed = head.number?.value ?? null
  if (printed !== null) return ok(printed)
  const letterhead = head.number === null ? 'none' : 'blank'
  const missing = (fromCaption: boolean) =>
    ({ what: 'letterhead', field: 'number', letterhead, fromCaption }) as const
  const caption = captions.find((entry) => entry.number !== null)
  if (caption === undefined)
    return ok(null, [headerIssue('warning', missing(false), head.number?.at ?? null)])
  return ok(caption.number, [headerIssue('info', missing(true), caption.at)])
}

function readDate(head: Letterhead, captions: Caption[]): Result<string | null> {
  const issues: Finding[] = []
  if (head.date !== null) {
    const iso = toIso(head.date.printed)
    if (iso !== null && !isImpossible(head.date.printed)) return ok(iso)
    issues.push(unreadable(head.date.printed, head.date.text, head.date.at))
  }
  const caption = captions.find((entry) => entry.date !== null)
  const letterhead = head.date === null ? 'none' : 'part'
  const missing = (fromCaption: boolean) =>
    ({ what: 'letterhead', field: 'issuedOn', letterhead, fromCaption }) as const
  if (caption !== undefined)
    return ok(caption.date, [...issues, headerIssue('info', missing(true), caption.at)])
  if (issues.length === 0) issues.push(headerIssue('warning', missing(false)))
  return ok(null, issues)
}

function unreadable(printed: PrintedDate, text: string, at: Place): Finding {
  const field = 'issuedOn'
  if (!isImpossible(printed))
    return headerIssue('warning', { what: 'partly-blank', field, printed: text }, at)
  const details = { what: 'impossible', field, printed: text } as const
  return { severity: 'warning', code: 'date-implausible', at, subject: headerCell(field), details }
}

function mismatchesOf(caption: Caption, number: string | null, issuedOn: string | null): Finding[] {
  const issues: Finding[] = []
  const about = { severity: 'warning', code: 'number-mismatch', at: caption.at } as const
  if (caption.number !== null && number !== null && caption.number !== number) {
    const details = { what: 'number', caption: caption.number, plan: number } as const
    issues.push({ ...about, subject: headerCell('number'), details })
  }
  if (caption.date !== null && issuedOn !== null && caption.date !== issuedOn) {
    const details = { what: 'date', caption: caption.date, plan: issuedOn } as const
    issues.push({ ...about, subject: headerCell('issuedOn'), details })
  }
  return issues
}
