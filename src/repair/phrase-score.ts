import { type LanguageModel, lowerBound, special, specialCount } from './language-model.js'
import { placeTone } from './syllable.js'

/** Stands for two words that were never seen together. */
const unseen = 1e-6

/** How usual a phrase is: the decimal logarithm of its words' probabilities, each behind the one before it. */
export function phraseScore(words: readonly string[], model: LanguageModel): number {
  const ids = words.map((word) => model.ids.get(placeTone(word.toLowerCase())) ?? special.unknown)
  let score = 0
  for (let index = 1; index < ids.length; index++)
    score += Math.log10(follows(ids[index - 1] ?? 0, ids[index] ?? 0, model) + unseen)
  return score
}

/** How probable the second word is behind the first, 0 where the model has not seen them together. */
function follows(first: number, second: number, model: LanguageModel): number {
  if (first < specialCount || second < specialCount) return 0
  const { bigramStart, bigramWord, bigramScore, probabilityOf } = model
  const end = bigramStart[first + 1] ?? 0
  const at = lowerBound(bigramWord, bigramStart[first] ?? 0, end, second)
  return at < end && bigramWord[at] === second ? (probabilityOf[bigramScore[at] ?? 0] ?? 0) : 0
}
