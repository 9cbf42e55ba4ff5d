import type { Details } from '../../../schemas/details.js'
import type { Finding } from '../../../schemas/message.js'
import type { Place } from '../../../schemas/place.js'
import type { Citation } from '../../../schemas/plan.js'
import { collapse } from '../../language/letters.js'
import { ok, type Result, sourceCell } from '../../result.js'
import { findDate, isImpossible, type PrintedDate, toIso } from '../dates.js'
import { foldInPlace } from '../folded-text.js'
import { isCaption } from '../header/attachment.js'
import { type DocumentNumber, findNumbers, numberKey } from '../header/document-number.js'
import { isFormNumber, typeBefore, typeByLetters, typeEarlier } from '../header/document-types.js'

export interface PlacedText {
  text: string
  at: Place
}

/** The plan itself, which is no citation of its own. */
export interface OwnDocument {
  number: string | null
  issuedOn: string | null
}

interface Found {
  citation: Citation
  printedDate: PrintedDate | null
  year: number | null
}

/**
 * Every distinct document that the texts cite by number, in order of first appearance; its date is the first one
 * printed with its number anywhere.
 */
export function readCitations(texts: PlacedText[], own: OwnDocument): Result<Citation[]> {
  const byKey = new Map<string, Citation>()
  const issues: Finding[] = []
  for (const text of texts) {
    if (isCaption(text.text)) continue
    for (const { citation, printedDate, year } of citationsIn({ ...text, text: collapse(text.text) })) {
      if (isOwn(citation, own)) continue
      issues.push(...dateIssues(citation, printedDate, year, own))
      const key = numberKey(citation.number)
      const first = byKey.get(key)
      if (first === undefined) byKey.set(key, citation)
      else byKey.set(key, { ...first, date: first.date ?? citation.date, type: first.type ?? citation.type })
    }
  }
  return ok([...byKey.values()], issues)
}

/** The plan's own number; a document of another year that happens to bear it is another document. */
function isOwn(citation: Citation, own: OwnDocument): boolean {
  if (own.number === null || numberKey(citation.number) !== numberKey(own.number)) return false
  return (
    citation.date === null || own.issuedOn === null || citation.date.slice(0, 4) === own.issuedOn.slice(0, 4)
  )
}

function citationsIn({ text, at }: PlacedText): Found[] {
  const numbers = findNumbers(text).filter((number) => !isFormNumber(text, number.start))
  const found: Found[] = []
  for (const [index, number] of numbers.entries()) {
    const above = numbers[index - 1]
    const before = found.at(-1)
    const named = nameOf(text, number, above, before?.citation.type ?? null)
    if (named.type === null && named.start === number.start) continue
    const printedDate = dateBehind(text, number, numbers[index + 1]?.start ?? text.length)
    const end = printedDate?.end ?? number.end
    const iso = printedDate === null || isImpossible(printedDate) ? null : toIso(printedDate)
    const citation = {
      type: named.type,
      number: number.value,
      date: iso,
      text: text.slice(named.start, end),
      at,
    }
    found.push({ citation, printedDate, year: number.year })
  }
  return found
}

/** What the document is called, and where its name begins, 'số' included: the word before its number, else that of the list it stands in, else its letters. */
function nameOf(
  text: string,
  number: DocumentNumber,
  above: DocumentNumber | undefined,
  typeAbove: string | null,
): { type: string | null; start: number } {
  const direct = typeBefore(text, number.start)
  if (direct !== null) return direct
  const start = number.start - (/(?:số|so)\s*[:.]?\s*$/iu.exec(text.slice(0, number.start))?.[0].length ?? 0)
  const byLetters = typeByLetters(number.letters)
  const earlier = typeEarlier(text, number.start)
  if (earlier !== null && earlier.start >= (above?.end ?? 0) && agrees(earlier.type, byLetters))
    return earlier
  const isListed = above !== undefined && isList(text.slice(above.end, number.start))
  if (isListed && typeAbove !== null && agrees(typeAbove, byLetters)) return { type: typeAbove, start }
  return { type: byLetters, start }
}

/** Letters that tell another type belong to another kind of document; letters that tell a mere letter do not. */
function agrees(type: string, byLetters: string | null): boolean {
  return (
    byLetters === null ||
    byLetters === 'Công văn' ||
    type.startsWith(byLetters) ||
    byLetters.startsWith(type) ||
    (byLetters === 'Luật' && type === 'Bộ luật')
  )
}

/** Only separators, 'số', a date or the issuer's name stand between two numbers of a list. */
function isList(between: string): boolean {
  return (
    between.length < 120 &&
    !/[.:]\s+\p{Lu}/u.test(between) &&
    /^[^\p{L}]*(?:[,;]|và|ngày|của|số|\))/iu.test(between)
  )
}

const dateMark = /^[\s,]*\(?\s*(?:(?:ky|ban hanh)\s+)?ngay\s*/u
const issuerThenDate = /^\s*cua\s[^,.;:()\d]{2,80}?(?<!truoc|den|tu|sau)\s(?:(?:ky|ban hanh)\s+)?ngay\s*/u
const bareDate = /^\s*\(\s*(?=\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*\))/u

/** The date printed with a number: right behind it, or behind its issuer. */
function dateBehind(text: string, number: DocumentNumber, next: number): PrintedDate | null {
  const behind = foldInPlace(text.slice(number.end, next))
  const lead = dateMark.exec(behind) ?? issuerThenDate.exec(behind) ?? bareDate.exec(behind)
  if (lead === null) return null
  const from = number.end + lead[0].length
  const date = findDate(text.slice(0, next), from)
  if (date === null || date.start - from > 2 || date.day === null) return null
  return date
}

function dateIssues(
  citation: Citation,
  printed: PrintedDate | null,
  year: number | null,
  own: OwnDocument,
): Finding[] {
  if (printed === null) return []
  const { text, at, date } = citation
  if (isImpossible(printed)) return [implausible({ what: 'cited-impossible', printed: text }, at)]
  if (year !== null && date !== null && date.slice(0, 4) !== String(year))
    return [implausible({ what: 'cited-other-year', printed: text, year }, at)]
  if (own.issuedOn !== null && date !== null && date > own.issuedOn)
    return [implausible({ what: 'cited-later', printed: text, issued: own.issuedOn }, at)]
  return []
}

function implausible(details: Details['date-implausible'], at: Place): Finding {
  return {
    ...{ severity: 'warning', code: 'date-implausible', at, subject: null },
    ...{ cell: sourceCell(at), details },
  }
}
