import { foldWords } from './letters.js'

/**
 * What the rows of a table are, where its header or title says so: administrative procedures (thủ tục hành chính, TTHC), the
 * steps of one (quy trình), persons. None is a task, though somebody does it in some time.
 */
export type TableSubject = 'procedures' | 'steps' | 'persons'

const procedures =
  /\b(?:ten|ma|ma so|so ho so|danh muc) (?:thu tuc(?: hanh chinh)?|tthc)\b|\bthu tuc hanh chinh(?: noi bo)?$/u
const steps =
  /\b(?:ten |thu tu |cac )?buoc(?: (?:thuc hien|cong viec))?$|\btrinh tu(?: thuc hien| cong viec)?\b|^thu tu cong viec|^buoc\b/u
const persons = /^ho(?: va)? ten\b|\bho va ten\b|^quoc tich|^ngay(?: thang nam)? sinh/u
const titles: [RegExp, TableSubject][] = [
  [/\bquy trinh(?: noi bo)?(?: dien tu)?(?: trong)? giai quyet\b/u, 'steps'],
  [/^(?:danh muc )?thu tuc hanh chinh\b/u, 'procedures'],
]

/** What a table lists, by its headers first; null where they say nothing of it. */
export function subjectOf(headers: readonly string[], title: string | null): TableSubject | null {
  const words = headers.map(foldWords)
  if (words.some((header) => steps.test(header))) return 'steps'
  if (words.some((header) => procedures.test(header))) return 'procedures'
  if (words.some((header) => persons.test(header))) return 'persons'
  const name = foldWords(title ?? '')
  return titles.find(([pattern]) => pattern.test(name))?.[1] ?? null
}
