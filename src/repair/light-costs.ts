/**
 * What the light pass weighs, in nats unless said otherwise. Recognition in the right language is right nearly always,
 * so a change has to be paid for; chosen on pages of statutes and one plan (docs/MODEL.md).
 */
export interface LightCosts {
  /** Power to which the language model's probabilities are raised beside the channel. */
  modelWeight: number
  /** What the channel asks for more than this is no reading. */
  reach: number
  /** So much more is allowed where the word as it stands is none that the model knows. */
  furtherReach: number
  /** Any change. */
  change: number
  /** A change of a word with a capital among words with capitals: a name, which nobody can foretell. */
  name: number
  /** A syllable in place of capitals among small letters: an abbreviation. */
  abbreviation: number
  /** Every letter of a word that the model does not know. */
  unknownLetter: number
  /** The same where the word is built like no syllable and has no Vietnamese letter: a foreign word, a brand. */
  foreignLetter: number
  /** A space that was overlooked, one that was made up. */
  split: number
  join: number
  /** Probability from which a change is made. */
  applyFrom: number
  /** Probability of other readings than the one that stands, from which the word is pointed out. */
  pointOutFrom: number
}

export const lightCosts: LightCosts = {
  modelWeight: 1,
  reach: 11,
  furtherReach: 4,
  change: 2,
  name: 2,
  abbreviation: 6,
  unknownLetter: 2.5,
  foreignLetter: 0.5,
  split: 5,
  join: 5,
  applyFrom: 0.97,
  pointOutFrom: 0.5,
}
