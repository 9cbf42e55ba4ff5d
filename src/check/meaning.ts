import type { Issue } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'
import { checkAbbreviations } from './abbreviations.js'
import { checkCitedDates } from './cited-dates.js'
import { checkFacts } from './facts.js'
import { checkFigures } from './figures.js'
import { suspectVariants } from './variants.js'
import { checkWording } from './wording.js'

/**
 * What the words and figures of a plan give away once they are understood; run behind the meaning stage.
 * `phraseScore` is the logarithm of a phrase's probability. What one place is already doubted for is not said twice.
 */
export function checkMeaning(plan: Plan, phraseScore: (words: string[]) => number): Issue[] {
  const doubted = new Set(plan.issues.filter(({ code }) => code === 'suspected-typo').map(placeOf))
  const isReadable = plan.source.route !== 'ocr-text'
  const wording = isReadable
    ? [...checkWording(plan), ...checkAbbreviations(plan), ...suspectVariants(plan, phraseScore)]
    : []
  return [
    ...checkFacts(plan),
    ...checkFigures(plan),
    ...checkCitedDates(plan),
    ...wording.filter((issue) => issue.target === null || !doubted.has(placeOf(issue))),
  ]
}

function placeOf({ target }: Issue): string {
  return target ?? ''
}
