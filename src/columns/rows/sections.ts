import type { Piece } from '../cut/pieces.js'
import type { Column } from '../header/header-columns.js'
import type { InterleavedLine } from '../lines.js'
import { numeralValue } from './labels.js'

/** Domains over the whole width: their lines, and the pieces that these have without being cut. */
export function sectionsOf(
  lines: readonly InterleavedLine[],
  labels: ReadonlyMap<number, string>,
  columns: readonly Column[],
): Map<number, Piece[]> {
  const column = Math.max(
    1,
    columns.findIndex(({ role }) => role === 'name' || role === 'task'),
  )
  const sections = new Map<number, Piece[]>()
  const label = (index: number): Piece => ({ ...whole(index), column: 0, text: 0, end: 1 })
  labels.forEach((_, index) => {
    const line = lines[index] as InterleavedLine
    const end = line.tokens.length
    if (isSection(line)) sections.set(index, [label(index), { ...whole(index), column, text: 1, end }])
    else if (isLoneNumeral(line)) sections.set(index, [label(index)])
    else return
    for (let next = index + 1; next < lines.length && !labels.has(next); next++) {
      const first = isLoneNumeral(line) && next === index + 1
      if (!(first || goesOn(lines[next] as InterleavedLine, isLoneNumeral(line)))) break
      sections.set(next, [
        { ...whole(next), fresh: first, column, text: 0, end: lines[next]?.tokens.length ?? 0 },
      ])
    }
  })
  return sections
}

const whole = (line: number): Pick<Piece, 'line' | 'fresh' | 'opensRow' | 'shared' | 'margin'> => ({
  line,
  fresh: true,
  opensRow: false,
  shared: false,
  margin: 0.95,
})

/** A label and one text over the whole width: a numeral's, or one in capitals. */
function isSection(line: InterleavedLine): boolean {
  const [label, ...words] = line.tokens
  if (label === undefined || words.length === 0) return false
  if (words.slice(1).some(({ bar }) => bar)) return false
  if (numeralValue(label.text) > 0) return words[0]?.capital === true
  return words.length > 1 && isCapitals(words)
}

function isCapitals(words: readonly { raw: string }[]): boolean {
  const letters = words.flatMap(({ raw }) => [...raw].filter((letter) => /\p{L}/u.test(letter)))
  return (
    letters.length > 3 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length >= 0.8 * letters.length
  )
}

function isLoneNumeral({ tokens }: InterleavedLine): boolean {
  return tokens.length === 1 && numeralValue(tokens[0]?.text ?? '') > 0
}

/** Further lines of a domain: in capitals, or, after a numeral by itself, in small letters. */
function goesOn({ tokens }: InterleavedLine, lone: boolean): boolean {
  if (tokens.length === 0 || tokens.some(({ bar }) => bar)) return false
  return lone ? tokens[0]?.capital === false : isCapitals(tokens) && tokens.length > 1
}
