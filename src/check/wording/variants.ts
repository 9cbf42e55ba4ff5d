import type { Finding } from '../../../schemas/message.js'
import type { Phrase, PhraseWord, PlanText } from './plan-texts.js'
import { countForms, rivalsOf } from './word-forms.js'

/** One place of a word: its text, its phrase, and where in it the word stands. */
interface WordPlace {
  text: PlanText
  phrase: PhraseWord[]
  at: number
}

/** How many words about a word must agree, and how often the usual word must stand among them. */
const contexts = [
  { words: 2, usual: 3 },
  { words: 3, usual: 2 },
] as const
const leastWords = 3
/** How many times as often as the other. */
const leastShare = 2
/** By how many powers of ten the usual word must be likelier in the phrase; more where it ends the compared words. */
const surer = 1
const surest = 2
/**
 * So often the plan itself speaks for the usual word: other marks on the same letters need then be only a little
 * likelier, and hardly less likely where three words on either side are the same too.
 */
const manyTimes = 5
const likelier = 0.3
const hardlyLess = -1.5
const widest = 3
/** Stands for the beginning and the end of a phrase. */
const edge: PhraseWord = { printed: '', marked: '|', folded: '|' }

/**
 * A plan measured by itself: a phrase that it writes one way again and again and once with another mark or letter
 * ('công thông tin điện tử' among many 'cổng thông tin điện tử') is probably misprinted there, if the other wording is
 * also the likelier one: `phraseScore` is the logarithm of a phrase's probability.
 */
export function suspectVariants(phrases: Phrase[], phraseScore: (words: string[]) => number): Finding[] {
  const places = placesOf(phrases)
  const forms = countForms(new Map([...places].map(([form, list]) => [form, timesOf(list)])))
  const rivals = new Map([...places.keys()].map((form) => [form, rivalsOf(form, forms)]))
  const found = new Map<string, Finding>()
  const index = new ContextIndex(places, new Set([...rivals.values()].flat()))
  for (const [form, list] of rivals)
    for (const rival of list)
      for (const place of places.get(form) ?? []) {
        const suspect = compare(place, form, rival, index, phraseScore)
        if (suspect === null) continue
        const key = `${place.text.subject?.criterion} ${form}`
        if (!found.has(key)) found.set(key, misprint(place, suspect.usual, suspect.count))
      }
  return [...found.values()]
}

function timesOf(places: WordPlace[]): number {
  return places.reduce((sum, { text }) => sum + text.times, 0)
}

function foldOf({ phrase, at }: WordPlace): string {
  return phrase[at]?.folded ?? ''
}

/** Where each word of the plan stands, by its marked form. */
function placesOf(phrases: Phrase[]): Map<string, WordPlace[]> {
  const places = new Map<string, WordPlace[]>()
  for (const { text, words } of phrases) {
    const phrase = [edge, ...words, edge]
    for (let at = 1; at < phrase.length - 1; at++) {
      const form = phrase[at]?.marked ?? ''
      const list = places.get(form)
      if (list === undefined) places.set(form, [{ text, phrase, at }])
      else list.push({ text, phrase, at })
    }
  }
  return places
}

/** How often a word stands among the same words, and where first. */
interface Alike {
  count: number
  first: WordPlace | null
}

const none: Alike = { count: 0, first: null }

/**
 * Counts the places of a word that have so many words before and behind in common with a given place. Each word is
 * counted once, when it is first asked for, so that long plans take no longer for each of their words than short ones.
 */
class ContextIndex {
  /** By word, then by how many words before and behind. */
  private readonly counts = new Map<string, Map<string, Alike>[]>()

  /** Only words that are compared are kept: those that have rivals are rivals themselves, or stand once. */
  constructor(
    private readonly places: Map<string, WordPlace[]>,
    private readonly compared: ReadonlySet<string>,
  ) {}

  like(place: WordPlace, form: string, left: number, right: number): Alike {
    const key = contextKey(place, left, right)
    if (key === null) return none
    const sides = this.counts.get(form) ?? []
    this.counts.set(form, sides)
    const side = left * leastWords * 2 + right
    const counts = sides[side] ?? this.count(form, left, right)
    sides[side] = counts
    return counts.get(key) ?? none
  }

