import type { Place } from '../../../schemas/place.js'
import type { Action, Plan, Section } from '../../../schemas/plan.js'
import { fold } from '../../language/letters.js'

/** A text of the plan and whose it is: a criterion's, or (null) the body's. */
export interface PlanText {
  text: string
  target: string | null
  at: Place | null
  /** How many criteria have it. */
  times: number
}

type TextPlan = Pick<Plan, 'outline' | 'appendices'>

/** Every text of a plan once, where it stands first. */
export function textsOf(plan: TextPlan): PlanText[] {
  const inRows = plan.appendices.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) => [
      ...(criterion.name === null
        ? []
        : [{ text: criterion.name, target: criterion.id, at: criterion.evidence[0]?.at ?? null, times: 1 }]),
      ...criterion.actions.flatMap((action) =>
        wordingOf(action).map((text) => ({
          text,
          target: criterion.id,
          at: action.evidence[0]?.at ?? null,
          times: 1,
        })),
      ),
    ]),
  )
  const texts = new Map<string, PlanText & { targets: Set<string | null> }>()
  for (const text of [...plan.outline.flatMap(sectionTexts), ...inRows]) {
    const known = texts.get(text.text)
    if (known === undefined) texts.set(text.text, { ...text, targets: new Set([text.target]) })
    else known.targets.add(text.target)
  }
  return [...texts.values()].map(({ targets, ...text }) => ({ ...text, times: targets.size }))
}

function sectionTexts(section: Section): PlanText[] {
  const own = [section.title, ...section.paragraphs].map((text) => ({
    text,
    target: null,
    at: null,
    times: 1,
  }))
  return [...own, ...section.children.flatMap(sectionTexts)]
}

/** The sentences and names of an action. */
export function wordingOf(action: Action): string[] {
  const lists = [action.lead, action.coordinating, action.implementing].flatMap((list) => list?.text ?? [])
  return [
    ...action.task,
    ...action.requirement,
    ...action.deliverable,
    ...action.note,
    ...action.other.flatMap(({ text }) => text),
    ...lists,
  ]
}

/** A word as printed, in lower case with its tone mark at the end ('hoà' is 'hòa'), and folded. */
export interface PhraseWord {
  printed: string
  marked: string
  folded: string
}

const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu

const joint = /[^\p{L}\p{M}\s]/u

/** A stretch of words of a text between two of its marks. */
export interface Phrase {
  text: PlanText
  words: PhraseWord[]
}

/** The phrases of all texts in order. */
export function phrasesOf(texts: readonly PlanText[]): Phrase[] {
  const known = new Map<string, PhraseWord>()
  return texts.flatMap((text) => phrasesIn(text.text, known).map((words) => ({ text, words })))
}

/**
 * The words between two marks of a text; whatever holds a figure parts them too. `known` keeps the words of all texts,
 * which are few.
 */
function phrasesIn(text: string, known: Map<string, PhraseWord>): PhraseWord[][] {
  const phrases: PhraseWord[][] = [[]]
  for (const piece of text.normalize('NFC').match(/\p{L}[\p{L}\p{M}]*|[^\p{L}\s]+/gu) ?? []) {
    if (joint.test(piece)) phrases.push([])
    else phrases.at(-1)?.push(wordOf(piece, known))
  }
  return phrases.filter((words) => words.length > 0)
}

function wordOf(printed: string, known: Map<string, PhraseWord>): PhraseWord {
  const same = known.get(printed)
  if (same !== undefined) return same
  const open = printed.toLowerCase().normalize('NFD')
  const marked = open.replace(tone, '') + (open.match(tone) ?? []).join('')
  const word = { printed, marked, folded: fold(printed) }
  known.set(printed, word)
  return word
}
