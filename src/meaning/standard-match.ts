import type { Criterion } from '../../schemas/plan.js'
import { codePaths } from './criterion-codes.js'
import type { KnownEntry, KnownFramework } from './frameworks.js'
import { contains, similarityOf, type Words } from './words.js'

/** Below this a likeness is chance. Measured on hand-labelled plans: right matches lie above, foreign ones below. */
const threshold = 0.6
/** What a number that agrees adds to the names' likeness. */
const codeShare = 0.15
/** A row that stands under another field than its own must be called by its name. */
const elsewhereThreshold = 0.8
const ambiguous = 0.02

export interface Match {
  criterion: string
  known: KnownEntry
  similarity: number
  /** The field's code where the row is printed under another field than the entry's. */
  printedUnder: string | null
}

interface Candidate {
  criterion: Criterion
  known: KnownEntry
  slot: string
  score: number
}

/** Every criterion's place in a list: fields first, then what stands under each, one row to one entry. */
export function matchCriteria(criteria: Criterion[], list: KnownFramework): Match[] {
  const paths = codePaths(criteria)
  const words = new Map(criteria.map((row) => [row.id, list.vocabulary.wordsOf(row.name ?? '')]))
  const rate = (row: Criterion, known: KnownEntry) =>
    rateEntry(words.get(row.id) ?? new Map(), paths.get(row.id) ?? null, known)
  const tops = list.entries.filter(({ parent }) => parent === null)
  const fields = assign(
    criteria.filter((row) => row.parent === null && row.kind !== 'total'),
    isDeep(list) ? tops : list.entries,
    rate,
    threshold,
  )
  const taken = new Set(fields.map(({ slot }) => slot))
  const matches = fields.map((field) => toMatch(field, null))
  for (const field of fields) {
    const rows = below(criteria, field.criterion.id).filter(
      (row) => !coversSeveral(words.get(row.id) ?? new Map(), field.known.domain, list),
    )
    const own = list.entries.filter(({ domain, parent }) => domain === field.known.domain && parent !== null)
    const inside = assign(rows, own, rate, threshold).filter(({ slot }) => !taken.has(slot))
    for (const match of inside) taken.add(match.slot)
    matches.push(...inside.map((match) => toMatch(match, null)))
  }
  return [...matches, ...elsewhere(criteria, list, fields, matches, rate, taken)]
}

function isDeep(list: KnownFramework): boolean {
  return list.entries.some(({ parent }) => parent !== null)
}

type Rate = (row: Criterion, known: KnownEntry) => { slot: string; score: number }

function rateEntry(words: Words, path: string | null, known: KnownEntry): { slot: string; score: number } {
  let best = { slot: known.entry.code, score: 0 }
  for (const name of known.names) {
    const score = similarityOf(words, name.words)
    if (score > best.score)
      best = { slot: name.part === null ? known.entry.code : `${known.entry.code}#${name.part}`, score }
  }
  if (path === null) return best
  return { ...best, score: (1 - codeShare) * best.score + (path === known.entry.code ? codeShare : 0) }
}

/** One to one, the likeliest pair first; a row between two entries gets neither. */
function assign(rows: Criterion[], entries: KnownEntry[], rate: Rate, least: number): Candidate[] {
  const pairs = rows.flatMap((criterion) => {
    const rated = entries
      .map((known) => ({ criterion, known, ...rate(criterion, known) }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score)
    const [first, second] = rated
    const torn = first !== undefined && second !== undefined && first.score - second.score < ambiguous
    return torn ? [] : rated
  })
  const rowsTaken = new Set<string>()
  const slotsTaken = new Set<string>()
  const chosen: Candidate[] = []
  for (const pair of pairs.sort((a, b) => b.score - a.score)) {
    if (rowsTaken.has(pair.criterion.id) || slotsTaken.has(pair.slot)) continue
    rowsTaken.add(pair.criterion.id)
    slotsTaken.add(pair.slot)
    chosen.push(pair)
  }
  return chosen
}

/** Rows that one field holds and another field's list names: the print (or a converter) moved them. */
function elsewhere(
  criteria: Criterion[],
  list: KnownFramework,
  fields: Candidate[],
  matches: Match[],
  rate: Rate,
  taken: Set<string>,
): Match[] {
  const done = new Set(matches.map(({ criterion }) => criterion))
  return fields.flatMap((field) => {
    const rows = below(criteria, field.criterion.id).filter((row) => !done.has(row.id))
    const foreign = list.entries.filter(({ domain, parent }) => domain !== field.known.domain && parent !== null)
    return assign(rows, foreign, (row, known) => rate({ ...row, code: null }, known), elsewhereThreshold)
      .filter(({ slot }) => !taken.has(slot))
      .map((match) => toMatch(match, field.known.domain))
  })
}

/** A row that names two or more entries of the list at once ('Chất lượng nước, chất lượng không khí') has no one place. */
function coversSeveral(words: Words, domain: string, list: KnownFramework): boolean {
  const named = list.entries.filter(
    (known) =>
      known.domain === domain &&
      known.parent !== null &&
      known.names.some(({ words: name, part }) => part === null && contains(words, name)),
  )
  const own = named.filter((known) => named.some((other) => other !== known && other.parent === known.parent))
  return own.some((known) =>
    own.every((other) => other === known || !known.names.some(({ words: name }) => within(name, other))),
  ) && own.length > 1 && !own.some((known) => known.names.some(({ words: name }) => similarityOf(words, name) > 0.9))
}

function within(name: Words, other: KnownEntry): boolean {
  return other.names.some(({ words }) => contains(words, name))
}

function below(criteria: Criterion[], id: string): Criterion[] {
  const inside = new Set([id])
  return criteria.filter((row) => {
    if (row.parent === null || !inside.has(row.parent)) return false
    inside.add(row.id)
    return true
  })
}

function toMatch({ criterion, known, score }: Candidate, printedUnder: string | null): Match {
  return { criterion: criterion.id, known, similarity: Math.round(score * 1000) / 1000, printedUnder }
}
