import type { Issue, IssueCode, Noted } from '../../../schemas/message.js'
import type { Place } from '../../../schemas/place.js'
import type { DraftPlan, Plan } from '../../../schemas/plan.js'
import type { Result } from '../../result.js'
import type { Language } from '../../sentences.js'
import { type Fact, sentenceOf } from './catalogue.js'
import { english, englishRemedies } from './en.js'
import { vietnamese, vietnameseNames, vietnameseRemedies } from './vi.js'

const remedies = { en: englishRemedies, vi: vietnameseRemedies }

/** A finding with its English sentence, as plan files keep it whatever the language of the run is. */
export function written(finding: Noted): Issue {
  if (finding.details === null) return finding as Issue
  const { severity, code, at, subject, details } = finding
  const message = sentenceOf({ code, details } as Fact, english)
  return { severity, code, message, at, target: subject?.criterion ?? null, subject, details } as Issue
}

/** A plan with the sentences of its issues. */
export function writtenPlan(plan: DraftPlan): Plan {
  return { ...plan, issues: plan.issues.map(written) }
}

/** A result whose issues are written. */
export function told<T>({ value, issues }: Result<T, Noted>): Result<T, Issue> {
  return { value, issues: issues.map(written) }
}

/** An issue as a sentence for a reader: where, why, what to do. */
export function issueSentence(issue: Issue, language: Language): string {
  return join(placeText(issue.at, language), reasonOf(issue, language), remedies[language][issue.code])
}

/** Why an issue was raised; of plans that have no details the Vietnamese reader is told only what kind it is. */
export function reasonOf(issue: Issue, language: Language): string {
  if (language === 'en') return issue.message
  const { code, details } = issue
  return details === null
    ? `${capitalised(vietnameseNames[code])}.`
    : sentenceOf({ code, details } as Fact, vietnamese)
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

/** What issues of a code are called in a list: the code, or its name in Vietnamese. */
export function issueName(code: IssueCode, language: Language): string {
  return language === 'en' ? code : vietnameseNames[code]
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function join(where: string, reason: string, remedy: string): string {
  return [where === '' ? reason : `${where}: ${reason}`, remedy].filter((part) => part !== '').join(' ')
}
