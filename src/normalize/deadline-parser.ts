import type { Span } from './deadline-spans.js'
import type { Token } from './deadline-tokens.js'

/** A time that a deadline names: one span, or from one to another; `open` where it has no end. */
export interface TimePhrase {
  relation: 'within' | 'by' | 'from'
  first: Span
  last: Span
}

/**
 * Recursive descent over the grammar of printed times:
 *
 *     phrases  = { filler } phrase { (',' | 'và' | ';') phrase }
 *     phrase   = [ 'trước' | 'chậm nhất' | 'đến' ] unit | [ 'từ' ] unit ( 'đến' | '-' ) [ 'hết' ] unit | 'từ' unit [ 'trở đi' ]
 *     unit     = quarter | month | day | half | year
 *
 * A year printed last belongs to every span before it that has none ('Quý II, III/2023').
 */
export function parseTimes(tokens: Token[]): TimePhrase[] {
  const parser = new TimeParser(tokens)
  return parser.parse()
}

const byWords = new Set(['truoc', 'cham', 'den', 'toi', 'xong', 'qua'])

class TimeParser {
  private position = 0
  private readonly phrases: TimePhrase[] = []

  constructor(private readonly tokens: Token[]) {}

  parse(): TimePhrase[] {
    let relation: TimePhrase['relation'] = 'within'
    let lastUnit: Span['unit'] | null = null
    while (this.position < this.tokens.length) {
      const token = this.peek()
      if (token === null) break
      if (token.text === 'tu' && this.isWord(token)) relation = 'from'
      else if (byWords.has(token.text) && !this.isRelativeYear()) relation = 'by'
      const spans = this.units(lastUnit)
      if (spans.length === 0) {
        this.position++
        continue
      }
      this.addSpans(spans, relation)
      lastUnit = spans.at(-1)?.unit ?? null
      relation = 'within'
    }
    this.spreadYears()
    return this.phrases
  }

  /** One unit or a list under one word ('Quý II, III'); the last may be the start of a range. */
  private addSpans(spans: Span[], relation: TimePhrase['relation']): void {
    for (const span of spans.slice(0, -1))
      this.phrases.push({ relation: relation === 'from' ? 'within' : relation, first: span, last: span })
    const first = spans.at(-1)
    if (first === undefined) return
    const end = this.rangeEnd(first)
    const open = this.goesOnOpen()
    if (end !== null) this.phrases.push({ relation: open ? 'from' : 'within', first, last: end })
    else this.phrases.push({ relation: open ? 'from' : relation, first, last: first })
  }

  private rangeEnd(first: Span): Span | null {
    const start = this.position
    const connector = this.peek()
    if (
      connector === null ||
      !(connector.kind === 'dash' || connector.text === 'den' || connector.text === 'toi')
    )
      return null
    this.position++
    if (this.peek()?.text === 'het' || this.peek()?.text === 'cuoi') this.position++
    const [end] = this.units(first.unit)
    if (end === undefined) this.position = start
    return end ?? null
  }

  /** '… và các năm tiếp theo', '… trở đi': the end named is not the end. */
  private goesOnOpen(): boolean {
    const rest = this.tokens.slice(this.position, this.position + 6).map((token) => token.text)
    const match = /^(?:va )?(?:(?:cac |nhung )?nam (?:tiep theo|sau)|tro di|hang nam)/u.exec(
      rest.join(' '),
    )?.[0]
    if (match !== undefined) this.position += match.split(' ').length
    return match !== undefined
  }

  private units(previous: Span['unit'] | null): Span[] {
    const token = this.peek()
    if (token === null) return []
    if (token.text === 'quy') return this.quarters()
    if (token.text === 'thang') return this.months()
    if (token.text === 'ngay') return this.day(true)
    if (token.text === 'nam') return this.years()
    if (token.text === 'cuoi' || token.text === 'dau') return this.yearPart(token.text)
    if (token.kind === 'number') return this.bareNumber(previous)
    return []
  }

  private quarters(): Span[] {
    this.position++
    const spans: Span[] = this.ordinals().map((index) => ({ unit: 'quarter', index, year: null, offset: 0 }))
    return this.withYear(spans)
  }

  private months(): Span[] {
    const start = this.position++
    const spans: Span[] = this.ordinals().map((index) => ({ unit: 'month', index, year: null, offset: 0 }))
    if (spans.length === 0) this.position = start
    return this.withYear(spans)
  }

  /** A list of numbers: 'II, III', '6', '11 và 12'. A dash is left for the range. */
  private ordinals(): number[] {
    const values: number[] = []
    for (;;) {
      const token = this.peek()
      if (token === null || !(token.kind === 'number' || token.kind === 'roman') || token.value > 12) break
      values.push(token.value)
      this.position++
      const next = this.peek()
      const after = this.tokens[this.position + 1]
      const listed = next !== null && (next.kind === 'comma' || next.text === 'va')
      if (
        !listed ||
        after === undefined ||
        !(after.kind === 'number' || after.kind === 'roman') ||
        after.value > 12
      )
        break
      this.position++
    }
    return values
  }

