import levenshtein from 'fast-levenshtein'
import type { Issue } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'
import { type PhraseWord, type PlanText, phrasesOf, textsOf } from './plan-texts.js'

/** One wording of a phrase, and where it stands. */
interface Wording {
  words: PhraseWord[]
  count: number
  places: WordingPlace[]
}

/** A place of a wording: its text, its phrase, and where in it the wording begins. */
interface WordingPlace {
  text: PlanText
  phrase: PhraseWord[]
  begin: number
}

const sizes = [3, 4]
const longest = 4
/** How often the usual wording must stand: fewer times where more words agree. */
const leastUsual = (words: number): number => (words >= longest ? 2 : 3)
/** How many times as often as the other. */
const leastShare = 2
/** By how many powers of ten the usual word must be likelier in the phrase; more where it ends the compared words. */
const surer = 1
const surest = 2
/** How many places of one wording are told. */
const mostPlaces = 8
/** Stand for the beginning and the end of a phrase. */
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
  const texts = textsOf(plan)
  const words = countWords(texts)
  const found = new Map<string, Issue>()
  for (const size of sizes)
    for (const wordings of windowsOf(texts, size, words).values())
      for (const { odd, issue } of compareWordings([...wordings.values()], words, phraseScore)) {
        const key = `${issue.target} ${odd}`
        if (!found.has(key)) found.set(key, issue)
      }
  return [...found.values()]
}

/** How often each word stands in the plan. */
function countWords(texts: PlanText[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { marked } of texts.flatMap(({ text }) => phrasesOf(text)).flat())
    counts.set(marked, (counts.get(marked) ?? 0) + 1)
  return counts
}

type Windows = Map<string, Map<string, Wording>>

/** All stretches of some words: under their folded form, and under the form with one rare word left open. */
function windowsOf(texts: PlanText[], size: number, counts: Map<string, number>): Windows {
  const windows: Windows = new Map()
  for (const text of texts)
    for (const phrase of phrasesOf(text.text).map((words) => [edge, ...words, edge]))
      for (let at = 0; at + size <= phrase.length; at++) {
        const words = phrase.slice(at, at + size)
        if (words.filter((word) => word !== edge).length < Math.min(...sizes)) continue
        const wording = { words, count: 1, places: [{ text, phrase, begin: at }] }
        add(windows, words.map(({ folded }) => folded).join(' '), wording)
        if (size < longest) continue
        for (const [open, word] of words.entries())
          if (isDoubtful(word, counts) || isUsual(word, counts))
            add(windows, words.map(({ marked }, index) => (index === open ? '·' : marked)).join(' '), wording)
      }
  return windows
}

function isDoubtful({ marked }: PhraseWord, counts: Map<string, number>): boolean {
  return counts.get(marked) === 1 && !/^[ivx]+$/u.test(marked)
}

const leastOften = 4

function isUsual({ marked }: PhraseWord, counts: Map<string, number>): boolean {
  return (counts.get(marked) ?? 0) >= leastOften
}

function add(windows: Windows, key: string, wording: Wording): void {
  const wordings = windows.get(key) ?? new Map<string, Wording>()
  const own = wording.words.map(({ marked }) => marked).join(' ')
  const known = wordings.get(own)
  if (known === undefined) wordings.set(own, { ...wording, places: [...wording.places] })
  else {
    known.count++
    if (known.places.length < mostPlaces) known.places.push(...wording.places)
  }
  windows.set(key, wordings)
}

function compareWordings(
  wordings: Wording[],
  counts: Map<string, number>,
  phraseScore: (words: string[]) => number,
): { odd: string; issue: Issue }[] {
  if (wordings.length < 2) return []
  const usual = wordings.reduce((a, b) => (b.count > a.count ? b : a))
  return wordings.flatMap((other) => {
    if (
      other === usual ||
      usual.count < leastUsual(usual.words.length) ||
      other.count * leastShare > usual.count
    )
      return []
    const at = other.words.flatMap((word, index) =>
      word.marked === usual.words[index]?.marked ? [] : [index],
    )
    const [odd, right] = [other.words[at[0] ?? 0], usual.words[at[0] ?? 0]]
    const isInside = at[0] !== 0 && at[0] !== other.words.length - 1
    if (at.length !== 1 || odd === undefined || right === undefined) return []
    if (!isMisprint(odd, right, counts)) return []
    const least = isInside ? surer : surest
    return other.places
      .filter((place) => gain(place, at[0] ?? 0, right, phraseScore) > least)
      .map(({ text }) => ({ odd: odd.marked, issue: misprint(other, usual, text) }))
  })
}

const reach = 3

/** How much likelier, in powers of ten, the phrase at a place is with another word at one place of it. */
function gain(
  { phrase, begin }: WordingPlace,
  index: number,
  right: PhraseWord,
  phraseScore: (words: string[]) => number,
): number {
  const place = begin + index
  const [from, to] = [Math.max(0, place - reach), place + reach + 1]
  const score = (words: PhraseWord[]): number =>
    phraseScore(words.slice(from, to).flatMap((word) => (word === edge ? [] : [word.printed])))
  return score(phrase.with(place, right)) - score(phrase)
}

/** Other marks on the same letters, or one letter more, less or other in a word that stands nowhere else. */
function isMisprint(odd: PhraseWord, right: PhraseWord, counts: Map<string, number>): boolean {
  if (odd.folded === right.folded) return true
  const isClose = levenshtein.get(odd.folded, right.folded) === 1
  return isClose && counts.get(odd.marked) === 1 && right.folded.length >= 2
}

function misprint({ words }: Wording, usual: Wording, { at, target }: PlanText): Issue {
  const text = (list: PhraseWord[]): string =>
    list
      .map(({ printed }) => printed)
      .join(' ')
      .trim()
  return {
    severity: 'info',
    code: 'suspected-typo',
    message: `Probably misprinted, kept as printed: "${text(words)}"; elsewhere the plan has "${text(usual.words)}" (${usual.count} times).`,
    at,
    target,
  }
}
