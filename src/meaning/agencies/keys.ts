import { type Abbreviations, writeOut } from './abbreviations.js'
import { keyOf, type NameToken, tokensOf } from './name-tokens.js'
import { type UnitSuffix, unitSuffixesOf, unitsAloneOf } from './unit-suffix.js'

/** One way to read a name: its words as a key, and the units that stood at its end. */
export interface NameReading {
  key: string
  units: UnitSuffix['units']
}

const quantified = /^(?:(?:cac|nhung|tat ca(?: cac)?|toan (?:the|bo)(?: cac)?|mot so)(?= ))/u

/**
 * The readings of a name, the closest to the print first: whole, without the units at its end, and without 'liên
 * quan'. `short` readings leave abbreviations as they are, for names that misspell one.
 */
export function readingsOf(
  name: string,
  abbreviations: Abbreviations,
): { full: NameReading[]; short: NameReading[] } {
  const printed = trim(dropQuantifiers(tokensOf(name)))
  return { full: reduce(trim(writeOut(printed, abbreviations))), short: reduce(printed) }
}

function reduce(tokens: NameToken[]): NameReading[] {
  const heads = [{ head: tokens, units: [] as UnitSuffix['units'] }]
  for (const { start, units } of unitSuffixesOf(tokens)) heads.push({ head: tokens.slice(0, start), units })
  const place = placeAt(tokens)
  if (place !== null) heads.push({ head: tokens.slice(0, place), units: [] })
  const readings: NameReading[] = heads.flatMap(({ head, units }) =>
    [...new Set([keyOf(head), sortedKey(head)])].map((key) => ({ key, units })),
  )
  const bare = unitsAloneOf(tokens)
  if (bare !== null) readings.push({ key: committee, units: bare })
  for (const reading of [...readings])
    if (reading.key.endsWith(' lien quan')) readings.push({ ...reading, key: reading.key.slice(0, -10) })
  return readings
}

const places = new Set(['khu vuc', 'co so'])

/** 'các xã, phường' without a head: their committees are meant. */
const committee = 'uy ban nhan dan'

const mostHamletWords = 4

/** Where the place begins in 'Kho bạc Nhà nước khu vực VII' (behind 'khu vực' or 'cơ sở') and 'Tổ … các khu phố' (before 'các'). */
function placeAt(tokens: NameToken[]): number | null {
  const words = tokens.map((token) => token.folded)
  const region = words.findIndex((word, index) => index > 1 && places.has(`${words[index - 1]} ${word}`))
  if (region > 0 && tokens.slice(region + 1).every((token) => token.capital)) return region + 1
  const hamlets = /^cac (?:thon|khu pho|to dan pho|ap|khom|xom|buon|khu dan cu)$/u
  const first = Math.max(1, words.length - mostHamletWords)
  const found = words.findIndex((_, index) => index >= first && hamlets.test(words.slice(index).join(' ')))
  return found < 0 ? null : found
}

function dropQuantifiers(tokens: NameToken[]): NameToken[] {
  const match = quantified.exec(keyOf(tokens))?.[0]
  return match === undefined ? tokens : tokens.slice(match.split(' ').length)
}

/** Drops what does not tell one body from another: 'có' and 'khác' before 'liên quan', 'trên địa bàn …'. */
function trim(tokens: NameToken[]): NameToken[] {
  const key = keyOf(tokens).split(' ')
  const area = key.findIndex((_, index) => index > 0 && isClause(tokens, index))
  const within = area < 0 ? tokens : tokens.slice(0, area)
  return within.filter(
    (token, index) =>
      !(['co', 'khac'].includes(token.folded) && isRelated(within, index + 1)) &&
      !(index > 0 && token.folded === 'cac' && token.joined),
  )
}

/** 'trên địa bàn …', 'nơi có đất', 'nơi cư trú': says where, not who. */
function isClause(tokens: NameToken[], at: number): boolean {
  const next = tokens.slice(at, at + 3).map((token) => token.folded)
  return (
    next.join(' ') === 'tren dia ban' ||
    tokens[at]?.marked === 'nơi' ||
    next.slice(0, 2).join(' ') === 'noi co'
  )
}

function isRelated(tokens: NameToken[], at: number): boolean {
  const next = tokens[at]?.folded
  if (next === 'co') return isRelated(tokens, at + 1)
  return next === 'lien' && tokens[at + 1]?.folded === 'quan'
}

/** 'đơn vị, cơ quan liên quan' reads as 'cơ quan, đơn vị liên quan': the order of a list of kinds means nothing. */
function sortedKey(tokens: NameToken[]): string {
  const last =
    tokens.at(-2)?.folded === 'lien' && tokens.at(-1)?.folded === 'quan' ? tokens.length - 2 : tokens.length
  const members: string[] = []
  for (const token of tokens.slice(0, last))
    if (token.joined || members.length === 0) members.push(token.folded)
    else members[members.length - 1] += ` ${token.folded}`
  const isList = members.length > 1 && members.every((member) => listed.has(member))
  return [...(isList ? members.sort() : members), ...keyOf(tokens.slice(last)).split(' ')].join(' ').trim()
}

/** Kinds that are listed in any order. */
const listed = new Set(
  'so|ban|nganh|co quan|don vi|dia phuong|to chuc|ca nhan|phong|doan the|hoi|thon|to dan pho|khu pho|ap|khom|xom|khoi|buon|bon|lang|khu dan cu|nguoi dan|doanh nghiep|khu vuc'.split(
    '|',
  ),
)
