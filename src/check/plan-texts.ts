import type { Place } from '../../schemas/place.js'
import type { Action, Plan, Section } from '../../schemas/plan.js'
import { fold } from '../language/letters.js'

/** A text of the plan and whose it is: a criterion's, or (null) the body's. */
export interface PlanText {
  text: string
  target: string | null
  at: Place | null
}

type TextPlan = Pick<Plan, 'outline' | 'appendices'>

/** Every text of a plan once for each criterion; cells that a merge repeats stand at the first. */
export function textsOf(plan: TextPlan): PlanText[] {
  const seen = new Set<string>()
  const inRows = plan.appendices.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) => [
      ...(criterion.name === null
        ? []
        : [{ text: criterion.name, target: criterion.id, at: criterion.evidence[0]?.at ?? null }]),
      ...criterion.actions.flatMap((action) =>
        wordingOf(action).map((text) => ({ text, target: criterion.id, at: action.evidence[0]?.at ?? null })),
      ),
    ]),
  )
  return [...plan.outline.flatMap(sectionTexts), ...inRows].filter(({ text }) => {
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew
  })
}

function sectionTexts(section: Section): PlanText[] {
  const own = [section.title, ...section.paragraphs].map((text) => ({ text, target: null, at: null }))
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

/** The words between two marks of a text; whatever holds a figure parts them too. */
export function phrasesOf(text: string): PhraseWord[][] {
  return text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}\s-]+|\s[-–—]\s|-/u)
    .flatMap((part) => part.split(/\S*\d\S*/u))
    .map((part) => (part.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map(wordOf))
    .filter((words) => words.length > 0)
}

function wordOf(printed: string): PhraseWord {
  const open = printed.toLowerCase().normalize('NFD')
  const marked = open.replace(tone, '') + (open.match(tone) ?? []).join('')
  return { printed, marked, folded: fold(printed) }
}
