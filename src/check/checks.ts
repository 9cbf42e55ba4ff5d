import type { Block, Document } from '../../schemas/document.js'
import type { Finding, RaisedCode } from '../../schemas/message.js'
import type { Appendix, DraftPlan } from '../../schemas/plan.js'
import type { AppendixTable } from '../../schemas/table.js'
import { checkScores } from './arithmetic.js'
import { type Beside, checkBeside } from './beside.js'
import { checkCensus, checkCodeStyle, checkNumbering } from './census.js'
import { checkCitedDates } from './cited-dates.js'
import { checkFits } from './confidence.js'
import { checkStatedCounts, checkStatedTasks } from './counts.js'
import { checkFacts } from './facts.js'
import { balance, checkConversions, type Loss } from './ledger.js'
import { checkActions, checkBlankAgencies } from './plausibility.js'
import { checkHasAppendix, checkReadable } from './readable.js'
import { checkReferences } from './references.js'
import { checkShifts } from './shifts.js'
import { checkBodyTables, checkUnreadBody, checkUnreadTable } from './unread-table.js'
import { checkFigures, checkTexts } from './wording/index.js'

/** What a plan was made from, as the stages before left it. */
export interface CheckedSource {
  document: Document
  /** Blocks before the first appendix. */
  body: Block[]
  /** Other documents of the file. */
  beside: Beside[]
  /** One for each appendix of the plan. */
  tables: AppendixTable[]
}

/** What a check learns from outside of the document. */
export interface CheckTools {
  /** How usual a phrase is: the logarithm of its probability. */
  phraseScore(words: string[]): number
}

interface AnyCheck {
  /** The stage whose outcome it looks at. */
  stage: 'tables' | 'normalize' | 'meaning'
  /** What it may find anew once appendices from other files have been joined to the plan. */
  whenJoined?: readonly RaisedCode[]
}

/** One question to a plan, and what it looks at: the document, each appendix (with its table), or the plan as a whole. */
export type Check = AnyCheck &
  (
    | { sees: 'document'; check(source: CheckedSource): Finding[] }
    | { sees: 'table'; check(appendix: Appendix, table: AppendixTable): Loss }
    | { sees: 'appendix'; check(appendix: Appendix, plan: DraftPlan): Finding[] }
    | { sees: 'plan'; check(plan: DraftPlan, tools: CheckTools): Finding[] }
  )

/** Every check of a plan against its source, in the order in which issues of one appendix stand. */
export const checks: readonly Check[] = [
  { stage: 'tables', sees: 'document', check: ({ beside }) => checkBeside(beside) },
  { stage: 'tables', sees: 'document', check: ({ body }) => checkBodyTables(body) },
  { stage: 'tables', sees: 'document', check: ({ body }) => checkUnreadBody(body) },
  { stage: 'normalize', sees: 'table', check: balance },
  { stage: 'normalize', sees: 'table', check: checkUnreadTable },
  { stage: 'normalize', sees: 'appendix', check: checkCensus },
  { stage: 'normalize', sees: 'appendix', check: checkNumbering },
  { stage: 'normalize', sees: 'appendix', check: checkScores },
  {
    stage: 'normalize',
    sees: 'appendix',
    check: (appendix, { header }) => checkActions(appendix, header),
    whenJoined: ['deadline-outside-plan', 'deadline-unparsed'],
  },
  { stage: 'normalize', sees: 'appendix', check: checkBlankAgencies },
  { stage: 'normalize', sees: 'appendix', check: checkShifts },
  { stage: 'normalize', sees: 'appendix', check: checkCodeStyle },
  { stage: 'normalize', sees: 'appendix', check: checkConversions },
  { stage: 'normalize', sees: 'appendix', check: checkFits },
  { stage: 'normalize', sees: 'plan', check: checkStatedCounts, whenJoined: ['count-mismatch'] },
  { stage: 'normalize', sees: 'plan', check: checkStatedTasks, whenJoined: ['count-mismatch'] },
  { stage: 'normalize', sees: 'plan', check: checkReferences, whenJoined: ['appendix-missing'] },
  { stage: 'normalize', sees: 'document', check: ({ document }) => checkReadable(document) },
  { stage: 'normalize', sees: 'plan', check: checkHasAppendix },
  { stage: 'meaning', sees: 'plan', check: checkFacts },
  { stage: 'meaning', sees: 'plan', check: checkFigures },
  { stage: 'meaning', sees: 'plan', check: checkCitedDates },
  { stage: 'meaning', sees: 'plan', check: (plan, { phraseScore }) => checkTexts(plan, phraseScore) },
]
