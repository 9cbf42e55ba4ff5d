import type { Deadline, Plan } from '../../schemas/plan.js'
import { foldWords } from '../language/letters.js'
import { quarterPattern } from '../language/quarters.js'
import type { AuditCase } from './case.js'
import { placeOf } from './plan-fields.js'
import { isOnlyTime, isSurelyAgency } from './shapes.js'
import { type Suspicion, suspect } from './suspicion.js'
import { thresholds } from './thresholds.js'

/** Deadlines whose words name a time that their dates do not say, and cells that a page break glued together. */
export function rereadDeadlines({ plans }: AuditCase): Suspicion[] {
  const found: Suspicion[] = []
  for (const { plan, appendix } of plans.flatMap((plan) =>
    plan.appendices.map((appendix) => ({ plan, appendix })),
  )) {
    const years = yearsOf(plan)
    const actions = appendix.criteria.flatMap((criterion) =>
      criterion.actions.map((action, index) => ({ criterion, action, index })),
    )
    const dated = actions.filter(({ action }) => action.deadline !== null)
    const unread = dated.filter(
      ({ action }) =>
        action.deadline !== null && (isUnread(action.deadline) || isOtherYear(action.deadline, years)),
    )
    const weight =
      unread.length >= Math.max(1, thresholds.unreadDeadlines * dated.length) ? 'alarm' : 'pointer'
    for (const { criterion, action, index } of unread)
      found.push(
        suspect(
          'deadline-unread',
          weight,
          { count: unread.length, of: dated.length, examples: [action.deadline?.text ?? ''] },
          {
            appendix: appendix.id,
            criterion: criterion.id,
            action: index,
            field: 'deadline',
            at: placeOf(criterion),
          },
        ),
      )
    for (const { criterion, action, index } of actions)
      for (const { role, at } of gluedAtSeams(action.evidence))
        found.push(
          suspect(
            'cells-glued',
            'alarm',
            {},
            { appendix: appendix.id, criterion: criterion.id, action: index, field: role, at },
          ),
        )
  }
  return found
}

const namesDay = new RegExp(`ngay \\d|thang \\d|${quarterPattern}|\\d 20\\d\\d`, 'u')
const namesPart = new RegExp(`${quarterPattern}|thang \\d`, 'gu')
const namesHours = /\d+\s*\/\s*\d+\s*ngày|ngày làm việc|\bgiờ\b/u

/** The words name a day, month or quarter and the dates are none, or the whole year; or name hours and have an end. */
function isUnread({ text, items }: { text: string; items: readonly Deadline[] }): boolean {
  const words = foldWords(text)
  if (items.length === 0) return false
  const isUndated = items.every(({ start, end, period }) => start === null && end === null && period === null)
  if (namesDay.test(words) && isUndated) return true
  const parts = words.match(namesPart)?.length ?? 0
  const isWholeYear = items.every(({ start, end }) => start?.endsWith('-01-01') && end?.endsWith('-12-31'))
  if (parts === 1 && isWholeYear) return true
  return namesHours.test(text) && items.some(({ end }) => end !== null)
}

/** The years that dates of a plan may lie in where its deadlines name none. */
function yearsOf({ header }: Plan): Set<number> {
  const issued = header.issuedOn === null ? [] : [Number(header.issuedOn.slice(0, 4))]
  return new Set([...header.planYears, ...issued].flatMap((year) => [year - 1, year, year + 1]))
}

/** A second reading of dates: years that neither the words name nor the plan is made for. */
function isOtherYear(
  { text, items }: { text: string; items: readonly Deadline[] },
  years: ReadonlySet<number>,
): boolean {
  const dated = items
    .flatMap(({ start, end }) => [start, end])
    .flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]))
  const printed = (text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []).map(Number)
  if (printed.length === 0) return years.size > 0 && dated.some((year) => !years.has(year))
  const [first, last] = [Math.min(...printed), Math.max(...printed)]
  const isAll = dated.every((year) => year >= first - 1 && year <= last + 1)
  return !isAll || (dated.length > 0 && !dated.some((year) => printed.includes(year)))
}

type Evidence = AuditCase['plans'][number]['appendices'][number]['criteria'][number]['evidence'][number]

/** Cells whose parts on two pages are two whole values. */
function gluedAtSeams(evidence: readonly Evidence[]): Evidence[] {
  const byRole = new Map<string, Evidence[]>()
  for (const entry of evidence) byRole.set(entry.role, [...(byRole.get(entry.role) ?? []), entry])
  return [...byRole.values()].flatMap((entries) => {
    const [first, last] = [entries[0], entries.at(-1)]
    if (first === undefined || last === undefined || first.at.page === last.at.page) return []
    const texts = entries.map(({ raw }) => raw.trim())
    const isWhole =
      first.role === 'deadline'
        ? texts.every(isOnlyTime)
        : ['lead', 'coordinating', 'implementing'].includes(first.role) &&
          texts.every(isSurelyAgency) &&
          !/(?:[,;]|\bvà)$/u.test(texts[0] ?? '')
    return isWhole ? [last] : []
  })
}
