import type { Deadline } from '../../schemas/plan.js'
import type { Range, Span } from './deadline-calendar.js'

export type Period = NonNullable<Deadline['period']>

/** What one deadline says, before the years that it leaves out are known. */
export type Phrase =
  | { kind: 'within'; range: Range }
  /** `isBefore`: what is named comes too late ('trước tháng 6'); `isFromNow`: from the plan's date on. */
  | { kind: 'by'; to: Span; isBefore: boolean; isFromNow: boolean }
  /** `isAfter`: what is named is over ('sau tháng 6'). */
  | { kind: 'from'; from: Span | null; isAfter: boolean }
  | { kind: 'continuous'; range: Range | null }
  | { kind: 'periodic'; period: Period | null; range: Range | null }
  | { kind: 'conditional' }
  | { kind: 'unknown' }

/** A phrase and the tokens that it was read from: `at` the first, `next` the one behind the last. */
export interface PlacedPhrase {
  phrase: Phrase
  at: number
  next: number
}

/** The stretches of time that a phrase names, in printed order. */
export function spansOf(phrase: Phrase): Span[] {
  switch (phrase.kind) {
    case 'within':
      return phrase.range.isSimple ? [phrase.range.from] : [phrase.range.from, phrase.range.to]
    case 'by':
      return [phrase.to]
    case 'from':
      return phrase.from === null ? [] : [phrase.from]
    default:
      return []
  }
}
