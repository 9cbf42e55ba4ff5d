import { type LanguageModel, specialCount } from '../../language/model/language-model.js'

const known = new WeakMap<LanguageModel, Map<string, number[]>>()

/** Words of a model by their first letter and by their last; gathered once. */
export function wordsByEdge(model: LanguageModel): Map<string, number[]> {
  const words = known.get(model) ?? gather(model.vocabulary)
  known.set(model, words)
  return words
}

function gather(vocabulary: readonly string[]): Map<string, number[]> {
  const words = new Map<string, number[]>()
  for (let id = specialCount; id < vocabulary.length; id++) {
    const letters = [...(vocabulary[id] ?? '')]
    if (letters.length < 2) continue
    for (const edge of new Set([letters[0] ?? '', letters.at(-1) ?? ''])) {
      const known = words.get(edge)
      if (known === undefined) words.set(edge, [id])
      else known.push(id)
    }
  }
  return words
}
