import type { Criterion } from '../../../schemas/plan.js'
import { fold } from '../../language/letters.js'
import { codePaths } from './criterion-codes.js'
import type { KnownEntry, KnownFramework } from './frameworks.js'
import { contains, noWords, similarityOf, type Words } from './words.js'

/** Below this a likeness is chance. Measured on hand-labelled plans: right matches lie above, foreign ones below. */
const threshold = 0.6
/** What a number that agrees adds to the names' likeness. */
const codeShare = 0.15
/** Under a field that is known by its number alone, a row must be more like its entry. */
const renamedThreshold = 0.7
/** A row that stands under another field than its own must be called by its name. */
const elsewhereThreshold = 0.8
const ambiguous = 0.02
/** Above this a row's name is the entry's own. */
const sameName = 0.9

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
  const words = new Map(criteria.map((row) => [row.id, list.vocabulary.wordsOf(fullName(row, criteria))]))
  const wordsOf = (row: Criterion): Words => words.get(row.id) ?? noWords
  const isNumbered = [...paths.values()].some((path) => path?.includes('.'))
  const rateName: Rate = (row, known) => rateNames(wordsOf(row), known)
  const rate: Rate = (row, known) => {
    const path = paths.get(row.id) ?? null
    // In a numbered list a row without a number is rather a piece of the row above it.
    return path === null && !isNumbered ? rateName(row, known) : withCode(rateName(row, known), path, known)
  }
  const top = criteria.filter((row) => row.parent === null && row.kind !== 'total')
  const fields = assign(
    top,
    list.entries.filter(({ parent }) => parent === null),
    rate,
    threshold,
  )
  const scopes = [...fields, ...renamedFields(top, fields, list, paths)]
  const inside = scopes.flatMap(({ criterion, known: { domain }, score }) => {
    const rows = below(criteria, criterion.id).filter((row) => !coversSeveral(wordsOf(row), domain, list))
    const own = list.entries.filter((known) => known.domain === domain && known.parent !== null)
    return assign(rows, own, rate, score > 0 ? threshold : renamedThreshold)
  })
  const placed = [...fields, ...inside]
  return [
    ...placed.map((candidate) => toMatch(candidate, null)),
    ...elsewhere(criteria, list, fields, placed, rateName),
  ]
}

/** 'Trong chính quyền địa phương' goes on with the name of the row above it. */
function fullName(row: Criterion, criteria: Criterion[]): string {
  const name = row.name ?? ''
  if (!/^(?:trong|doi voi)\s/u.test(fold(name))) return name
  return `${criteria.find(({ id }) => id === row.parent)?.name ?? ''} ${name}`
}

/**
 * Fields that no name of the list fits but whose number no other field has: another year called them otherwise. They
 * get no standard themselves (score 0); what stands under them is looked for there.
 */
function renamedFields(
  top: Criterion[],
  fields: Candidate[],
  list: KnownFramework,
  paths: Map<string, string | null>,
): Candidate[] {
  const matched = new Set(fields.map(({ criterion }) => criterion.id))
  const claimed = new Set(fields.map(({ known }) => known.entry.code))
  return top.flatMap((criterion) => {
    const code = paths.get(criterion.id)
    const known = list.entries.find(({ entry }) => entry.code === code && !claimed.has(entry.code))
    if (matched.has(criterion.id) || known === undefined) return []
    return [{ criterion, known, slot: known.entry.code, score: 0 }]
  })
}

type Rate = (row: Criterion, known: KnownEntry) => { slot: string; score: number }

function rateNames(words: Words, known: KnownEntry): { slot: string; score: number } {
  let best = { slot: known.entry.code, score: 0 }
  for (const name of known.names) {
    const score = similarityOf(words, name.words)
    if (score > best.score)
      best = { slot: name.part === null ? known.entry.code : `${known.entry.code}#${name.part}`, score }
  }
  return best
}

function withCode(
  rated: { slot: string; score: number },
  path: string | null,
  known: KnownEntry,
): { slot: string; score: number } {
  const agrees = path === known.entry.code
  return { ...rated, score: (1 - codeShare) * rated.score + (agrees ? codeShare : 0) }
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
  placed: Candidate[],
  rate: Rate,
): Match[] {
  const done = new Set(placed.map(({ criterion }) => criterion.id))
  const taken = new Set(placed.map(({ slot }) => slot))
  return fields.flatMap((field) => {
    const rows = below(criteria, field.criterion.id).filter((row) => !done.has(row.id))
    const foreign = list.entries.filter(
      ({ domain, parent }) => domain !== field.known.domain && parent !== null,
    )
    const moved = assign(rows, foreign, rate, elsewhereThreshold).filter(({ slot }) => !taken.has(slot))
    for (const { slot } of moved) taken.add(slot)
    return moved.map((match) => toMatch(match, field.known.domain))
  })
}

/** A row that names two or more entries of the list at once ('Chất lượng nước, chất lượng không khí') has no one place. */
function coversSeveral(words: Words, domain: string, list: KnownFramework): boolean {
  const named = list.entries.filter(
    (known) => known.domain === domain && known.parent !== null && namesWithin(words, known).length > 0,
  )
  const isOne = named.some((known) => known.names.some((name) => similarityOf(words, name.words) > sameName))
  return (
    !isOne && named.some((a) => named.some((b) => a.parent === b.parent && !nested(a, b) && !nested(b, a)))
  )
}

/** The names of a whole entry that stand in a row's name. */
function namesWithin(words: Words, known: KnownEntry): Words[] {
  return known.names
    .filter((name) => name.part === null && contains(words, name.words))
    .map((name) => name.words)
}

/** 'Tiếp cận thông tin' stands in many a longer name, which then is the one meant. */
function nested(inner: KnownEntry, outer: KnownEntry): boolean {
  return inner.names.some((name) => outer.names.some((other) => contains(other.words, name.words)))
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
  const similarity = Math.min(1, Math.round(score * 1000) / 1000)
  return { criterion: criterion.id, known, similarity, printedUnder }
}