  private day(named: boolean): Span[] {
    const start = this.position
    if (named) this.position++
    const day = this.number(31)
    if (day !== null) {
      const separator = this.peek()
      if (
        separator !== null &&
        (separator.kind === 'slash' || separator.text === 'thang' || separator.text === '.')
      ) {
        this.position++
        const month = this.number(12)
        if (month !== null) return this.withYear([{ unit: 'day', day, month, year: null, offset: 0 }])
      }
    }
    this.position = start
    return []
  }

  /** '31/12/2023', '4/2024' after a month, '6 tháng đầu năm', '2024' after a year. */
  private bareNumber(previous: Span['unit'] | null): Span[] {
    const token = this.peek()
    const next = this.tokens[this.position + 1]
    const after = this.tokens[this.position + 2]
    if (token === null) return []
    if (next?.text === 'thang' && (token.value === 6 || token.value === 9))
      return this.monthsOfYear(token.value)
    if (next?.kind === 'slash' && after?.kind === 'number') {
      if (after.value > 1900 && token.value <= 12) {
        this.position += 3
        return [{ unit: 'month', index: token.value, year: after.value, offset: 0 }]
      }
      return this.day(false)
    }
    if (token.value > 1990 && token.value < 2100) {
      this.position++
      return [{ unit: 'year', year: token.value, offset: 0 }]
    }
    if (previous === 'month' && token.value <= 12 && token.value > 0) {
      this.position++
      return this.withYear([{ unit: 'month', index: token.value, year: null, offset: 0 }])
    }
    return []
  }

  private monthsOfYear(count: number): Span[] {
    const words = this.tokens.slice(this.position + 2, this.position + 4).map((token) => token.text)
    if (words[0] !== 'dau' && words[0] !== 'cuoi') return []
    this.position += 3
    const index = words[0] === 'dau' ? 1 : 2
    return this.withYear([{ unit: count === 6 ? 'half' : 'nine-months', index, year: null, offset: 0 }])
  }

  private yearPart(word: string): Span[] {
    if (this.tokens[this.position + 1]?.text === 'quy') return []
    if (this.tokens[this.position + 1]?.text !== 'nam') return []
    this.position++
    return this.withYear([
      { unit: word === 'cuoi' ? 'year-end' : 'year-start', index: 1, year: null, offset: 0 },
    ])
  }

  private years(): Span[] {
    const start = this.position++
    const token = this.peek()
    if (token?.kind === 'number' && token.value > 1990 && token.value < 2100) {
      this.position++
      return [{ unit: 'year', year: token.value, offset: 0 }]
    }
    const offset = this.relativeYear()
    if (offset !== null) return [{ unit: 'year', year: null, offset }]
    this.position = start
    return []
  }

  /** '/2023', 'năm 2023', 'năm trước liền kề …', 'năm liền kề' behind a span. */
  private withYear(spans: Span[]): Span[] {
    const last = spans.at(-1)
    const token = this.peek()
    if (last === undefined || token === null) return spans
    const next = this.tokens[this.position + 1]
    if (
      (token.kind === 'slash' || token.text === 'nam' || token.text === '.') &&
      next?.kind === 'number' &&
      next.value > 1990
    ) {
      this.position += 2
      last.year = next.value
    } else if (token.text === 'nam') {
      const start = this.position++
      const offset = this.relativeYear()
      if (offset === null) this.position = start
      else last.offset = offset
    }
    return spans
  }

  private relativeYear(): number | null {
    const rest = this.tokens
      .slice(this.position, this.position + 7)
      .map((token) => token.text)
      .join(' ')
    const match =
      /^(truoc lien ke(?: nam ke hoach)?|truoc|sau lien ke|lien ke|sau|tiep theo|ke tiep|ke hoach|nay)\b/u.exec(
        rest,
      )?.[1]
    if (match === undefined) return null
    this.position += match.split(' ').length
    if (match.startsWith('truoc')) return -1
    return match === 'ke hoach' || match === 'nay' ? 0 : 1
  }

  private isRelativeYear(): boolean {
    return this.tokens[this.position - 1]?.text === 'nam'
  }

  /** 'tư' of a ministry is folded like 'từ'; only before a time does it mean from. */
  private isWord(token: Token): boolean {
    const next = this.tokens[this.position + 1]
    return (
      token.text === 'tu' &&
      next !== undefined &&
      /^(?:quy|thang|ngay|nam|dau|cuoi|khi|\d+)$/u.test(next.text)
    )
  }

  private number(max: number): number | null {
    const token = this.peek()
    if (token?.kind !== 'number' || token.value < 1 || token.value > max) return null
    this.position++
    return token.value
  }

  private peek(): Token | null {
    return this.tokens[this.position] ?? null
  }

  private spreadYears(): void {
    let year: number | null = null
    for (const phrase of this.phrases.toReversed()) {
      for (const span of phrase.first === phrase.last ? [phrase.first] : [phrase.last, phrase.first]) {
        if (span.year === null && span.offset === 0 && span.unit !== 'year') span.year = year
        year = span.year ?? year
      }
    }
  }
}
