import type { AlignedPair } from '../../language/align.js'
import { plain } from '../../language/plain.js'
import { isSyllable } from '../../language/syllable.js'
import {
  fewestLongCopies,
  fewestVotes,
  fewestWords,
  leastShared,
  mostDifferent,
  mostSureOfCopies,
  rounds,
  sureInCopies,
} from '../parameters.js'
import type { CellText, CellWord, RepeatedText } from './repeated-texts.js'
import { alignTexts, type CopyText, type CopyWord, isCheaper, lettersOf } from './word-alignment.js'

/**
 * Long cells of a column that say the same, every one of them damaged elsewhere: what most of them say, word by word,
 * mends them all. Words that were read with certainty stay.
 */

/** By cell, what it says when it is mended by its copies; cells without copies or damage are not in it. */
export function mendedCopies<Cell>(column: ReadonlyMap<Cell, CellText>): Map<Cell, RepeatedText> {
  const found = new Map<Cell, RepeatedText>()
  const ids = new Map<string, number>()
  const cells = [...column].flatMap(([cell, words]): [Cell, CopyText][] =>
    words.length >= fewestWords ? [[cell, words.map((word) => copyWord(word, ids))]] : [],
  )
  const copiesOf = copiesAmong(cells.map(([, words]) => words))
  const left = new Set(cells.keys())
  for (;;) {
    const clusters = [...left].map((own) => (copiesOf[own] ?? []).filter((other) => left.has(other)))
    const largest = clusters.reduce((best, own) => (own.length > best.length ? own : best), [])
    if (largest.length < fewestLongCopies) return found
    const copies = largest.map((at) => cells[at] as [Cell, CopyText])
    const text = commonText(copies.map(([, words]) => words))
    for (const [cell, words] of copies) {
      const mended = mend(words, text)
      if (mended.text !== textOf(words)) found.set(cell, mended)
    }
    for (const at of largest) left.delete(at)
  }
}

/** For every text the places of those that are its copies, itself first. */
function copiesAmong(texts: readonly CopyText[]): number[][] {
  const groups = sameTexts(texts)
  const distinct = groups.map(([first = 0]) => texts[first] as CopyText)
  const bags = distinct.map((words) => new Set(words.filter(({ solid }) => solid).map(({ key }) => key)))
  const alike = groups.map((group) => [group])
  distinct.forEach((words, group) => {
    for (let other = group + 1; other < distinct.length; other++) {
      const [bag, otherBag] = [bags[group] as Set<string>, bags[other] as Set<string>]
      if (!shareWords(bag, otherBag) || !areCopies(words, distinct[other] as CopyText)) continue
      alike[group]?.push(groups[other] as number[])
      alike[other]?.push(groups[group] as number[])
    }
  })
  const copies: number[][] = []
  groups.forEach((group, index) => {
    const all = (alike[index] ?? []).flat().sort((a, b) => a - b)
    for (const place of group) copies[place] = [place, ...all.filter((other) => other !== place)]
  })
  return copies
}

/** The places of texts that nothing tells apart: in long tables many cells say the same. */
function sameTexts(texts: readonly CopyText[]): number[][] {
  const places = new Map<string, number[]>()
  texts.forEach((words, place) => {
    const signature = words.map(({ id, solid }) => (solid ? id : -1 - id)).join(' ')
    const same = places.get(signature)
    if (same === undefined) places.set(signature, [place])
    else same.push(place)
  })
  return [...places.values()]
}

function shareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared >= leastShared * Math.min(a.size, b.size)
}

function areCopies(a: CopyText, b: CopyText): boolean {
  if (2 * Math.min(a.length, b.length) < Math.max(a.length, b.length)) return false
  return isCheaper(a, b, mostDifferent * Math.max(a.length, b.length))
}

/** What most copies say: it begins as the surest of them and is mended by the others. */
function commonText(copies: readonly CopyText[]): CopyText {
  const solidness = (words: CopyText): number => words.filter(({ solid }) => solid).length
  let text = copies.reduce((best, words) => (solidness(words) > solidness(best) ? words : best))
  for (let round = 0; round < rounds; round++) text = elected(text, copies)
  return text
}

