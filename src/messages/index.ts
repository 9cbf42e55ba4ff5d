import type { Issue, IssueCode } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Language } from '../sentences.js'
import { issueTexts } from './issue-texts.js'

export type { Language } from '../sentences.js'
export { type MessageKey, saying, sentence } from './catalogue.js'
export { comparisonTable, comparisonText, missedSaying } from './comparison.js'
export { doubtSayings } from './doubts.js'
export { type CommandName, commandNames } from './help.js'
export { timeLeft } from './time-left.js'

/**
 * An issue as a sentence for a reader: where, why, what to do. The plan file keeps the English message whatever the
 * language is, so that its bytes depend on the document alone; in Vietnamese the document's own words are quoted from it.
 */
export function issueSentence(issue: Issue, language: Language): string {
  const text = issueTexts[issue.code]
  const where = placeText(issue.at, language)
  if (language === 'en') return join(where, issue.message, text.remedy.en)
  const quoted = quotations(issue.message)
  const reason = quoted.length === 0 ? text.reason.vi : `${text.reason.vi}: ${quoted.join(', ')}`
  return join(where, `${where === '' ? capitalised(reason) : reason}.`, text.remedy.vi)
}

/** 'Trang 7, dòng 12' or 'Page 7, line 12'; blank where the source has neither. */
export function placeText(at: Place | null, language: Language): string {
  const words = language === 'vi' ? { page: 'Trang', line: 'dòng' } : { page: 'Page', line: 'line' }
  const parts = [
    at?.page == null ? null : `${words.page} ${at.page}`,
    at?.line == null ? null : `${words.line} ${at.line}`,
  ].filter((part) => part !== null)
  return capitalised(parts.join(', '))
}

/** Vietnamese where the machine's locale is, or where it is asked for. */
export function languageOf(asked: string | undefined, locale: string): Language | null {
  if (asked === undefined) return /^vi\b|^vi[_-]/iu.test(locale) ? 'vi' : 'en'
  return asked === 'vi' || asked === 'en' ? asked : null
}

/** What issues of a code are called in a list: the code, or the short reason in Vietnamese. */
export function issueName(code: IssueCode, language: Language): string {
  return language === 'en' ? code : (issueTexts[code].reason.vi.split(/[,(]/u)[0] ?? code).trim()
}

/** The parts of a message that are the document's own words stand in quotation marks. */
function quotations(message: string): string[] {
  return [...message.matchAll(/"([^"]+)"|'([^']+)'/gu)].map((match) => `“${match[1] ?? match[2]}”`)
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function join(where: string, reason: string, remedy: string): string {
  return [where === '' ? reason : `${where}: ${reason}`, remedy].filter((part) => part !== '').join(' ')
}
