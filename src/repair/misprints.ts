import type { Document, Page } from '../../schemas/document.js'
import type { Issue } from '../../schemas/message.js'
import { vietnameseShare } from '../language/letters.js'
import { textSlots } from './document-texts.js'
import { type LanguageModel, lowerBound, special, specialCount } from './language-model.js'
import { Lattice } from './lattice.js'
import { inCaseOf, plain } from './plain.js'
import { placeTone } from './syllable.js'
import { type Token, tokenize } from './tokens.js'

/** A word that is probably not what its author meant. */
interface Misprint {
  printed: string
  likely: string
}

/** How sure the other reading must be before a printed word is doubted. */
const doubtFrom = 0.99
/** Below this a word is odd behind the one before it. */
const rare = 0.01
/** Stands for two words that were never seen together. */
const unseen = 1e-6
/** Words on either side that are taken into account. */
const reach = 4

/**
 * Looks for misprints in clean text and changes nothing: words whose neighbours the model has never seen beside them
 * while the same letters with other marks fit there almost surely ('Công thông tin' for 'Cổng thông tin'), and words
 * printed twice ('các các').
 */
export function suspectMisprints(document: Document, model: LanguageModel): Issue[] {
  const finder = new MisprintFinder(model)
  return document.pages.filter(isClean).flatMap((page) =>
    textSlots(page).flatMap((slot) => {
      const found = slot.text.split('\n').flatMap((line) => finder.find(line))
      if (found.length === 0) return []
      return [
        {
          severity: 'info' as const,
          code: 'suspected-typo' as const,
          message: describe(found),
          at: slot.at,
          target: null,
        },
      ]
    }),
  )
}

/** Text that is damaged as a whole has no single misprints. */
function isClean(page: Page): boolean {
  const text = textSlots(page)
    .map((slot) => slot.text)
    .join('\n')
  return vietnameseShare(text) > 0.35
}

function describe(found: Misprint[]): string {
  const parts = found.slice(0, 5).map(({ printed, likely }) => `"${printed}" (probably "${likely}")`)
  return `Probably misprinted, kept as printed: ${parts.join(', ')}${found.length > 5 ? ', …' : ''}.`
}

class MisprintFinder {
  private readonly lattice: Lattice
  private readonly seen = new Map<string, Misprint[]>()
  private readonly from = new Uint16Array(2 * reach + 2)
  private readonly to = new Uint16Array(2 * reach + 2)

  constructor(private readonly model: LanguageModel) {
    this.lattice = new Lattice(model)
  }

  /** Tables repeat their cells: each distinct line is looked at once. */
  find(line: string): Misprint[] {
    const known = this.seen.get(line) ?? this.look(line)
    this.seen.set(line, known)
    return known
  }

