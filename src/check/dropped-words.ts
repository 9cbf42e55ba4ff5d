import type { Issue } from '../../schemas/message.js'
import { type PhraseWord, type PlanText, phrasesOf } from './plan-texts.js'

/** How often the plan must have the word among the same neighbours. */
const usual = 2
/** By how many powers of ten the phrase must be likelier with one word more; as a rule a word more costs some. */
const surer = 1

interface Gap {
  text: PlanText
  phrase: PhraseWord[]
  /** The word before the gap. */
  at: number
}

/**
 * A word that the plan has again and again between others, and that is missing there once ('dịch vụ nghiệp công' among
 * 'dịch vụ sự nghiệp công'), if the phrase is likelier with it. `phraseScore` is the logarithm of its probability.
 */
export function suspectDroppedWords(texts: PlanText[], phraseScore: (words: string[]) => number): Issue[] {
  const known = new Map<string, PhraseWord>()
  const phrases = texts.flatMap((text) => phrasesOf(text.text, known).map((phrase) => ({ text, phrase })))
  const inner = new Map<string, { word: PhraseWord; times: number }>()
  const gaps = new Map<string, Gap[]>()
  for (const { text, phrase } of phrases)
    for (let at = 1; at + 2 < phrase.length; at++) {
      push(gaps, keyOf(phrase, [at - 1, at, at + 1, at + 2]), { text, phrase, at })
      const word = phrase[at + 1]
      if (word === undefined || at + 3 >= phrase.length) continue
      const key = keyOf(phrase, [at - 1, at, at + 2, at + 3])
      inner.set(key, { word, times: (inner.get(key)?.times ?? 0) + text.times })
    }
  return [...gaps].flatMap(([key, places]) => {
    const [place] = places
    const dropped = inner.get(key)
    if (place === undefined || places.length > 1 || dropped === undefined || dropped.times < usual) return []
    return gain(place, dropped.word, phraseScore) > surer ? [issueOf(place, dropped.word)] : []
  })
}

function keyOf(phrase: PhraseWord[], places: number[]): string {
  return places.map((place) => phrase[place]?.marked).join(' ')
}

function push(gaps: Map<string, Gap[]>, key: string, gap: Gap): void {
  const same = gaps.get(key)
  if (same === undefined) gaps.set(key, [gap])
  else same.push(gap)
}

function around({ phrase, at }: Gap): [string[], string[]] {
  const printed = phrase.map((word) => word.printed)
  return [printed.slice(Math.max(0, at - 2), at + 1), printed.slice(at + 1, at + 4)]
}

function gain(gap: Gap, word: PhraseWord, phraseScore: (words: string[]) => number): number {
  const [before, behind] = around(gap)
  return phraseScore([...before, word.printed, ...behind]) - phraseScore([...before, ...behind])
}

function issueOf(gap: Gap, word: PhraseWord): Issue {
  const [before, behind] = around(gap)
  const printed = [...before.slice(-2), ...behind.slice(0, 2)].join(' ')
  const likely = [...before.slice(-2), word.printed, ...behind.slice(0, 2)].join(' ')
  return {
    severity: 'info',
    code: 'suspected-typo',
    message: `A word may be missing, kept as printed: "${printed}"; elsewhere the plan has "${likely}".`,
    at: gap.text.at,
    target: gap.text.target,
  }
}
