import { phraseScore } from '../src/repair/index.js'
import { loadModel } from './reference.js'

/** How usual a phrase is in plans: the logarithm of its probability. */
export function scorePhrase(words: string[]): number {
  return phraseScore(words, loadModel())
}
