import type { Finding, RaisedCode } from '../../../schemas/message.js'
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
    issues.push(
      warning(
        'tracked-changes',
        `The document is a draft with tracked changes; it was read as if all were accepted (${revisions.insertions} inserted, ${revisions.deletions} deleted).`,
      ),
    )
  const unread = unreadObjects(objects)
  if (unread !== '')
    issues.push(warning('text-unplaced', `The document holds ${unread} whose text, if any, was not read.`))
  if (objects.fieldNumbers > 0)
    issues.push(
      warning(
        'text-unplaced',
        `${objects.fieldNumbers} numbers are fields that Word works out without storing them (AUTONUM, LISTNUM); they are missing.`,
      ),
    )
  if (findings.missingNotes > 0)
    issues.push(
      warning('text-unplaced', `${findings.missingNotes} notes that the text refers to are not in the file.`),
    )
  if (findings.missingNumbers > 0)
    issues.push(
      warning(
        'text-unplaced',
        `${findings.missingNumbers} paragraphs are numbered by a list that the file does not define; their numbers are missing.`,
      ),
    )
  if (missingLetters > 0)
    issues.push(warning('text-unplaced', `${missingLetters} letters of the document could not be read.`))
  return issues
}

function unreadObjects(objects: Objects): string {
  const kinds: [number, string][] = [
    [objects.pictures, 'large pictures'],
    [objects.charts, 'charts or diagrams'],
    [objects.embedded, 'embedded files'],
  ]
  return kinds
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(', ')
}

function warning(code: RaisedCode, message: string): Finding {
  return { severity: 'warning', code, message, at: null, target: null }
}
