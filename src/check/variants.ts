import levenshtein from 'fast-levenshtein'
import type { Issue } from '../../schemas/message.js'
import type { Plan } from '../../schemas/plan.js'
import { type PhraseWord, type PlanText, phrasesOf, textsOf } from './plan-texts.js'

/** One wording of a phrase, and where it stands. */
interface Wording {
  words: PhraseWord[]
  count: number
  first: PlanText
}

const sizes = [3, 4]
const longest = 4
/** How often the usual wording must stand: fewer times where more words agree. */
const leastUsual = (words: number): number => (words >= longest ? 2 : 3)
/** How many times as often as the other. */
const leastShare = 2
/** By how many powers of ten the usual wording must be likelier. */
const surer = 1
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
  for (const first of texts)
    for (const phrase of phrasesOf(first.text).map((words) => [edge, ...words, edge]))
      for (let at = 0; at + size <= phrase.length; at++) {
        const words = phrase.slice(at, at + size)
        if (words.filter((word) => word !== edge).length < Math.min(...sizes)) continue
        add(windows, words.map(({ folded }) => folded).join(' '), words, first)
        if (size < longest) continue
        for (const [open, word] of words.entries())
          if (isDoubtful(word, counts) || isUsual(word, counts))
            add(
              windows,
              words.map(({ marked }, index) => (index === open ? '·' : marked)).join(' '),
              words,
              first,
            )
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

function add(windows: Windows, key: string, words: PhraseWord[], first: PlanText): void {
  const wordings = windows.get(key) ?? new Map<string, Wording>()
  const own = words.map(({ marked }) => marked).join(' ')
  const known = wordings.get(own)
  if (known === undefined) wordings.set(own, { words, count: 1, first })
  else known.count++
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
    const least = leastUsual(usual.words.length)
    if (other === usual || usual.count < least || other.count * leastShare > usual.count) return []
    const at = other.words.flatMap((word, index) =>
      word.marked === usual.words[index]?.marked ? [] : [index],
    )
    const [odd, right] = [other.words[at[0] ?? 0], usual.words[at[0] ?? 0]]
    const isInside = at[0] !== 0 && at[0] !== other.words.length - 1
    if (at.length !== 1 || !isInside || odd === undefined || right === undefined) return []
    const scores = [other, usual].map(({ words }) => phraseScore(words.map(({ printed }) => printed)))
    const isUnusual = (scores[0] ?? 0) + surer < (scores[1] ?? 0)
    if (!isUnusual || !isMisprint(odd, right, counts)) return []
    return [{ odd: odd.marked, issue: misprint(other, usual) }]
  })
}

/** Other marks on the same letters, or one letter more, less or other in a word that stands nowhere else. */
function isMisprint(odd: PhraseWord, right: PhraseWord, counts: Map<string, number>): boolean {
  if (odd.folded === right.folded) return true
  const isClose = levenshtein.get(odd.folded, right.folded) === 1
  return isClose && counts.get(odd.marked) === 1 && Math.max(odd.folded.length, right.folded.length) >= 3
}

function misprint({ words, first }: Wording, usual: Wording): Issue {
  const text = (list: PhraseWord[]): string =>
    list
      .map(({ printed }) => printed)
      .join(' ')
      .trim()
  return {
    severity: 'info',
    code: 'suspected-typo',
    message: `Probably misprinted, kept as printed: "${text(words)}"; elsewhere the plan has "${text(usual.words)}" (${usual.count} times).`,
    at: first.at,
    target: first.target,
  }
}
