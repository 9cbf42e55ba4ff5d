import type { Finding } from '../../../schemas/message.js'
import { UnusableInputError } from '../../errors.js'
import { ok } from '../../result.js'
import { boundsOf, limitOf } from '../bounds.js'
import { binaryMediaType } from '../media-type.js'
import { PageFinisher, type PrintedPage } from '../page/finish-pages.js'
import { toSourceOf } from '../page/placement.js'
import { knownOrRead, type ReadPages } from '../read-pages.js'
import type { Reader } from '../reader.js'
import type { Recogniser } from '../recogniser.js'
import { type DecodedPage, imagePages } from './prepare/decode-image.js'
import { readImagePage } from './read-image-page.js'
import { doubtfulParts } from './recognise/doubtful-parts.js'
import { inOrder } from './recognise/in-order.js'

/** PNG, JPEG or TIFF → its document: every page is recognised. */
export const readImage: Reader = async (source, options) => {
  const { recogniser } = options
  if (recogniser === undefined || options.ocr === 'never')
    throw new UnusableInputError('picture-unrecognised', { file: source.file })
  const read = (page: DecodedPage, number: number): Promise<PrintedPage> =>
    readPage(page, number, recogniser, options.readPages)
  const limits = boundsOf(options.limits)
  const all = imagePages(source, { limitInputPixels: limits.pixels })
  const refusal = (): Error =>
    new UnusableInputError('too-many-pictures', { file: source.file, ...limitOf('pages', limits) })
  const bounded = atMost(wanted(all, options.pages), limits.pages, refusal)
  const finisher = new PageFinisher()
  const finished = await inOrder(bounded, read, recogniser.parallel + 1, (page) => finisher.add(page))
  const pages = finished.map(({ page }) => page)
  const issues: Finding[] = [...finished.flatMap((page) => page.issues), ...doubtfulParts(pages)]
  const mediaType = binaryMediaType(source.bytes) ?? 'image/png'
  return ok({ mediaType, route: 'image', convertedFrom: null, ocrEngine: recogniser.engine, pages }, issues)
}

async function* atMost<T>(items: AsyncIterable<T>, most: number, refusal: () => Error): AsyncGenerator<T> {
  let count = 0
  for await (const item of items) {
    if (++count > most) throw refusal()
    yield item
  }
}

async function* wanted(
  pages: AsyncIterable<DecodedPage>,
  range: { first: number; last: number } | undefined,
): AsyncGenerator<[DecodedPage, number]> {
  let number = 0
  for await (const page of pages) {
    number++
    if (range === undefined || (number >= range.first && number <= range.last)) yield [page, number]
  }
}

async function readPage(
  page: DecodedPage,
  number: number,
  recogniser: Recogniser,
  readPages: ReadPages | undefined,
): Promise<PrintedPage> {
  const read = await knownOrRead(readPages, number, () =>
    readImagePage(page.image, page.dpi ?? guessedDpi(page), recogniser),
  )
  return {
    number,
    routeReason: read.blank ? 'blank page' : 'a picture',
    ink: read.failure === null ? read.ink : null,
    toSource: toSourceOf(read.placement),
    textQuality: 'recognised',
    issues: read.failure === null ? [] : [unreadIssue(number, read.failure)],
  }
}

/** A picture that does not say how large its paper is, is taken for a page of A4. */
export function guessedDpi({ image }: DecodedPage): number {
  return Math.max(image.width, image.height) / 11.69
}

/** A page that no engine could read. */
export function unreadIssue(page: number, reason: string): Finding {
  const message = `page ${page} could not be recognised: ${reason}`
  return {
    severity: 'error',
    code: 'unreadable',
    message,
    at: { page, line: null, bbox: null },
    target: null,
  }
}
