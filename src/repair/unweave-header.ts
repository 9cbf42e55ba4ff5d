import type { Role } from '../../schemas/table.js'
import { plain } from './plain.js'
import type { WovenLine } from './unweave-lines.js'

/** What a header says in plain letters, the role it gives its column, and the words that it is printed with. */
interface HeaderPhrase {
  role: Role
  pattern: RegExp
  printed: string
}

/** In the order in which plans usually have their columns. */
const phrases: readonly HeaderPhrase[] = [
  { role: 'code', pattern: /\b(?:stt|tt)\b/u, printed: 'STT' },
  { role: 'name', pattern: /\b(?:tieu chi|noi dung|linh vuc|chi so)\b/u, printed: 'Tiêu chí' },
  {
    role: 'maxScore',
    pattern: /\bdiem (?:chuan|toi da)\b|\b(?:phan|diem) chuan\b|\btoi da\b|\bdiem(?=.* diem\b)/u,
    printed: 'Điểm chuẩn',
  },
  {
    role: 'achievedScore',
    pattern: /\bdiem (?:dat|nam)\b|(?<=\bdiem .*)\bdiem\b/u,
    printed: 'Điểm đạt được',
  },
  { role: 'targetScore', pattern: /\bmuc tieu\b/u, printed: 'Điểm mục tiêu' },
  { role: 'task', pattern: /\b(?:nhiem vu|giai phap)\b/u, printed: 'Nhiệm vụ, giải pháp' },
  { role: 'task', pattern: /\bhoat dong\b/u, printed: 'Hoạt động' },
  { role: 'requirement', pattern: /\byeu cau\b/u, printed: 'Yêu cầu' },
  {
    role: 'lead',
    pattern: /\bchu tri\b|\b(?:co quan|don vi) chu\b|\btri tham muu\b/u,
    printed: 'Cơ quan chủ trì',
  },
  { role: 'coordinating', pattern: /\bphoi (?:hop|thuc)\b|\bquan phoi\b/u, printed: 'Cơ quan phối hợp' },
  {
    role: 'implementing',
    pattern: /\b(?:don|o) vi thuc\b|\bco quan thu\p{L}{0,2}\b/u,
    printed: 'Đơn vị thực hiện',
  },
  { role: 'deadline', pattern: /\bthoi\b|\bhoan thanh\b/u, printed: 'Thời gian thực hiện' },
  { role: 'deliverable', pattern: /\b(?:san pham|ket qua)\b/u, printed: 'Sản phẩm' },
  { role: 'note', pattern: /\bghi chu\b/u, printed: 'Ghi chú' },
]

const headerWords = new Set(
  'stt tt tieu chi thanh phan diem chuan toi da dat duoc nhiem vu giai phap co quan don vi chu tri phoi hop thuc hien thoi gian han hoan san pham ghi danh gia noi dung linh vuc yeu cau muc tieu hoat dong ket qua'.split(
    ' ',
  ),
)

export interface WovenColumn {
  role: Role
  header: string
}

/** A header: its lines from `first` up to `end`, and the roles that can be told. */
export interface Header {
  first: number
  end: number
  roles: Set<HeaderPhrase>
}

