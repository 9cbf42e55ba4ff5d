import type { Chunk } from '../../language/ocr-chunks.js'

const capital = /\p{Lu}/u
const small = /\p{Ll}/u

/** Letters whose capital looks like the small one: in small print they are often taken for capitals. */
const alike = /^[COSUVWXZPK]$/u

/** A word with the case of what was recognised; a sign or a digit in front of small letters says nothing. */
export function inRecognisedCase(recognised: string, form: string, opens: boolean): string {
  let capitals = 0
  let smalls = 0
  for (const letter of recognised) {
    if (capital.test(letter)) capitals++
    else if (small.test(letter)) smalls++
  }
  if (capitals >= 2 && capitals > smalls) return form.toUpperCase()
  const first = recognised.charAt(0)
  if (first === 'I' && form.startsWith('l')) return form
  if (capital.test(first)) return titled(form)
  if (small.test(first) || !opens) return form
  return titled(form)
}

function titled(form: string): string {
  return form.charAt(0).toUpperCase() + form.slice(1)
}

/** Letters without one are an abbreviation: 'TP'. */
const vowel = /[AEIOUY]/u

/** A word of few capitals among words of small letters as it was meant: 'CO quan' → 'co', 'BO Noi vu' → 'Bo'. */
export function asMeantInCase(chunk: Chunk, before: Chunk | undefined, after: Chunk | undefined): string {
  const { text } = chunk
  if (!/^\p{Lu}{2,3}$/u.test(text) || ![...text.slice(1)].every((letter) => alike.test(letter))) return text
  if (!vowel.test(text)) return text
  const neighbours = [before, after].filter((other) => other?.kind === 'word' && /\p{L}/u.test(other.text))
  if (neighbours.length === 0 || neighbours.some((other) => !small.test(other?.text ?? ''))) return text
  return alike.test(text.charAt(0)) ? text.toLowerCase() : text.charAt(0) + text.slice(1).toLowerCase()
}

/** Whether a word is set in capitals and those beside it are not. */
export function isAbbreviation(chunks: readonly Chunk[], index: number): boolean {
  const text = chunks[index]?.text ?? ''
  if (!/^\p{Lu}{3,}$/u.test(text)) return false
  const neighbours = [chunks[index - 1], chunks[index + 1]].filter((other) => other?.kind === 'word')
  return neighbours.some((other) => small.test(other?.text.slice(1) ?? ''))
}
