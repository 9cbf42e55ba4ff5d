import type { Plan } from '../../schemas/plan.js'
import { accentedShare, foldWords } from '../language/letters.js'
import { fieldsOf, type PlanField } from './plan-fields.js'
import type { RawLine, RawSource } from './raw-source.js'
import { wordsOf } from './words.js'

/** A source and the plans made of it, with what all signals ask of them. */
export interface AuditCase {
  plans: readonly Plan[]
  source: RawSource
  lines: readonly RawLine[]
  fields: readonly PlanField[]
  /** Words of each line and of each field. */
  lineWords: readonly string[][]
  fieldWords: readonly string[][]
  /** Words of a text as they are compared in this case. */
  words: (text: string) => string[]
  /** The source has text, and it can be compared with the plan's word for word. */
  isComparable: boolean
  isRepaired: boolean
}

/** From this share of repaired syllables on words are compared without their marks. */
const repairedShare = 0.02
/** Vietnamese has a mark on six syllables of ten; text below this share was misread, or is another language. */
const leastMarks = 0.15

/** Brings a source and its plans into the form in which they are compared. */
export function openCase(source: RawSource, plans: readonly Plan[]): AuditCase {
  const repaired = sum(plans, ({ quality }) => quality.repairedSyllables)
  const isRepaired =
    repaired >
    repairedShare *
      Math.max(
        1,
        sum(plans, ({ quality }) => quality.syllables),
      )
  const words = isRepaired ? bareWords : wordsOf
  const { lines } = source
  const fields = fieldsOf(plans)
  const text = lines.map((line) => line.text).join(' ')
  return {
    plans,
    source,
    lines,
    fields,
    words,
    isRepaired,
    lineWords: lines.map((line) => words(line.text)),
    fieldWords: fields.map((field) => words(field.text)),
    isComparable: lines.length > 0 && (isRepaired || accentedShare(text) >= leastMarks),
  }
}

function bareWords(text: string): string[] {
  return foldWords(text)
    .replace(/%/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
}

export function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