/** Lines of headers, which stand at the top of every page, and the columns that they name together. */
export function findHeaders(lines: readonly WovenLine[]): { headers: Header[]; columns: WovenColumn[] } {
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

const alikeEnough = 0.4
const linesOfHeader = 6
const longestHeaderLine = 130

/** Headers beyond reading that are still alike to others, letter by letter, at the top of their page. */
function alikeHeaders(headers: readonly Header[], lines: readonly WovenLine[]): Header[] {
  const known = headers.flatMap(({ first, end }) => lines.slice(first, end).map(trigramsOf))
  const main = known.filter(({ size }) => size >= 20)
  const found: Header[] = []
  lines.forEach((line, first) => {
    const near = headers.some((header) => first < header.end && header.first < first + linesOfHeader)
    if (!line.opensPage || near) return
    const isMain = (index: number): boolean => {
      const own = trigramsOf(lines[index] as WovenLine)
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
      const own = lines[end] as WovenLine
      const grams = trigramsOf(own)
      if (!isScrap(own) && !known.some((other) => alikeness(grams, other) >= alikeEnough)) break
      end++
    }
    found.push({ first: begin, end, roles: new Set() })
  })
  return found
}

function trigramsOf({ text }: WovenLine): Set<string> {
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

const fewestRoles = 2
const rows = /^\s*(?:\d+(?:\.\d+)*|[IVX]+)\s*\|/u

function headerAt(lines: readonly WovenLine[], index: number): Header | null {
  const roles = rolesIn(lines[index]?.text ?? '')
  let end = index + 1
  if (roles.size < fewestRoles) {
    if (roles.size === 0 || (lines[index]?.text.length ?? 0) > 30) return null
    while (end < lines.length && end < index + 12 && (isHeaderLike(lines[end]) || isScrap(lines[end]))) end++
    const together = rolesIn(
      lines
        .slice(index, end)
        .map(({ text }) => text)
        .join(' '),
    )
    if (together.size < fewestRoles + 2) return null
    const header = { first: index, end, roles: together }
    return isOfTable(header, lines) ? header : null
  }
  if (rows.test(lines[index]?.text ?? '')) return null
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
  const found = rolesIn(
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
function isOfTable({ first, end, roles }: Header, lines: readonly WovenLine[]): boolean {
  const own = lines.slice(first, end)
  const bars = own.flatMap(({ tokens }) => tokens.filter(({ bar }) => bar)).length
  const columns = [...roles].filter(({ role }) => columnRoles.includes(role))
  const coded = columns.some(({ role }) => role === 'code')
  const stops = own.filter(({ text }) => /[.;]\s*$/u.test(text)).length
  return columns.length >= 2 && (coded || bars >= 2 || own[0]?.opensPage === true) && stops <= 1
}

function rolesIn(text: string): Set<HeaderPhrase> {
  const words = plain(text).replace(/[^\p{L}\d]+/gu, ' ')
  return new Set(phrases.filter(({ pattern }) => pattern.test(words)))
}

/** Mostly words of headers. */
function isHeaderLike(line: WovenLine | undefined, share = 0.5): boolean {
  if (line === undefined || rows.test(line.text)) return false
  const words = plain(line.text).match(/\p{L}{2,}/gu) ?? []
  return words.length > 0 && words.filter((word) => headerWords.has(word)).length >= share * words.length
}

/** A line above that is a part of the header or beyond reading. */
function isTorn(line: WovenLine | undefined): boolean {
  return line !== undefined && (isHeaderLike(line) || isScrap(line)) && line.text.length < 60
}

/** May be a torn piece of a header, and is no caption. */
function isShort(line: WovenLine | undefined, longest = 50): boolean {
  if (line === undefined || line.text.length >= longest) return false
  const words = plain(line.text).trim()
  const capitals = line.text.replace(/[^\p{Lu}]/gu, '').length
  return !/^phu luc\b|kem theo|ke hoach so|\d\/kh/u.test(words) && capitals < 0.5 * words.length
}

function isScrap(line: WovenLine | undefined): boolean {
  return line !== undefined && line.text.replace(/[^\p{L}\d]/gu, '').length <= 7 && !/\d\.\d/u.test(line.text)
}

function columnsOf(headers: readonly Header[], lines: readonly WovenLine[]): WovenColumn[] {
  const votes = new Map<HeaderPhrase, number>()
  for (const { roles } of headers) for (const phrase of roles) votes.set(phrase, (votes.get(phrase) ?? 0) + 1)
  const enough = Math.max(1, headers.length * 0.2)
  const found = new Set([...votes].filter(([, count]) => count >= enough).map(([phrase]) => phrase))
  const has = (role: Role): boolean => [...found].some((phrase) => phrase.role === role)
  if (has('maxScore') || has('achievedScore')) {
    for (const phrase of phrases)
      if (['code', 'name', 'maxScore', 'achievedScore'].includes(phrase.role)) found.add(phrase)
  }
  const years = yearsIn(headers, lines)
  return inPrintedOrder([...found], headers, lines).map((phrase) => ({
    role: roleOf(phrase, found),
    header: withYear(phrase, years),
  }))
}

/** Beside a column of activities the tasks are names. */
function roleOf(phrase: HeaderPhrase, found: ReadonlySet<HeaderPhrase>): Role {
  if (phrase.role !== 'task' || phrase.printed === 'Hoạt động') return phrase.role
  const named = [...found].some(({ role }) => role === 'name')
  const active = [...found].some((other) => other.role === 'task' && other !== phrase)
  return active && !named ? 'name' : 'task'
}

function withYear({ role, printed }: HeaderPhrase, years: readonly string[]): string {
  const year = role === 'achievedScore' ? years[0] : role === 'targetScore' ? years.at(-1) : undefined
  return year === undefined ? printed : `${printed} ${year}`
}

/** So many votes the usual order of two columns has. */
const usualOrder = 1.5

/** Columns stand as their words follow each other on the lines of the headers; what no line says, as usual. */
function inPrintedOrder(
  found: readonly HeaderPhrase[],
  headers: readonly Header[],
  lines: readonly WovenLine[],
): HeaderPhrase[] {
  const before = new Map<string, number>()
  const key = (a: HeaderPhrase, b: HeaderPhrase): string => `${phrases.indexOf(a)} ${phrases.indexOf(b)}`
  for (const line of headers.flatMap(({ first, end }) => lines.slice(first, end))) {
    const words = plain(line.text)
      .replace(/[^\p{L}\d]/gu, ' ')
      .replace(/ +/gu, ' ')
    const places = found.map((phrase) => ({ phrase, at: phrase.pattern.exec(words)?.index ?? -1 }))
    for (const a of places)
      for (const b of places)
        if (a.at >= 0 && b.at > a.at)
          before.set(key(a.phrase, b.phrase), (before.get(key(a.phrase, b.phrase)) ?? 0) + 1)
  }
  const votes = (a: HeaderPhrase, b: HeaderPhrase): number =>
    (before.get(key(a, b)) ?? 0) + (phrases.indexOf(a) < phrases.indexOf(b) ? usualOrder : 0)
  const leads = (a: HeaderPhrase, b: HeaderPhrase): number => Math.sign(votes(a, b) - votes(b, a))
  const wins = (a: HeaderPhrase): number =>
    found.reduce((sum, b) => sum + (a === b ? 0 : leads(a, b)), a.role === 'code' ? 1000 : 0)
  return [...found].sort((a, b) => wins(b) - wins(a))
}

function yearsIn(headers: readonly Header[], lines: readonly WovenLine[]): string[] {
  const counts = new Map<string, number>()
  for (const { first, end } of headers) {
    for (const { text } of lines.slice(first, end))
      for (const [year] of text.matchAll(/\b20\d\d\b/gu)) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return [...counts]
    .filter(([, count]) => count > most / 3)
    .map(([year]) => year)
    .sort()
}
