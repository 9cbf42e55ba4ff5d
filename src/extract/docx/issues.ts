import type { Issue, IssueCode } from '../../../schemas/message.js'
import type { Objects } from './objects.js'
import type { Revisions } from './revisions.js'

/** What a reader of the document should know: drafts, and whatever may hold text that was not read. */
export function docxIssues(revisions: Revisions, objects: Objects, missingLetters: number): Issue[] {
  const issues: Issue[] = []
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

function warning(code: IssueCode, message: string): Issue {
  return { severity: 'warning', code, message, at: null, target: null }
}
