import type { Finding } from '../../schemas/message.js'
import type { DraftPlan, Plan } from '../../schemas/plan.js'
import { judgeReview, runChecks, runJoinedChecks } from '../../src/check/index.js'
import { attachQuantities, linkFacts, matchStandards, resolveAgencies } from '../../src/meaning/index.js'
import { written } from '../../src/messages/index.js'
import { indicesIn, readDeadlines } from '../../src/normalize/index.js'
import { joinPlans } from '../../src/relate/index.js'
import { loadFrameworks, loadRegistry } from '../engines/reference.js'
import { checksFor, checkTools } from '../plan/checks.js'

/**
 * Puts a plan together from the plan of its text and those of its appendix files, and reads again what depends on the
 * header: deadlines without a year, agencies of 'the province', the index that its criteria belong to.
 */
export function joinPlan(main: Plan, parts: readonly Plan[]): Plan {
  const dated = parts.map((part) => withIndicesOf(main, withDatesOf(main, part)))
  const joined = checkJoined(joinPlans(main, dated))
  const resolved = resolveAgencies(joined, loadRegistry())
  const matched = matchStandards(resolved.value, loadFrameworks())
  const meant = attachQuantities(matched.value)
  const issues = withNew(joined.issues.map(written), [...resolved.issues, ...matched.issues])
  const plan = { ...meant, facts: linkFacts(meant), issues }
  const said = runChecks(checks, 'meaning', plan, null, checkTools)
  return { ...plan, issues: withNew(issues, said.issues) }
}

const checks = checksFor({ separate: false })

/** A plan with what can be said of it only now; its quality is that of all parts. */
function checkJoined(plan: DraftPlan): DraftPlan {
  const issues = [...plan.issues, ...runJoinedChecks(checks, plan, checkTools)]
  const review = judgeReview(plan.appendices, issues, plan.quality.unplacedCharacters)
  return { ...plan, issues, quality: { ...plan.quality, ...review } }
}

type Issues = Plan['issues']

/** What the parts were told already is not said again. */
function withNew(issues: Issues, more: Finding[]): Issues {
  const known = new Set(issues.map(keyOf))
  return [...issues, ...more.map(written).filter((issue) => !known.has(keyOf(issue)))]
}

function keyOf({ code, target, message, at }: Issues[number]): string {
  return JSON.stringify([code, target, message, at?.page, at?.line])
}

/** An appendix whose title names no index is about those of the plan's title. */
function withIndicesOf(main: Plan, part: Plan): Plan {
  const indices = indicesIn(main.header.title)
  const appendices = part.appendices.map((appendix) =>
    appendix.indices.length > 0 ? appendix : { ...appendix, indices },
  )
  return { ...part, appendices }
}

/** Deadlines are counted from the plan's years; a cell is read anew only where its one line tells what its lines told. */
function withDatesOf(main: Plan, part: Plan): Plan {
  const own = { planYears: part.header.planYears, issuedOn: part.header.issuedOn }
  const context = { planYears: main.header.planYears, issuedOn: main.header.issuedOn }
  if (JSON.stringify(own) === JSON.stringify(context)) return part
  type Deadline = Plan['appendices'][number]['criteria'][number]['actions'][number]['deadline']
  const reread = (deadline: Deadline): Deadline => {
    if (deadline === null) return null
    const same = JSON.stringify(readDeadlines(deadline.text, own)) === JSON.stringify(deadline.items)
    return same ? { ...deadline, items: readDeadlines(deadline.text, context) } : deadline
  }
  return {
    ...part,
    appendices: part.appendices.map((appendix) => ({
      ...appendix,
      criteria: appendix.criteria.map((criterion) => ({
        ...criterion,
        actions: criterion.actions.map((action) => ({ ...action, deadline: reread(action.deadline) })),
      })),
    })),
  }
}
