import type { Role } from '../../../schemas/table.js'
import { type ColumnPhrase, columnPhrases } from '../../language/header-terms.js'
import { plain } from '../../language/plain.js'
import type { InterleavedLine } from '../lines.js'
import { usualOrder } from '../parameters.js'

export interface Column {
  role: Role
  header: string
}

/** A header: its lines from `first` up to `end`, and the roles that can be told. */
export interface Header {
  first: number
  end: number
  roles: Set<ColumnPhrase>
}

/** The columns that the headers of a table name together, in the order of the print. */
export function columnsOf(headers: readonly Header[], lines: readonly InterleavedLine[]): Column[] {
  const votes = new Map<ColumnPhrase, number>()
  for (const { roles } of headers) for (const phrase of roles) votes.set(phrase, (votes.get(phrase) ?? 0) + 1)
  const enough = Math.max(1, headers.length * 0.2)
  const found = new Set([...votes].filter(([, count]) => count >= enough).map(([phrase]) => phrase))
  const has = (role: Role): boolean => [...found].some((phrase) => phrase.role === role)
  if (has('maxScore') || has('achievedScore')) {
    for (const phrase of columnPhrases)
      if (['code', 'name', 'maxScore', 'achievedScore'].includes(phrase.role)) found.add(phrase)
  }
  const years = yearsIn(headers, lines)
  return inPrintedOrder([...found], headers, lines).map((phrase) => ({
    role: roleOf(phrase, found),
    header: withYear(phrase, years),
  }))
}

/** Beside a column of activities the tasks are names. */
function roleOf(phrase: ColumnPhrase, found: ReadonlySet<ColumnPhrase>): Role {
  if (phrase.role !== 'task' || phrase.printed === 'Hoạt động') return phrase.role
  const named = [...found].some(({ role }) => role === 'name')
  const active = [...found].some((other) => other.role === 'task' && other !== phrase)
  return active && !named ? 'name' : 'task'
}

function withYear({ role, printed }: ColumnPhrase, years: readonly string[]): string {
  const year = role === 'achievedScore' ? years[0] : role === 'targetScore' ? years.at(-1) : undefined
  return year === undefined ? printed : `${printed} ${year}`
}

/** Columns stand as their words follow each other on the lines of the headers; what no line says, as usual. */
function inPrintedOrder(
  found: readonly ColumnPhrase[],
  headers: readonly Header[],
  lines: readonly InterleavedLine[],
): ColumnPhrase[] {
  const before = new Map<string, number>()
  const key = (a: ColumnPhrase, b: ColumnPhrase): string => `${a.place} ${b.place}`
  for (const line of headers.flatMap(({ first, end }) => lines.slice(first, end))) {
    const words = plain(line.text)
      .replace(/[^\p{L}\d]/gu, ' ')
      .replace(/ +/gu, ' ')
    const places = found.map((phrase) => ({ phrase, at: phrase.words.exec(words)?.index ?? -1 }))
    for (const a of places)
      for (const b of places)
        if (a.at >= 0 && b.at > a.at)
          before.set(key(a.phrase, b.phrase), (before.get(key(a.phrase, b.phrase)) ?? 0) + 1)
  }
  const votes = (a: ColumnPhrase, b: ColumnPhrase): number =>
    (before.get(key(a, b)) ?? 0) + (a.place < b.place ? usualOrder : 0)
  const leads = (a: ColumnPhrase, b: ColumnPhrase): number => Math.sign(votes(a, b) - votes(b, a))
  const wins = (a: ColumnPhrase): number =>
    found.reduce((sum, b) => sum + (a === b ? 0 : leads(a, b)), a.role === 'code' ? 1000 : 0)
  return [...found].sort((a, b) => wins(b) - wins(a))
}

function yearsIn(headers: readonly Header[], lines: readonly InterleavedLine[]): string[] {
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
