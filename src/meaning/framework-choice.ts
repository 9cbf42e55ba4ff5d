import type { Appendix, Plan } from '../../schemas/plan.js'
import { fold } from '../language/letters.js'
import type { Frameworks, KnownFramework } from './frameworks.js'

/** The official lists that an appendix may follow, in the order in which it names their indices. */
export function frameworksFor(plan: Plan, appendix: Appendix, { lists }: Frameworks): KnownFramework[] {
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
function dateOf(plan: Plan): string | null {
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
function isProvincial({ header }: Plan, appendix: Appendix): boolean {
  const issuer = fold(header.issuer ?? '')
  if (header.level !== 'province' || header.unit !== null) return false
  if (issuer !== '' && !/^(?:uy ban nhan dan|ubnd)/u.test(issuer)) return false
  return !lowerList.test(fold(appendix.title ?? ''))
}
