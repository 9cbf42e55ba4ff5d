import { corpusFiles, isHeldOutFile, linesOf } from './corpus.js'

/** A small generator of pseudo-random numbers in [0, 1), so that the same call makes the same pages. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** One of a list. */
export function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T
}

const longestParagraph = 1500
const together = 12

/**
 * Paragraphs of the statutes and administrative documents of a corpus, from all over it: stretches of 12 that stand
 * together, in scattered order. `heldOut` takes the text that is never trained on instead.
 */
export async function sampleParagraphs(
  corpus: string,
  random: () => number,
  heldOut = false,
): Promise<string[]> {
  const paragraphs: string[] = []
  for (const path of await corpusFiles(corpus)) {
    if (isHeldOutFile(path) !== heldOut || !/legal/.test(path)) continue
    const share = heldOut || /tvpl/.test(path) ? 0.5 : 0.015
    for await (const line of linesOf(path, 'train'))
      if (random() < share && line.length < longestParagraph) paragraphs.push(line)
  }
  const stretches = Array.from({ length: Math.ceil(paragraphs.length / together) }, (_, index) => index)
  stretches.sort((a, b) => scatter(a) - scatter(b))
  return stretches.flatMap((stretch) => paragraphs.slice(together * stretch, together * (stretch + 1)))
}

function scatter(index: number): number {
  return Math.imul(index + 1, 2654435761) >>> 0
}
