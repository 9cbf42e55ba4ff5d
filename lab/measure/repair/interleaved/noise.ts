import type { Random } from '../../../random.js'

/** What recognition made of a printed text. */
export interface Noise {
  of(text: string): string
}

interface Emission {
  text: string
  upTo: number
}

/** Words that nobody could read: a stamp over them, a fold in the paper. */
const ruined = 0.008
const scraps = ['.', ':', '_', '%', '&', 'w', 'm', 'x', '@', 'fl', 'E', 'Q', '\\', '‘', 'n']

/** Misreads letters as a learned channel says they are misread (a table of letter, recognised string, count). */
export function noiseFrom(table: string, random: Random): Noise {
  const emissions = new Map<string, Emission[]>()
  for (const line of table.split('\n')) {
    const [letter, text, count] = line.split('\t')
    if (letter === undefined || text === undefined || count === undefined) continue
    const list = emissions.get(letter) ?? []
    list.push({ text, upTo: (list.at(-1)?.upTo ?? 0) + Number(count) })
    emissions.set(letter, list)
  }
  const misread = (letter: string): string => {
    const list = emissions.get(letter)
    if (list === undefined) return letter
    const at = random.next() * (list.at(-1)?.upTo ?? 0)
    return list.find(({ upTo }) => at < upTo)?.text ?? letter
  }
  const word = (text: string): string =>
    text.length > 2 && random.chance(ruined)
      ? Array.from({ length: random.integer(2, text.length + 2) }, () => random.pick(scraps)).join('')
      : [...text].map(misread).join('')
  return {
    of: (text) =>
      text.replace(/[^\s]+|\s/gu, (part) =>
        part === ' ' ? misread(' ') : part.trim() === '' ? part : word(part),
      ),
  }
}