  private count(form: string, left: number, right: number): Map<string, Alike> {
    const counts = new Map<string, Alike>()
    const list = this.places.get(form) ?? []
    if (!this.compared.has(form) && list.length > 1) return counts
    for (const place of list) {
      const key = contextKey(place, left, right)
      if (key === null) continue
      const same = counts.get(key)
      if (same === undefined) counts.set(key, { count: place.text.times, first: place })
      else same.count += place.text.times
    }
    return counts
  }
}

/** The words about a place as one text; null where the phrase has not so many, its edges included. */
function contextKey({ phrase, at }: WordPlace, left: number, right: number): string | null {
  if (at - left < 0 || at + right >= phrase.length) return null
  if (left + right === 1) return phrase[at - left + right]?.marked ?? ''
  let key = ''
  for (let index = at - left; index <= at + right; index++)
    if (index !== at) key += `${phrase[index]?.marked} `
  return key
}

interface Suspect {
  usual: WordPlace
  count: number
}

/** Whether the words about a place are those that another word, its rival, usually stands among. */
function compare(
  place: WordPlace,
  form: string,
  rival: string,
  index: ContextIndex,
  phraseScore: (words: string[]) => number,
): Suspect | null {
  // Most places share not even the next word with the rival's; longer contexts are no more frequent.
  const onLeft = index.like(place, rival, 1, 0).count
  const onRight = index.like(place, rival, 0, 1).count
  for (const { words, usual: fewest } of contexts)
    for (let left = 0; left <= words; left++) {
      const right = words - left
      if ((left > 0 && onLeft < fewest) || (right > 0 && onRight < fewest)) continue
      const { count } = index.like(place, rival, left, right)
      if (count < fewest || index.like(place, form, left, right).count * leastShare > count) continue
      const other = nearest(place, rival, index, left, right)
      if (other === null || !hasWords(place, left, right)) continue
      const isSame = foldOf(place) === foldOf(other) && count >= manyTimes
      const isWhole = isSame && index.like(place, rival, widest, widest).count > 0
      const isInside = left > 0 && right > 0
      const least = isSame ? (isWhole ? hardlyLess : likelier) : isInside ? surer : surest
      if (gain(place, other, phraseScore) > least) return { usual: other, count }
    }
  return null
}

/** The first place that is alike; one that shares the word before as well goes first. */
function nearest(
  place: WordPlace,
  rival: string,
  index: ContextIndex,
  left: number,
  right: number,
): WordPlace | null {
  return (
    index.like(place, rival, Math.max(1, left), right).first ?? index.like(place, rival, left, right).first
  )
}

/** The edges of a phrase are no words: three real words at least must be compared. */
function hasWords({ phrase, at }: WordPlace, left: number, right: number): boolean {
  return phrase.slice(at - left, at + right + 1).filter((word) => word !== edge).length >= leastWords
}

const reach = 3

/** How much likelier, in powers of ten, a phrase is with the usual word. */
function gain({ phrase, at }: WordPlace, usual: WordPlace, phraseScore: (words: string[]) => number): number {
  const right = usual.phrase[usual.at]
  if (right === undefined) return 0
  const score = (words: PhraseWord[]): number =>
    phraseScore(
      words
        .slice(Math.max(0, at - reach), at + reach + 1)
        .flatMap((word) => (word === edge ? [] : [word.printed])),
    )
  return score(phrase.with(at, right)) - score(phrase)
}

function misprint({ text, phrase, at }: WordPlace, usual: WordPlace, count: number): Finding {
  const about = (words: PhraseWord[], place: number): string =>
    words
      .slice(Math.max(0, place - 2), place + 3)
      .map(({ printed }) => printed)
      .join(' ')
      .trim()
  return {
    severity: 'info',
    code: 'suspected-typo',
    at: text.at,
    subject: text.subject,
    details: {
      what: 'variant',
      printed: about(phrase, at),
      elsewhere: about(usual.phrase, usual.at),
      times: count,
    },
  }
}
