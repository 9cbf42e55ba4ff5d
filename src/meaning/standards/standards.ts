import type { Finding } from '../../../schemas/message.js'
import type { Appendix, Criterion, DraftPlan } from '../../../schemas/plan.js'
import { fold } from '../../language/letters.js'
import { committeeLength } from '../../language/organ-words.js'
import { cellOf, ok, type Result } from '../../result.js'
import type { Frameworks, KnownFramework } from './frameworks.js'
import { type Match, matchCriteria } from './standard-match.js'

/**
 * Gives every criterion that an official index lists its place there: framework, code, name, likeness. What no list
 * names stays null. A row that stands under another dimension of PAPI than its own is an issue.
 */
export function matchStandards(plan: DraftPlan, frameworks: Frameworks): Result<DraftPlan> {
  const issues: Finding[] = []
  const appendices = plan.appendices.map((appendix) => {
    const standards = new Map<string, NonNullable<Criterion['standard']>>()
    for (const list of frameworksFor(plan, appendix, frameworks))
      for (const match of matchesIn(appendix, list)) {
        if (standards.has(match.criterion)) continue
        standards.set(match.criterion, standardOf(match, list))
        if (match.printedUnder !== null && list.framework.index === 'PAPI')
          issues.push(suspectShift(match, list, appendix))
      }
    const criteria = appendix.criteria.map((row) => ({ ...row, standard: standards.get(row.id) ?? null }))
    return { ...appendix, criteria }
  })
  return ok({ ...plan, appendices }, issues)
}

/** A list without levels of its own (the factors of SIPAS) is looked for among the rows of every parent. */
function matchesIn({ criteria }: Appendix, list: KnownFramework): Match[] {
  if (list.entries.some(({ parent }) => parent !== null)) return matchCriteria(criteria, list)
  const parents = new Set(criteria.map((row) => row.parent))
  return [...parents].flatMap((parent) => {
    const rows = criteria
      .filter((row) => row.parent === parent)
      .map((row) => ({ ...row, parent: null, code: null }))
    const found = matchCriteria(rows, list)
    // One factor's words stand in many a row; several factors side by side are the list.
    return found.length >= leastFactors ? found : []
  })
}

const leastFactors = 3

function standardOf(
  { known, similarity }: Match,
  { framework }: KnownFramework,
): NonNullable<Criterion['standard']> {
  return { framework: framework.id, code: known.entry.code, name: known.entry.name, similarity }
}

function suspectShift(match: Match, list: KnownFramework, { criteria }: Appendix): Finding {
  const row = criteria.find(({ id }) => id === match.criterion)
  const nameOf = (code: string) => list.entries.find(({ entry }) => entry.code === code)?.entry.name ?? code
  const { domain, entry } = match.known
  const under = match.printedUnder ?? ''
  return {
    severity: 'warning',
    code: 'merged-cell-shift-suspected',
    at: row?.evidence[0]?.at ?? null,
    subject: cellOf(match.criterion, 'name'),
    details: {
      what: 'other-dimension',
      name: row?.name ?? '',
      under: { code: under, name: nameOf(under) },
      own: { code: entry.code, domain, name: nameOf(domain) },
    },
  }
}

/** The official lists that an appendix may follow, in the order in which it names their indices. */
function frameworksFor(plan: DraftPlan, appendix: Appendix, { lists }: Frameworks): KnownFramework[] {
  if (!['tasks', 'scores', 'assignment'].includes(appendix.kind)) return []
  const date = dateOf(plan)
  return appendix.indices
    .filter((index) => index !== 'PAR_INDEX' || isProvincial(plan, appendix))
    .flatMap((index) =>
      lists.filter(({ framework }) => framework.index === index && inForce(framework, date)),
    )
    .map((list) => list.known())
}

/** Without a date the middle of the plan's year: a list in force then is the likelier one. */
function dateOf(plan: DraftPlan): string | null {
  const year = plan.header.planYears[0]
  return plan.header.issuedOn ?? (year === undefined ? null : `${year}-07-01`)
}

function inForce({ from, until }: KnownFramework['framework'], date: string | null): boolean {
  if (date === null) return from <= '2018-01-01'
  return from <= date && (until === null || date < until)
}

const lowerList =
  /(?:chi so|tieu chi)[^,;]*\s(?:cua |doi voi |tai )?(?:cac )?(?:ubnd )?(?:cac )?(?:cap (?:huyen|xa|so)|huyen|quan|xa|phuong|so(?:,| nganh))(?![\p{L}])/u

/**
 * Only a province's committee follows the provincial PAR INDEX; districts, communes and departments have lists of
 * their own, also where the province prints them.
 */
function isProvincial({ header }: DraftPlan, appendix: Appendix): boolean {
  const issuer = fold(header.issuer ?? '')
  if (header.level !== 'province' || header.unit !== null) return false
  if (issuer !== '' && committeeLength(issuer) === 0) return false
  return !lowerList.test(fold(appendix.title ?? ''))
}
