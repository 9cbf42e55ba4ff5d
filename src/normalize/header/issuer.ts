import type { Finding } from '../../../schemas/message.js'
import type { Header } from '../../../schemas/plan.js'
import { accentedShare, collapse } from '../../language/letters.js'
import { isNational, lastOrganStart } from '../../language/organ-words.js'
import { ok, type Result } from '../../result.js'
import { foldInPlace } from '../folded-text.js'
import { headerIssue } from './header-issues.js'
import type { Caption } from './identity.js'
import { bodyCase, type Organ, readOrgan } from './organ.js'
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
  const statements = [fromLetterhead(sources.organs), fromCaption(sources.captions), fromText(sources)]
  const known = statements.filter((entry) => entry !== null)
  const statement = known.find(namesSomething) ?? known[0] ?? null
  if (statement === null)
    return ok(nothing, [headerIssue('warning', { what: 'named-nowhere', field: 'issuer' })])
  const issues: Finding[] = []
  if (statement.from !== 'letterhead') {
    const { from, printed } = statement
    issues.push(headerIssue('info', { what: 'read-elsewhere', field: 'issuer', from, printed }))
  }
  const fields = isNational(statement.superior?.printed ?? statement.organ.printed)
    ? nationalFields(statement, sources)
    : localFields(statement, sources, view, issues)
  if (fields.issuer === null && issues.every((issue) => issue.severity === 'info'))
    issues.push(
      headerIssue('warning', { what: 'not-written-out', field: 'issuer', printed: statement.printed }),
    )
  return ok(fields, issues)
}

/** 'ỦY BAN NHÂN DÂN' alone, its second line lost, says less than a caption can. */
function namesSomething({ organ, superior }: Statement): boolean {
  return !organ.isCommittee || organ.unit !== null || superior?.unit != null
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

const issuingVerb = /\s(?:ban hanh|xay dung)\s+(?:ke hoach|chuong trinh)/gu
/** 'Ủy ban nhân dân thành phố Gia Nghĩa ban hành Kế hoạch …', else the unit that the title names last. */
function fromText({ preamble, title }: IssuerSources): Statement | null {
  const unit = findUnits(title ?? '').findLast((entry) => entry.name !== null)
  const printed = issuingOrgan(preamble)
  if (printed !== null) return { printed, organ: readOrgan(printed), superior: null, from: 'text' }
  if (unit === undefined) return null
  const named = collapse((title ?? '').slice(unit.start, unit.end))
  return {
    printed: named,
    organ: { printed: named, isCommittee: true, body: '', unit },
    superior: null,
    from: 'text',
  }
}

/** The last organ named in the clause before 'ban hành Kế hoạch', unless that is what another document is about. */
function issuingOrgan(text: string): string | null {
  // 'Ủy ban nhân dân (UBND) tỉnh ban hành': the brackets give a short form and end no clause.
  const preamble = text.replace(/\(\p{Lu}{2,8}\)/gu, (short) => ' '.repeat(short.length))
  const folded = foldInPlace(preamble)
  const isMarked = accentedShare(preamble) > 0
  for (const verb of [...folded.matchAll(issuingVerb)].reverse()) {
    const clause = preamble.slice(0, verb.index)
    const start = Math.max(...['.', ';', ',', ':', '(', ')', '\n'].map((sign) => clause.lastIndexOf(sign)))
    const organ = lastOrganStart(clause.slice(start + 1), isMarked)
    if (organ < 0) continue
    const printed = collapse(clause.slice(start + 1 + organ))
    if (printed.length < 100 && !/\s(?:ve|v\/v)\s/u.test(`${foldInPlace(printed)} `)) return printed
  }
  return null
}

function nationalFields({ printed, organ }: Statement, sources: IssuerSources): IssuerFields {
  const issuer = bodyCase(organ.body, printed, sources.text)
  return { issuer, issuerPrinted: printed, level: 'ministry', province: null, unit: null }
}

function localFields(
  statement: Statement,
  sources: IssuerSources,
  view: MapView,
  issues: Finding[],
): IssuerFields {
  const { organ, superior, printed } = statement
  const unit = namedUnit(organ.unit ?? superior?.unit ?? null, organ.isCommittee, sources, view)
  const reading = unit === null ? null : readUnit(unit.kind, unit.name, view)
  if (reading === null) issues.push(headerIssue('warning', { what: 'no-unit', field: 'province', printed }))
  else if (reading.doubt !== null)
    issues.push(headerIssue('warning', { ...reading.doubt, field: 'province' }))
  return {
    issuer: writeOut(organ, reading, printed, sources.text),
    issuerPrinted: printed,
    level: reading?.level ?? (/^sở\s/iu.test(organ.body) ? 'province' : null),
    province: reading?.province ?? null,
    unit: reading?.unit ?? null,
  }
}

function writeOut(organ: Organ, reading: UnitReading | null, printed: string, text: string): string | null {
  const unit = reading === null ? null : `${reading.kind} ${reading.name}`
  if (organ.isCommittee) {
    const isSafe = reading !== null && (reading.doubt === null || accentedShare(reading.name) > 0)
    return isSafe ? `Ủy ban nhân dân ${unit}` : null
  }
  const body = bodyCase(withoutKind(organ.body, reading), printed, text)
  if (body === null) return null
  return unit === null || foldInPlace(body).includes(foldInPlace(unit)) ? body : `${body} ${unit}`
}

/** 'THANH TRA TỈNH' under 'UBND TỈNH LAI CHÂU': the kind comes with the unit's name. */
function withoutKind(body: string, reading: UnitReading | null): string {
  const kind = ` ${reading?.kind ?? ''}`
  return reading !== null && body.toLowerCase().endsWith(kind) ? body.slice(0, -kind.length) : body
}

/**
 * The unit with its name; where only the kind is printed ('UBND Thành phố') the rest of the document names it. A body
 * without any unit is taken for a department of a province.
 */
function namedUnit(
  unit: UnitMention | null,
  isCommittee: boolean,
  sources: IssuerSources,
  view: MapView,
): NamedUnit | null {
  if (unit?.name != null) return { kind: unit.kind, name: unit.name }
  if (unit === null && isCommittee) return null
  const fits = ({ kind, name }: NamedUnit) =>
    unit === null ? isProvince(readUnit(kind, name, view)) : kind === unit.kind
  const texts = [
    ...sources.captions.map((caption) => caption.issuer ?? ''),
    sources.title ?? '',
    sources.preamble,
  ]
  const named = texts.flatMap(findUnits).flatMap(({ kind, name }) => (name === null ? [] : [{ kind, name }]))
  const kinds: UnitKind[] = unit === null ? ['tỉnh', 'thành phố'] : [unit.kind]
  const fitting = named.filter(fits)
  return (
    fitting.find(({ kind, name }) => readUnit(kind, name, view).doubt === null) ??
    fromPlace(kinds, sources.place, view) ??
    fitting[0] ??
    view.mentions.ofKinds(...kinds).find(fits) ??
    null
  )
}

function isProvince({ level, province }: UnitReading): boolean {
  return level === 'province' && province !== null
}

interface NamedUnit {
  kind: UnitKind
  name: string
}

function fromPlace(kinds: UnitKind[], place: string | null, view: MapView): NamedUnit | null {
  if (place === null) return null
  const name = unitAt(place, 0)?.name ?? place
  const province = findProvince(view.units, view.date, name)
  return province !== null && kinds.includes(province.kind) ? { kind: province.kind, name } : null
}
