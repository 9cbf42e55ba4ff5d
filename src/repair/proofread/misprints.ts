import type { Document, Page } from '../../../schemas/document.js'
import type { Finding } from '../../../schemas/message.js'
import { vietnameseShare } from '../../language/letters.js'
import { type LanguageModel, special, specialCount } from '../../language/model/language-model.js'
import { inCaseOf, plain } from '../../language/plain.js'
import { placeTone } from '../../language/syllable.js'
import { sourceCell } from '../../result.js'
import { textSlots } from '../document-texts.js'
import { oddsOf, type TrigramOdds } from '../model/trigram-odds.js'
import { type Token, tokenize } from '../orthography/tokens.js'
import { wordsByEdge } from './word-edges.js'

/** A word that is probably not what its author meant. */
interface Misprint {
  printed: string
  likely: string
}

/** By how many powers of ten the text must be likelier with the other reading. */
const surer = 2.2
/** The same where nothing else speaks for it, and for two words in the other order. */
const surest = 4
/** Below this (power of ten) a word is odd behind the two before it. */
const odd = -2
/** From here on a word and the next one are a pair that belongs together. */
const bound = -1
/** So often a pair is no misprint but the plan's way to say it. */
const own = 3
const letters = String.raw`\p{L}\p{M}`
const letter = `[${letters}]`
const isLetters = new RegExp(`^${letter}+$`, 'u')
const textEnd = '\u0000'
/** Words on either side that are taken into account. */
const reach = 3

/**
 * Looks for misprints in clean text that nobody had to recognise and changes nothing: words that are far less likely among their neighbours than the
 * same letters with other marks ('Công thông tin' for 'Cổng thông tin') or the same words in the other order ('nguồn từ
 * ngân sách'), what is left of a word that lost a letter ('ự nghiệp'), and words printed twice ('các các').
 */
export function suspectMisprints(document: Document, model: LanguageModel): Finding[] {
  const finder = new MisprintFinder(model)
  const pages = document.pages.filter(isClean)
  for (const page of pages) for (const slot of textSlots(page)) finder.note(slot.text)
  return pages.flatMap((page) =>
    textSlots(page).flatMap((slot): Finding[] => {
      const found = slot.text.split('\n').flatMap((line) => finder.find(line))
      if (found.length === 0) return []
      return [
        {
          severity: 'info',
          code: 'suspected-typo',
          at: slot.at,
          subject: null,
          cell: sourceCell(slot.at),
          details: { what: 'words', words: found.slice(0, mostNamed), more: found.length > mostNamed },
        },
      ]
    }),
  )
}

/** Where text was recognised, what looks like a misprint is a misreading; what is damaged as a whole has no single ones. */
function isClean(page: Page): boolean {
  if (page.textQuality !== 'printed') return false
  const text = textSlots(page)
    .map((slot) => slot.text)
    .join('\n')
  return vietnameseShare(text) > 0.35
}

const mostNamed = 5

/** The tokens of a line; `ids` and `odds` (of each behind the two before it) begin with the line's start. */
interface ReadLine {
  tokens: Token[]
  ids: number[]
  odds: number[]
}

class MisprintFinder {
  private readonly odds: TrigramOdds
  private readonly seen = new Map<string, Misprint[]>()
  private readonly texts: string[] = []
  /** The plan's texts in lower case as one, made when somebody asks. */
  private spoken: string | null = null
  /** What was found out about a printed word: texts repeat their words. */
  private readonly wordIds = new Map<string, number>()
  private readonly wordReadings = new Map<number, readonly number[]>()

  constructor(private readonly model: LanguageModel) {
    this.odds = oddsOf(model)
  }

  /** Takes a text of the plan into account. */
  note(text: string): void {
    this.texts.push(text)
  }

  /** Tables repeat their cells: each distinct line is looked at once. */
  find(line: string): Misprint[] {
    const known = this.seen.get(line) ?? this.look(line)
    this.seen.set(line, known)
    return known
  }

