import type { Role } from '../../schemas/table.js'
import { plain } from './plain.js'
import type { WovenLine } from './unweave-lines.js'

/** What a header says in plain letters, the role it gives its column, and the words that it is printed with. */
interface HeaderPhrase {
  role: Role
  pattern: RegExp
  printed: string
}

/** In the order in which plans have their columns. */
const phrases: readonly HeaderPhrase[] = [
  { role: 'code', pattern: /\b(?:stt|tt)\b/u, printed: 'STT' },
  { role: 'name', pattern: /\b(?:tieu chi|noi dung)\b/u, printed: 'Tiêu chí' },
  { role: 'maxScore', pattern: /\bdiem (?:chuan|toi da)\b|\bphan chuan\b/u, printed: 'Điểm chuẩn' },
  { role: 'achievedScore', pattern: /\bdiem dat\b/u, printed: 'Điểm đạt được' },
  { role: 'task', pattern: /\bnhiem vu\b|\bgiai phap\b/u, printed: 'Nhiệm vụ, giải pháp' },
  { role: 'lead', pattern: /\bchu tri\b|\bco quan chu\b/u, printed: 'Cơ quan chủ trì' },
  { role: 'coordinating', pattern: /\bphoi hop\b/u, printed: 'Cơ quan phối hợp' },
  {
    role: 'implementing',
    pattern: /\b(?:don|o) vi thuc\b|\bco quan thuc\b|\bthuc hien\b/u,
    printed: 'Đơn vị thực hiện',
  },
  { role: 'deadline', pattern: /\bthoi\b|\bhoan thanh\b/u, printed: 'Thời gian thực hiện' },
  { role: 'deliverable', pattern: /\bsan pham\b/u, printed: 'Sản phẩm' },
  { role: 'note', pattern: /\bghi chu\b/u, printed: 'Ghi chú' },
]

const headerWords = new Set(
  'stt tt tieu chi thanh phan diem chuan toi da dat duoc nhiem vu giai phap co quan don vi chu tri phoi hop thuc hien thoi gian han hoan san pham ghi danh gia noi dung'.split(
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
  roles: Set<Role>
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
  return { headers, columns: columnsOf(headers, lines) }
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
    return { first: index, end, roles: together }
  }
  if (rows.test(lines[index]?.text ?? '')) return null
  if (!isHeaderLike(lines[index], roles.size > 2 ? 0.5 : 0.6)) return null
  let first = index
  while (first > 0 && index - first < 4 && lines[first]?.opensPage !== true && isTorn(lines[first - 1]))
    first--
  for (
    let top = first;
    top >= 0 && index - top <= 6 && isShort(lines[top]) && lines[top + 1]?.opensPage !== true;
    top--
  ) {
    if (lines[top]?.opensPage === true) first = Math.min(first, top)
  }
  while (end < lines.length && end - index < 6 && (isHeaderLike(lines[end]) || isScrap(lines[end]))) end++
  const found = rolesIn(
    lines
      .slice(first, end)
      .map((line) => line.text)
      .join(' '),
  )
  const opens = lines.slice(first, index + 1).some((line) => line.opensPage)
  return found.size >= (roles.size > 2 ? 3 : 4) || opens ? { first, end, roles: found } : null
}

function rolesIn(text: string): Set<Role> {
  const words = plain(text).replace(/[^\p{L}\d]+/gu, ' ')
  return new Set(phrases.filter(({ pattern }) => pattern.test(words)).map(({ role }) => role))
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
function isShort(line: WovenLine | undefined): boolean {
  return (
    line !== undefined &&
    line.text.length < 50 &&
    !/^phu luc\b|kem theo|ke hoach so/u.test(plain(line.text).trim())
  )
}

function isScrap(line: WovenLine | undefined): boolean {
  return line !== undefined && line.text.replace(/[^\p{L}\d]/gu, '').length <= 7 && !/\d\.\d/u.test(line.text)
}

function columnsOf(headers: readonly Header[], lines: readonly WovenLine[]): WovenColumn[] {
  const votes = new Map<Role, number>()
  for (const { roles } of headers) for (const role of roles) votes.set(role, (votes.get(role) ?? 0) + 1)
  const enough = Math.max(1, headers.length * 0.2)
  const found = new Set([...votes].filter(([, count]) => count >= enough).map(([role]) => role))
  if (found.has('maxScore') || found.has('achievedScore')) {
    for (const role of ['code', 'name', 'maxScore', 'achievedScore'] as const) found.add(role)
  }
  const year = yearIn(headers, lines)
  return phrases
    .filter(({ role }) => found.has(role))
    .map(({ role, printed }) => ({
      role,
      header: role === 'achievedScore' && year !== null ? `${printed} ${year}` : printed,
    }))
}

function yearIn(headers: readonly Header[], lines: readonly WovenLine[]): string | null {
  for (const { first, end } of headers) {
    for (const { text } of lines.slice(first, end)) {
      const year = /\b20\d\d\b/u.exec(text)
      if (year !== null) return year[0]
    }
  }
  return null
}