  private look(line: string): Misprint[] {
    const tokens = tokenize(line)
    const ids = tokens.map((token) => this.idOf(token))
    const found: Misprint[] = []
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'word') continue
      const likely = this.isOdd(ids, index) ? this.otherReading(tokens, ids, index) : null
      if (likely !== null) found.push({ printed: excerpt(tokens, index), likely })
      else if (this.isDoubled(tokens, ids, index)) found.push(doubled(tokens, index))
    }
    return found
  }

  private idOf(token: Token): number {
    if (token.kind === 'number') return special.number
    if (token.kind === 'comma') return special.comma
    if (token.kind === 'stop') return special.stop
    if (token.kind !== 'word') return special.code
    return this.model.ids.get(placeTone(token.text.toLowerCase())) ?? special.unknown
  }

  /** A known word that hardly ever stands beside its neighbour. */
  private isOdd(ids: number[], index: number): boolean {
    const id = ids[index] ?? 0
    if (id < specialCount) return false
    const before = ids[index - 1] ?? 0
    const after = ids[index + 1] ?? 0
    return (
      (before >= specialCount && this.follows(before, id) < rare) ||
      (after >= specialCount && this.follows(id, after) < rare)
    )
  }

  /** How probable the second word is behind the first, 0 where the model has not seen them together. */
  private follows(first: number, second: number): number {
    const { bigramStart, bigramWord, bigramScore, probabilityOf } = this.model
    const end = bigramStart[first + 1] ?? 0
    const at = lowerBound(bigramWord, bigramStart[first] ?? 0, end, second)
    return at < end && bigramWord[at] === second ? (probabilityOf[bigramScore[at] ?? 0] ?? 0) : 0
  }

  /** The reading with other marks that fits between the neighbours almost surely, or null. */
  private otherReading(tokens: Token[], ids: number[], index: number): string | null {
    const token = tokens[index] as Token
    if (isCapitals(token.text)) return null
    const readings = this.model.readings.get(plain(token.text.toLowerCase()))
    if (readings === undefined || !this.hasRival(ids, index, readings)) return null
    const first = Math.max(0, index - reach)
    const last = Math.min(ids.length - 1, index + reach)
    this.from[0] = special.start
    this.to[0] = special.start + 1
    let length = 1
    let open = 1
    for (let at = first; at <= last; at++, length++) {
      const id = ids[at] ?? special.unknown
      this.from[length] = at === index ? readings[0] : id
      this.to[length] = at === index ? readings[1] : id + 1
      if (at === index) open = length
    }
    const read = this.lattice.read(this.from, this.to, length)
    const best = read.best[open] ?? special.unknown
    if (best === ids[index] || (read.confidence[open] ?? 0) < doubtFrom) return null
    if (!this.fits(ids, index, best)) return null
    return inCaseOf(token.text, this.model.vocabulary[best] ?? '')
  }

  /** Whether any other reading is far likelier beside the two neighbours; saves reading the whole context. */
  private hasRival(ids: number[], index: number, [from, to]: readonly [number, number]): boolean {
    const id = ids[index] ?? 0
    const printed = this.beside(ids, index, id)
    for (let reading = from; reading < to; reading++)
      if (reading !== id && this.beside(ids, index, reading) > printed * 20) return true
    return false
  }

  private beside(ids: number[], index: number, reading: number): number {
    const before = ids[index - 1] ?? 0
    const after = ids[index + 1] ?? 0
    const left = before < specialCount ? 1 : this.follows(before, reading) + unseen
    const right = after < specialCount ? 1 : this.follows(reading, after) + unseen
    return left * right
  }

  /** The other reading must be usual where the printed one is odd. */
  private fits(ids: number[], index: number, reading: number): boolean {
    const id = ids[index] ?? 0
    const before = ids[index - 1] ?? 0
    const after = ids[index + 1] ?? 0
    const left = before < specialCount || this.follows(before, reading) >= this.follows(before, id)
    const right = after < specialCount || this.follows(reading, after) >= this.follows(id, after)
    const usual = Math.max(
      before < specialCount ? 0 : this.follows(before, reading),
      after < specialCount ? 0 : this.follows(reading, after),
    )
    return left && right && usual > rare
  }

  /** 'các các', 'thành phố thành phố': one or two words at once again, which the model does not know as usual. */
  private isDoubled(tokens: Token[], ids: number[], index: number): boolean {
    const text = (at: number): string => tokens[at]?.text.toLowerCase() ?? ''
    const here = ids[index] ?? 0
    if (here < specialCount) return false
    if (text(index) === text(index - 1)) return this.follows(here, here) < rare / 10
    const pair = text(index) === text(index - 2) && text(index - 1) === text(index - 3)
    return (
      pair &&
      (ids[index - 1] ?? 0) >= specialCount &&
      tokens[index - 2]?.kind === 'word' &&
      this.follows(ids[index - 2] ?? 0, ids[index - 1] ?? 0) < rare
    )
  }
}

function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase()
}

/** The word with its neighbours, so that a reader finds it. */
function excerpt(tokens: Token[], index: number): string {
  return tokens
    .slice(Math.max(0, index - 1), index + 2)
    .filter((token) => token.kind === 'word')
    .map((token) => token.text)
    .join(' ')
}

function doubled(tokens: Token[], index: number): Misprint {
  const single = tokens[index]?.text.toLowerCase() === tokens[index - 1]?.text.toLowerCase()
  const words = tokens.slice(index - (single ? 1 : 3), index + 1).map((token) => token.text)
  return { printed: words.join(' '), likely: words.slice(words.length / 2).join(' ') }
}
