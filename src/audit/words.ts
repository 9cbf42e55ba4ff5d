const word = /\p{N}+(?:[.,]\p{N}+)*(?!\p{L})|[\p{L}\p{N}]+/gu
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/gu
/** A number with decimals, without the zeros at its end; of a code '1.10' nothing is lost by that but its place. */
const decimal = /^(\d+)[.,](?:(\d*[1-9])0*|0+)$/u
const known = new Map<string, string>()
/** Enough for every word of a long plan; what is beyond is worked out anew. */
const mostKnown = 50_000

/**
 * The words of a text as a ledger counts them: lower case, the tone behind the letters, so that 'hoà' is 'hòa' and a
 * decomposed letter the composed one; a number with its decimals is one word, '1,90' is '1.9'.
 */
export function wordsOf(text: string): string[] {
  return (text.normalize('NFC').match(word) ?? []).map(canonical)
}

function canonical(printed: string): string {
  const found = known.get(printed)
  if (found !== undefined) return found
  const figure = decimal.exec(printed)
  if (figure !== null) return `${figure[1]}${figure[2] === undefined ? '' : `.${figure[2]}`}`
  const parted = printed.toLowerCase().normalize('NFD')
  const tones = parted.match(toneMark)?.join('') ?? ''
  const made = parted.replace(toneMark, '') + tones
  if (known.size < mostKnown) known.set(printed, made)
  return made
}

/** A text as its words, for comparing one with another. */
export function keyOf(text: string): string {
  return wordsOf(text).join(' ')
}

/** How often each word stands in texts. */
export function countWords(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** How many of the words of one count another lacks. */
export function missingFrom(counts: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let missing = 0
  for (const [word, count] of counts) missing += Math.max(0, count - (other.get(word) ?? 0))
  return missing
}
