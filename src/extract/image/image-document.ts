import type { Finding } from '../../../schemas/message.js'
import type { Recogniser } from '../../../schemas/recogniser.js'
import type { SourceFile } from '../../../schemas/source.js'
import { UnusableInputError } from '../../errors.js'
import { ok } from '../../result.js'
import { boundsOf, limitOf } from '../bounds.js'
import { binaryMediaType } from '../media-type.js'
import { doubtfulParts } from '../page/doubtful-parts.js'
import { PageFinisher, type PrintedPage } from '../page/finish-pages.js'
import { inOrder } from '../page/in-order.js'
import type { PagePainter, PaintOptions } from '../page/painted-page.js'
import { knownOrRead, type ReadPages, recognisedPage } from '../page/read-pages.js'
import type { Reader } from '../reader.js'
import { type DecodedPage, decodeImage, imagePages } from './prepare/decode-image.js'
import { readImagePage } from './read-image-page.js'

/** PNG, JPEG or TIFF → its document: every page is recognised. */
export const readImage: Reader = async (source, options) => {
  const { recogniser, pictures } = options
  if (recogniser === undefined || pictures === undefined || options.ocr === 'never')
    throw new UnusableInputError('picture-unrecognised', { file: source.file })
  const read = (page: DecodedPage, number: number): Promise<PrintedPage> =>
    readPage(page, number, recogniser, options.readPages)
  const limits = boundsOf(options.limits)
  const all = imagePages(source, pictures, limits.pixels)
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
  return recognisedPage(number, read.blank ? 'blank page' : 'a picture', read)
}

/** Opens a picture file to see its pages as they are. */
export async function openImagePainter(source: SourceFile, options: PaintOptions): Promise<PagePainter> {
  const pages = await decodeImage(source, options.pictures)
  return {
    paint: async (number) => {
      const page = pages[number - 1]
      return page === undefined ? null : { image: page.image, dpi: page.dpi ?? guessedDpi(page) }
    },
    close: async () => undefined,
  }
}

/** A picture that does not say how large its paper is, is taken for a page of A4. */
function guessedDpi({ image }: DecodedPage): number {
  return Math.max(image.width, image.height) / 11.69
}
