import type { Finding, Noted } from '../../../schemas/message.js'
import type { DraftPlan } from '../../../schemas/plan.js'
import { targetOf } from '../../result.js'
import { checkAbbreviations } from './abbreviations.js'
import { suspectDroppedWords } from './dropped-words.js'
import { phrasesOf, textsOf } from './plan-texts.js'
import { suspectVariants } from './variants.js'
import { checkWording } from './wording.js'

export { checkFigures } from './figures.js'

/**
 * What the words of a plan give away. `phraseScore` is the logarithm of a phrase's probability. What one place is
 * already doubted for is not said twice.
 */
export function checkTexts(plan: DraftPlan, phraseScore: (words: string[]) => number): Finding[] {
  const doubted = new Set(plan.issues.filter(({ code }) => code === 'suspected-typo').map(placeOf))
  const texts = isUnreadable(plan) ? [] : textsOf(plan)
  const phrases = phrasesOf(texts)
  const issues = [
    ...checkWording(texts, plan),
    ...checkAbbreviations(texts),
    ...suspectVariants(phrases, phraseScore),
    ...suspectDroppedWords(phrases, phraseScore),
  ]
  return issues.filter((issue) => targetOf(issue) === null || !doubted.has(placeOf(issue)))
}

/** Of a plan that cannot be read as a whole no single wording is worth a word. */
function isUnreadable({ issues }: DraftPlan): boolean {
  return issues.some(({ code, at }) => code === 'unreadable' && at === null)
}

function placeOf(issue: Noted): string {
  return targetOf(issue) ?? ''
}
