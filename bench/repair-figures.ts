import { isUncertain } from '../src/repair/changes.js'
import { type LanguageModel, repairText } from '../src/repair/index.js'
import { withoutMarks } from '../src/repair/plain.js'
import { placeTone } from '../src/repair/syllable.js'

/** What restoring the marks of a stripped text gave, in counts of words and milliseconds. */
export interface Figures {
  words: number
  right: number
  /** Right when for words that were kept raw the likeliest reading is taken. */
  rightAtBest: number
  unigramRight: number
  flagged: number
  unflaggedRight: number
  milliseconds: number
}

const word = /\p{L}+/gu

/** Strips a clean text, restores it and compares word by word (case and place of the tone mark folded). */
export function measureStripped(clean: string, model: LanguageModel): Figures {
  const text = clean.normalize('NFC')
  const stripped = withoutMarks(text)
  const began = performance.now()
  const { value } = repairText(stripped, { mode: 'auto', model })
  const milliseconds = performance.now() - began
  const uncertain = uncertainWords(value.changes, stripped)
  const figures: Figures = emptyFigures()
  figures.milliseconds = milliseconds
  for (const { index, 0: expected } of text.matchAll(word)) {
    const truth = folded(expected)
    const found = folded(value.text.slice(index, index + expected.length))
    const raw = stripped.slice(index, index + expected.length).toLowerCase()
    const doubt = uncertain.get(index)
    figures.words++
    if (found === truth) figures.right++
    if (folded(doubt?.best ?? found) === truth) figures.rightAtBest++
    if (mostFrequent(raw, model) === truth) figures.unigramRight++
    if (doubt !== undefined) figures.flagged++
    else if (found === truth) figures.unflaggedRight++
  }
  return figures
}

export function emptyFigures(): Figures {
  return {
    words: 0,
    right: 0,
    rightAtBest: 0,
    unigramRight: 0,
    flagged: 0,
    unflaggedRight: 0,
    milliseconds: 0,
  }
}

function folded(text: string): string {
  return placeTone(text.toLowerCase())
}

function mostFrequent(raw: string, model: LanguageModel): string {
  const [first, end] = model.readings.get(raw) ?? [0, 0]
  let best = first
  for (let id = first; id < end; id++) {
    if ((model.unigram[id] as number) > (model.unigram[best] as number)) best = id
  }
  return end === 0 ? raw : (model.vocabulary[best] ?? raw)
}

/** Offsets of the words that were pointed out, with the likeliest reading of each. */
function uncertainWords(
  changes: ReturnType<typeof repairText>['value']['changes'],
  stripped: string,
): Map<number, { best: string }> {
  const starts = [0]
  for (const { index } of stripped.matchAll(/\n/gu)) starts.push(index + 1)
  const found = new Map<number, { best: string }>()
  let line = 0
  let at = 0
  for (const change of changes) {
    if (change.line !== line) at = starts[change.line - 1] ?? 0
    line = change.line
    const start = wordAt(stripped, change.from, at)
    at = start + change.from.length
    const kept = change.from === change.to ? (change.alternatives[0]?.text ?? change.to) : change.to
    if (isUncertain(change)) found.set(start, { best: change.confidence < 0.4 ? kept : change.to })
  }
  return found
}

/** Where `wanted` stands as a whole word from `at` on. */
function wordAt(text: string, wanted: string, at: number): number {
  for (let start = text.indexOf(wanted, at); start >= 0; start = text.indexOf(wanted, start + 1)) {
    const around = (text[start - 1] ?? ' ') + (text[start + wanted.length] ?? ' ')
    if (!/\p{L}/u.test(around)) return start
  }
  return at
}
