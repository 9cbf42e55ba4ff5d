import type { Repair } from '../../schemas/repair.js'
import type { LanguageModel } from '../language/model/language-model.js'
import {
  type ChangedLine,
  type FirstReading,
  type LineToRead,
  type PrintedPlace,
  partOf,
} from '../language/reading.js'
import type { RepairedLine } from './changes.js'
import { readCopies } from './consensus/line-copies.js'
import { GarbledReader } from './decode/restore-garbled.js'
import { restoreMarks } from './decode/restore-marks.js'
import type { Channel } from './model/channel.js'
import { type Damage, judgeDamage } from './model/damage.js'
import { normalizeForm } from './orthography/form.js'
import { detectLegacy, mayBeLegacy } from './orthography/legacy-detection.js'
import { fromLegacy, type LegacyEncoding } from './orthography/legacy-encodings.js'

export interface RepairOptions {
  /** 'auto' restores text that lacks its marks, 'always' whatever stands there, 'never' repairs the form only. */
  mode: 'auto' | 'always' | 'never'
  /** Without a model nothing is restored. */
  model: LanguageModel | null
  /** How recognition as another language misreads letters; without it text so recognised stays as it is. */
  ocrChannel?: Channel | null
  /** What the document may well contain: names of agencies, words of table headers. */
  phrases?: readonly string[]
}

/** A line of a page; `starts` where it certainly does not go on from the line before (another cell or paragraph). */
export interface PageLine {
  text: string
  starts: boolean
  /** Where it stands, if it may be a line of a table whose columns run into each other. */
  place?: PrintedPlace
}

/** The lines of one page, one for one, and what was found to be wrong with it. */
export interface RepairedPage {
  lines: RepairedLine[]
  encoding: LegacyEncoding | null
  damage: Damage
}

/** Lines in normal form, and whether each goes on from the line before. */
interface FormedPage extends RepairedPage {
  starts: boolean[]
  places: (PrintedPlace | null)[]
}

/** Pages after repair, and those of them that were misrecognised as they can be read again. */
export interface RepairedPages {
  pages: RepairedPage[]
  reading: PagesReading | null
}

/** The lines of misrecognised pages after a first reading. */
export interface PagesReading extends FirstReading {
  /** The lines as they were read. */
  first(): ChangedLine[]
  /** All pages, with these lines as they are read. */
  pagesWith(lines: readonly ChangedLine[]): RepairedPage[]
}

/**
 * Repairs the lines of every page: what a page as a whole looks like decides what is done to its lines. What was
 * recognised as another language is read over all pages together, each of them being evidence for the others; it is
 * read once, and its lines stand as they did until they are read again.
 */
export function repairPages(pages: readonly (readonly PageLine[])[], options: RepairOptions): RepairedPages {
  const formed = pages.map((lines) => formPage(lines, options))
  const { model } = options
  if (model === null) return { pages: formed, reading: null }
  for (const page of formed) {
    if (page.damage === 'stripped') page.lines = stepped(page.lines, restoreMarks(linesToRead(page), model))
  }
  const channel = options.ocrChannel ?? null
  if (channel === null || formed.every(({ damage }) => damage !== 'garbled'))
    return { pages: formed, reading: null }
  return { pages: formed, reading: readFirst(formed, readerFor(model, channel), options.phrases ?? []) }
}

function readFirst(
  pages: readonly FormedPage[],
  reader: GarbledReader,
  phrases: readonly string[],
): PagesReading {
  const lines = pages.flatMap((page) => (page.damage === 'garbled' ? linesOfPage(page) : []))
  const reading = reader.begin(lines, reader.memoryOf(phrases))
  return {
    ...{ model: reader.model, lines, words: reading.words, first: reading.first },
    readAgain: (texts, headers) => reader.finish(reading, texts, headers),
    readCopies: (own, copies, usual) => readCopies(own, copies, usual, reader),
    pagesWith(read) {
      const steps = read.map((line) => partOf(line, 0, line.text.length))
      return pages.map((page) =>
        page.damage === 'garbled'
          ? { ...page, lines: stepped(page.lines, steps.splice(0, page.lines.length)) }
          : page,
      )
    },
  }
}

