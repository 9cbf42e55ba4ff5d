import { withoutMarks } from '../../../src/language/plain.js'
import { placeTone } from '../../../src/language/syllable.js'
import { isUncertain } from '../../../src/repair/changes.js'
import { type LanguageModel, repairText, type TextChange } from '../../../src/repair/index.js'
import { normalizeForm } from '../../../src/repair/orthography/form.js'

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
  const text = clean
    .split('\n')
    .map((line) => normalizeForm(line).text)
    .join('\n')
  const stripped = withoutMarks(text)
  const began = performance.now()
  const { value } = repairText(stripped, { mode: 'auto', model })
  const milliseconds = performance.now() - began
  const figures: Figures = { ...emptyFigures(), milliseconds }
  const found = value.text.split('\n')
  const strippedLines = stripped.split('\n')
  const changes = byLine(value.changes)
  text.split('\n').forEach((line, index) => {
    const raw = strippedLines[index] ?? ''
    const uncertain = uncertainWords(changes.get(index + 1) ?? [], raw)
    compareLine({ clean: line, raw, found: found[index] ?? '' }, uncertain, model, figures)
  })
  return figures
}

function compareLine(
  line: { clean: string; raw: string; found: string },
  uncertain: ReadonlyMap<number, string>,
  model: LanguageModel,
  figures: Figures,
): void {
  for (const { index, 0: expected } of line.clean.matchAll(word)) {
    const truth = folded(expected)
    const found = folded(line.found.slice(index, index + expected.length))
    const raw = line.raw.slice(index, index + expected.length).toLowerCase()
    const likeliest = uncertain.get(index)
    figures.words++
    if (found === truth) figures.right++
    if (folded(likeliest ?? found) === truth) figures.rightAtBest++
    if (mostFrequent(raw, model) === truth) figures.unigramRight++
    if (likeliest !== undefined) figures.flagged++
    else if (found === truth) figures.unflaggedRight++
  }
}

function byLine(changes: readonly TextChange[]): Map<number, TextChange[]> {
  const lines = new Map<number, TextChange[]>()
  for (const change of changes) lines.set(change.line, [...(lines.get(change.line) ?? []), change])
  return lines
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

/** Offsets of the words of a line that were pointed out, with the likeliest reading of each. */
function uncertainWords(changes: readonly TextChange[], line: string): Map<number, string> {
  const found = new Map<number, string>()
  let at = 0
  for (const change of changes) {
    const start = wordAt(line, change.from, at)
    at = start + change.from.length
    if (!isUncertain(change)) continue
    const keptRaw = change.from === change.to && (change.alternatives[0]?.confidence ?? 0) > change.confidence
    found.set(start, keptRaw ? (change.alternatives[0]?.text ?? change.to) : change.to)
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
