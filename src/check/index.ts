import type { Document } from '../../schemas/document.js'
import type { Issue } from '../../schemas/message.js'
import type { Appendix, Plan, Quality } from '../../schemas/plan.js'
import type { Repaired } from '../../schemas/repair.js'
import type { AppendixTable } from '../../schemas/table.js'
import { countSyllables } from '../language/letters.js'
import { checkScores } from './arithmetic.js'
import { checkCensus, checkCodeStyle, checkNumbering } from './census.js'
import { misfits, weighStructure } from './confidence.js'
import { checkStatedCounts, checkStatedTasks } from './counts.js'
import { balance, checkConversions } from './ledger.js'
import { checkActions, checkBlankAgencies } from './plausibility.js'
import { judgeReview } from './quality.js'
import { checkReferences } from './references.js'
import { checkShifts } from './shifts.js'
import { checkUnreadTable } from './unread-table.js'

export { checkJoined } from './joined.js'
export { checkMeaning } from './meaning.js'
export { checkBodyTables } from './unread-table.js'

/**
 * Checks a plan against its own source: nothing lost, numbering and sums sound, statements of the body kept. Returns
 * the plan with its issues and quality.
 */
export function checkPlan(plan: Omit<Plan, 'quality'>, tables: AppendixTable[], document: Document): Plan {
  const issues: Issue[] = [...plan.issues]
  let unplaced = 0
  for (const [index, appendix] of plan.appendices.entries()) {
    const table = tables[index]
    if (table === undefined) continue
    const ledger = balance(appendix, table)
    const unread = checkUnreadTable(appendix)
    unplaced += ledger.unplaced + unread.unplaced
    issues.push(
      ...ledger.issues,
      ...unread.issues,
      ...checkCensus(appendix),
      ...checkNumbering(appendix),
      ...checkScores(appendix),
      ...checkActions(appendix, plan.header),
      ...checkBlankAgencies(appendix),
      ...checkShifts(appendix),
      ...checkCodeStyle(appendix),
      ...checkConversions(appendix),
      ...misfitting(appendix),
    )
  }
  issues.push(
    ...checkStatedCounts(plan.outline, plan.appendices),
    ...checkStatedTasks(plan.outline, plan.appendices),
    ...checkReferences(plan.outline, plan.appendices),
    ...checkReadable(document),
  )
  if (plan.appendices.length === 0) issues.push(noAppendix())
  const appendices = plan.appendices.map((appendix) =>
    weighStructure(appendix, issues, isMisrecognised(document)),
  )
  const weighed = { ...plan, appendices }
  return { ...weighed, issues, quality: qualityOf(weighed, issues, document, unplaced) }
}

/** A column whose cells are not what its header says was read wrong, or printed wrong. */
function misfitting(appendix: Appendix): Issue[] {
  return misfits(appendix).map((role) => ({
    severity: 'warning',
    code: 'merged-cell-shift-suspected',
    message: `The column "${appendix.columns.find((column) => column.role === role)?.header}" was read as ${role}, but most of its cells look like something else.`,
    at: appendix.tables[0]?.at ?? null,
    target: null,
  }))
}

function noAppendix(): Issue {
  return {
    severity: 'warning',
    code: 'no-appendix',
    message:
      'No appendix and no task table was found. If the plan has one, it may stand in a file of its own.',
    at: null,
    target: null,
  }
}

function isMisrecognised(document: Document): boolean {
  return document.pages.some(({ textQuality }) => textQuality === 'misrecognised')
}

function checkReadable(document: Document): Issue[] {
  if (!isMisrecognised(document)) return []
  return [
    {
      severity: 'error',
      code: 'unreadable',
      message:
        'The text was recognised with the wrong language: the Vietnamese letters are lost and the columns of its tables are mixed. What is read here is not to be trusted; recognise the scan again in Vietnamese.',
      at: null,
      target: null,
    },
  ]
}

function qualityOf(
  plan: Omit<Plan, 'quality'>,
  issues: Issue[],
  document: Document,
  unplaced: number,
): Quality {
  return {
    ...judgeReview(plan.appendices, issues, unplaced),
    syllables: syllablesOf(document),
    repairedSyllables: countRepairs(document),
    unplacedCharacters: unplaced,
  }
}

function syllablesOf(document: Document): number {
  return textsOf(document).reduce((sum, { text }) => sum + countSyllables(text).all, 0)
}

function countRepairs(document: Document): number {
  return textsOf(document).reduce((sum, { repaired }) => sum + (repaired?.repairs.length ?? 0), 0)
}

interface RepairedText {
  text: string
  repaired?: Repaired | undefined
}

/** Every text of a document that may have been repaired. */
function textsOf(document: Document): RepairedText[] {
  return document.pages
    .flatMap((page) => page.blocks)
    .flatMap((block): RepairedText[] => {
      if (block.kind === 'table') return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines))
      return block.kind === 'list' ? block.items : [block]
    })
}
