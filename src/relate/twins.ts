import type { Bond, RaisedDoubt } from '../../schemas/related.js'
import { amends, numberKey, type Relative, sameDate, sameIssuer, sameNumber, sameYears } from './agreement.js'
import { likeness } from './sketch.js'

/** Two inputs that are one document. */
export interface TwinPair {
  kept: Relative
  twin: Relative
  bonds: Bond[]
  likeness: number
}

export interface FoundTwins {
  /** Everything that is nobody's twin. */
  kept: Relative[]
  pairs: TwinPair[]
  doubts: RaisedDoubt[]
}

/**
 * Finds documents that were given in more than one format: number, issuer and date agree and so does the wording. The
 * better reading is kept. Several twins of one document all point at the same kept one.
 */
export function findTwins(relatives: readonly Relative[]): FoundTwins {
  const found: FoundTwins = { kept: [], pairs: [], doubts: [] }
  const byNumber = new Map<string | null, Relative[]>()
  const byIssuer = new Map<string, Relative[]>()
  for (const relative of relatives.toSorted(byWorth)) {
    const number = numberKey(relative.kin.number)
    const numbered = byNumber.get(number) ?? []
    const twin = bestOf(relative, numbered)
    if (twin !== null) {
      found.pairs.push(twin)
      continue
    }
    found.kept.push(relative)
    byNumber.set(number, [...numbered, relative])
    const issuer = `${relative.kin.issuer}|${relative.kin.appendixOnly}`
    const others = byIssuer.get(issuer) ?? []
    found.doubts.push(...others.flatMap((other) => doubtOf(other, relative) ?? []))
    byIssuer.set(issuer, [...others, relative])
  }
  found.kept.sort((a, b) => a.index - b.index)
  return found
}

function bestOf(relative: Relative, kept: readonly Relative[]): TwinPair | null {
  const pairs = kept.flatMap((other) => pairOf(other, relative) ?? [])
  return pairs.toSorted((a, b) => b.likeness - a.likeness || a.kept.index - b.kept.index)[0] ?? null
}

/** Exact text before recognised, exact Word before the layout of a PDF; then the surer reading, then the first. */
function byWorth(a: Relative, b: Relative): number {
  return rankOf(a.kin.route) - rankOf(b.kin.route) || b.kin.confidence - a.kin.confidence || a.index - b.index
}

const ranks = ['docx', 'xlsx', 'html', 'markdown', 'text', 'pdf-text', 'pdf-mixed', 'pdf-ocr', 'image']

function rankOf(route: string): number {
  const rank = ranks.indexOf(route)
  return rank < 0 ? ranks.length : rank
}

function isExact(relative: Relative): boolean {
  return rankOf(relative.kin.route) <= rankOf('pdf-text')
}

/** What wording two readings of one document share at least: two exact ones, and where one was recognised. */
const exactLikeness = 0.7
const recognisedLikeness = 0.45
/** The same where number, issuer or date is unread on one side, and the rest must carry the weight. */
const openLikeness = 0.8
/** Two files of one format differ in no word, or they are two versions. */
const sameFormatLikeness = 0.995

function pairOf(kept: Relative, twin: Relative): TwinPair | null {
  if (!mayBeTwins(kept, twin) || sameNumber(kept.kin.number, twin.kin.number) !== 'same') return null
  const shared = likeness(kept.kin.sketch, twin.kin.sketch)
  const date = sameDate(kept.kin.issuedOn, twin.kin.issuedOn)
  const issuer = sameIssuer(kept.kin.issuer, twin.kin.issuer)
  const years = sameYears(kept.kin.planYears, twin.kin.planYears)
  const open = date === 'open' || issuer === 'open'
  if (open && years !== 'same') return null
  if (shared < (open ? openLikeness : leastLikeness(kept, twin))) return null
  const bonds: Bond[] = ['number']
  if (date === 'same') bonds.push('date')
  if (issuer === 'same') bonds.push('issuer')
  if (open) bonds.push('years')
  return { kept, twin, bonds: [...bonds, 'content'], likeness: shared }
}

function leastLikeness(a: Relative, b: Relative): number {
  if (!isExact(a) || !isExact(b)) return recognisedLikeness
  return a.kin.mediaType === b.kin.mediaType ? sameFormatLikeness : exactLikeness
}

/** Nothing that both say of themselves speaks against it. */
function mayBeTwins({ kin: a }: Relative, { kin: b }: Relative): boolean {
  return (
    a.appendixOnly === b.appendixOnly &&
    sameDate(a.issuedOn, b.issuedOn) !== 'different' &&
    sameIssuer(a.issuer, b.issuer) !== 'different' &&
    sameYears(a.planYears, b.planYears) !== 'different' &&
    amends(a) === amends(b) &&
    (!a.appendixOnly || sameLabels(a.appendices, b.appendices))
  )
}

function sameLabels(a: readonly { label: string | null }[], b: readonly { label: string | null }[]): boolean {
  const key = (labels: readonly { label: string | null }[]): string =>
    labels.map(({ label }) => label?.toLocaleLowerCase('vi') ?? '').join('|')
  return key(a) === key(b)
}

/** So much alike that a reader should say whether they are one document. */
const doubtLikeness = 0.8

function doubtOf(a: Relative, b: Relative): RaisedDoubt | null {
  if (amends(a.kin) !== amends(b.kin)) return null
  const number = sameNumber(a.kin.number, b.kin.number)
  const date = sameDate(a.kin.issuedOn, b.kin.issuedOn)
  if (date === 'different' && number !== 'same') return null
  if (sameYears(a.kin.planYears, b.kin.planYears) === 'different') return null
  const shared = likeness(a.kin.sketch, b.kin.sketch)
  const isOne = number === 'same' && date === 'same'
  if (isOne ? a.kin.appendixOnly : shared < doubtLikeness) return null
  return {
    kind: 'twin',
    files: [a, b].toSorted((left, right) => left.index - right.index).map(({ file }) => file),
    details: { reason: 'alike', share: Math.round(shared * 100), number, date },
  }
}
