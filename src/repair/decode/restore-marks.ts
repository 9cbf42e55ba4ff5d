import type { Repair } from '../../../schemas/repair.js'
import { type LanguageModel, special } from '../../language/model/language-model.js'
import { inCaseOf, plain } from '../../language/plain.js'
import type { LineChange } from '../../language/reading.js'
import { placeTone } from '../../language/syllable.js'
import {
  applyChanges,
  keepRawBelow,
  type RepairedLine,
  roundConfidence as round,
  uncertainBelow,
} from '../changes.js'
import { codeWithMarks } from '../model/document-codes.js'
import { isAbbreviation, isRomanNumeral, listLetter } from '../orthography/protected-words.js'
import { continues, type Token, tokenize } from '../orthography/tokens.js'
import { Lattice, type Readings } from './lattice.js'

/** A line to restore; `starts` where it does not go on from the line before. */
export interface StrippedLine {
  text: string
  starts: boolean
}

/** A place of the lattice that is a word which may be read in several ways. */
interface OpenPlace {
  place: number
  line: number
  token: Token
}

/** Ids of the readings that a place may have: the first and the one after the last. */
type Range = readonly [number, number]

/** How sure a reading is that follows from the shape of a word and its place. */
const shapeConfidence = 0.95

/**
 * Gives stripped text its marks back. Every word keeps its letters and its case; a word that already has marks, a
 * number, an address and a foreign word stay.
 */
export function restoreMarks(lines: readonly StrippedLine[], model: LanguageModel): RepairedLine[] {
  const restoration = new Restoration(model)
  for (const line of lines) restoration.add(line)
  return restoration.finish()
}

class Restoration {
  private readonly lattice: Lattice
  private from = new Uint16Array(1024)
  private to = new Uint16Array(1024)
  private length = 0
  private open: OpenPlace[] = []
  private readonly texts: string[] = []
  private readonly changes: LineChange[][] = []
  private previousListLetter = ''

  constructor(private readonly model: LanguageModel) {
    this.lattice = new Lattice(model)
  }

  add(line: StrippedLine): void {
    const previous = this.texts.at(-1)
    if (line.starts || previous === undefined || !continues(previous, line.text)) this.closeStretch()
    this.texts.push(line.text)
    this.changes.push([])
    const tokens = tokenize(line.text)
    tokens.forEach((token, index) => {
      const [from, to] = this.rangeOf(token, tokens, index)
      this.place(from, to)
    })
  }

  finish(): RepairedLine[] {
    this.closeStretch()
    return this.texts.map((text, line) => applyChanges(text, this.changes[line] ?? []))
  }

  private rangeOf(token: Token, tokens: readonly Token[], index: number): Range {
    switch (token.kind) {
      case 'word':
        return this.rangeOfWord(token, tokens, index)
      case 'number':
        return only(special.number)
      case 'comma':
        return only(special.comma)
      case 'stop':
        return only(special.stop)
      case 'code':
        this.repairCode(token)
        return only(special.code)
      case 'verbatim':
        return only(special.code)
    }
  }

  private place(from: number, to: number): void {
    if (this.length + 2 >= this.from.length) {
      this.from = grown(this.from)
      this.to = grown(this.to)
    }
    if (this.length === 0) {
      this.from[0] = special.start
      this.to[0] = special.start + 1
      this.length = 1
    }
    this.from[this.length] = from
    this.to[this.length++] = to
  }

  private rangeOfWord(token: Token, tokens: readonly Token[], index: number): Range {
    const lower = token.text.toLowerCase()
    if (plain(lower) !== lower) return this.known(placeTone(lower))
    const readings = this.model.readings.get(lower)
    if (readings === undefined || this.isOnly(lower, readings)) return this.known(lower)
    const letter = listLetter(tokens, index)
    if (letter !== null) return this.known(this.readListLetter(letter, token))
    if (isRomanNumeral(tokens, index)) return this.known(lower)
    if (isAbbreviation(tokens, index)) return this.known(this.readAbbreviation(lower, readings, token))
    this.open.push({ place: Math.max(1, this.length), line: this.texts.length - 1, token })
    return readings
  }

  /** Whether a word without marks is the only reading of itself. */
  private isOnly(form: string, [first, end]: Range): boolean {
    return end - first === 1 && this.model.vocabulary[first] === form
  }

  private known(form: string): Range {
    return only(this.model.ids.get(form) ?? special.unknown)
  }

  /** The fifth letter of a Vietnamese list is đ: a second d in a row is that one. */
  private readListLetter(letter: string, token: Token): string {
    const form = letter === 'd' && this.previousListLetter === 'd' ? 'đ' : letter
    this.previousListLetter = letter
    if (form !== letter) this.record(token, form, shapeConfidence)
    return form
  }

  /** In an abbreviation only đ can have been lost: 'HDND' is 'HĐND', 'CA' stays. */
  private readAbbreviation(form: string, [first, end]: Range, token: Token): string {
    let best = this.model.ids.get(form) ?? -1
    for (let id = first; id < end; id++) {
      const reading = this.model.vocabulary[id] ?? ''
      if (!/^[a-zđ]+$/u.test(reading)) continue
      if (best < 0 || (this.model.unigram[id] as number) > (this.model.unigram[best] as number)) best = id
    }
    const reading = this.model.vocabulary[best] ?? form
    if (reading !== form) this.record(token, reading, shapeConfidence)
    return reading
  }

  private repairCode(token: Token): void {
    const repaired = codeWithMarks(token.text, this.model)
    if (repaired !== token.text) this.record(token, repaired.toLowerCase(), shapeConfidence)
  }

  private record(token: Token, form: string, confidence: number): void {
    this.recordIn(this.texts.length - 1, token, form, confidence, [])
  }

  private recordIn(
    line: number,
    token: Token,
    form: string,
    confidence: number,
    alternatives: Repair['alternatives'],
  ): void {
    const to = inCaseOf(token.text, form)
    const repair: Repair = {
      from: token.text,
      to,
      method: 'diacritics',
      confidence: round(confidence),
      alternatives,
    }
    this.changes[line]?.push({ start: token.start, repair })
  }

  private closeStretch(): void {
    if (this.open.length > 0) {
      this.place(special.start, special.start + 1)
      const readings = this.lattice.read(this.from, this.to, this.length)
      for (const place of this.open) this.take(place, readings)
    }
    this.length = 0
    this.open = []
  }

  private take({ place, line, token }: OpenPlace, readings: Readings): void {
    const raw = token.text.toLowerCase()
    const confidence = readings.confidence[place] as number
    const best = this.model.vocabulary[readings.best[place] as number] ?? raw
    if (confidence >= uncertainBelow) {
      if (best !== raw) this.recordIn(line, token, best, confidence, [])
      return
    }
    const second = this.model.vocabulary[readings.second[place] as number] ?? raw
    const secondConfidence = readings.secondConfidence[place] as number
    const other = { text: inCaseOf(token.text, second), confidence: round(secondConfidence) }
    if (confidence >= keepRawBelow) {
      this.recordIn(line, token, best, confidence, [other])
      return
    }
    const likeliest = { text: inCaseOf(token.text, best), confidence: round(confidence) }
    this.recordIn(line, token, raw, second === raw ? secondConfidence : 0, [likeliest, other])
  }
}

function only(id: number): Range {
  return [id, id + 1]
}

function grown(values: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(values.length * 2)
  larger.set(values)
  return larger
}
