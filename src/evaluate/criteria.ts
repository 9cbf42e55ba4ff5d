import type { CriteriaResult, CriterionFault, FieldFault } from '../../schemas/evaluation/comparison.js'
import type { ExpectedCriterion } from '../../schemas/evaluation/expectation.js'
import { overlap } from './measures.js'
import type { CriterionPair } from './pairing.js'

const judged = ['id', 'kind', 'level', 'parent', 'code'] as const

/** A pair is right when id, kind, level, parent and code agree and the row stands in its place. */
export function compareCriteria(pairs: readonly CriterionPair[]): CriteriaResult {
  const faults = pairs.map(faultOf).filter((fault) => fault !== null)
  const expected = pairs.filter((pair) => pair.expected !== null).length
  const got = pairs.filter((pair) => pair.got !== null).length
  const found = pairs.filter((pair) => pair.expected !== null && pair.got !== null).length
  return { ...overlap(pairs.length - faults.length, expected, got), found, faults }
}

function faultOf(pair: CriterionPair): CriterionFault | null {
  const { expected, got } = pair
  if (expected === null && got === null) return null
  if (expected === null) return got && { kind: 'extra', id: got.id, text: textOf(got), fields: [] }
  if (got === null) return { kind: 'missing', id: expected.id, text: textOf(expected), fields: [] }
  const fields: FieldFault[] = judged
    .filter((field) => expected[field] !== got[field])
    .map((field) => ({ field, expected: shown(expected[field]), got: shown(got[field]) }))
  if (pair.moved) fields.push({ field: 'order', expected: null, got: null })
  return fields.length === 0 ? null : { kind: 'wrong', id: expected.id, text: textOf(expected), fields }
}

function shown(value: string | number | null): string | null {
  return value === null ? null : String(value)
}

function textOf(criterion: ExpectedCriterion): string {
  return criterion.name ?? criterion.actions[0]?.task[0] ?? ''
}
