import type { RecognisedWord } from '../../../../schemas/recogniser.js'

/** A small letter that only Vietnamese writes before a capital: 'SởY tế', 'phốHà'. 'VNeID' and 'GTĐTp' have none. */
const seam = /(?<=(?=\p{Ll})[ăâđêôơưàáãèéìíĩòóõùúũýỳ\u1ea0-\u1ef9])(?=\p{Lu})/u

/** Share of a line's height that parts words for certain: a little more than what is taken for a space. */
const gap = 0.35

/** Words that recognition has run into each other are parted where a capital follows a small letter with a mark. */
export function partGlued(words: readonly RecognisedWord[]): RecognisedWord[] {
  return words.flatMap((word): RecognisedWord[] => {
    const parts = word.text.normalize('NFC').split(seam)
    if (parts.length < 2) return [word]
    const width = word.box[2] - word.box[0]
    let signs = 0
    return parts.map((text) => {
      const [from, to] = [signs, signs + text.length].map(
        (at) => word.box[0] + (width * at) / word.text.length,
      ) as [number, number]
      signs += text.length
      return { ...word, text, box: [from, word.box[1], to - gap * word.height, word.box[3]] }
    })
  })
}
