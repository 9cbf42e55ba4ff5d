import { romanValue } from '../../language/codes.js'
/** What a document as a whole says of one text in it. */
export interface WordingDoubts {
  /** Of the mark of punctuation that most stands against the same words elsewhere: how much likelier another one is (nats). */
  oddMark: number
  /** Numbers in Roman or Arabic figures behind words that elsewhere have the other kind, each 0–1, added up. */
  oddFigures: number
  /** Marks that print hardly sets so: a quote that is not closed, two marks in a row, a full stop before a small letter. */
  strays: number
}

interface Token {
  word: string
  /** Between the word and the next one, without spaces. */
  marks: string
}

type Counts = Map<string, Map<string, number>>

/** A run of letters and figures, and what stands behind it. */
const token = /([\p{L}\d]+(?:[/.–-][\p{L}\d]+)*)([^\p{L}\d]*)/gu
const begin = '^'
const end = '$'

/** Counts what stands between which words in the texts of one document: the same phrases come again and again in it. */
export class UsualWording {
  private readonly marks: Counts = new Map()
  private readonly figures: Counts = new Map()

  add(text: string): void {
    const tokens = tokensOf(text)
    for (const [index, { word, marks }] of tokens.entries()) {
      count(this.marks, placeOf(tokens, index), marks)
      const kind = figuresOf(word)
      if (kind !== null) count(this.figures, tokens[index - 1]?.word ?? begin, kind)
    }
  }

  /** What speaks against a text that was added before: its own places are not counted. */
  doubtsOf(text: string): WordingDoubts {
    const tokens = tokensOf(text)
    const doubts: WordingDoubts = { oddMark: 0, oddFigures: 0, strays: strayMarks(text) }
    for (const [index, { word, marks }] of tokens.entries()) {
      doubts.oddMark = Math.max(doubts.oddMark, oddness(this.marks.get(placeOf(tokens, index)), marks))
      const kind = figuresOf(word)
      if (kind !== null)
        doubts.oddFigures += against(this.figures.get(tokens[index - 1]?.word ?? begin), kind)
    }
    return doubts
  }
}

function tokensOf(text: string): Token[] {
  const first = /^[^\p{L}\d]*/u.exec(text)?.[0] ?? ''
  const tokens: Token[] = [{ word: begin, marks: first.replace(/\s/gu, '') }]
  for (const [, word = '', marks = ''] of text.toLowerCase().matchAll(token))
    tokens.push({ word, marks: marks.replace(/\s/gu, '') })
  return tokens
}

/** Words that stand beside each other; what closes a text is told by the two words before it. */
function placeOf(tokens: readonly Token[], index: number): string {
  const own = tokens[index]?.word ?? begin
  const next = tokens[index + 1]?.word
  return next === undefined ? `${tokens[index - 1]?.word ?? begin} ${own} ${end}` : `${own} ${next}`
}

/** Of quarters and headings: 'ii', 'i/2023'; '2', '1/2023'. */
function figuresOf(word: string): 'Roman' | 'Arabic' | null {
  const roman = romanValue(word.replace(/\/\d{4}$/u, '').toUpperCase())
  if (roman > 0 && roman <= 10) return 'Roman'
  return /^\d{1,2}(?:\/\d{4})?$/u.test(word) ? 'Arabic' : null
}

function count(counts: Counts, key: string, value: string): void {
  const own = counts.get(key)
  if (own === undefined) counts.set(key, new Map([[value, 1]]))
  else own.set(value, (own.get(value) ?? 0) + 1)
}

/** How often a value stands somewhere, and any. */
function timesOf(values: ReadonlyMap<string, number> | undefined, own: string): [number, number] {
  let all = 0
  for (const times of values?.values() ?? []) all += times
  return [values?.get(own) ?? 0, all]
}

/** The share of all places that have another value, that of the text itself among them. */
function against(values: ReadonlyMap<string, number> | undefined, own: string): number {
  const [same, all] = timesOf(values, own)
  return all === 0 ? 0 : (all - same) / all
}

/** Any value may come once where none was seen. */
const unseen = 0.3

/** How much likelier other values are than this one, its own place left out; 0 where they are not. */
function oddness(values: ReadonlyMap<string, number> | undefined, own: string): number {
  const [same, all] = timesOf(values, own)
  return same === 0 ? 0 : Math.max(0, Math.log((all - same + unseen) / (same - 1 + unseen)))
}

const stray =
  /[,;:][.,;:]|[.][,;:]|\s[.,;:!)](?=\s|$)|['’`|~_^*⁄]|(?<=\p{L}{2})[.](?=\s\p{Ll})|(?<=\p{L}):$|[.,;:](?=\p{L}{2})/gu

function strayMarks(text: string): number {
  const times = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const open = Math.abs(times(/\(/gu) - times(/\)/gu))
  return times(stray) + (times(/["“”«»]/gu) % 2) + open
}
