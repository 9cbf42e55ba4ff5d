import type { Issue } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'
import { checkCitedDates } from './cited-dates.js'
import { checkFacts } from './facts.js'
import { checkAbbreviations } from './wording/abbreviations.js'
import { suspectDroppedWords } from './wording/dropped-words.js'
import { checkFigures } from './wording/figures.js'
import { phrasesOf, textsOf } from './wording/plan-texts.js'
import { suspectVariants } from './wording/variants.js'
import { checkWording } from './wording/wording.js'

/**
 * What the words and figures of a plan give away once they are understood; run behind the meaning stage.
 * `phraseScore` is the logarithm of a phrase's probability. What one place is already doubted for is not said twice.
 */
export function checkMeaning(plan: Plan, phraseScore: (words: string[]) => number): Issue[] {
  const doubted = new Set(plan.issues.filter(({ code }) => code === 'suspected-typo').map(placeOf))
  const texts = isUnreadable(plan) ? [] : textsOf(plan)
  const phrases = phrasesOf(texts)
  const wording = [
    ...checkWording(texts, plan),
    ...checkAbbreviations(texts),
    ...suspectVariants(phrases, phraseScore),
    ...suspectDroppedWords(phrases, phraseScore),
  ]
  return [
    ...checkFacts(plan),
    ...checkFigures(plan),
    ...checkCitedDates(plan),
    ...wording.filter((issue) => issue.target === null || !doubted.has(placeOf(issue))),
  ]
}

/** Of a plan that cannot be read as a whole no single wording is worth a word. */
function isUnreadable({ issues }: Plan): boolean {
  return issues.some(({ code, at }) => code === 'unreadable' && at === null)
}

function placeOf({ target }: Issue): string {
  return target ?? ''
}
