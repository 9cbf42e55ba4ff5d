import type { Document } from '../../schemas/document.js'
import type { Issue } from '../../schemas/message.js'
import type { Plan, Quality } from '../../schemas/plan.js'
import type { AppendixTable } from '../../schemas/table.js'
import { syllables } from '../language/letters.js'
import { checkScores } from './arithmetic.js'
import { checkBlankAgencies } from './blank-cells.js'
import { checkCensus, checkNumbering } from './census.js'
import { checkCodeStyle } from './code-style.js'
import { checkConversions } from './conversions.js'
import { checkStatedCounts, checkStatedTasks } from './counts.js'
import { balance } from './ledger.js'
import { checkActions } from './plausibility.js'
import { checkReferences } from './references.js'
import { checkShifts } from './shifts.js'
import { checkUnreadTable } from './unread-table.js'

export { checkMeaning } from './language.js'

/** Below this mean confidence, or with an error, a plan asks for a reader. */
const reviewBelow = 0.9

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
    )
  }
  issues.push(
    ...checkStatedCounts(plan.outline, plan.appendices),
    ...checkStatedTasks(plan.outline, plan.appendices),
    ...checkReferences(plan.outline, plan.appendices),
    ...checkReadable(document),
  )
  if (plan.appendices.length === 0) issues.push(noAppendix())
  return { ...plan, issues, quality: qualityOf(plan, issues, document, unplaced) }
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

function checkReadable(document: Document): Issue[] {
  if (document.route !== 'ocr-text') return []
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
  const evidence = plan.appendices.flatMap((appendix) =>
    appendix.criteria.flatMap((criterion) => [
      ...criterion.evidence,
      ...criterion.actions.flatMap((action) => action.evidence),
    ]),
  )
  const mean =
    evidence.length === 0 ? 0 : evidence.reduce((sum, entry) => sum + entry.confidence, 0) / evidence.length
  const errors = issues.some((issue) => issue.severity === 'error')
  const confidence = Math.round((errors ? Math.min(mean, 0.5) : mean) * 1000) / 1000
  return {
    confidence,
    needsReview: errors || confidence < reviewBelow || unplaced > 0,
    syllables: countSyllables(document),
    repairedSyllables: countRepairs(document),
    unplacedCharacters: unplaced,
  }
}

function countSyllables(document: Document): number {
  let count = 0
  for (const page of document.pages)
    for (const block of page.blocks) {
      if (block.kind === 'table')
        for (const row of block.rows)
          for (const cell of row.cells) for (const line of cell.lines) count += syllables(line.text).length
      else if (block.kind === 'list') for (const item of block.items) count += syllables(item.text).length
      else count += syllables(block.text).length
    }
  return count
}

function countRepairs(document: Document): number {
  let count = 0
  for (const page of document.pages)
    for (const block of page.blocks) {
      if (block.kind === 'table')
        for (const row of block.rows)
          for (const cell of row.cells)
            for (const line of cell.lines) count += line.repaired?.repairs.length ?? 0
      else if (block.kind === 'list')
        for (const item of block.items) count += item.repaired?.repairs.length ?? 0
      else if (block.kind !== 'figure') count += block.repaired?.repairs.length ?? 0
    }
  return count
}
