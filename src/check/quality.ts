import type { Document } from '../../schemas/document.js'
import type { Noted } from '../../schemas/message.js'
import type { Appendix, DraftPlan, Quality } from '../../schemas/plan.js'
import type { Repaired } from '../../schemas/repair.js'
import { countSyllables } from '../language/letters.js'
import { evidenceOf, misfits, weighStructure } from './confidence.js'
import { isMisrecognised } from './readable.js'

/** A plan with its issues, its evidence weighed by them, and its quality; `unplaced` as the checks counted. */
export function judgePlan(plan: DraftPlan, issues: Noted[], document: Document, unplaced: number): DraftPlan {
  const appendices = plan.appendices.map((appendix) =>
    weighStructure(appendix, issues, isMisrecognised(document)),
  )
  const texts = textsOf(document)
  const quality = {
    ...judgeReview(appendices, issues, unplaced),
    syllables: texts.reduce((sum, { text }) => sum + countSyllables(text).all, 0),
    repairedSyllables: texts.reduce((sum, { repaired }) => sum + (repaired?.repairs.length ?? 0), 0),
    unplacedCharacters: unplaced,
  }
  return { ...plan, appendices, issues, quality }
}

interface RepairedText {
  text: string
  repaired?: Repaired | undefined
}

/** Every text of a document that may have been repaired. */
function textsOf(document: Document): RepairedText[] {
  return document.pages
    .flatMap((page) => page.blocks)
    .flatMap((block): RepairedText[] => {
      if (block.kind === 'table') return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines))
      return block.kind === 'list' ? block.items : [block]
    })
}

/** Below this mean confidence, or with an error, a plan asks for a reader. */
const reviewBelow = 0.9

/** How sure a plan is, and whether it asks for a reader; `unplaced` characters found no place in it. */
export function judgeReview(
  appendices: readonly Appendix[],
  issues: readonly Noted[],
  unplaced: number,
): Pick<Quality, 'confidence' | 'needsReview'> {
  const errors = issues.some((issue) => issue.severity === 'error')
  const confidence = meanConfidence(appendices, errors)
  return {
    confidence,
    needsReview:
      errors ||
      confidence < reviewBelow ||
      unplaced > 0 ||
      appendices.some((appendix) => misfits(appendix).length > 0),
  }
}

/** Mean confidence of all evidence, three digits; with an error the plan is no surer than one half. */
function meanConfidence(appendices: readonly Appendix[], errors: boolean): number {
  const evidence = appendices.flatMap(({ criteria }) => criteria.flatMap(evidenceOf))
  const mean =
    evidence.length === 0 ? 0 : evidence.reduce((sum, entry) => sum + entry.confidence, 0) / evidence.length
  return Math.round((errors ? Math.min(mean, 0.5) : mean) * 1000) / 1000
}