  private look(line: string): Misprint[] {
    const read = this.read(tokenize(line))
    const { tokens, odds } = read
    const isOdd = (at: number): boolean => (odds[at] ?? 0) < odd
    const found: Misprint[] = []
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'word') continue
      const at = index + 1
      const misprint =
        isOdd(at) || isOdd(at + 1) || isOdd(at + 2)
          ? (this.otherReading(read, at) ?? this.otherOrder(read, at) ?? this.fragment(read, at))
          : null
      if (misprint !== null) found.push(misprint)
      else if (this.isDoubled(read, index)) found.push(doubled(tokens, index))
    }
    return found
  }

  private read(tokens: Token[]): ReadLine {
    const ids = [special.start, ...tokens.map((token) => this.idOf(token))]
    const odds = ids.map((_, at) => (at === 0 ? 0 : this.odds.at(ids, at)))
    return { tokens, ids, odds }
  }

  private idOf(token: Token): number {
    if (token.kind === 'number') return special.number
    if (token.kind === 'comma') return special.comma
    if (token.kind === 'stop') return special.stop
    if (token.kind !== 'word') return special.code
    const known = this.wordIds.get(token.text)
    if (known !== undefined) return known
    const id = this.model.ids.get(placeTone(token.text.toLowerCase())) ?? special.unknown
    this.wordIds.set(token.text, id)
    return id
  }

  /** The reading with other marks that is far likelier in its context, or null. */
  private otherReading(line: ReadLine, at: number): Misprint | null {
    const { tokens, ids } = line
    if ((ids[at] ?? 0) < specialCount) return null
    const { text } = tokens[at - 1] as Token
    if (isCapitals(text)) return null
    const readings = this.wordReadings.get(ids[at] ?? 0) ?? this.readingsOf(text)
    this.wordReadings.set(ids[at] ?? 0, readings)
    return readings.length < 2 ? null : this.likeliest(line, at, readings)
  }

  /** The ids of a word and of those that have the same letters with other marks. */
  private readingsOf(text: string): number[] {
    const [from, to] = this.model.readings.get(plain(text.toLowerCase())) ?? [0, 0]
    return Array.from({ length: to - from }, (_, index) => from + index)
  }

  /** The one of `others` that fits far better in the place of the printed word, or null. */
  private likeliest(line: ReadLine, at: number, others: readonly number[]): Misprint | null {
    const { tokens, ids } = line
    const [first, last] = [at, at + reach]
    const printed = sumOf(line.odds, first, last)
    if (printed + surer > 0) return null
    const changed = ids.slice(0, last)
    let best = { id: -1, gain: 0 }
    for (const id of others) {
      if (id === ids[at]) continue
      changed[at] = id
      const gain = this.odds.of(changed, first, last, printed + Math.max(surer, best.gain)) - printed
      if (gain < surer || gain <= best.gain) continue
      // Where little speaks for it, the model must at least have seen the other word among these neighbours.
      if (gain >= surest || this.isSeenAsWell(ids, changed, first, last)) best = { id, gain }
    }
    if (best.id < 0 || (best.gain < surest && !this.isPlain(line, at, best.id))) return null
    const token = tokens[at - 1] as Token
    return {
      printed: excerpt(tokens, at - 1),
      likely: likeWord(token.text, this.model.vocabulary[best.id] ?? ''),
    }
  }

  private isSeenAsWell(printed: number[], changed: number[], from: number, to: number): boolean {
    const seen = this.odds.seen(changed, from, to)
    return seen > 0 && seen >= this.odds.seen(printed, from, to)
  }

  /** The other word belongs to the one before or behind it, and the plan does not always write it as printed. */
  private isPlain({ tokens, ids }: ReadLine, at: number, other: number): boolean {
    const changed = ids.with(at, other)
    const sides = [at, at + 1].filter((side) => side < ids.length && this.odds.at(changed, side) >= bound)
    return sides.some((side) => {
      const words = tokens.slice(side - 2, side).map((token) => token.text.toLowerCase())
      const likely = words.with(at - side + 1, this.model.vocabulary[other] ?? '')
      return this.standing(words) < own || this.standing(likely) > 0
    })
  }

  /** How often the plan has two words in a row, whatever stands between them. */
  private standing([first = '', second = '']: string[]): number {
    if (!isLetters.test(first) || !isLetters.test(second)) return 0
    this.spoken ??= this.texts.join(textEnd).toLowerCase()
    const pair = `(?<!${letter})${first}(?=[^${letters}${textEnd}]+${second}(?!${letter}))`
    return this.spoken.match(new RegExp(pair, 'gu'))?.length ?? 0
  }

  /** 'kinh phí nguồn từ ngân sách': two words that are no pair, and in the other order fit far better. */
  private otherOrder({ tokens, ids, odds }: ReadLine, at: number): Misprint | null {
    const [id, next] = [ids[at] ?? 0, ids[at + 1] ?? 0]
    if (id < specialCount || next < specialCount || id === next || this.odds.behind(id, next) > bound)
      return null
    const [first, last] = [at, at + reach + 1]
    const least = sumOf(odds, first, last) + surest
    if (least > 0) return null
    const changed = ids.slice(0, last)
    changed[at] = next
    changed[at + 1] = id
    if (this.odds.of(changed, first, last, least) < least) return null
    if (this.odds.seen(changed, first, last) < this.odds.seen(ids, first, last) + 2) return null
    const words = tokens.slice(at - 1, at + 1).map((token) => token.text)
    return { printed: words.join(' '), likely: words.toReversed().join(' ') }
  }

  /** 'ự nghiệp', 'Đ án': a single letter between two words, which is what another word has left. */
  private fragment(line: ReadLine, at: number): Misprint | null {
    const { tokens, ids, odds } = line
    const { text } = tokens[at - 1] as Token
    if (text.length > 2) return null
    const left = text.toLowerCase()
    const [before, after] = [ids[at - 1] ?? 0, ids[at + 1] ?? 0]
    if ([...left].length !== 1 || before < specialCount || after < specialCount) return null
    if ((odds[at] ?? 0) >= odd) return null
    return this.likeliest(line, at, wordsByEdge(this.model).get(left) ?? [])
  }

  /** 'các các', 'thành phố thành phố': one or two words at once again, which the model does not know as usual. */
  private isDoubled({ tokens, ids }: ReadLine, index: number): boolean {
    const here = ids[index + 1] ?? 0
    if (here < specialCount || (here !== ids[index] && here !== ids[index - 1])) return false
    const text = (at: number): string => tokens[at]?.text.toLowerCase() ?? ''
    if (text(index) === text(index - 1)) return this.odds.behind(here, here) < odd - 1
    const pair = text(index) === text(index - 2) && text(index - 1) === text(index - 3)
    return (
      pair &&
      (ids[index] ?? 0) >= specialCount &&
      tokens[index - 2]?.kind === 'word' &&
      this.odds.behind(ids[index - 1] ?? 0, ids[index] ?? 0) < odd
    )
  }
}

/** The sum of `values[from..to)`. */
function sumOf(values: readonly number[], from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += values[at] ?? 0
  return sum
}

/** The other word as it would stand there; one capital alone only tells how it begins. */
function likeWord(printed: string, other: string): string {
  if (printed.length > 1 || printed === printed.toLowerCase()) return inCaseOf(printed, other)
  return other.charAt(0).toUpperCase() + other.slice(1)
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
