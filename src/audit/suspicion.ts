import type { Place } from '../../schemas/place.js'
import type { Signal } from '../../schemas/suspicion.js'
import type { Role } from '../../schemas/table.js'
import type { OtherField } from './plan-fields.js'

/** A thing that speaks against a plan, where it is to be seen, and how strong it speaks. */
export interface Suspicion {
  signal: Signal
  /** `alarm`: the document is to be looked at; `pointer`: this row is, should anybody look at rows. */
  weight: 'alarm' | 'pointer'
  appendix: string | null
  criterion: string | null
  action: number | null
  field: Role | OtherField | null
  at: Place | null
  /** How many such there are, of how many. */
  count: number
  of: number
  /** What stands there, at most a few examples. */
  examples: string[]
}

export interface SuspectedPlace {
  appendix?: string | null
  criterion?: string | null
  action?: number | null
  field?: Role | OtherField | null
  at?: Place | null
}

/** A suspicion with what is not said left null. */
export function suspect(
  signal: Signal,
  weight: Suspicion['weight'],
  { count = 1, of = 1, examples = [] }: { count?: number; of?: number; examples?: readonly string[] } = {},
  place: SuspectedPlace = {},
): Suspicion {
  return {
    signal,
    weight,
    appendix: place.appendix ?? null,
    criterion: place.criterion ?? null,
    action: place.action ?? null,
    field: place.field ?? null,
    at: place.at ?? null,
    count,
    of,
    examples: examples.slice(0, mostExamples).map(shortened),
  }
}

const mostExamples = 3
const longestExample = 80

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  return line.length <= longestExample ? line : `${line.slice(0, longestExample - 1)}…`
}
