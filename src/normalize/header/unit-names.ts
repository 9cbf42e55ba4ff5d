import { foldWords } from '../../language/letters.js'
import { foldInPlace } from '../folded-text.js'

/** Kinds of administrative units, as they are written in a unit's full name. */
export type UnitKind =
  | 'tỉnh'
  | 'thành phố'
  | 'quận'
  | 'huyện'
  | 'thị xã'
  | 'phường'
  | 'xã'
  | 'thị trấn'
  | 'đặc khu'

/** A unit as a text names it; `name` is null where only its kind stands there ('UBND thành phố'). */
export interface UnitMention {
  kind: UnitKind
  name: string | null
  start: number
  end: number
}

const kinds: [RegExp, UnitKind][] = [
  [/^tinh$/u, 'tỉnh'],
  [/^(?:thanh\s+pho|t\.?\s?p\.?)$/u, 'thành phố'],
  [/^quan$/u, 'quận'],
  [/^huyen$/u, 'huyện'],
  [/^(?:thi\s+xa|t\.?x\.?)$/u, 'thị xã'],
  [/^phuong$/u, 'phường'],
  [/^xa$/u, 'xã'],
  [/^thi\s+tran$/u, 'thị trấn'],
  [/^dac\s+khu$/u, 'đặc khu'],
]

const bareKinds = 'tinh|thanh\\s+pho|quan|huyen|thi\\s+xa|phuong|xa|thi\\s+tran|dac\\s+khu'
const markedKinds = 'tỉnh|thành\\s+phố|quận|huyện|thị\\s+xã|phường|xã|thị\\s+trấn|đặc\\s+khu'
const abbreviations = 't\\.?\\s?p\\b\\.?|t\\.?x\\b\\.?|tp(?=hcm)'

/**
 * Kind words are looked for with their marks where the text has any: folded, 'cơ quan' would hold a 'quận' and
 * 'địa phương' a 'phường'.
 */
const marked = kindSearch(markedKinds)
const bare = kindSearch(bareKinds)

function kindSearch(words: string): { anywhere: RegExp; here: RegExp; last: RegExp } {
  const kind = `(?:(?:${words})(?![\\p{L}\\d])|${abbreviations})`
  return {
    anywhere: new RegExp(`(?<![\\p{L}\\d])(?:${kind}\\s*)+`, 'gu'),
    here: new RegExp(`(?<![\\p{L}\\d])(?:${kind}\\s*)+`, 'uy'),
    last: new RegExp(`${kind}\\s*$`, 'u'),
  }
}

const vietnameseLetter = /[đăâêôơưàáãèéìíòóõùúýĩũ\u1ea0-\u1ef9]/iu

function kindOf(folded: string): UnitKind | null {
  return kinds.find(([pattern]) => pattern.test(folded.trim()))?.[1] ?? null
}

/** A name stands in one line; 'CỦA TỈNH NĂM 2022' names a year, not a province. */
const namePart = "(?!NĂM\\s+\\d{4})(?:\\p{Lu}[\\p{L}'’]*|\\d{1,2}(?![\\d%/.,]))"
const blank = '[^\\S\\n]'
const properName = new RegExp(
  `${blank}*(${namePart}(?:(?:${blank}*[-–]${blank}*|${blank}+)${namePart})*)`,
  'uy',
)

/** The unit that is named at a position of a text, its kind first: 'thành phố Hải Phòng'. */
export function unitAt(text: string, position: number): UnitMention | null {
  const { search, searched } = searchFor(text)
  search.here.lastIndex = position
  const match = search.here.exec(searched)
  return match === null ? null : readMention(text, match, search.last)
}

/** Every unit that a text names, in order. Only capitalised names are seen, as a sentence prints them. */
export function findUnits(text: string): UnitMention[] {
  const { search, searched } = searchFor(text)
  return [...searched.matchAll(search.anywhere)].flatMap(
    (match) => readMention(text, match, search.last) ?? [],
  )
}

function searchFor(text: string): { search: typeof marked; searched: string } {
  return vietnameseLetter.test(text)
    ? { search: marked, searched: text.toLowerCase() }
    : { search: bare, searched: foldInPlace(text) }
}

/** 'thành phố thành phố Hải Phòng': a kind printed twice counts once, the last one goes with the name. */
function readMention(text: string, match: RegExpExecArray, last: RegExp): UnitMention | null {
  const start = match.index
  const words = match[0]
  const kind = kindOf(foldInPlace(last.exec(words)?.[0] ?? ''))
  if (kind === null) return null
  const end = start + words.length
  properName.lastIndex = end
  const name = properName.exec(text)
  if (name?.[1] === undefined) return { kind, name: null, start, end: start + words.trimEnd().length }
  return { kind, name: name[1], start, end: end + name[0].length }
}

/** How often each unit is named in some texts. */
export class MentionCount {
  private readonly counts = new Map<string, { kind: UnitKind; name: string; count: number }>()

  add(text: string, weight = 1): void {
    for (const { kind, name } of findUnits(text)) {
      if (name === null) continue
      const key = `${kind} ${foldWords(name)}`
      const entry = this.counts.get(key)
      if (entry === undefined) this.counts.set(key, { kind, name, count: weight })
      else entry.count += weight
    }
  }

  /** Units of these kinds, the most named first. */
  ofKinds(...wanted: UnitKind[]): { kind: UnitKind; name: string; count: number }[] {
    return [...this.counts.values()]
      .filter((entry) => wanted.includes(entry.kind))
      .sort((a, b) => b.count - a.count)
  }
}

/** 'ĐẮK NÔNG' → 'Đắk Nông'; mixed case stays as it is. */
export function nameCase(name: string): string {
  if (/\p{Ll}/u.test(name)) return name
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
}
