import type { ExpectedAppendix, ExpectedCriterion } from '../../schemas/evaluation/expectation.js'
import { alignInOrder, longestRising, type Pair } from './alignment.js'
import { type Folding, foldText } from './folding.js'
import { similarity } from './measures.js'

/** A criterion of each side that are the same row of the print; `moved` where the order of rows differs. */
export interface CriterionPair extends Pair<ExpectedCriterion> {
  moved: boolean
}

const caseless: Folding = { foldCase: true }
const headLength = 200
const leastAffinity = 0.45
const leastLikeness = 0.5

/** Pairs appendices in order; where one side has more, likeness of label and title says which are the same. */
export function pairAppendices(
  expected: readonly ExpectedAppendix[],
  got: readonly ExpectedAppendix[],
): Pair<ExpectedAppendix>[] {
  return alignInOrder(expected, got, (left, right) => {
    const label = similarity(foldText(left.label ?? '', caseless), foldText(right.label ?? '', caseless))
    const title = similarity(foldText(left.title ?? '', caseless), foldText(right.title ?? '', caseless))
    return 1 + (label + title) / 2
  })
}

/**
 * Pairs the criteria of one appendix: by id first, then, between those, by likeness of code, name and first task
 * without crossing. An id that only counts uncoded rows is no proof by itself: the texts must be alike too.
 */
export function pairCriteria(expected: ExpectedAppendix, got: ExpectedAppendix): CriterionPair[] {
  const sameId = pairsById(expected, got)
  const anchors = longestRising(sameId)
  const pairs = pairBetween(expected, got, anchors)
  const moved = sameId.filter((pair) => !anchors.includes(pair))
  return moved.length === 0 ? pairs : withMoved(pairs, moved, expected.criteria, got.criteria)
}

function pairsById(expected: ExpectedAppendix, got: ExpectedAppendix): (readonly [number, number])[] {
  const places = new Map(got.criteria.map((criterion, index) => [tailOf(criterion, got), index]))
  const pairs: (readonly [number, number])[] = []
  for (const [index, criterion] of expected.criteria.entries()) {
    const tail = tailOf(criterion, expected)
    const place = places.get(tail)
    const other = place === undefined ? undefined : got.criteria[place]
    if (place === undefined || other === undefined) continue
    if (/\/~\d+(?:#\d+)?$/u.test(tail) && likeness(criterion, other) < leastLikeness) continue
    pairs.push([index, place])
  }
  return pairs
}

function pairBetween(
  expected: ExpectedAppendix,
  got: ExpectedAppendix,
  anchors: readonly (readonly [number, number])[],
): CriterionPair[] {
  const pairs: CriterionPair[] = []
  let [i, j] = [0, 0]
  const ends: (readonly [number, number])[] = [...anchors, [expected.criteria.length, got.criteria.length]]
  for (const [nextI, nextJ] of ends) {
    const gap = alignInOrder(expected.criteria.slice(i, nextI), got.criteria.slice(j, nextJ), affinity)
    pairs.push(...gap.map((pair) => ({ ...pair, moved: false })))
    const left = expected.criteria[nextI]
    const right = got.criteria[nextJ]
    if (left !== undefined && right !== undefined) pairs.push({ expected: left, got: right, moved: false })
    ;[i, j] = [nextI + 1, nextJ + 1]
  }
  return pairs
}

/** Rows that have the same id but stand elsewhere: paired still, if the alignment left both alone. */
function withMoved(
  pairs: readonly CriterionPair[],
  moved: readonly (readonly [number, number])[],
  expected: readonly ExpectedCriterion[],
  got: readonly ExpectedCriterion[],
): CriterionPair[] {
  let result = [...pairs]
  for (const [i, j] of moved) {
    const left = result.find((pair) => pair.expected === expected[i])
    const right = result.find((pair) => pair.got === got[j])
    if (left === undefined || right === undefined || left.got !== null || right.expected !== null) continue
    result = result.filter((pair) => pair !== right)
    result[result.indexOf(left)] = { expected: left.expected, got: right.got, moved: true }
  }
  return result
}

function affinity(expected: ExpectedCriterion, got: ExpectedCriterion): number {
  const sameCode = expected.code === got.code
  const code = sameCode ? (expected.code === null ? 0.2 : 0.4) : 0
  const sum = 0.6 * likeness(expected, got) + code
  return sum < leastAffinity ? 0 : sum
}

function likeness(expected: ExpectedCriterion, got: ExpectedCriterion): number {
  return similarity(headOf(expected), headOf(got))
}

const heads = new WeakMap<ExpectedCriterion, string>()

/** The text a reader would recognise the row by. */
function headOf(criterion: ExpectedCriterion): string {
  const known = heads.get(criterion)
  if (known !== undefined) return known
  const first = criterion.actions[0]?.task[0] ?? ''
  const head = foldText(criterion.name ?? first, caseless).slice(0, headLength)
  heads.set(criterion, head)
  return head
}

/** A criterion's id within its appendix. */
function tailOf(criterion: ExpectedCriterion, appendix: ExpectedAppendix): string {
  return criterion.id.startsWith(`${appendix.id}/`) ? criterion.id.slice(appendix.id.length) : criterion.id
}
