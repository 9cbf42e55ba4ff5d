import { plain } from '../plain.js'
import { type PackedModel, unpackModel } from './model-file.js'

/** Tokens that are no syllables, as the model knows them. They come before the syllables in its vocabulary. */
export const special = { start: 0, unknown: 1, number: 2, comma: 3, stop: 4, code: 5 } as const
export const specialCount = 6

/**
 * A trigram model over lower-case syllables with back-off, all of it in typed arrays. The vocabulary is ordered by
 * plain form, so that the readings of a stripped syllable ('nghi': nghi, nghĩ, nghỉ, nghị) have consecutive ids.
 */
export interface LanguageModel extends Omit<PackedModel, 'codeParts'> {
  ids: ReadonlyMap<string, number>
  /** Plain form → first id and the id after the last, of its readings. */
  readings: ReadonlyMap<string, readonly [number, number]>
  /** Part of a document code without marks, lower case → with marks, lower case ('nd' → 'nđ'). */
  codeParts: ReadonlyMap<string, string>
}

/** Reads the packed model that `npm run train:lm` writes. */
export function loadLanguageModel(bytes: Uint8Array): LanguageModel {
  const packed = unpackModel(bytes)
  const { vocabulary } = packed
  return {
    ...packed,
    ids: new Map(vocabulary.map((form, id) => [form, id])),
    readings: groupReadings(vocabulary),
    codeParts: new Map(packed.codeParts.map((form) => [plain(form), form])),
  }
}

function groupReadings(vocabulary: readonly string[]): Map<string, readonly [number, number]> {
  const readings = new Map<string, readonly [number, number]>()
  let first = specialCount
  let key = plain(vocabulary[first] ?? '')
  for (let id = specialCount + 1; id <= vocabulary.length; id++) {
    const next = id < vocabulary.length ? plain(vocabulary[id] ?? '') : null
    if (next === key) continue
    readings.set(key, [first, id])
    first = id
    key = next ?? ''
  }
  return readings
}

/** First entry of `words[from..to)` that is at least `wanted`; `to` where there is none. */
export function lowerBound(words: Uint16Array, from: number, to: number, wanted: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
