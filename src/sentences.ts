import type { Fact, Saying } from '../schemas/saying.js'

const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** A sentence in both languages, with `{name}` where a fact stands and `{name, number}` where it is a grouped figure. */
export type Sentence = Record<Language, string>

type Slots<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never
type NameIn<Slot> = Slot extends `${infer Name}, number` ? Name : Slot
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** The facts that a text states, by name. */
export type FactsIn<Text> = { [Slot in Slots<Text> & string as NameIn<Slot> & string]: Given<Slot> }
type Given<Slot> = Slot extends `${string}, number` ? number : Fact

/** What is given with a sentence: nothing where it states no facts. */
export type FactsFor<Own extends Sentence> = [Slots<Own['en']>] extends [never]
  ? []
  : [facts: FactsIn<Own['en']>]

/** Sentences of which both languages state the same facts; another one does not compile. */
type Agreeing<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends { en: infer English; vi: infer Vietnamese }
    ? Same<Slots<English>, Slots<Vietnamese>> extends true
      ? unknown
      : { vi: `states the same facts as the English sentence: {${Slots<English> & string}}` }
    : never
}

/** Sentences by key, as they are written. */
export function sentences<const Texts extends Record<string, Sentence>>(
  texts: Texts & Agreeing<Texts>,
): Texts {
  return texts
}

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-US' }
const slot = /\{(\w+)(, number)?\}/gu

/** A sentence with its facts; `tell` says those that are sayings themselves. */
export function write(
  text: Sentence,
  facts: Saying['facts'],
  language: Language,
  tell: (saying: Saying) => string = ({ key }) => key,
): string {
  return text[language].replace(slot, (_, name: string, grouped: string | undefined) => {
    const fact = facts[name] ?? ''
    if (typeof fact === 'object') return [fact].flat().map(tell).join('; ')
    return grouped === undefined ? String(fact) : fact.toLocaleString(locales[language])
  })
}
