import { type Random, randomFrom } from '../random.js'
import { mutateBytes } from './byte-mutations.js'
import type { Format } from './formats.js'
import { mutatePdf } from './pdf-mutations.js'
import { mutateText } from './text-mutations.js'
import { mutateXml } from './xml-mutations.js'
import { mutateZip } from './zip-mutations.js'

/** One changed file. `pages` bounds what is read of a PDF, so that its change is looked at and not all the rest. */
export interface Mutant {
  bytes: Uint8Array
  pages: { first: number; last: number } | null
}

/** Mutant `index` of a format: the same seed makes the same bytes, whichever others were made before. */
export function mutantOf(format: Format, seed: number, index: number, seeds: readonly Uint8Array[]): Mutant {
  const random = randomFrom(seed * 1_000_003 + index * 7919 + format.charCodeAt(0) * 31 + format.length)
  const [file, other] = [random.pick(seeds), random.pick(seeds)]
  const first = random.integer(1, 4)
  const pages = format === 'pdf' || format === 'scan' ? { first, last: first + random.integer(0, 1) } : null
  return { bytes: changesOf[format](file, other, random), pages: random.chance(0.9) ? pages : null }
}

type Change = (bytes: Uint8Array, other: Uint8Array, random: Random) => Uint8Array

const changesOf: Record<Format, Change> = {
  md: changeText,
  html: (bytes, other, random) =>
    random.chance(0.4)
      ? viaText(windowOf(bytes, random), other, random, mutateXml)
      : changeText(bytes, other, random),
  txt: changeText,
  'ocr-text': changeText,
  docx: mutateZip,
  xlsx: mutateZip,
  pdf: mutatePdf,
  scan: mutatePdf,
  image: mutateBytes,
  ocr: mutateBytes,
}

function changeText(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const own = random.chance(0.9) ? windowOf(bytes, random) : bytes
  return random.chance(0.2) ? mutateBytes(own, other, random) : viaText(own, other, random, mutateText)
}

function viaText(
  bytes: Uint8Array,
  other: Uint8Array,
  random: Random,
  change: (text: string, other: string, random: Random) => string,
): Uint8Array {
  const [text, foreign] = [bytes, other].map((each) => new TextDecoder().decode(each)) as [string, string]
  return new TextEncoder().encode(change(text, foreign, random))
}

/** The beginning of a text and a stretch of its lines: whole plans are long, and what is to be found is not. */
function windowOf(bytes: Uint8Array, random: Random): Uint8Array {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const head = random.integer(0, 25)
  const from = random.integer(head, lines.length)
  const kept = [...lines.slice(0, head), ...lines.slice(from, from + random.integer(5, 90))]
  return new TextEncoder().encode(kept.join('\n'))
}
