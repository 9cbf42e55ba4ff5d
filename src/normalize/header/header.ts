import type { Header } from '../../../schemas/plan.js'
import { vietnameseShare } from '../../language/letters.js'
import { ok, type Result } from '../../result.js'
import type { Closing } from './closing.js'
import { typeByLetters } from './document-types.js'
import { dateOutsideYears, headerIssue, missingFields } from './header-issues.js'
import type { Caption, Identity } from './identity.js'
import { readIssuer } from './issuer.js'
import type { Letterhead } from './letterhead.js'
import { planYearsOf } from './plan-years.js'
import type { TitleReading } from './title.js'
import { MentionCount } from './unit-names.js'
import type { MapView } from './unit-reading.js'
import { findProvince, type Units } from './units.js'

export interface HeaderParts {
  head: Letterhead
  title: TitleReading
  closing: Closing
  captions: Caption[]
  identity: Identity
  /** Text between the title and the first section. */
  preamble: string
  /** The last paragraphs of the text: 'Trên đây là Kế hoạch …'. */
  ending: string
  /** Every text of the document. */
  texts: string[]
  /** The latest date of a document that the plan cites: it is no older than that. */
  latestCited: string | null
  units: Units
}

/** Puts the header together from what its parts say; what they do not say is null and an issue. */
export function readHeader(parts: HeaderParts): Result<Header> {
  const { head, title, closing, identity } = parts
  const years = readYears(parts)
  const view = viewOf(parts, years.value)
  const sources = {
    organs: head.organs,
    captions: parts.captions,
    preamble: parts.preamble,
    title: title.title,
    place: head.place,
    text: parts.texts.join('\n'),
  }
  const issuer = readIssuer(sources, view)
  const header: Header = {
    ...issuer.value,
    number: identity.number,
    documentType: title.documentType ?? typeFromNumber(parts),
    place: placeName(head.place, view),
    issuedOn: identity.issuedOn,
    title: title.title,
    planYears: years.value,
    signatory: closing.signatory,
    recipients: closing.recipients,
  }
  return ok(header, [
    ...issuer.issues,
    ...years.issues,
    ...missingFields(header),
    ...dateOutsideYears(header),
  ])
}

function typeFromNumber({ head, identity }: HeaderParts): string | null {
  const letters = head.number?.letters ?? identity.number?.replace(/^\d+[a-z]?[/-](?:\d{4}\/)?/iu, '')
  return letters === undefined ? null : typeByLetters(letters)
}

function readYears({ title, preamble, ending, identity }: HeaderParts): Result<number[]> {
  const own = planYearsOf(title.title ?? '', identity.issuedOn)
  if (own.length > 0) return ok(own)
  const sentence = /[^.;]*$/u.exec(preamble.replace(/[\s.:;]+$/u, ''))?.[0] ?? ''
  for (const text of [sentence, ending]) {
    const years = planYearsOf(text, identity.issuedOn)
    if (years.length > 0)
      return ok(years, [headerIssue('info', { what: 'years-in-text', field: 'planYears' })])
  }
  return ok([])
}

/** The superior that the letterhead names outweighs whatever else the text mentions. */
const letterheadWeight = 100

function viewOf(parts: HeaderParts, planYears: number[]): MapView {
  const mentions = new MentionCount()
  for (const organ of parts.head.organs) mentions.add(organ, letterheadWeight)
  for (const caption of parts.captions) mentions.add(caption.issuer ?? '')
  for (const text of parts.texts) mentions.add(text)
  return { units: parts.units, date: mapDate(parts, planYears), mentions }
}

/** The day whose map counts: the plan's own, else the earliest that its years and citations leave. */
function mapDate({ identity, head, latestCited, units }: HeaderParts, planYears: number[]): string {
  if (identity.issuedOn !== null) return identity.issuedOn
  const { month, year } = head.date?.printed ?? { month: null, year: null }
  if (year !== null && month !== null && month >= 1 && month <= 12)
    return `${year}-${String(month).padStart(2, '0')}-01`
  const first = planYears[0]
  const before = first === undefined ? null : `${first - 1}-12-31`
  return (
    [before, latestCited]
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? units.districtsUntil
  )
}

/** A place whose marks the source has lost is written as the map has it, if it is a province's name. */
function placeName(place: string | null, view: MapView): string | null {
  if (place === null || vietnameseShare(place) > 0 || !/^[\x20-\x7e]+$/u.test(place)) return place
  return findProvince(view.units, view.date, place)?.name ?? place
}
