import type { Role } from '../../../schemas/table.js'
import { beginsLabel, namesAttachment } from '../../language/captions.js'
import { isCode } from '../../language/codes.js'
import { columnsNamedIn, headerWords } from '../../language/header-terms.js'
import { plain } from '../../language/plain.js'
import type { InterleavedLine } from '../lines.js'
import { alikeEnough, fewestRoles, linesOfHeader, longestHeaderLine } from '../parameters.js'
import { type Column, columnsOf, type Header } from './header-columns.js'

/** Lines of headers, which stand at the top of every page, and the columns that they name together. */
export function findHeaders(lines: readonly InterleavedLine[]): { headers: Header[]; columns: Column[] } {
  const headers: Header[] = []
  for (let index = 0; index < lines.length; index++) {
    const header = headerAt(lines, index)
    if (header === null) continue
    const last = headers.at(-1)
    if (last !== undefined && header.first <= last.end) {
      last.end = Math.max(last.end, header.end)
      for (const role of header.roles) last.roles.add(role)
    } else headers.push(header)
    index = header.end - 1
  }
  return {
    headers: [...headers, ...alikeHeaders(headers, lines)].sort((a, b) => a.first - b.first),
    columns: columnsOf(headers, lines),
  }
}

/** Headers beyond reading that are still alike to others, letter by letter, at the top of their page. */
function alikeHeaders(headers: readonly Header[], lines: readonly InterleavedLine[]): Header[] {
  const known = headers.flatMap(({ first, end }) => lines.slice(first, end).map(trigramsOf))
  const main = known.filter(({ size }) => size >= 20)
  const found: Header[] = []
  lines.forEach((line, first) => {
    const near = headers.some((header) => first < header.end && header.first < first + linesOfHeader)
    if (!line.opensPage || near) return
    const isMain = (index: number): boolean => {
      const own = trigramsOf(lines[index] as InterleavedLine)
      return (
        own.size >= 20 &&
        isShort(lines[index], longestHeaderLine) &&
        main.some((other) => alikeness(own, other) >= alikeEnough)
      )
    }
    const ahead = Array.from({ length: Math.min(linesOfHeader, lines.length - first) }, (_, at) => first + at)
    const read = ahead.filter(isMain)
    let begin = read[0]
    let end = (read.at(-1) ?? 0) + 1
    if (begin === undefined) return
    while (begin > first && isShort(lines[begin - 1])) begin--
    while (end < lines.length && end - begin < 10) {
      const own = lines[end] as InterleavedLine
      const grams = trigramsOf(own)
      if (!isScrap(own) && !known.some((other) => alikeness(grams, other) >= alikeEnough)) break
      end++
    }
    found.push({ first: begin, end, roles: new Set() })
  })
  return found
}

function trigramsOf({ text }: InterleavedLine): Set<string> {
  const letters = plain(text).replace(/[^\p{L}\d]/gu, '')
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) => letters.slice(at, at + 3)),
  )
}

/** The share of trigrams that two lines have in common. */
function alikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const gram of a) if (b.has(gram)) common++
  return (2 * common) / Math.max(1, a.size + b.size)
}

function headerAt(lines: readonly InterleavedLine[], index: number): Header | null {
  const roles = columnsNamedIn(lines[index]?.text ?? '')
  let end = index + 1
  if (roles.size < fewestRoles) {
    if (roles.size === 0 || (lines[index]?.text.length ?? 0) > 30) return null
    while (end < lines.length && end < index + 12 && (isHeaderLike(lines[end]) || isScrap(lines[end]))) end++
    const together = columnsNamedIn(
      lines
        .slice(index, end)
        .map(({ text }) => text)
        .join(' '),
    )
    if (together.size < fewestRoles + 2) return null
    const header = { first: index, end, roles: together }
    return isOfTable(header, lines) ? header : null
  }
  if (isRow(lines[index]?.text ?? '')) return null
  if (!isHeaderLike(lines[index], roles.size > 2 ? 0.5 : 0.6)) return null
  let first = index
  while (first > 0 && index - first < 4 && lines[first]?.opensPage !== true && isTorn(lines[first - 1]))
    first--
  for (
    let top = first - 1;
    top >= 0 &&
    lines[first]?.opensPage !== true &&
    index - top <= 6 &&
    isShort(lines[top]) &&
    lines[top + 1]?.opensPage !== true;
    top--
  ) {
    if (lines[top]?.opensPage === true) first = Math.min(first, top)
  }
  while (end < lines.length && end - index < 6 && (isHeaderLike(lines[end], 0.65) || isScrap(lines[end])))
    end++
  const found = columnsNamedIn(
    lines
      .slice(first, end)
      .map((line) => line.text)
      .join(' '),
  )
  const opens = lines.slice(first, index + 1).some((line) => line.opensPage)
  const header = { first, end, roles: found }
  return (found.size >= (roles.size > 2 ? 3 : 4) || opens) && isOfTable(header, lines) ? header : null
}

const columnRoles: readonly Role[] = [
  ...([
    'code',
    'lead',
    'coordinating',
    'implementing',
    'deadline',
    'deliverable',
    'note',
    'maxScore',
  ] as const),
]

/** Prose may name what headers name; a header names columns that only tables have, and few other words. */
function isOfTable({ first, end, roles }: Header, lines: readonly InterleavedLine[]): boolean {
  const own = lines.slice(first, end)
  const bars = own.flatMap(({ tokens }) => tokens.filter(({ bar }) => bar)).length
  const columns = [...roles].filter(({ role }) => columnRoles.includes(role))
  const coded = columns.some(({ role }) => role === 'code')
  const stops = own.filter(({ text }) => /[.;]\s*$/u.test(text)).length
  return columns.length >= 2 && (coded || bars >= 2 || own[0]?.opensPage === true) && stops <= 1
}

/** A code and what is left of the rule behind it stand first. */
function isRow(text: string): boolean {
  const bar = text.indexOf('|')
  return bar > 0 && isCode(text.slice(0, bar))
}

/** Mostly words of headers. */
function isHeaderLike(line: InterleavedLine | undefined, share = 0.5): boolean {
  if (line === undefined || isRow(line.text)) return false
  const words = plain(line.text).match(/\p{L}{2,}/gu) ?? []
  return words.length > 0 && words.filter((word) => headerWords.has(word)).length >= share * words.length
}

/** A line above that is a part of the header or beyond reading. */
function isTorn(line: InterleavedLine | undefined): boolean {
  return line !== undefined && (isHeaderLike(line) || isScrap(line)) && line.text.length < 60
}

/** May be a torn piece of a header, and is no caption. */
function isShort(line: InterleavedLine | undefined, longest = 50): boolean {
  if (line === undefined || line.text.length >= longest) return false
  const words = plain(line.text).trim()
  const capitals = line.text.replace(/[^\p{Lu}]/gu, '').length
  return (
    !beginsLabel(words) &&
    !namesAttachment(words) &&
    !/ke hoach so|\d\/kh/u.test(words) &&
    capitals < 0.5 * words.length
  )
}

function isScrap(line: InterleavedLine | undefined): boolean {
  return line !== undefined && line.text.replace(/[^\p{L}\d]/gu, '').length <= 7 && !/\d\.\d/u.test(line.text)
}
