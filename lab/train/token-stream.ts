import { special, specialCount } from '../../src/language/model/language-model.js'
import { plain } from '../../src/language/plain.js'
import { isSyllable, placeTone } from '../../src/language/syllable.js'
import { continues, type Token, tokenize } from '../../src/repair/orthography/tokens.js'

/** Fewest occurrences of: a Vietnamese syllable; a word without marks; an accented word that is no syllable. */
const fewest = { syllable: 4, foreign: 60, accented: 30 }
const longestWord = 15

/** The training text as numbers: each word gets a provisional id as it is first met. */
export class TokenStream {
  private readonly forms: string[] = []
  private readonly idOf = new Map<string, number>()
  private readonly countOf: number[] = []
  private ids = new Int32Array(1 << 22)
  private length = 0
  private previousLine = ''
  private readonly codePartCounts = new Map<string, number>()

  addLine(line: string, weight: number): void {
    const tokens = tokenize(line)
    if (tokens.length === 0) return
    const joined = continues(this.previousLine, line)
    this.previousLine = line
    for (let round = 0; round < weight; round++) {
      if (!joined || weight > 1) this.push(special.start)
      for (const token of tokens) this.push(this.idOfToken(token))
    }
  }

  private idOfToken(token: Token): number {
    switch (token.kind) {
      case 'word':
        return this.wordId(placeTone(token.text.toLowerCase()))
      case 'number':
        return special.number
      case 'comma':
        return special.comma
      case 'stop':
        return special.stop
      case 'code':
        this.countCodeParts(token.text)
        return special.code
      case 'verbatim':
        return special.code
    }
  }

  private wordId(form: string): number {
    const known = this.idOf.get(form)
    if (known !== undefined) {
      this.countOf[known - specialCount] = (this.countOf[known - specialCount] ?? 0) + 1
      return known
    }
    const id = this.forms.length + specialCount
    this.idOf.set(form, id)
    this.forms.push(form)
    this.countOf.push(1)
    return id
  }

  private countCodeParts(code: string): void {
    for (const part of code.toLowerCase().match(/\p{L}+/gu) ?? []) {
      this.codePartCounts.set(part, (this.codePartCounts.get(part) ?? 0) + 1)
    }
  }

  private push(id: number): void {
    if (this.length === this.ids.length) {
      const grown = new Int32Array(this.ids.length * 2)
      grown.set(this.ids)
      this.ids = grown
    }
    this.ids[this.length++] = id
  }

  /** The vocabulary ordered by plain form, and the text in its ids. */
  finish(): { vocabulary: string[]; text: Uint16Array } {
    const kept = this.forms.filter((form, index) => isKept(form, this.countOf[index] ?? 0))
    const keyed = kept.map((form) => ({ form, key: plain(form) }))
    keyed.sort((a, b) => compare(a.key, b.key) || compare(a.form, b.form))
    const specials = Object.keys(special).map((name) => `<${name}>`)
    const vocabulary = [...specials, ...keyed.map((entry) => entry.form)]
    const final = new Uint16Array(this.forms.length + specialCount).fill(special.unknown)
    for (let id = 0; id < specialCount; id++) final[id] = id
    vocabulary.forEach((form, id) => {
      const provisional = this.idOf.get(form)
      if (provisional !== undefined && id >= specialCount) final[provisional] = id
    })
    const text = new Uint16Array(this.length)
    for (let at = 0; at < this.length; at++) text[at] = final[this.ids[at] as number] as number
    return { vocabulary, text }
  }

  /** Parts of document codes that are usually written with a mark ('nđ', 'hđnd'). */
  markedCodeParts(): string[] {
    const best = new Map<string, { form: string; count: number }>()
    for (const [form, count] of this.codePartCounts) {
      const key = plain(form)
      if (count > (best.get(key)?.count ?? 0)) best.set(key, { form, count })
    }
    const marked = [...best].filter(
      ([key, { form, count }]) => form !== key && isCodePart(form) && count >= 5,
    )
    return marked.map(([, { form }]) => form).sort(compare)
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** In codes only đ tells abbreviations apart; syllables glued to a code are none of its parts. */
function isCodePart(form: string): boolean {
  return form.length > 1 && /^[a-zđ]+$/.test(form) && !isSyllable(form)
}

function isKept(form: string, count: number): boolean {
  if (form.length > longestWord || /[\p{M}\n]/u.test(form)) return false
  if (isSyllable(form) || (isSyllable(plain(form)) && form === plain(form))) return count >= fewest.syllable
  return count >= (form === plain(form) ? fewest.foreign : fewest.accented)
}
