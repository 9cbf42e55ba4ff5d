/**
 * A line of wrong-language recognition cut into pieces. Marks may have become letters, digits and signs, so a word is
 * whatever stands between white space and punctuation; what is a number, a document code or an address by its shape is
 * none.
 */

export type ChunkKind = 'word' | 'number' | 'code' | 'comma' | 'stop' | 'verbatim'

export interface Chunk {
  kind: ChunkKind
  text: string
  /** Offset in the line. */
  start: number
  /** Whether white space stands before it. */
  spaced: boolean
}

const edge = '.,;:()"“”‘’\'*–—\\-/~_|…\\[\\]«»'
const piece = /\S+/gu
const verbatim =
  /^(?:https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)$/u
const code =
  /\d+(?:[-/]\d+)*[-/]\p{Lu}[\p{L}\d&]*(?:-[\p{L}\d&]*)*|(?<!\S)\/\p{Lu}\p{L}*(?:[-/&]\p{Lu}[\p{L}\d]*)+/u
const number = `(?<=^|[${edge}])\\d+(?:[.,/:-]\\d+)*%?(?=$|[${edge}])`
const part = new RegExp(`(${code.source})|(${number})|([${edge}]+)|([^${edge}]+)`, 'gu')

/** The pieces of a line in order. */
export function chunksOf(line: string): Chunk[] {
  const chunks: Chunk[] = []
  for (const { 0: text, index } of line.matchAll(piece)) {
    if (verbatim.test(text)) chunks.push({ kind: 'verbatim', text, start: index, spaced: true })
    else chunks.push(...partsOf(text, index))
  }
  return chunks
}

function partsOf(text: string, start: number): Chunk[] {
  return [...text.matchAll(part)].map((match) => ({
    kind: kindOf(match),
    text: match[0],
    start: start + match.index,
    spaced: match.index === 0,
  }))
}

function kindOf(match: RegExpMatchArray): ChunkKind {
  if (match[1] !== undefined) return 'code'
  if (match[2] !== undefined) return /^\d{1,2}$/u.test(match[0]) ? 'word' : 'number'
  if (match[3] === undefined) return 'word'
  return match[0].startsWith(',') ? 'comma' : 'stop'
}
