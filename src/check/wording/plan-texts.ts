import type { Place } from '../../../schemas/place.js'
import type { Action, Plan, Section } from '../../../schemas/plan.js'
import type { Subject } from '../../../schemas/subject.js'
import type { Role } from '../../../schemas/table.js'
import { fold } from '../../language/letters.js'
import { cellOf } from '../../result.js'

/** A text of the plan and the cell it is; null in the body. */
export interface PlanText {
  text: string
  subject: Subject | null
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
        : [
            {
              text: criterion.name,
              subject: cellOf(criterion.id, 'name'),
              at: criterion.evidence[0]?.at ?? null,
              times: 1,
            },
          ]),
      ...criterion.actions.flatMap((action, index) =>
        wordingOf(action).map(([field, text]) => ({
          text,
          subject: cellOf(criterion.id, field, index),
          at: action.evidence[0]?.at ?? null,
          times: 1,
        })),
      ),
    ]),
  )
  const texts = new Map<string, PlanText & { rows: Set<string | null> }>()
  for (const text of [...plan.outline.flatMap(sectionTexts), ...inRows]) {
    const known = texts.get(text.text)
    if (known === undefined) texts.set(text.text, { ...text, rows: new Set([rowOf(text)]) })
    else known.rows.add(rowOf(text))
  }
  return [...texts.values()].map(({ rows, ...text }) => ({ ...text, times: rows.size }))
}

function rowOf({ subject }: PlanText): string | null {
  return subject?.criterion ?? null
}

function sectionTexts(section: Section): PlanText[] {
  const own = [section.title, ...section.paragraphs].map((text) => ({
    text,
    subject: null,
    at: null,
    times: 1,
  }))
  return [...own, ...section.children.flatMap(sectionTexts)]
}

/** The sentences and names of an action, each with its field. */
function wordingOf(action: Action): [Role, string][] {
  const lists = (['task', 'requirement', 'deliverable', 'note'] as const).flatMap((field) =>
    action[field].map((text): [Role, string] => [field, text]),
  )
  const others = action.other.flatMap(({ text }) => text.map((line): [Role, string] => ['other', line]))
  const agencies = (['lead', 'coordinating', 'implementing'] as const).flatMap((field) =>
    action[field] === null ? [] : [[field, action[field].text] as [Role, string]],
  )
  return [...lists, ...others, ...agencies]
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
