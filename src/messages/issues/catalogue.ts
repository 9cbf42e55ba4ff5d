import type { Details } from '../../../schemas/details.js'
import type { RaisedCode } from '../../../schemas/message.js'

/** A sentence for each kind of details: one, or one for each `what`. */
type SentencesOf<Of> = [Of] extends [{ what: string }]
  ? { [What in Of['what']]: (details: Extract<Of, { what: What }>) => string }
  : (details: Of) => string

/** What a language says of every issue; a code or a kind of details without a sentence does not compile. */
export type Catalogue = { [Code in RaisedCode]: SentencesOf<Details[Code]> }

/** Code and details as one value, so that they belong together. */
export type Fact = { [Code in RaisedCode]: { code: Code; details: Details[Code] } }[RaisedCode]

type Sentence = (details: unknown) => string

/** The sentence of a catalogue for an issue's facts. */
export function sentenceOf({ code, details }: Fact, catalogue: Catalogue): string {
  const entry = catalogue[code] as Sentence | Record<string, Sentence>
  if (typeof entry === 'function') return entry(details)
  const sentence = entry['what' in details ? details.what : '']
  if (sentence === undefined) throw new Error(`no sentence for ${code}: ${JSON.stringify(details)}`)
  return sentence(details)
}
