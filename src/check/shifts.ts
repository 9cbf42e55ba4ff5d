import type { Finding } from '../../schemas/message.js'
import type { Action, Appendix, Criterion } from '../../schemas/plan.js'
import { foldWords, startsLower } from '../language/letters.js'
import { targetOf } from '../result.js'

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
  const message = `The task stands beside ${above.code ?? above.id}, time and lead only beside ${below.code ?? below.id}: probably merged cells that serve both rows.`
  return [shift(above, first, message)]
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
  const message = `No product is printed here; "${last}", the last one of ${above.code ?? above.id}, may be this row's: probably one merged cell for both.`
  return [shift(below, second, message)]
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
  const rows = criteria.flatMap((criterion) => criterion.actions.map((action) => ({ criterion, action })))
  const tasks = rows.filter(({ action }) => action.task.length > 0)
  const lower = tasks.filter(({ action }) => startsLower(action.task[0] ?? ''))
  if (lower.length > tasks.length * (1 - upperShare)) return []
  const usual = tasks.filter(({ action }) => action.deadline !== null).length
  return lower
    .filter(
      ({ action }) =>
        usual > tasks.length * upperShare && action.deadline === null && action.deliverable.length === 0,
    )
    .map(({ criterion, action }) =>
      shift(
        criterion,
        action,
        `The task begins in the middle of a sentence ("${action.task[0]?.slice(0, 60)}"): probably the end of another row's.`,
      ),
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
    const message = `The task speaks of "${above.name}", the name above it: it likely belongs one row higher.`
    const chained = `The task below speaks of this row's name, this one does not: it likely belongs one row higher.`
    return [shift(below, second, message), shift(above, first, chained)]
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
  return [...byTask].flatMap(([task, rows]) => {
    const own = new Set(pairsOf(task).filter(isParticular))
    const fitting = rows.filter(({ name }) => name !== null && pairsOf(name).some((pair) => own.has(pair)))
    if (fitting.length === 0 || fitting.length === rows.length) return []
    return rows
      .filter((row) => row.name !== null && !fitting.includes(row) && row.parent === fitting[0]?.parent)
      .map((row) => ({
        severity: 'info' as const,
        code: 'suspected-typo' as const,
        message: `The task is that of ${fitting[0]?.code ?? fitting[0]?.id}, word for word, and has nothing in common with this row's name: probably copied.`,
        at: row.actions[0]?.evidence[0]?.at ?? null,
        target: row.id,
      }))
  })
}

function shift(criterion: Criterion, action: Action, message: string): Finding {
  return {
    severity: 'info',
    code: 'merged-cell-shift-suspected',
    message,
    at: action.evidence[0]?.at ?? null,
    target: criterion.id,
  }
}
