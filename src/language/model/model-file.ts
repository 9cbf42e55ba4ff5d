/**
 * The packed form of a language model: a header of six numbers, the vocabulary and the parts of document codes as
 * lines of UTF-8, then the n-grams. Word ids are stored as distances within one context, numbers as 7-bit groups.
 */

export interface PackedModel {
  vocabulary: readonly string[]
  codeParts: readonly string[]
  unigram: Float64Array
  unigramBackoff: Float64Array
  /** Successors of the word w: entries bigramStart[w] up to bigramStart[w + 1], ordered by id. */
  bigramStart: Uint32Array
  bigramWord: Uint16Array
  bigramScore: Uint8Array
  bigramBackoff: Uint8Array
  /** Successors of the bigram b: entries trigramStart[b] up to trigramStart[b + 1], ordered by id. */
  trigramStart: Uint32Array
  trigramWord: Uint16Array
  trigramScore: Uint8Array
  /** What a quantised score and a quantised back-off weight stand for. */
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
  const size = (field: number): number => view.getUint32(4 * field, true)
  const reader = new Reader(bytes)
  const vocabulary = reader.lines(size(2))
  const codeParts = reader.lines(size(3))
  const unigram = Float64Array.from(reader.take(size(1)), (code) => probabilityOf[code] as number)
  const unigramBackoff = Float64Array.from(reader.take(size(1)), (code) => backoffOf[code] as number)
  const bigram = reader.lists(size(1), size(4))
  const bigramScore = reader.take(size(4))
  const bigramBackoff = reader.take(size(4))
  const trigram = reader.lists(size(4), size(5))
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
    trigramScore: reader.take(size(5)),
    probabilityOf,
    backoffOf,
  }
}

class Reader {
  private at = headerBytes

  constructor(private readonly bytes: Uint8Array) {}

  take(length: number): Uint8Array {
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  lines(length: number): string[] {
    const text = new TextDecoder().decode(this.take(length))
    return text === '' ? [] : text.split('\n')
  }

  lists(contexts: number, entries: number): { start: Uint32Array; words: Uint16Array } {
    const start = new Uint32Array(contexts + 1)
    const words = new Uint16Array(entries)
    let entry = 0
    for (let context = 0; context < contexts; context++) {
      const end = entry + this.number()
      let word = 0
      while (entry < end) {
        word += this.number()
        words[entry++] = word
      }
      start[context + 1] = end
    }
    return { start, words }
  }

  private number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] as number
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
}
