import { foldWords } from '../language/letters.js'
import { foldInPlace } from './folded-text.js'

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

/** A kind word in folded text; abbreviations may run into the name ('TP.HCM'). */
export const kindPattern =
  '(?:(?:tinh|thanh\\s+pho|quan|huyen|thi\\s+xa|phuong|xa|thi\\s+tran|dac\\s+khu)(?![\\p{L}\\d])|t\\.?\\s?p\\b\\.?|t\\.?x\\b\\.?|tp(?=hcm))'

export function kindOf(folded: string): UnitKind | null {
  return kinds.find(([pattern]) => pattern.test(folded.trim()))?.[1] ?? null
}

const mention = new RegExp(`(?<![\\p{L}\\d])(?:${kindPattern}\\s*)+`, 'gu')
const leadingMention = new RegExp(`(?<![\\p{L}\\d])(?:${kindPattern}\\s*)+`, 'uy')
const lastKind = new RegExp(`${kindPattern}\\s*$`, 'u')
const properName =
  /\s*((?:\p{Lu}[\p{L}'’]*|\d{1,2}(?![\d%/.,]))(?:(?:\s*[-–]\s*|\s+)(?:\p{Lu}[\p{L}'’]*|\d{1,2}(?![\d%/.,])))*)/uy

/** The unit that is named at a position of a text, its kind first: 'thành phố Hải Phòng'. */
export function unitAt(text: string, position: number, folded = foldInPlace(text)): UnitMention | null {
  leadingMention.lastIndex = position
  const match = leadingMention.exec(folded)
  return match === null ? null : readMention(text, match)
}

/** Every unit that a text names, in order. Only capitalised names are seen, as a sentence prints them. */
export function findUnits(text: string): UnitMention[] {
  const folded = foldInPlace(text)
  return [...folded.matchAll(mention)].flatMap((match) => readMention(text, match) ?? [])
}

/** 'thành phố thành phố Hải Phòng': a kind printed twice counts once, the last one goes with the name. */
function readMention(text: string, match: RegExpExecArray | RegExpMatchArray): UnitMention | null {
  const start = match.index ?? 0
  const words = match[0]
  const kind = kindOf(lastKind.exec(words)?.[0] ?? '')
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

  constructor(texts: Iterable<string>) {
    for (const text of texts)
      for (const { kind, name } of findUnits(text)) {
        if (name === null) continue
        const key = `${kind} ${foldWords(name)}`
        const entry = this.counts.get(key)
        if (entry === undefined) this.counts.set(key, { kind, name, count: 1 })
        else entry.count++
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
