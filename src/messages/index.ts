import type { Language } from '../sentences.js'

export type { Language } from '../sentences.js'
export { type MessageKey, saying, sentence } from './catalogue.js'
export { comparisonTable, comparisonText, missedSaying } from './comparison.js'
export { doubtSayings } from './doubts.js'
export { type CommandName, commandNames } from './help.js'
export { issueName, issueSentence, placeText, reasonOf, told, written, writtenPlan } from './issues/index.js'
export { timeLeft } from './time-left.js'

/** Vietnamese where the machine's locale is, or where it is asked for. */
export function languageOf(asked: string | undefined, locale: string): Language | null {
  if (asked === undefined) return /^vi\b|^vi[_-]/iu.test(locale) ? 'vi' : 'en'
  return asked === 'vi' || asked === 'en' ? asked : null
}
