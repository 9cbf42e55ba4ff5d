import type { Comparison } from '../../../schemas/evaluation/comparison.js'
import type { Plan } from '../../../schemas/plan.js'
import { comparePlan } from '../../../src/evaluate/index.js'
import { expectationOf, expectedForVariant, withoutAddedColumns } from './expectation.js'
import type { Transformation, Variant, VariantMaker } from './variant.js'

/** What became of one variant; `comparison` is null where the import failed. */
export interface VariantResult {
  variant: Variant
  comparison: Comparison | null
  error: string | null
  criteriaKept: boolean
  cellsKept: boolean
  /** Scores, agencies and deadlines are as they were, too. */
  valuesKept: boolean
}

/** Imports variants 0 … count − 1 of a source and compares each with the plan of the source itself. */
export async function* runVariants(
  maker: VariantMaker,
  plan: Plan,
  importBytes: (bytes: Uint8Array) => Promise<Plan>,
  count: number,
): AsyncGenerator<VariantResult> {
  const expected = expectationOf(plan)
  for (let seed = 0; seed < count; seed++) {
    const variant = maker.make(seed)
    try {
      const got = withoutAddedColumns(await importBytes(variant.bytes), variant)
      yield judged(variant, comparePlan(got, expectedForVariant(expected, variant)))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const lost = { criteriaKept: false, cellsKept: false, valuesKept: false }
      yield { variant, comparison: null, error: message, ...lost }
    }
  }
}

function judged(variant: Variant, comparison: Comparison): VariantResult {
  const { criteria, cells, scores, agencies, deadlines } = comparison
  return {
    ...{ variant, comparison, error: null },
    criteriaKept: criteria.faults.length === 0,
    cellsKept: cells.inexact.length === 0,
    valuesKept: [scores, agencies, deadlines].every((part) => part.faults.length === 0),
  }
}

/** How many variants with a transformation kept what they should. */
export interface Tally {
  variants: number
  criteria: number
  cells: number
  values: number
  /** Of the variants with nothing but this transformation: how many there are, and how many kept criteria and cells. */
  alone: number
  keptAlone: number
}

/** Tallies by transformation, alone and among others, and of all variants. */
export function tally(results: readonly VariantResult[]): Map<Transformation | 'all', Tally> {
  const tallies = new Map<Transformation | 'all', Tally>()
  for (const result of results) {
    for (const one of [...result.variant.transformations, 'all' as const]) {
      tallies.set(one, withResult(tallies.get(one) ?? nothing, result))
    }
  }
  return tallies
}

const nothing: Tally = { variants: 0, criteria: 0, cells: 0, values: 0, alone: 0, keptAlone: 0 }

function withResult(sum: Tally, result: VariantResult): Tally {
  const alone = result.variant.transformations.length === 1
  return {
    variants: sum.variants + 1,
    criteria: sum.criteria + Number(result.criteriaKept),
    cells: sum.cells + Number(result.cellsKept),
    values: sum.values + Number(result.valuesKept),
    alone: sum.alone + Number(alone),
    keptAlone: sum.keptAlone + Number(alone && result.criteriaKept && result.cellsKept),
  }
}

/** The tallies as a table for a terminal. */
export function formatTally(tallies: ReadonlyMap<string, Tally>): string {
  const line = (name: string, cells: readonly (string | number)[]) =>
    `  ${name.padEnd(20)}${cells.map((cell) => String(cell).padStart(12)).join('')}`
  const names = [...tallies.keys()].sort((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1))
  const rows = names.map((name) => {
    const { variants, criteria, cells, values, alone, keptAlone } = tallies.get(name) ?? nothing
    return line(name, [variants, criteria, cells, values, `${keptAlone} of ${alone}`])
  })
  return [line('kept unchanged', ['variants', 'criteria', 'cells', 'values', 'alone']), ...rows].join('\n')
}

function rank(name: string): number {
  return name === 'all' ? 1 : 0
}

/** One line about a variant that changed what it should not. */
export function formatFailure({ variant, comparison, error }: VariantResult): string {
  if (comparison === null) return `${variant.name}: not imported: ${error ?? ''}`
  const { criteria, cells } = comparison
  const [fault] = criteria.faults
  const [cell] = cells.inexact
  const first = fault === undefined ? '' : `; ${fault.kind} ${fault.id} '${fault.text.slice(0, 50)}'`
  const inexact =
    cell === undefined
      ? ''
      : `; ${cell.criterion} ${cell.role}: '${cell.expected.slice(-40)}' became '${cell.got.slice(-40)}'`
  return `${variant.name}: ${criteria.faults.length} criteria, ${cells.inexact.length} cells${first}${inexact}`
}
