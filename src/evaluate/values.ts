import type { Comparison, CriterionFieldFault } from '../../schemas/evaluation/comparison.js'
import type { ExpectedAction, ExpectedCriterion } from '../../schemas/evaluation/expectation.js'
import { type Folding, foldName } from './folding.js'
import { bagOverlap, compareBags, share } from './measures.js'
import type { CriterionPair } from './pairing.js'

const separator = '\u001f'
const agencyRoles = ['lead', 'coordinating', 'implementing'] as const

/** Agencies as a multiset of (criterion, action, role, name). */
export function compareAgencies(pairs: readonly CriterionPair[], folding: Folding): Comparison['agencies'] {
  const expected = pairs.flatMap((pair) => agencyKeys(pair.expected, idOf(pair), folding))
  const got = pairs.flatMap((pair) => agencyKeys(pair.got, idOf(pair), folding))
  const difference = compareBags(expected, got)
  const faults = [
    ...difference.onlyExpected.map((key) => keyFault(key, 'expected')),
    ...difference.onlyGot.map((key) => keyFault(key, 'got')),
  ]
  return { ...bagOverlap(difference), faults: inOrderOf(pairs, faults) }
}

function agencyKeys(criterion: ExpectedCriterion | null, id: string, folding: Folding): string[] {
  return eachAction(criterion, (action, ordinal) =>
    agencyRoles.flatMap((role) =>
      (action[role]?.agencies ?? []).map((agency) =>
        [id, `action ${ordinal}, ${role}`, foldName(agency.name, folding)].join(separator),
      ),
    ),
  )
}

/** Every number: the maximum, and each achieved and target value with its year. */
export function compareScores(pairs: readonly CriterionPair[]): Comparison['scores'] {
  const faults: CriterionFieldFault[] = []
  let of = 0
  for (const pair of pairs) {
    const expected = scoreValues(pair.expected)
    const got = scoreValues(pair.got)
    for (const field of new Set([...expected.keys(), ...got.keys()])) {
      of += 1
      const [wanted = null, given = null] = [expected.get(field), got.get(field)]
      if (wanted === given) continue
      faults.push({ criterion: idOf(pair), field, expected: shown(wanted), got: shown(given) })
    }
  }
  return { ...share(of - faults.length, of), faults }
}

function scoreValues(criterion: ExpectedCriterion | null): Map<string, number> {
  const values = new Map<string, number>()
  const scores = criterion?.scores
  if (!scores) return values
  if (scores.max !== null) values.set('max', scores.max)
  for (const series of ['achieved', 'target'] as const) {
    for (const { year, value } of scores[series]) {
      const field = `${series} ${year ?? '–'}`
      values.set(values.has(field) ? `${field} #2` : field, value)
    }
  }
  return values
}

/** Deadline items as a multiset of (criterion, action, kind, start, end, period). */
export function compareDeadlines(pairs: readonly CriterionPair[]): Comparison['deadlines'] {
  const faults: CriterionFieldFault[] = []
  let [right, of] = [0, 0]
  for (const pair of pairs) {
    const expected = deadlineKeys(pair.expected, idOf(pair))
    const got = deadlineKeys(pair.got, idOf(pair))
    const difference = compareBags(expected, got)
    right += difference.matched.length
    of += Math.max(expected.length, got.length)
    faults.push(...difference.onlyExpected.map((key) => keyFault(key, 'expected')))
    faults.push(...difference.onlyGot.map((key) => keyFault(key, 'got')))
  }
  return { ...share(right, of), faults }
}

function deadlineKeys(criterion: ExpectedCriterion | null, id: string): string[] {
  return eachAction(criterion, (action, ordinal) =>
    (action.deadline?.items ?? []).map(({ kind, start, end, period }) => {
      const dates = kind === 'within' || start !== null ? ` ${start ?? ''}…${end ?? ''}` : ` ${end ?? ''}`
      const value = `${kind}${dates.trimEnd()}${period === null ? '' : ` every ${period}`}`
      return [id, `action ${ordinal}`, value].join(separator)
    }),
  )
}

function eachAction<T>(
  criterion: ExpectedCriterion | null,
  read: (action: ExpectedAction, ordinal: number) => T[],
): T[] {
  return (criterion?.actions ?? []).flatMap((action, index) => read(action, index + 1))
}

function keyFault(key: string, side: 'expected' | 'got'): CriterionFieldFault {
  const [criterion = '', field = '', value = ''] = key.split(separator)
  return { criterion, field, expected: null, got: null, [side]: value }
}

function inOrderOf(pairs: readonly CriterionPair[], faults: CriterionFieldFault[]): CriterionFieldFault[] {
  const order = new Map(pairs.map((pair, index) => [idOf(pair), index]))
  const place = (fault: CriterionFieldFault) => order.get(fault.criterion) ?? 0
  return faults.toSorted((left, right) => place(left) - place(right))
}

function idOf(pair: CriterionPair): string {
  return pair.expected?.id ?? pair.got?.id ?? ''
}

function shown(value: number | null): string | null {
  return value === null ? null : String(value)
}
