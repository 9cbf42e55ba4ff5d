import type { Details } from '../../../schemas/details.js'
import type { Finding } from '../../../schemas/message.js'
import type { Objects } from './objects.js'
import type { Revisions } from './revisions.js'

/** What was found in a document besides text that can be read. */
export interface Findings {
  revisions: Revisions
  objects: Objects
  /** Notes that the text refers to and the file does not hold. */
  missingNotes: number
  /** Paragraphs that the file numbers without saying how. */
  missingNumbers: number
}

/** What a reader of the document should know: drafts, and whatever may hold text that was not read. */
export function docxIssues(findings: Findings, missingLetters: number): Finding[] {
  const { revisions, objects } = findings
  const issues: Finding[] = []
  if (revisions.insertions + revisions.deletions > 0)
    issues.push({ severity: 'warning', code: 'tracked-changes', at: null, subject: null, details: revisions })
  const { pictures, charts, embedded, fieldNumbers } = objects
  if (pictures + charts + embedded > 0) issues.push(unplaced({ what: 'objects', pictures, charts, embedded }))
  if (fieldNumbers > 0) issues.push(unplaced({ what: 'field-numbers', count: fieldNumbers }))
  if (findings.missingNotes > 0)
    issues.push(unplaced({ what: 'missing-notes', count: findings.missingNotes }))
  if (findings.missingNumbers > 0)
    issues.push(unplaced({ what: 'undefined-lists', count: findings.missingNumbers }))
  if (missingLetters > 0) issues.push(unplaced({ what: 'unread-letters', count: missingLetters }))
  return issues
}

function unplaced(details: Details['text-unplaced']): Finding {
  return { severity: 'warning', code: 'text-unplaced', at: null, subject: null, details }
}
