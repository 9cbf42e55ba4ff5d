import { type Check, type CheckTools, checks } from '../../src/check/index.js'
import { checkAlone } from '../../src/relate/index.js'
import { phraseScore, suspectMisprints } from '../../src/repair/index.js'
import { loadModel } from '../engines/reference.js'

/** The checks of the check room, and before them those that other rooms make of what they know. */
const all: readonly Check[] = [
  { stage: 'tables', sees: 'document', check: ({ document }) => suspectMisprints(document, loadModel()) },
  { stage: 'meaning', sees: 'plan', check: checkAlone },
  ...checks,
]

/** The checks of a plan; one that is read by itself is not asked for the document that it belongs to. */
export function checksFor({ separate }: { separate: boolean }): readonly Check[] {
  return separate ? all.filter(({ check }) => check !== checkAlone) : all
}

/** What checks learn from the language model. */
export const checkTools: CheckTools = { phraseScore: (words) => phraseScore(words, loadModel()) }
