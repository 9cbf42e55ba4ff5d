import type { Cell, Document, Page } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { LanguageModel } from '../language/model/language-model.js'
import { ok, type Result, sourceCell } from '../result.js'
import { isUncertain, type RepairedLine } from './changes.js'
import { type LightLine, type LightRead, LightReader } from './decode/light-reader.js'
import { type TextSlot, textSlots } from './document-texts.js'
import { type Channel, loadChannel } from './model/channel.js'
import { judgeDamage } from './model/damage.js'
import { certaintyOf, noDoubts, type TextDoubts, wrongShare } from './proofread/light-certainty.js'
import { UsualWording } from './proofread/usual-wording.js'
import { doubtfulReadings } from './repair-text.js'

export interface LightOptions {
  model: LanguageModel
  /** How recognition with the Vietnamese model misreads letters. */
  channel: Channel
  /** What the document may well contain: names of agencies, words of table headers. */
  phrases?: readonly string[]
  /** Told what speaks against the text of each cell. */
  onCell?: (at: Place, doubts: TextDoubts) => void
}

/** Beside what is read rightly nearly always, letters may borrow only so much of the misreadings of those like them. */
const lending = 0.03

/** Reads `models/ocr-vie.tsv`. */
export function loadLightChannel(table: string): Channel {
  return loadChannel(table, lending)
}

/** Whether a document has pages that were recognised from images. */
export function isScanned(document: Document): boolean {
  return document.pages.some(isRecognised)
}

/**
 * Puts right what recognition with the Vietnamese model misread on the pages of a document that were recognised from
 * images; all of them together, each being evidence for the others. Other pages and routes stay as they are. A text
 * that was changed keeps beside it how it stood in the source; doubtful words stay and are pointed out.
 */
export function repairScans(document: Document, options: LightOptions): Result<Document> {
  const repaired = structuredClone(document)
  const slots = repaired.pages
    .filter((page) => isRecognised(page) && isWhole(page, options))
    .flatMap(recognisedSlots)
  if (slots.length === 0) return ok(repaired)
  const reader = readerFor(options)
  const lines = slots.flatMap(({ lines: own }) => own)
  const read = reader.read(lines, reader.memoryOf(options.phrases ?? []))
  const issues: Finding[] = []
  const doubted = new Map<Cell, TextDoubts>()
  const texts = new Map<Cell | TextSlot, string>()
  for (const { slot, cell, lines: own } of slots) {
    const readOnes = read.splice(0, own.length)
    put(slot, readOnes, issues)
    const before = texts.get(cell ?? slot)
    const text = readOnes.map((line) => line.text).join(' ')
    texts.set(cell ?? slot, before === undefined ? text : `${before} ${text}`)
    if (cell !== null) doubted.set(cell, added(doubted.get(cell), cell, own, readOnes))
  }
  const wording = new UsualWording()
  for (const text of texts.values()) wording.add(text)
  for (const [cell, before] of doubted) {
    const doubts = { ...before, ...wording.doubtsOf(texts.get(cell) ?? '') }
    options.onCell?.(cell.at, doubts)
    cell.confidence = certaintyOf(doubts)
  }
  return ok(repaired, issues)
}

/** The doubts of a cell and those of its further lines. */
function added(
  before: TextDoubts | undefined,
  cell: Cell,
  lines: readonly LightLine[],
  read: readonly LightRead[],
): TextDoubts {
  const known = before ?? { ...noDoubts, least: cell.confidence }
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  return {
    ...known,
    expectedWrong: known.expectedWrong + sum(lines.flatMap(confidencesOf).map(wrongShare)),
    readings: known.readings + sum(read.map(({ doubt }) => doubt)),
    unknown: known.unknown + sum(read.map(({ unknown }) => unknown)),
  }
}

/** What the engine usually gives to words that are right. */
const quiteSure = 0.966

/** How sure the engine is of a line's words; where only the least of the cell is known, of the others that much. */
function confidencesOf({ text, words, least }: LightLine): readonly number[] {
  if (words !== undefined) return words
  return Array.from({ length: wordsOf(text) }, (_, index) =>
    index === 0 ? (least?.confidence ?? 1) : quiteSure,
  )
}

function isRecognised({ textQuality }: Page): boolean {
  return textQuality === 'recognised'
}

/** A page that has lost its marks altogether is a matter for others. */
function isWhole(page: Page, { model }: LightOptions): boolean {
  const text = textSlots(page).map((slot) => slot.text)
  return judgeDamage(text.join('\n'), model) === 'none'
}

interface RecognisedSlot {
  slot: TextSlot
  /** Whose line it is; null outside of tables. */
  cell: Cell | null
  lines: LightLine[]
}

function recognisedSlots(page: Page): RecognisedSlot[] {
  const cells = new Map<Place, Cell>(cellsOf(page).map((cell) => [cell.at, cell]))
  return textSlots(page).flatMap((slot) => {
    const cell = cells.get(slot.at)
    if (cell?.confidence === 1) return []
    const least = cell === undefined ? undefined : { confidence: cell.confidence, words: wordsIn(cell) }
    return [{ slot, cell: cell ?? null, lines: linesOf(slot, least) }]
  })
}

function linesOf(slot: TextSlot, least: LightLine['least']): LightLine[] {
  const known = slot.confidences?.length === wordsOf(slot.text) ? slot.confidences : null
  let next = 0
  return slot.text.split('\n').map((text, index): LightLine => {
    const first = next
    next += wordsOf(text)
    const own = known === null ? { least } : { words: known.slice(first, next) }
    return { text, starts: index === 0 && slot.starts, ...own }
  })
}

function cellsOf(page: Page): Cell[] {
  return page.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [],
  )
}

function wordsIn({ lines }: Cell): number {
  return lines.reduce((sum, { text }) => sum + wordsOf(text), 0)
}

function wordsOf(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0
}

function put(slot: TextSlot, lines: readonly RepairedLine[], issues: Finding[]): void {
  const repairs = lines.flatMap((line) => line.repairs)
  if (repairs.length === 0) return
  const before = slot.repaired ?? { raw: slot.text, repairs: [] }
  slot.put(lines.map(({ text }) => text).join('\n'), {
    raw: before.raw,
    repairs: [...before.repairs, ...repairs],
  })
  const uncertain = repairs.filter(isUncertain)
  if (uncertain.length === 0) return
  issues.push({
    severity: 'info',
    code: 'repair-uncertain',
    at: slot.at,
    subject: null,
    cell: sourceCell(slot.at),
    details: doubtfulReadings(uncertain),
  })
}

const readers = new WeakMap<Channel, LightReader>()

/** A reader keeps what it has learned about words, as long as its channel lives. */
function readerFor({ model, channel }: LightOptions): LightReader {
  const known = readers.get(channel)
  if (known !== undefined && known.model === model) return known
  const reader = new LightReader(model, channel)
  readers.set(channel, reader)
  return reader
}
