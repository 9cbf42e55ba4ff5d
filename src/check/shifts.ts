import type { Details, RowName } from '../../schemas/details.js'
import type { Finding } from '../../schemas/message.js'
import type { Appendix, Criterion } from '../../schemas/plan.js'
import type { Role } from '../../schemas/table.js'
import { foldWords, startsLower } from '../language/letters.js'
import { cellOf, targetOf } from '../result.js'

/** Cells that seem to stand beside the wrong row: what one sibling lacks the next one has, or names. */
export function checkShifts(appendix: Appendix): Finding[] {
  const leaves = appendix.criteria.filter(({ kind, actions }) => kind === 'item' && actions.length > 0)
  const pairs = leaves.slice(1).flatMap((below, index) => {
    const above = leaves[index]
    return above !== undefined && above.parent === below.parent ? [{ above, below }] : []
  })
  return onceEach([
    ...pairs.flatMap(({ above, below }) => [...complements(above, below), ...namedAbove(above, below)]),
    ...beheaded(appendix),
    ...oneHigher(pairs),
    ...copied(leaves),
  ])
}

/** One issue of a code for a criterion. */
function onceEach(issues: Finding[]): Finding[] {
  const first = new Map(issues.toReversed().map((issue) => [`${issue.code} ${targetOf(issue)}`, issue]))
  return issues.filter((issue) => first.get(`${issue.code} ${targetOf(issue)}`) === issue)
}

/** The task stands beside one number, its time and lead beside the next: probably merged cells that serve both. */
function complements(above: Criterion, below: Criterion): Finding[] {
  const [first, second] = [above.actions[0], below.actions[0]]
  if (first === undefined || second === undefined) return []
  const hasTask = first.task.length > 0 && first.lead === null && first.deadline === null
  const hasRest = second.task.length === 0 && second.lead !== null && second.deadline !== null
  if (!hasTask || !hasRest) return []
  return [shift(above, 0, 'task', { what: 'serves-both', above: nameOf(above), below: nameOf(below) })]
}

/** A row without a product below one whose last product is what this row's name speaks of. */
function namedAbove(above: Criterion, below: Criterion): Finding[] {
  const [first, second] = [above.actions.at(-1), below.actions[0]]
  if (first === undefined || second === undefined || second.deliverable.length > 0) return []
  const products = first.deliverable.flatMap((text) => text.split(/[;.]\s+/u))
  const last = products.at(-1)
  if (products.length < 2 || last === undefined || below.name === null || above.name === null) return []
  const own = sharedPairs(last, below.name)
  if (own < 1 || own < sharedPairs(last, above.name)) return []
  const sharesRest = second.deadline?.text === first.deadline?.text && second.lead?.text === first.lead?.text
  if (!sharesRest) return []
  const details = { what: 'product-above', product: last, above: nameOf(above) } as const
  return [shift(below, 0, 'deliverable', details)]
}

/** How many pairs of neighbouring words two texts have in common. */
function sharedPairs(a: string, b: string): number {
  const pairs = new Set(pairsOf(a))
  return pairsOf(b).filter((pair) => pairs.has(pair)).length
}

function pairsOf(text: string): string[] {
  const words = foldWords(text).split(' ')
  return words.slice(1).map((word, index) => `${words[index]} ${word}`)
}

const upperShare = 0.9

/** A task that begins in the middle of a sentence, without time and product: the end of another row's. */
function beheaded({ criteria }: Appendix): Finding[] {
  const rows = criteria.flatMap((criterion) =>
    criterion.actions.map((action, index) => ({ criterion, action, index })),
  )
  const tasks = rows.filter(({ action }) => action.task.length > 0)
  const lower = tasks.filter(({ action }) => startsLower(action.task[0] ?? ''))
  if (lower.length > tasks.length * (1 - upperShare)) return []
  const usual = tasks.filter(({ action }) => action.deadline !== null).length
  return lower
    .filter(
      ({ action }) =>
        usual > tasks.length * upperShare && action.deadline === null && action.deliverable.length === 0,
    )
    .map(({ criterion, action, index }) =>
      shift(criterion, index, 'task', { what: 'mid-sentence', text: action.task[0]?.slice(0, 60) ?? '' }),
    )
}

/** A task that speaks of the name above and not of its own; what stands above then belongs still one higher. */
function oneHigher(pairs: { above: Criterion; below: Criterion }[]): Finding[] {
  const known = countPairs(new Set(pairs.flatMap(({ above, below }) => [above.name ?? '', below.name ?? ''])))
  const shared = (task: string, name: string | null): number => {
    if (name === null || task === '') return 0
    const own = new Set(pairsOf(task))
    return pairsOf(name).filter((pair) => own.has(pair) && known.get(pair) === 1).length
  }
  return pairs.flatMap(({ above, below }) => {
    const [first, second] = [above.actions[0], below.actions[0]]
    if (first === undefined || second === undefined || second.mergedFrom.includes('task')) return []
    const [upper, lower] = [first.task.join(' '), second.task.join(' ')]
    if (shared(lower, above.name) < 1 || shared(lower, below.name) > 0 || shared(upper, above.name) > 0)
      return []
    if (upper === '' || upper === lower) return []
    return [
      shift(below, 0, 'task', { what: 'speaks-of-above', name: above.name ?? '' }),
      shift(above, 0, 'task', { what: 'spoken-of-below' }),
    ]
  })
}

/** In how many names each pair of neighbouring words stands. */
function countPairs(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names)
    for (const pair of new Set(pairsOf(name))) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

const leastWords = 5

const generic = 3

/** The same task under several names, of which one has nothing particular in common with it and another has. */
function copied(leaves: Criterion[]): Finding[] {
  const known = countPairs(leaves.flatMap(({ name }) => name ?? []))
  const isParticular = (pair: string): boolean => (known.get(pair) ?? 0) < generic
  const byTask = new Map<string, Criterion[]>()
  for (const row of leaves) {
    const [action] = row.actions
    if (row.actions.length !== 1 || action === undefined || action.mergedFrom.includes('task')) continue
    const key = foldWords(action.task.join(' '))
    if (key.split(' ').length >= leastWords) byTask.set(key, [...(byTask.get(key) ?? []), row])
  }
  return [...byTask].flatMap(([task, rows]): Finding[] => {
    const own = new Set(pairsOf(task).filter(isParticular))
    const fitting = rows.filter(({ name }) => name !== null && pairsOf(name).some((pair) => own.has(pair)))
    const [first] = fitting
    if (first === undefined || fitting.length === rows.length) return []
    return rows
      .filter((row) => row.name !== null && !fitting.includes(row) && row.parent === first.parent)
      .map((row) => ({
        severity: 'info',
        code: 'suspected-typo',
        at: row.actions[0]?.evidence[0]?.at ?? null,
        subject: cellOf(row.id, 'task', 0),
        details: { what: 'copied', row: nameOf(first) },
      }))
  })
}

function nameOf({ id, code }: Criterion): RowName {
  return { criterion: id, code }
}

function shift(
  { id, actions }: Criterion,
  action: number,
  field: Role,
  details: Details['merged-cell-shift-suspected'],
): Finding {
  return {
    severity: 'info',
    code: 'merged-cell-shift-suspected',
    at: actions[action]?.evidence[0]?.at ?? null,
    subject: cellOf(id, field, action),
    details,
  }
}
