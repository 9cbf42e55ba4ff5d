import { labelOrdinal } from '../language/captions.js'
import { foldWords } from '../language/letters.js'
import type { AppendixSegment } from './segment.js'

/** 'PHỤ LỤC 1 (tiếp theo)': the mark behind a label that says that the appendix above goes on. */
export const continuedMark =
  /^(?:[([]\s*(?:tiếp(?: theo)?|tiep(?: theo)?|tt)\.?\s*[)\]]|ti[eế]p theo)[\s.:–-]*/iu

/**
 * Some plans print an appendix's caption again at the head of each page: what stands below it goes on with the appendix
 * above, and the caption's words are furniture of that appendix.
 */
export function joinRepeatedCaptions(segments: AppendixSegment[]): AppendixSegment[] {
  const joined: AppendixSegment[] = []
  for (const segment of segments) {
    const above = joined.at(-1)
    if (above === undefined || !goesOn(above, segment)) {
      joined.push(segment)
      continue
    }
    above.blocks = above.blocks.concat(segment.blocks)
    above.repeated.push(...segment.head, ...segment.repeated)
  }
  return joined
}

/** The label with its mark of continuation, or label, title and caption as far as they are printed again. */
function goesOn(above: AppendixSegment, below: AppendixSegment): boolean {
  if (!above.blocks.some((block) => block.kind === 'table')) return false
  const again = (key: 'label' | 'title' | 'caption'): boolean => isSame(above[key], below[key])
  if (below.continued) return below.label === null || again('label')
  const known = (key: 'label' | 'title' | 'caption'): boolean => below[key] === null || again(key)
  if (!known('label') || !known('title') || !known('caption')) return false
  // A bare 'PHỤ LỤC' may begin any appendix; a number, a title or a whole caption is another's only by mistake.
  return (
    below.title !== null || (again('caption') && below.label === null) || labelOrdinal(below.label) !== null
  )
}

function isSame(a: string | null, b: string | null): boolean {
  return foldWords(a ?? '') === foldWords(b ?? '')
}
