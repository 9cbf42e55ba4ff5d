import type { Finding } from '../../../schemas/message.js'
import type { RgbaPicture } from '../../../schemas/picture.js'
import type { Recogniser } from '../../../schemas/recogniser.js'
import type { PrintedPage } from './finish-pages.js'
import type { PageInk } from './ink.js'
import { type Placement, toSourceOf } from './placement.js'

/** A page that was read from its picture. */
export interface ImagePage {
  /** What it prints, in points of the page turned upright and straight. */
  ink: PageInk
  /** How that page lies on the page as it was given. */
  placement: Placement
  blank: boolean
  /** Why nothing could be recognised; null where it could. */
  failure: string | null
}

/** How a page's picture is read; `dpi` says how many pixels an inch of paper has. */
export type ReadImagePage = (image: RgbaPicture, dpi: number, recogniser: Recogniser) => Promise<ImagePage>

/**
 * Pages that were recognised already, perhaps by another process: by their number. Pages that are recognised are put in.
 * What is in it survives JSON.
 */
export type ReadPages = Map<number, ImagePage>

/** The page as it was read before, else as it is read now. What failed is not kept: it may be read another time. */
export async function knownOrRead(
  pages: ReadPages | undefined,
  number: number,
  read: () => Promise<ImagePage>,
): Promise<ImagePage> {
  const known = pages?.get(number)
  if (known !== undefined) return known
  const page = await read()
  if (page.failure === null) pages?.set(number, page)
  return page
}

/** A page that was read from its picture, ready to be understood. */
export function recognisedPage(number: number, routeReason: string, read: ImagePage): PrintedPage {
  const { ink, placement, blank, failure } = read
  return {
    number,
    routeReason,
    ink: blank || failure !== null ? null : ink,
    toSource: toSourceOf(placement),
    textQuality: 'recognised',
    issues: failure === null ? [] : [unreadIssue(number, failure)],
  }
}

/** A page that no engine could read. */
function unreadIssue(page: number, reason: string): Finding {
  const at = { page, line: null, bbox: null }
  const details = { what: 'not-recognised', page, reason } as const
  return { severity: 'error', code: 'unreadable', at, subject: null, details }
}
