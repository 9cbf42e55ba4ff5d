import type { Saying } from '../../schemas/saying.js'
import { printable } from '../language/printable.js'
import { refusals } from '../refusals.js'
import { type FactsFor, type Language, type Sentence, write } from '../sentences.js'
import { commandTexts } from './commands.js'
import { doubtTexts } from './doubt-texts.js'
import { evaluationTexts } from './evaluation.js'
import { fileTexts } from './files.js'
import { helpTexts } from './help.js'
import { importTexts } from './imports.js'
import { inspectionTexts } from './inspection.js'
import { queueTexts } from './queue.js'

/** Every sentence that the program says, by key. What it says of documents is in `issues/`. */
export const catalogue = {
  ...commandTexts,
  ...doubtTexts,
  ...evaluationTexts,
  ...fileTexts,
  ...helpTexts,
  ...importTexts,
  ...inspectionTexts,
  ...queueTexts,
  ...refusals,
}

type Catalogue = typeof catalogue
export type MessageKey = keyof Catalogue

/** A sentence of the catalogue with its facts, to be said in any language. */
export function saying<Key extends MessageKey>(key: Key, ...[facts]: FactsFor<Catalogue[Key]>): Saying {
  return { key, facts: facts ?? {} }
}

/** Names and texts of others, so that none of them moves a cursor or turns a line round. */
function shown(facts: Saying['facts']): Saying['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? printable(fact) : fact]),
  )
}

/** A saying in a language. */
export function sentence({ key, facts }: Saying, language: Language): string {
  const texts: Record<string, Sentence> = catalogue
  const text = texts[key]
  return text === undefined ? key : write(text, shown(facts), language, (part) => sentence(part, language))
}