/** Votes for what stands at a place of a text: every copy that is sure there has one. */
function elected(text: CopyText, copies: readonly CopyText[]): CopyText {
  const votes = Array.from({ length: 2 * text.length + 1 }, () => new Map<string, CopyText[]>())
  for (const words of copies) {
    const ballot = ballotOf(text, words)
    ballot.forEach((own, slot) => {
      if (own === null) return
      const key = own.map(({ key }) => key).join(' ')
      const box = votes[slot] as Map<string, CopyText[]>
      box.set(key, [...(box.get(key) ?? []), own])
    })
  }
  return votes.flatMap((box, slot) => {
    const own = slot % 2 === 1 ? [text[(slot - 1) / 2] as CopyWord] : []
    const [winner] = [...box.values()].sort((a, b) => b.length - a.length)
    if (winner === undefined || winner.length < fewestVotes)
      return own.map((word) => ({ ...word, solid: false }))
    return (winner[0] ?? []).map((word, at) => ({
      ...word,
      text: spelling(winner.map((cell) => cell[at]?.text ?? '')),
    }))
  })
}

/**
 * What a copy says of the places of a text: odd slots are its words, even ones lie between them. Null where the copy
 * is not sure: at its unsure words, and at what is lost beside them.
 */
function ballotOf(text: CopyText, words: CopyText): (CopyText | null)[] {
  const ballot = Array.from({ length: 2 * text.length + 1 }, (): CopyWord[] | null => [])
  const pairs = alignTexts(text, words).pairs()
  const isUnsure = ([, at]: AlignedPair): boolean => at !== null && !(words[at] as CopyWord).solid
  let slot = 0
  pairs.forEach((pair, index) => {
    const [own, at] = pair
    const target = own === null ? slot : 2 * own + 1
    if (own !== null) slot = target + 1
    const spoilt = isUnsure(pair) || (at === null && isBeside(pairs, index, 1, isUnsure))
    if (spoilt) for (const place of [target - 1, target, target + 1]) spoil(ballot, place)
    else if (at !== null) ballot[target]?.push(words[at] as CopyWord)
  })
  return ballot
}

function spoil(ballot: (CopyText | null)[], place: number): void {
  if (ballot[place]?.length === 0) ballot[place] = null
}

/** The cell's own words where they are sure, and those of its copies elsewhere. */
function mend(words: CopyText, text: CopyText): RepeatedText {
  const aligned = alignTexts(words, text)
  const pairs = aligned.pairs()
  const isUnsure = ([at]: AlignedPair): boolean => at !== null && !(words[at] as CopyWord).solid
  const mended = pairs.flatMap((pair, index): string[] => {
    const [at, to] = pair
    const own = at === null ? null : (words[at] as CopyWord)
    const other = to === null ? null : (text[to] as CopyWord)
    if (own === null) return other?.solid === true && isBeside(pairs, index, 0, isUnsure) ? [other.text] : []
    if (other === null) return own.solid ? [own.text] : []
    return [own.solid || !other.solid ? own.text : other.text]
  })
  const confidence = mostSureOfCopies * (1 - aligned.cost / Math.max(words.length, text.length))
  return { text: mended.join(' '), confidence: Math.round(Math.max(0.1, confidence) * 1000) / 1000 }
}

/** What a side of the pairs has lost stands beside something that nobody could read, or beside what is lost with it. */
function isBeside(
  pairs: readonly AlignedPair[],
  index: number,
  side: 0 | 1,
  isUnsure: (pair: AlignedPair) => boolean,
): boolean {
  return [-1, 1].some((step) => {
    let at = index + step
    while (pairs[at]?.[side] === null) at += step
    const pair = pairs[at]
    return pair !== undefined && isUnsure(pair)
  })
}

/** What nobody could read stands as it was recognised, and is no word. */
function copyWord(word: CellWord, ids: Map<string, number>): CopyWord {
  const core = word.text.replace(/^[("“]+|[)"”.,;:]+$/gu, '')
  const isWord = isSyllable(core) || /^\p{Lu}{2,}(?:&\p{Lu}+)?$/u.test(core) || /^\d{3,}$/u.test(core)
  const key = plain(word.text).replace(/[^\p{L}\d]/gu, '')
  const id = ids.get(key) ?? ids.size
  ids.set(key, id)
  return { ...word, key, id, letters: lettersOf(key), solid: word.confidence >= sureInCopies && isWord }
}

/** The spelling that most have. */
function spelling(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].reduce((best, own) => (own[1] > best[1] ? own : best))[0]
}

const textOf = (words: CopyText): string => words.map(({ text }) => text).join(' ')
