import type { Issue } from '../../schemas/message.js'
import { type PhraseWord, type PlanText, phrasesOf } from './plan-texts.js'
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
const widest = 3
/** How many times as often as the other. */
const leastShare = 2
/** By how many powers of ten the usual word must be likelier in the phrase; more where it ends the compared words. */
const surer = 1
const surest = 2
/** Stands for the beginning and the end of a phrase. */
const edge: PhraseWord = { printed: '', marked: '|', folded: '|' }

/**
 * A plan measured by itself: a phrase that it writes one way again and again and once with another mark or letter
 * ('công thông tin điện tử' among many 'cổng thông tin điện tử') is probably misprinted there, if the other wording is
 * also the likelier one: `phraseScore` is the logarithm of a phrase's probability.
 */
export function suspectVariants(texts: PlanText[], phraseScore: (words: string[]) => number): Issue[] {
  const places = placesOf(texts)
  const forms = countForms(new Map([...places].map(([form, list]) => [form, list.length])))
  const rivals = new Map([...places.keys()].map((form) => [form, rivalsOf(form, forms)]))
  const found = new Map<string, Issue>()
  const index = new NeighbourIndex(places, new Set([...rivals.values()].flat()))
  for (const [form, list] of rivals)
    for (const rival of list)
      for (const place of places.get(form) ?? []) {
        const usual = index.like(place, rival)
        const key = `${place.text.target} ${form}`
        if (usual.length === 0 || found.has(key)) continue
        const suspect = compare(place, index.like(place, form), usual, phraseScore)
        if (suspect !== null) found.set(key, misprint(place, suspect.usual, suspect.count))
      }
  return [...found.values()]
}

/** Where each word of the plan stands, by its marked form. */
function placesOf(texts: PlanText[]): Map<string, WordPlace[]> {
  const places = new Map<string, WordPlace[]>()
  const known = new Map<string, PhraseWord>()
  for (const text of texts)
    for (const words of phrasesOf(text.text, known)) {
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

/** Finds the places of a word that have the same word before, or behind, as a given place. */
class NeighbourIndex {
  private readonly before = new Map<string, Map<string, WordPlace[]>>()
  private readonly behind = new Map<string, Map<string, WordPlace[]>>()

  /** Only words that are compared are kept: those that have rivals are rivals themselves, or stand once. */
  constructor(places: Map<string, WordPlace[]>, compared: ReadonlySet<string>) {
    for (const [form, list] of places) {
      if (!compared.has(form) && list.length > 1) continue
      this.before.set(form, byWord(list, -1))
      this.behind.set(form, byWord(list, 1))
    }
  }

  like({ phrase, at }: WordPlace, form: string): WordPlace[] {
    const before = this.before.get(form)?.get(phrase[at - 1]?.marked ?? '') ?? []
    const behind = this.behind.get(form)?.get(phrase[at + 1]?.marked ?? '') ?? []
    if (before.length === 0) return behind
    return behind.length === 0 ? before : [...new Set([...before, ...behind])]
  }
}

function byWord(list: WordPlace[], step: 1 | -1): Map<string, WordPlace[]> {
  const index = new Map<string, WordPlace[]>()
  for (const place of list) {
    const word = place.phrase[place.at + step]?.marked ?? ''
    const same = index.get(word)
    if (same === undefined) index.set(word, [place])
    else same.push(place)
  }
  return index
}

interface Suspect {
  usual: WordPlace
  count: number
}

/** Whether the words about a place are those that another word usually stands among; `own` are the word's own places. */
function compare(
  place: WordPlace,
  own: WordPlace[],
  usual: WordPlace[],
  phraseScore: (words: string[]) => number,
): Suspect | null {
  const sides = usual.map((other) => agreement(place, other))
  const ownSides = own.map((other) => agreement(place, other))
  for (const { words, usual: least } of contexts)
    for (let left = 0; left <= words; left++) {
      const right = words - left
      const fits = ([l, r]: Agreement): boolean => l >= left && r >= right
      const count = sides.filter(fits).length
      if (count < least || ownSides.filter(fits).length * leastShare > count) continue
      const other = usual[sides.findIndex(fits)]
      if (other === undefined || !hasWords(place, left, right)) continue
      const isInside = left > 0 && right > 0
      if (gain(place, other, phraseScore) > (isInside ? surer : surest)) return { usual: other, count }
    }
  return null
}

type Agreement = readonly [left: number, right: number]

/** How many words before and behind two places are the same, three at most. */
function agreement(a: WordPlace, b: WordPlace): Agreement {
  return [along(a, b, -1), along(a, b, 1)]
}

function along(a: WordPlace, b: WordPlace, step: 1 | -1): number {
  let same = 0
  while (same < widest) {
    const [one, other] = [a.phrase[a.at + step * (same + 1)], b.phrase[b.at + step * (same + 1)]]
    if (one === undefined || one.marked !== other?.marked) break
    same++
  }
  return same
}

/** The edges of a phrase are no words: three real words at least must be compared. */
function hasWords({ phrase, at }: WordPlace, left: number, right: number): boolean {
  return phrase.slice(at - left, at + right + 1).filter((word) => word !== edge).length >= widest
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

function misprint({ text, phrase, at }: WordPlace, usual: WordPlace, count: number): Issue {
  const about = (words: PhraseWord[], place: number): string =>
    words
      .slice(Math.max(0, place - 2), place + 3)
      .map(({ printed }) => printed)
      .join(' ')
      .trim()
  return {
    severity: 'info',
    code: 'suspected-typo',
    message: `Probably misprinted, kept as printed: "${about(phrase, at)}"; elsewhere the plan has "${about(usual.phrase, usual.at)}" (${count} times).`,
    at: text.at,
    target: text.target,
  }
}
