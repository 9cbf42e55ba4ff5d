import type { Issue } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'
import { type PhraseWord, type PlanText, phrasesOf, textsOf } from './plan-texts.js'
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
export function suspectVariants(
  plan: Pick<Plan, 'outline' | 'appendices'>,
  phraseScore: (words: string[]) => number,
): Issue[] {
  const { places, besides } = placesOf(textsOf(plan))
  const forms = countForms(new Map([...places].map(([form, list]) => [form, list.length])))
  const found = new Map<string, Issue>()
  const like = (place: WordPlace, form: string): WordPlace[] => [
    ...new Set(neighbourKeys(place, form).flatMap((key) => besides.get(key) ?? [])),
  ]
  for (const [form, odd] of places)
    for (const rival of rivalsOf(form, forms))
      for (const place of odd) {
        const usual = like(place, rival)
        const key = `${place.text.target} ${form}`
        if (usual.length === 0 || found.has(key)) continue
        const suspect = compare(place, like(place, form), usual, phraseScore)
        if (suspect !== null) found.set(key, misprint(place, suspect.usual, suspect.count))
      }
  return [...found.values()]
}

/** The keys of the places of a word that have the same word before, or behind, as a given place. */
function neighbourKeys({ phrase, at }: WordPlace, form: string): [string, string] {
  return [`${phrase[at - 1]?.marked} ${form} ·`, `· ${form} ${phrase[at + 1]?.marked}`]
}

interface Places {
  /** By the word's marked form. */
  places: Map<string, WordPlace[]>
  /** By the word and its neighbour. */
  besides: Map<string, WordPlace[]>
}

/** Where each word of the plan stands. */
function placesOf(texts: PlanText[]): Places {
  const places = new Map<string, WordPlace[]>()
  const besides = new Map<string, WordPlace[]>()
  for (const text of texts)
    for (const words of phrasesOf(text.text)) {
      const phrase = [edge, ...words, edge]
      for (let at = 1; at < phrase.length - 1; at++) {
        const place = { text, phrase, at }
        const form = phrase[at]?.marked ?? ''
        push(places, form, place)
        for (const key of neighbourKeys(place, form)) push(besides, key, place)
      }
    }
  return { places, besides }
}

function push(map: Map<string, WordPlace[]>, key: string, place: WordPlace): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [place])
  else known.push(place)
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
