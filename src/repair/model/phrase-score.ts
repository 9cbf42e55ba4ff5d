import { type LanguageModel, special } from '../../language/model/language-model.js'
import { placeTone } from '../../language/syllable.js'
import { oddsOf } from './trigram-odds.js'

/** How usual a phrase is: the decimal logarithm of its words' probabilities, each behind the two before it. */
export function phraseScore(words: readonly string[], model: LanguageModel): number {
  const ids = words.map((word) => model.ids.get(placeTone(word.toLowerCase())) ?? special.unknown)
  return oddsOf(model).of(ids, 1, ids.length)
}