function formPage(lines: readonly PageLine[], { mode, model }: RepairOptions): FormedPage {
  const legacy = convertLegacy(lines)
  const formed = joinBrokenWords(legacy.lines).map((line) => then(line, normalizeForm(line.text)))
  const page = {
    ...{ lines: formed, encoding: legacy.encoding },
    starts: lines.map(({ starts }) => starts),
    places: lines.map(({ place }) => place ?? null),
  }
  if (mode === 'never' || model === null) return { ...page, damage: 'none' }
  const damage = judgeDamage(formed.map((line) => line.text).join('\n'), model)
  return { ...page, damage: mode === 'always' && damage === 'none' ? 'stripped' : damage }
}

/** The lines of a page for the next step; a page begins anew. */
function linesToRead({ lines, starts }: FormedPage): PageLine[] {
  return lines.map(({ text }, index) => ({ text, starts: index === 0 || (starts[index] as boolean) }))
}

function linesOfPage(page: FormedPage): LineToRead[] {
  return linesToRead(page).map((line, index) => ({ ...line, place: page.places[index] ?? null }))
}

function stepped(lines: readonly RepairedLine[], steps: readonly RepairedLine[]): RepairedLine[] {
  return lines.map((line, index) => then(line, steps[index] ?? { text: line.text, repairs: [] }))
}

const readers = new WeakMap<Channel, GarbledReader>()

/** A reader keeps what it has learned about words, as long as its channel lives. */
function readerFor(model: LanguageModel, channel: Channel): GarbledReader {
  const known = readers.get(channel)
  if (known !== undefined && known.model === model) return known
  const reader = new GarbledReader(model, channel)
  readers.set(channel, reader)
  return reader
}

/** A line after one more step. */
function then(before: RepairedLine, step: RepairedLine): RepairedLine {
  return {
    text: step.text,
    repairs: before.repairs.length === 0 ? step.repairs : [...before.repairs, ...step.repairs],
  }
}

function convertLegacy(lines: readonly PageLine[]): {
  lines: RepairedLine[]
  encoding: LegacyEncoding | null
} {
  const page = detectLegacy(lines.map((line) => line.text).join('\n'))
  let encoding = page
  const converted = lines.map(({ text }): RepairedLine => {
    const own = page !== null && mayBeLegacy(text, page) ? page : detectLegacy(text)
    if (own === null) return { text, repairs: [] }
    encoding ??= own
    return convertWords(text, own)
  })
  return { lines: converted, encoding }
}

function convertWords(text: string, encoding: LegacyEncoding): RepairedLine {
  const repairs: Repair[] = []
  const converted = text.replace(/\S+/gu, (from) => {
    const to = fromLegacy(from, encoding)
    if (to !== from) repairs.push({ from, to, method: 'encoding', confidence: 1, alternatives: [] })
    return to
  })
  return { text: converted, repairs }
}

const brokenEnd = /\p{L}\u00ad[^\S\n]*$/u
const wordStart = /^[\p{L}\p{M}]+[^\s\p{L}]*[^\S\n]?/u

/** A word that a soft hyphen broke over two lines stands whole on the first one. */
function joinBrokenWords(lines: readonly RepairedLine[]): RepairedLine[] {
  const joined = lines.map((line) => ({ ...line }))
  for (let index = 0; index + 1 < joined.length; index++) {
    const line = joined[index] as RepairedLine
    const next = joined[index + 1] as RepairedLine
    const rest = brokenEnd.test(line.text) ? wordStart.exec(next.text)?.[0] : undefined
    if (rest === undefined) continue
    line.text = line.text.trimEnd() + rest.trimEnd()
    next.text = next.text.slice(rest.length)
  }
  return joined
}
