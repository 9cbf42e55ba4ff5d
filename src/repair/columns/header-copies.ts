import type { Repair } from '../../../schemas/repair.js'
import { uncertainBelow } from '../changes.js'
import { inRecognisedCase } from '../decode/garbled-case.js'
import type { ChangedLine, GarbledReader, LineChange } from '../decode/restore-garbled.js'
import type { LanguageModel } from '../model/language-model.js'
import { wordsOfHeaders } from '../unweave-header-words.js'
import { type CopySpan, type CopySymbol, likeness, symbolsOf } from './copy-alignment.js'
import { type JointWord, readJointly } from './joint-reading.js'

/**
 * The header of a table stands on every page: one text in many copies, each of them damaged elsewhere. Its lines are
 * read from all copies together, and every copy gets what they say.
 */

/** A line of a header; `header` counts the headers of the table. */
interface HeaderLine {
  header: number
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

/** The lines with the headers of a table as all their copies want them. `headers` are indices of lines. */
export function withHeaderCopies(
  lines: readonly ChangedLine[],
  headers: readonly (readonly number[])[],
  reader: GarbledReader,
): ChangedLine[] {
  const mended = [...lines]
  const own = headers.flatMap((indices, header) =>
    indices.map((index): HeaderLine => {
      const text = lines[index]?.text ?? ''
      return { header, index, text, symbols: symbolsOf(text) }
    }),
  )
  const expected = usualWords(reader.model)
  for (const copies of copiesAmong(own)) {
    const pattern = copies[0] as HeaderLine
    const read = readJointly(
      copies.map(({ text }) => text),
      copies.map(({ symbols }) => symbols),
      pattern.symbols,
      reader.words,
      reader.latticeOf(wordsOfHeaders),
      expected,
    )
    const words = read.filter(({ id }) => expected.has(id))
    const spelled = words.map((word) => spellingOf(word, copies, reader.model))
    copies.forEach(({ index, symbols }, copy) => {
      mended[index] = mend(lines[index] as ChangedLine, symbols, copy, words, spelled)
    })
  }
  return mended
}

/** Groups of lines that are copies of each other, one of a header at most; each begins with the one most alike to all. */
function copiesAmong(lines: readonly HeaderLine[]): HeaderLine[][] {
  const alike = lines.map((line) =>
    lines.map((other) => (other.header === line.header ? 0 : likeness(line.symbols, other.symbols))),
  )
  const left = new Set(lines.map((_, index) => index))
  const groups: HeaderLine[][] = []
  for (;;) {
    let best: { sum: number; group: number[] } = { sum: 0, group: [] }
    for (const index of left) {
      const own = bestOfHeaders(lines, alike[index] as number[], left)
      const sum = own.reduce((total, other) => total + (alike[index]?.[other] as number), 0)
      if (sum > best.sum) best = { sum, group: [index, ...own] }
    }
    if (best.group.length < fewestCopies) return groups
    groups.push(best.group.map((index) => lines[index] as HeaderLine))
    for (const index of best.group) left.delete(index)
  }
}

function bestOfHeaders(
  lines: readonly HeaderLine[],
  alike: readonly number[],
  left: ReadonlySet<number>,
): number[] {
  const best = new Map<number, number>()
  for (const index of left) {
    const own = alike[index] as number
    if (own < leastAlike) continue
    const { header } = lines[index] as HeaderLine
    const known = best.get(header)
    if (known === undefined || own > (alike[known] as number)) best.set(header, index)
  }
  return [...best.values()]
}

function usualWords(model: LanguageModel): Map<number, number> {
  const ids = [
    ...new Set(wordsOfHeaders.flatMap((phrase) => phrase.toLowerCase().split(/[^\p{L}]+/u))),
  ].flatMap((word) => model.ids.get(word) ?? [])
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
function spellingOf({ id, spans }: JointWord, copies: readonly HeaderLine[], model: LanguageModel): string {
  const form = model.vocabulary[id] ?? ''
  const counts = new Map<string, number>()
  spans.forEach((span, copy) => {
    if (span === null || !span.fits) return
    const own = inRecognisedCase(textOf(copies[copy] as HeaderLine, span), form, false)
    counts.set(own, (counts.get(own) ?? 0) + 1)
  })
  return [...counts].reduce((best, own) => (own[1] > best[1] ? own : best), [form, 0] as [string, number])[0]
}

function textOf({ text, symbols }: HeaderLine, { from, to }: CopySpan): string {
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
