import type { Finding } from '../../../schemas/message.js'
import type { Phrase, PhraseWord, PlanText } from './plan-texts.js'

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
export function suspectDroppedWords(phrases: Phrase[], phraseScore: (words: string[]) => number): Finding[] {
  const usualWords = wordsBetween(phrases)
  const gaps = new Map<string, Gap[]>()
  for (const { text, words: phrase } of phrases)
    for (let at = 1; at + 2 < phrase.length; at++) {
      const key = keyOf(phrase, at, at + 1)
      if (usualWords.has(key)) push(gaps, key, { text, phrase, at })
    }
  return [...gaps].flatMap(([key, places]) => {
    const [place] = places
    const dropped = usualWords.get(key)
    if (place === undefined || places.length > 1 || dropped === undefined) return []
    return gain(place, dropped, phraseScore) > surer ? [issueOf(place, dropped)] : []
  })
}

/** The word that stands often enough between the same two before it and two behind it, by these four. */
function wordsBetween(phrases: readonly Phrase[]): Map<string, PhraseWord> {
  const words = new Map<string, { word: PhraseWord; times: number }>()
  for (const { text, words: phrase } of phrases)
    for (let at = 1; at + 3 < phrase.length; at++) {
      const key = keyOf(phrase, at, at + 2)
      const times = (words.get(key)?.times ?? 0) + text.times
      words.set(key, { word: phrase[at + 1] as PhraseWord, times })
    }
  return new Map(
    [...words].flatMap(([key, { word, times }]) => (times < usual ? [] : [[key, word] as const])),
  )
}

/** The two words that end at one place of a phrase and the two that begin at another. */
function keyOf(phrase: PhraseWord[], end: number, start: number): string {
  return `${phrase[end - 1]?.marked} ${phrase[end]?.marked} ${phrase[start]?.marked} ${phrase[start + 1]?.marked}`
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

function issueOf(gap: Gap, word: PhraseWord): Finding {
  const [before, behind] = around(gap)
  const printed = [...before.slice(-2), ...behind.slice(0, 2)].join(' ')
  const elsewhere = [...before.slice(-2), word.printed, ...behind.slice(0, 2)].join(' ')
  return {
    severity: 'info',
    code: 'suspected-typo',
    at: gap.text.at,
    subject: gap.text.subject,
    details: { what: 'dropped-word', printed, elsewhere },
  }
}
