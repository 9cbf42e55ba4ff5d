import type { Issue } from '../../schemas/message.js'
import type { PlacedText } from './citations.js'
import { foldInPlace } from './folded-text.js'

const published =
  /ngay\s+\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*|thang\s+\d{1,2}\s+nam\s+)(\d{4})(?!\d)[^.;]{0,250}?cong bo[^.;]{0,60}?(?:chi so|ket qua)[^.;]{0,200}?nam\s+(\d{4})/gu

/** A year's index is published when the year is over; a text that says otherwise has one of the two years wrong. */
export function findEarlyResults(texts: PlacedText[]): Issue[] {
  return texts.flatMap(({ text, at }) =>
    [...foldInPlace(text).matchAll(published)]
      .filter((match) => match[1] === match[2])
      .map((match) => ({
        severity: 'warning' as const,
        code: 'date-implausible' as const,
        message: `Results of ${match[2]} cannot have been published in ${match[1]}: '${text.slice(match.index, match.index + match[0].length)}'.`,
        at,
        target: null,
      })),
  )
}
