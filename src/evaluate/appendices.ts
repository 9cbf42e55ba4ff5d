import type { Comparison, FieldFault } from '../../schemas/evaluation/comparison.js'
import type { ExpectedAppendix } from '../../schemas/evaluation/expectation.js'
import type { Pair } from './alignment.js'
import { type Folding, foldText } from './folding.js'
import { compareBags, share } from './measures.js'

/** Label, title, kind, indices and the plan that the caption names, for every appendix of either side. */
export function compareAppendices(
  pairs: readonly Pair<ExpectedAppendix>[],
  folding: Folding,
): Comparison['appendices'] {
  const faults: FieldFault[] = []
  let of = 0
  for (const pair of pairs) {
    const id = pair.expected?.id ?? pair.got?.id ?? ''
    const wanted = captionFields(pair.expected, folding)
    const given = captionFields(pair.got, folding)
    of += wanted.size
    for (const [field, expected] of wanted) {
      const got = given.get(field) ?? null
      if (expected !== got || pair.expected === null || pair.got === null)
        faults.push({ field: `${id} ${field}`, expected, got })
    }
  }
  return { ...share(of - faults.length, of), faults }
}

function captionFields(appendix: ExpectedAppendix | null, folding: Folding): Map<string, string | null> {
  const text = (value: string | null | undefined) => (value ? foldText(value, folding) : null)
  const { number = null, date = null } = appendix?.attachedTo ?? {}
  return new Map([
    ['label', text(appendix?.label)],
    ['title', text(appendix?.title)],
    ['kind', appendix?.kind ?? null],
    ['indices', appendix?.indices.toSorted().join(', ') ?? null],
    ['attachedTo', appendix?.attachedTo ? `${number ?? '–'} of ${date ?? '–'}` : null],
  ])
}

/** Columns as pairs of header and role. */
export function compareColumns(
  pairs: readonly Pair<ExpectedAppendix>[],
  folding: Folding,
): Comparison['columns'] {
  const faults: FieldFault[] = []
  let [right, of] = [0, 0]
  for (const pair of pairs) {
    const wanted = columnKeys(pair.expected, folding)
    const given = columnKeys(pair.got, folding)
    const difference = compareBags(wanted, given)
    right += difference.matched.length
    of += Math.max(wanted.length, given.length)
    const id = pair.expected?.id ?? pair.got?.id ?? ''
    for (const value of difference.onlyExpected) faults.push({ field: id, expected: value, got: null })
    for (const value of difference.onlyGot) faults.push({ field: id, expected: null, got: value })
  }
  return { ...share(right, of), faults }
}

function columnKeys(appendix: ExpectedAppendix | null, folding: Folding): string[] {
  return (appendix?.columns ?? []).map(({ header, role }) => `${role}: ${foldText(header, folding)}`)
}
