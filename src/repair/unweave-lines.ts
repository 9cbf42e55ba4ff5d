import { type LanguageModel, special } from './language-model.js'
import { chunksOf } from './ocr-chunks.js'

/** A line of a table whose columns run into each other. */
export interface WovenLine {
  page: number | null
  number: number
  text: string
  /** How it stood in the source. */
  raw: string
  tokens: WovenToken[]
  /** Blank lines before it. */
  gap: number
  /** It may be the first line of a printed page. */
  opensPage: boolean
}

export interface WovenToken {
  text: string
  start: number
  end: number
  id: number
  /** A number or a code by its shape. */
  numeric: boolean
  capital: boolean
  /** Remains of the rule between two columns stand before it. */
  bar: boolean
}

const rule = /[|[\]]/u
const numeric = /^\d+(?:[.,]\d+)*\.?$/u

/** Words and numbers of a line; punctuation goes with the word before it. */
export function wovenLine(
  text: string,
  place: Pick<WovenLine, 'page' | 'number' | 'gap' | 'opensPage' | 'raw'>,
  model: LanguageModel,
): WovenLine {
  const tokens: WovenToken[] = []
  let bar = false
  for (const chunk of chunksOf(text)) {
    const end = chunk.start + chunk.text.length
    if (chunk.kind === 'stop' || chunk.kind === 'comma') {
      const last = tokens.at(-1)
      if (rule.test(chunk.text)) bar = true
      else if (last !== undefined && !chunk.spaced && !bar) last.end = end
      else tokens.push(tokenOf(chunk.text, chunk.start, special.stop, bar))
      if (!rule.test(chunk.text)) bar = false
      continue
    }
    const previous = tokens.at(-1)
    if (previous !== undefined && !chunk.spaced && !bar && previous.end === chunk.start) {
      previous.end = end
      previous.text = text.slice(previous.start, end)
      previous.numeric = numeric.test(previous.text)
      continue
    }
    const id = numeric.test(chunk.text)
      ? special.number
      : (model.ids.get(chunk.text.toLowerCase()) ?? special.unknown)
    tokens.push(tokenOf(chunk.text, chunk.start, id, bar))
    bar = false
  }
  return { ...place, text, tokens }
}

function tokenOf(text: string, start: number, id: number, bar: boolean): WovenToken {
  return {
    text,
    start,
    end: start + text.length,
    id,
    numeric: numeric.test(text),
    capital: /^\p{Lu}/u.test(text),
    bar,
  }
}
