import type { Issue } from '../../schemas/message.js'
import type { Header } from '../../schemas/plan.js'
import { accentedShare, collapse } from '../language/letters.js'
import { ok, type Result } from '../result.js'
import { foldInPlace } from './folded-text.js'
import { headerIssue } from './header-issues.js'
import type { Caption } from './identity.js'
import { bodyCase, isNational, type Organ, readOrgan } from './organ.js'
import { findUnits, type UnitKind, type UnitMention, unitAt } from './unit-names.js'
import { type MapView, readUnit, type UnitReading } from './unit-reading.js'
import { findProvince } from './units.js'

export type IssuerFields = Pick<Header, 'issuer' | 'issuerPrinted' | 'level' | 'province' | 'unit'>

/** Where the document may say who issued it, the surest first. */
export interface IssuerSources {
  organs: string[]
  captions: Caption[]
  /** Text between the title and the first section. */
  preamble: string
  title: string | null
  place: string | null
  /** The whole text, for the case that names are written in. */
  text: string
}

interface Statement {
  printed: string
  organ: Organ
  superior: Organ | null
  from: 'letterhead' | 'caption' | 'text'
}

const nothing: IssuerFields = { issuer: null, issuerPrinted: null, level: null, province: null, unit: null }

/** Who issued the plan, written out, and where that is on the map of the plan's date. */
export function readIssuer(sources: IssuerSources, view: MapView): Result<IssuerFields> {
  const statement = fromLetterhead(sources.organs) ?? fromCaption(sources.captions) ?? fromText(sources)
  if (statement === null) return ok(nothing, [headerIssue('warning', 'issuer', 'named nowhere in the document.')])
  const issues: Issue[] = []
  if (statement.from !== 'letterhead') {
    const where = statement.from === 'caption' ? 'the caption of an appendix' : 'the text'
    issues.push(headerIssue('info', 'issuer', `the letterhead names none; read from ${where}: '${statement.printed}'.`))
  }
  const fields = isNational(statement.superior?.printed ?? statement.organ.printed)
    ? nationalFields(statement, sources)
    : localFields(statement, sources, view, issues)
  if (fields.issuer === null && issues.every((issue) => issue.severity === 'info'))
    issues.push(headerIssue('warning', 'issuer', `'${statement.printed}' cannot be written out safely.`))
  return ok(fields, issues)
}

function fromLetterhead(organs: string[]): Statement | null {
  const [own, superior] = organs.slice(-2).reverse()
  if (own === undefined) return null
  return {
    printed: organs.slice(-2).join(' / '),
    organ: readOrgan(own),
    superior: superior === undefined ? null : readOrgan(superior),
    from: 'letterhead',
  }
}

/** The caption that says most: one with the unit's name counts before one without. */
function fromCaption(captions: Caption[]): Statement | null {
  const organs = captions.flatMap((caption) => (caption.issuer === null ? [] : [readOrgan(caption.issuer)]))
  const organ = organs.find((entry) => entry.unit?.name != null) ?? organs[0]
  return organ === undefined ? null : { printed: organ.printed, organ, superior: null, from: 'caption' }
}

const issuing =
  /(?<![\p{L}])((?:u[yi]\s+ban\s+nhan\s+dan|ubnd|so|bo|phong)\s[^.;,:()]{2,90}?)\s+(?:ban hanh|xay dung)\s+(?:ke hoach|chuong trinh)/gu

/** 'Ủy ban nhân dân thành phố Gia Nghĩa ban hành Kế hoạch …', else the unit that the title names last. */
function fromText({ preamble, title }: IssuerSources): Statement | null {
  const match = [...foldInPlace(preamble).matchAll(issuing)].at(-1)
  if (match?.[1] !== undefined) {
    const organ = readOrgan(collapse(preamble.slice(match.index, match.index + match[1].length)))
    return { printed: organ.printed, organ, superior: null, from: 'text' }
  }
  const unit = findUnits(title ?? '').findLast((entry) => entry.name !== null)
  if (unit === undefined) return null
  const printed = collapse((title ?? '').slice(unit.start, unit.end))
  return { printed, organ: { printed, isCommittee: true, body: '', unit }, superior: null, from: 'text' }
}

function nationalFields({ printed, organ }: Statement, sources: IssuerSources): IssuerFields {
  const issuer = bodyCase(organ.body, sources.text)
  return { issuer, issuerPrinted: printed, level: 'ministry', province: null, unit: null }
}

function localFields(statement: Statement, sources: IssuerSources, view: MapView, issues: Issue[]): IssuerFields {
  const { organ, superior, printed } = statement
  const unit = namedUnit(organ.unit ?? superior?.unit ?? null, organ.isCommittee, sources, view)
  const reading = unit === null ? null : readUnit(unit.kind, unit.name, view)
  if (reading === null) issues.push(headerIssue('warning', 'province', `'${printed}' names no unit, nor does the text.`))
  else if (reading.doubt !== null) issues.push(headerIssue('warning', 'province', `${reading.doubt}.`))
  return {
    issuer: writeOut(organ, reading, sources.text),
    issuerPrinted: printed,
    level: reading?.level ?? (/^sở\s/iu.test(organ.body) ? 'province' : null),
    province: reading?.province ?? null,
    unit: reading?.unit ?? null,
  }
}

function writeOut(organ: Organ, reading: UnitReading | null, text: string): string | null {
  const unit = reading === null ? null : `${reading.kind} ${reading.name}`
  if (organ.isCommittee) {
    const isSafe = reading !== null && (reading.doubt === null || accentedShare(reading.name) > 0)
    return isSafe ? `Ủy ban nhân dân ${unit}` : null
  }
  const body = bodyCase(organ.body, text)
  if (body === null) return null
  return unit === null || foldInPlace(body).includes(foldInPlace(unit)) ? body : `${body} ${unit}`
}

/** The unit with its name; where only the kind is printed ('UBND Thành phố') the rest of the document names it. */
function namedUnit(
  unit: UnitMention | null,
  isCommittee: boolean,
  sources: IssuerSources,
  view: MapView,
): { kind: UnitKind; name: string } | null {
  if (unit?.name != null) return { kind: unit.kind, name: unit.name }
  const kinds: UnitKind[] = unit === null ? ['tỉnh', 'thành phố'] : [unit.kind]
  if (unit === null && isCommittee) return null
  const texts = [...sources.captions.map((caption) => caption.issuer ?? ''), sources.title ?? '', sources.preamble]
  for (const text of texts)
    for (const found of findUnits(text))
      if (found.name !== null && kinds.includes(found.kind)) return { kind: found.kind, name: found.name }
  return fromPlace(kinds, sources.place, view) ?? view.mentions.ofKinds(...kinds)[0] ?? null
}

function fromPlace(
  kinds: UnitKind[],
  place: string | null,
  view: MapView,
): { kind: UnitKind; name: string } | null {
  if (place === null) return null
  const name = unitAt(place, 0)?.name ?? place
  const province = findProvince(view.units, view.date, name)
  if (province !== null && kinds.includes(province.kind)) return { kind: province.kind, name }
  return null
}
