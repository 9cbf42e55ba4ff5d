import type { Repair } from '../../../schemas/repair.js'
import type { LanguageModel } from '../../language/model/language-model.js'
import type { ChangedLine, LineChange } from '../../language/reading.js'
import { uncertainBelow } from '../changes.js'
import { inRecognisedCase } from '../decode/garbled-case.js'
import type { GarbledReader } from '../decode/restore-garbled.js'
import { type CopySpan, type CopySymbol, likeness, symbolsOf } from './copy-alignment.js'
import { type JointWord, readJointly } from './joint-reading.js'

/**
 * A text that stands on every page, as the header of a table does, is one text in many copies, each of them damaged
 * elsewhere. Its lines are read from all copies together, and every copy gets what they say.
 */

/** A line of a copy. */
interface CopyLine {
  copy: number
  index: number
  text: string
  symbols: CopySymbol[]
}

const fewestCopies = 3
const leastAlike = 0.5
/** What the copies together are less sure of than this leaves each as it was read. */
const leastSure = 0.5
const leastAgreement = 0.25
/** Of the words of a header so many are those that headers have. */
const shareOfUsual = 0.3

/** The lines as all copies want them, each of which is given by its lines; `usual` phrases have most of their words. */
export function readCopies(
  lines: readonly ChangedLine[],
  copies: readonly (readonly number[])[],
  usual: readonly string[],
  reader: GarbledReader,
): ChangedLine[] {
  const mended = [...lines]
  const own = copies.flatMap((indices, copy) =>
    indices.map((index): CopyLine => {
      const text = lines[index]?.text ?? ''
      return { copy, index, text, symbols: symbolsOf(text) }
    }),
  )
  const expected = usualWords(usual, reader.model)
  for (const group of copiesAmong(own)) {
    const pattern = group[0] as CopyLine
    const read = readJointly(
      group.map(({ text }) => text),
      group.map(({ symbols }) => symbols),
      pattern.symbols,
      reader.words,
      reader.latticeOf(usual),
      expected,
    )
    const words = read.filter(({ id }) => expected.has(id))
    const spelled = words.map((word) => spellingOf(word, group, reader.model))
    group.forEach(({ index, symbols }, at) => {
      mended[index] = mend(lines[index] as ChangedLine, symbols, at, words, spelled)
    })
  }
  return mended
}

/** Groups of lines that are copies of each other, one of each copy at most; each begins with the one most alike to all. */
function copiesAmong(lines: readonly CopyLine[]): CopyLine[][] {
  const alike = lines.map((line) =>
    lines.map((other) => (other.copy === line.copy ? 0 : likeness(line.symbols, other.symbols))),
  )
  const left = new Set(lines.map((_, index) => index))
  const groups: CopyLine[][] = []
  for (;;) {
    let best: { sum: number; group: number[] } = { sum: 0, group: [] }
    for (const index of left) {
      const own = bestOfCopies(lines, alike[index] as number[], left)
      const sum = own.reduce((total, other) => total + (alike[index]?.[other] as number), 0)
      if (sum > best.sum) best = { sum, group: [index, ...own] }
    }
    if (best.group.length < fewestCopies) return groups
    groups.push(best.group.map((index) => lines[index] as CopyLine))
    for (const index of best.group) left.delete(index)
  }
}

function bestOfCopies(
  lines: readonly CopyLine[],
  alike: readonly number[],
  left: ReadonlySet<number>,
): number[] {
  const best = new Map<number, number>()
  for (const index of left) {
    const own = alike[index] as number
    if (own < leastAlike) continue
    const { copy } = lines[index] as CopyLine
    const known = best.get(copy)
    if (known === undefined || own > (alike[known] as number)) best.set(copy, index)
  }
  return [...best.values()]
}

function usualWords(phrases: readonly string[], model: LanguageModel): Map<number, number> {
  const ids = [...new Set(phrases.flatMap((phrase) => phrase.toLowerCase().split(/[^\p{L}]+/u)))].flatMap(
    (word) => model.ids.get(word) ?? [],
  )
  return new Map(ids.map((id) => [id, shareOfUsual / ids.length]))
}

/** What was read with certainty and is another word stands in this copy alone. */
function isReadSurely(line: ChangedLine, symbols: readonly CopySymbol[], span: CopySpan): boolean {
  const [from, to] = [symbols[span.from]?.start ?? 0, symbols[span.to - 1]?.end ?? 0]
  return line.changes.some(
    ({ start, repair }) =>
      start < to && start + repair.from.length > from && repair.confidence >= uncertainBelow,
  )
}

/** The word in the case that most copies have it in. */
function spellingOf({ id, spans }: JointWord, copies: readonly CopyLine[], model: LanguageModel): string {
  const form = model.vocabulary[id] ?? ''
  const counts = new Map<string, number>()
  spans.forEach((span, copy) => {
    if (span === null || !span.fits) return
    const own = inRecognisedCase(textOf(copies[copy] as CopyLine, span), form, false)
    counts.set(own, (counts.get(own) ?? 0) + 1)
  })
  return [...counts].reduce((best, own) => (own[1] > best[1] ? own : best), [form, 0] as [string, number])[0]
}

function textOf({ text, symbols }: CopyLine, { from, to }: CopySpan): string {
  return text.slice(symbols[from]?.start ?? 0, symbols[to - 1]?.end ?? 0)
}

function mend(
  line: ChangedLine,
  symbols: readonly CopySymbol[],
  copy: number,
  words: readonly JointWord[],
  spelled: readonly string[],
): ChangedLine {
  const changes: LineChange[] = []
  const covered: { start: number; end: number }[] = []
  words.forEach((word, at) => {
    const span = word.spans[copy] ?? null
    if (span === null || word.confidence < leastSure || word.agreement < leastAgreement) return
    if (!span.fits && isReadSurely(line, symbols, span)) return
    const start = symbols[span.from]?.start ?? 0
    const glued = /[\p{L}\p{N}]$/u.test(line.text.slice(0, start)) ? ' ' : ''
    const end = symbols[span.to - 1]?.end ?? start
    const from = line.text.slice(start, end)
    const to = glued + (spelled[at] as string)
    const sure = span.fits ? word.confidence : word.confidence * Math.min(1, word.agreement + 0.3)
    covered.push({ start, end })
    if (from === to && sure >= uncertainBelow) return
    const confidence = Math.min(1, Math.round(sure * 1000) / 1000)
    const repair: Repair = { from, to, method: 'ocr', confidence, alternatives: [] }
    changes.push({ start, repair })
  })
  const others = line.changes.filter(({ start, repair }) =>
    covered.every((own) => start + repair.from.length <= own.start || start >= own.end),
  )
  return { text: line.text, changes: [...others, ...changes].sort((a, b) => a.start - b.start) }
}
