/**
 * The packed form of a language model: a header of six numbers, the vocabulary and the parts of document codes as
 * lines of UTF-8, then the n-grams. Word ids are stored as distances within one context, numbers as 7-bit groups.
 */

export interface PackedModel {
  vocabulary: string[]
  codeParts: string[]
  unigram: Float64Array
  unigramBackoff: Float64Array
  bigramStart: Uint32Array
  bigramWord: Uint16Array
  bigramScore: Uint8Array
  bigramBackoff: Uint8Array
  trigramStart: Uint32Array
  trigramWord: Uint16Array
  trigramScore: Uint8Array
  probabilityOf: Float64Array
  backoffOf: Float64Array
}

const magic = 0x4d4c5031
const headerBytes = 24
const probabilityStep = 0.0625
const backoffStep = 0.04
const backoffTop = 1.5

/** Quantises a probability to 8 bits on a logarithmic scale. */
export function probabilityCode(probability: number): number {
  return clampByte(Math.round(-Math.log(probability) / probabilityStep))
}

/** Quantises a back-off weight to 8 bits on a logarithmic scale. */
export function backoffCode(weight: number): number {
  return clampByte(Math.round((backoffTop - Math.log(weight)) / backoffStep))
}

function clampByte(value: number): number {
  return Math.max(0, Math.min(255, value))
}

function scale(value: (code: number) => number): Float64Array {
  return Float64Array.from({ length: 256 }, (_, code) => Math.exp(value(code)))
}

const probabilityOf = scale((code) => -code * probabilityStep)
const backoffOf = scale((code) => backoffTop - code * backoffStep)

/** Bytes of a model; `unigram` and `unigramBackoff` are stored as 8-bit codes too. */
export function packModel(model: Omit<PackedModel, 'probabilityOf' | 'backoffOf'>): Uint8Array {
  const text = new TextEncoder()
  const vocabulary = text.encode(model.vocabulary.join('\n'))
  const codeParts = text.encode(model.codeParts.join('\n'))
  const header = new Uint32Array([
    magic,
    model.vocabulary.length,
    vocabulary.length,
    codeParts.length,
    model.bigramWord.length,
    model.trigramWord.length,
  ])
  return concat([
    new Uint8Array(header.buffer),
    vocabulary,
    codeParts,
    Uint8Array.from(model.unigram, probabilityCode),
    Uint8Array.from(model.unigramBackoff, backoffCode),
    packLists(model.bigramStart, model.bigramWord),
    model.bigramScore,
    model.bigramBackoff,
    packLists(model.trigramStart, model.trigramWord),
    model.trigramScore,
  ])
}

function concat(parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Of every context: how many successors, then their ids as distances. */
function packLists(start: Uint32Array, words: Uint16Array): Uint8Array {
  const bytes: number[] = []
  for (let context = 0; context + 1 < start.length; context++) {
    const from = start[context] as number
    const to = start[context + 1] as number
    pushNumber(bytes, to - from)
    let previous = 0
    for (let index = from; index < to; index++) {
      pushNumber(bytes, (words[index] as number) - previous)
      previous = words[index] as number
    }
  }
  return Uint8Array.from(bytes)
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80)
    rest >>>= 7
  }
  bytes.push(rest)
}

/** Reads what `packModel` wrote. */
export function unpackModel(bytes: Uint8Array): PackedModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < headerBytes || view.getUint32(0, true) !== magic) {
    throw new Error('not a language model of phuluc')
  }
  const [words, vocabularyBytes, codeBytes, bigrams, trigrams] = [4, 8, 12, 16, 20].map((at) =>
    view.getUint32(at, true),
  ) as [number, number, number, number, number]
  let at = headerBytes
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length))
  const lines = (length: number): string[] => {
    const text = new TextDecoder().decode(take(length))
    return text === '' ? [] : text.split('\n')
  }
  const lists = (contexts: number, entries: number): { start: Uint32Array; words: Uint16Array } => {
    const read = unpackLists(bytes, at, contexts, entries)
    at = read.end
    return read
  }
  const vocabulary = lines(vocabularyBytes)
  const codeParts = lines(codeBytes)
  const unigram = Float64Array.from(take(words), (code) => probabilityOf[code] as number)
  const unigramBackoff = Float64Array.from(take(words), (code) => backoffOf[code] as number)
  const bigram = lists(words, bigrams)
  const bigramScore = take(bigrams)
  const bigramBackoff = take(bigrams)
  const trigram = lists(bigrams, trigrams)
  return {
    vocabulary,
    codeParts,
    unigram,
    unigramBackoff,
    bigramStart: bigram.start,
    bigramWord: bigram.words,
    bigramScore,
    bigramBackoff,
    trigramStart: trigram.start,
    trigramWord: trigram.words,
    trigramScore: take(trigrams),
    probabilityOf,
    backoffOf,
  }
}

function unpackLists(
  bytes: Uint8Array,
  offset: number,
  contexts: number,
  entries: number,
): { start: Uint32Array; words: Uint16Array; end: number } {
  const start = new Uint32Array(contexts + 1)
  const words = new Uint16Array(entries)
  let at = offset
  let entry = 0
  const next = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  for (let context = 0; context < contexts; context++) {
    const count = next()
    let word = 0
    for (let index = 0; index < count; index++) {
      word += next()
      words[entry++] = word
    }
    start[context + 1] = entry
  }
  return { start, words, end: at }
}
