import { Unzlib } from 'fflate'
import type { Limits } from '../../../schemas/limits.js'
import { UnusableInputError } from '../../errors.js'
import { limitOf } from '../bounds.js'

/**
 * Refuses a PDF with a packed stream that unfolds beyond the bounds: the engine would unfold it whole before anything
 * can be asked of it. Pictures are left to the bound of their pixels, attached files to nobody; what is encrypted or
 * packed in another way is not looked into.
 */
export function boundStreams(bytes: Uint8Array, file: string, limits: Limits): void {
  const text = new TextDecoder('latin1').decode(bytes)
  for (const { dictionary, from, to } of streamsOf(text)) {
    const times = dictionary.match(/\/(?:FlateDecode|Fl)(?![A-Za-z])/gu)?.length ?? 0
    if (times === 0 || /\/Subtype\s*\/Image\b|\/EmbeddedFile\b/u.test(dictionary)) continue
    const bound = /\/(?:Length1|Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType))\b/u.test(dictionary)
      ? 'unpackedBytes'
      : 'streamBytes'
    let data: Uint8Array | null = bytes.subarray(from, to)
    for (let time = 0; time < times && data !== null; time++) {
      const unfolded: Unfolded = unfold(data, limits[bound], time + 1 < times)
      if (unfolded.size > limits[bound])
        throw new UnusableInputError('pdf-unpacks-too-far', { file, ...limitOf(bound, limits) })
      data = unfolded.data
    }
  }
}

interface Stream {
  dictionary: string
  from: number
  to: number
}

/** As far back as the dictionary of a stream is looked for; theirs are shorter. */
const longestDictionary = 4000

function* streamsOf(text: string): Iterable<Stream> {
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.startsWith('end', at - 3)) continue
    const before = text.slice(Math.max(0, at - longestDictionary), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const from = text.startsWith('\r\n', at + 6) ? at + 8 : at + 7
    const end = text.indexOf('endstream', from)
    yield { dictionary, from, to: end < 0 ? text.length : end }
  }
}

interface Unfolded {
  /** How many bytes came out; beyond the bound it was not gone on. */
  size: number
  /** What came out, where it is asked for and all there. */
  data: Uint8Array | null
}

const piece = 16_384

function unfold(packed: Uint8Array, most: number, kept: boolean): Unfolded {
  const pieces: Uint8Array[] = []
  let size = 0
  const unzlib = new Unzlib((data) => {
    size += data.length
    if (kept) pieces.push(data)
  })
  try {
    for (let at = 0; at < packed.length && size <= most; at += piece)
      unzlib.push(packed.subarray(at, at + piece), at + piece >= packed.length)
  } catch {
    // What is not sound is for the engine to say.
  }
  return { size, data: kept && size <= most ? joined(pieces, size) : null }
}

function joined(pieces: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of pieces) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
