import type { AgencyEntry } from './file.js'
import type { NameToken } from './name-tokens.js'

export type AgencyLevel = NonNullable<AgencyEntry['level']>

/** Units at the end of a body's name: their levels; 'city' is a 'thành phố', whose level only the plan can tell. */
export interface UnitSuffix {
  /** How many tokens stand before it. */
  start: number
  units: { level: AgencyLevel | 'city'; name: string | null }[]
}

/** Words beside which an unmarked kind is another word: 'cơ quan', 'quản lý', 'xã hội', 'địa phương'. */
interface Neighbours {
  after: string[]
  before: string[]
}

const kinds: {
  words: string[]
  marked: string[]
  level: AgencyLevel | 'city'
  never?: Neighbours
  listed?: true
}[] = [
  { words: ['thanh', 'pho'], marked: ['thành', 'phố'], level: 'city' },
  { words: ['thi', 'xa'], marked: ['thị', 'xã'], level: 'district' },
  { words: ['thi', 'tran'], marked: ['thị', 'trấn'], level: 'commune' },
  { words: ['dac', 'khu'], marked: ['đặc', 'khu'], level: 'commune' },
  // 'các huyện, thành, thị'
  { words: ['thanh'], marked: ['thành'], level: 'city', listed: true },
  { words: ['thi'], marked: ['thị'], level: 'district', listed: true },
  { words: ['tinh'], marked: ['tỉnh'], level: 'province' },
  { words: ['tp'], marked: ['tp'], level: 'city' },
  {
    words: ['quan'],
    marked: ['quận'],
    level: 'district',
    never: { after: ['co', 'hai'], before: ['ly', 'su', 'tri', 'trac'] },
  },
  { words: ['huyen'], marked: ['huyện'], level: 'district' },
  { words: ['tx'], marked: ['tx'], level: 'district' },
  {
    words: ['phuong'],
    marked: ['phường'],
    level: 'commune',
    never: { after: ['dia'], before: ['phap', 'tien'] },
  },
  { words: ['xa'], marked: ['xã'], level: 'commune', never: { after: [], before: ['hoi'] } },
]

const kindsByWord = new Map(
  kinds.map(({ words }) => [words[0] ?? '', kinds.filter((kind) => kind.words[0] === words[0])]),
)

function kindAt(tokens: NameToken[], at: number): (typeof kinds)[number] | undefined {
  return kindsByWord.get(tokens[at]?.folded ?? '')?.find((kind) => isKind(tokens, at, kind))
}

const isMarked = /[^a-z0-9]/u
const longestName = 4

/**
 * The units that a name may end with, the shortest ending first: 'cấp huyện', 'thành phố Hải Phòng', 'các quận,
 * huyện', 'xã, phường'.
 */
export function unitSuffixesOf(tokens: NameToken[]): UnitSuffix[] {
  const suffixes: UnitSuffix[] = []
  for (let start = tokens.length - 1; start >= 1; start--) {
    if (tokens[start]?.joined || isQuantifier(tokens[start - 1])) continue
    const units = readUnits(tokens, start)
    if (units !== null) suffixes.push({ start, units })
  }
  return suffixes
}

function isQuantifier(token: NameToken | undefined): boolean {
  return token !== undefined && /^(?:cap|cac|\d+)$/u.test(token.folded)
}

/** The units of a text that names nothing else: 'các xã, phường'; null where there is more. */
export function unitsAloneOf(tokens: NameToken[]): UnitSuffix['units'] | null {
  const units = tokens.length === 0 ? null : readUnits(tokens, 0)
  return units?.every(({ name }) => name === null) ? units : null
}

function readUnits(tokens: NameToken[], start: number): UnitSuffix['units'] | null {
  const units: UnitSuffix['units'] = []
  for (let at = start; at < tokens.length; ) {
    const head = skipQuantifiers(tokens, at)
    const kind = kindAt(tokens, head)
    if (kind === undefined) return null
    const from = head + kind.words.length
    const end = nameEnd(tokens, from)
    const name = tokens.slice(from, end).map((token) => token.folded)
    units.push({ level: kind.level, name: name.length === 0 ? null : name.join(' ') })
    at = end
  }
  return units.length === 0 ? null : units
}

function skipQuantifiers(tokens: NameToken[], at: number): number {
  let head = at
  while (isQuantifier(tokens[head])) head++
  return head
}

function isKind(tokens: NameToken[], at: number, kind: (typeof kinds)[number]): boolean {
  if (isAnotherWord(tokens, at, kind.never) || (kind.listed && !tokens[at]?.joined)) return false
  return kind.words.every((word, index) => {
    const token = tokens[at + index]
    if (token === undefined) return false
    return isMarked.test(token.marked) ? token.marked === kind.marked[index] : token.folded === word
  })
}

function isAnotherWord(tokens: NameToken[], at: number, never: Neighbours | undefined): boolean {
  if (never === undefined || isMarked.test(tokens[at]?.marked ?? '')) return false
  return (
    never.after.includes(tokens[at - 1]?.folded ?? '') || never.before.includes(tokens[at + 1]?.folded ?? '')
  )
}

/** Names of places are written with capitals; where a text has none (or nothing else), any few words may be one. */
function nameEnd(tokens: NameToken[], from: number): number {
  const hasCase = tokens.some((token) => !token.capital) && tokens.some((token) => token.capital)
  let end = from
  while (end < tokens.length && end - from < longestName) {
    const token = tokens[end]
    if (token === undefined || startsUnit(tokens, end) || (hasCase && !token.capital)) break
    end++
  }
  return end
}

function startsUnit(tokens: NameToken[], at: number): boolean {
  return kindAt(tokens, skipQuantifiers(tokens, at)) !== undefined
}
