import type { Finding } from '../../../schemas/message.js'
import type { Place } from '../../../schemas/place.js'
import { ok, type Result } from '../../result.js'
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
  const why = head.number === null ? 'the letterhead prints none' : 'the letterhead leaves it blank'
  const caption = captions.find((entry) => entry.number !== null)
  if (caption === undefined)
    return ok(null, [headerIssue('warning', 'number', `${why}.`, head.number?.at ?? null)])
  return ok(caption.number, [
    headerIssue('info', 'number', `${why}; taken from the caption of an appendix.`, caption.at),
  ])
}

function readDate(head: Letterhead, captions: Caption[]): Result<string | null> {
  const issues: Finding[] = []
  if (head.date !== null) {
    const iso = toIso(head.date.printed)
    if (iso !== null && !isImpossible(head.date.printed)) return ok(iso)
    issues.push(unreadable(head.date.printed, head.date.text, head.date.at))
  }
  const caption = captions.find((entry) => entry.date !== null)
  const why = head.date === null ? 'the letterhead prints none' : 'the letterhead has no whole date'
  if (caption !== undefined) {
    const message = `${why}; taken from the caption of an appendix.`
    return ok(caption.date, [...issues, headerIssue('info', 'issuedOn', message, caption.at)])
  }
  if (issues.length === 0) issues.push(headerIssue('warning', 'issuedOn', `${why}.`, null))
  return ok(null, issues)
}

function unreadable(printed: PrintedDate, text: string, at: Place): Finding {
  if (isImpossible(printed))
    return {
      severity: 'warning',
      code: 'date-implausible',
      message: `issuedOn: '${text}' is no possible date.`,
      at,
      target: null,
    }
  return headerIssue('warning', 'issuedOn', `a part of the date is blank: '${text}'.`, at)
}

function mismatchesOf(caption: Caption, number: string | null, issuedOn: string | null): Finding[] {
  const issues: Finding[] = []
  if (caption.number !== null && number !== null && caption.number !== number) {
    const message = `The caption belongs to number ${caption.number}; the plan's number is ${number}.`
    issues.push({ severity: 'warning', code: 'number-mismatch', message, at: caption.at, target: null })
  }
  if (caption.date !== null && issuedOn !== null && caption.date !== issuedOn) {
    const message = `The caption dates the plan ${caption.date}; its date is ${issuedOn}.`
    issues.push({ severity: 'warning', code: 'number-mismatch', message, at: caption.at, target: null })
  }
  return issues
}
