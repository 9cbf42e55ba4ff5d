/**
 * Vietnamese letters. A letter is a base (a–z, đ), at most one quality mark (breve, circumflex, horn) and at most one
 * tone mark. Unicode can write it composed (NFC) or decomposed (NFD); everything in phuluc is NFC.
 */

const tableSize = 0x2100
const combiningFrom = 0x300
const combiningTo = 0x36f

/** For every character below U+2100 the code of its lower-case base letter. */
const baseLetters = buildBaseLetters()

function buildBaseLetters(): Uint16Array {
  const table = new Uint16Array(tableSize)
  for (let code = 0; code < tableSize; code++) {
    const letter = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase()
    table[code] = letter === 'đ' ? 0x64 : letter.length === 1 ? letter.charCodeAt(0) : code
  }
  return table
}

/**
 * Lower case, without marks, đ as d: 'Sở Nội vụ' → 'so noi vu'. As long as the input where that is NFC; combining
 * marks of decomposed text are left out.
 */
export function fold(text: string): string {
  let folded = ''
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= combiningFrom && code <= combiningTo) continue
    folded += String.fromCharCode(code < tableSize ? (baseLetters[code] ?? code) : code)
  }
  return folded
}

/** `fold`, with every run of anything but letters, digits and % turned into one space. */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

const isUneven = /[^\S ]|[\u200b\ufeff]| {2}|^ | $/u

/** White space of any kind collapsed to single spaces, none at the ends. */
export function collapse(text: string): string {
  if (!isUneven.test(text)) return text
  return text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim()
}

const syllable = /\p{L}[\p{L}\p{M}]*/gu

/** The runs of letters of a text, in order. */
export function syllables(text: string): string[] {
  return text.match(syllable) ?? []
}

const letter = 1
const mark = 2
/** A letter that only Vietnamese writes. */
const vietnamese = 4
/** A letter of the Latin alphabet with a tone. */
const toned = 8

/** For every character below U+2100 what it is: pages are judged by a look at each of their letters. */
const kinds = Uint8Array.from({ length: tableSize }, (_, code) => kindOf(String.fromCharCode(code)))

function kindOf(character: string): number {
  if (/\p{M}/u.test(character)) return mark
  if (!/\p{L}/u.test(character)) return 0
  if (/[ăâđêôơư\u1ea0-\u1ef9]/iu.test(character)) return letter | vietnamese
  return /[àáãèéìíĩòóõùúũýỳ]/iu.test(character) ? letter | toned : letter
}

/** Share of syllables with a letter that only Vietnamese writes; 0.51–0.58 in clean plans, 0 in text without marks. */
export function vietnameseShare(text: string): number {
  return shareOfSyllables(text, vietnamese)
}

/** Share of syllables with any mark at all. */
export function accentedShare(text: string): number {
  return shareOfSyllables(text, vietnamese | toned)
}

/** Share of a text's syllables that have a letter of the wanted kinds. */
function shareOfSyllables(text: string, wanted: number): number {
  const { all, having } = countSyllables(text, wanted)
  return all === 0 ? 0 : having / all
}

/** How many syllables a text has, and how many of them a letter of the wanted kinds. */
export function countSyllables(text: string, wanted = letter): { all: number; having: number } {
  const composed = text.normalize('NFC')
  let [all, having] = [0, 0]
  let [isInside, has] = [false, false]
  for (let index = 0; index < composed.length; index++) {
    const code = composed.codePointAt(index) ?? 0
    if (code > 0xffff) index++
    const kind = code < tableSize ? (kinds[code] ?? 0) : kindOf(String.fromCodePoint(code))
    const goesOn = (kind & letter) !== 0 || (isInside && kind === mark)
    if (goesOn && !isInside) {
      all++
      has = false
    }
    isInside = goesOn
    if (!goesOn || has || (kind & wanted) === 0) continue
    has = true
    having++
  }
  return { all, having }
}

const upper = /\p{Lu}/u
const lower = /\p{Ll}/u

export function startsLower(text: string): boolean {
  const first = /[\p{L}\p{N}]/u.exec(text)?.[0]
  return first !== undefined && lower.test(first)
}

export function startsUpper(text: string): boolean {
  const first = /[\p{L}\p{N}]/u.exec(text)?.[0]
  return first !== undefined && upper.test(first)
}

/** All letters are capitals (at least two of them). */
export function isUpperCase(text: string): boolean {
  const letters = text.match(/\p{L}/gu)
  return letters !== null && letters.length >= 2 && letters.every((letter) => upper.test(letter))
}
